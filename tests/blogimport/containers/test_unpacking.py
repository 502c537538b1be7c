"""Files that hold files: every dump in them is found once, under a name that tells where it was."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import tarfile
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from blogimport.containers import FoundDump, Refused, dumps_at, size_of
from blogimport.containers.names import site_among

PAGE = b"Le phare\n\nIl s'allume \xc3\xa0 six heures.\n"


def zipped(**members: bytes) -> bytes:
    """A zip; `__` in a name stands for `/`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name.replace("__", "/") + ".txt", content)
    return buffer.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    """A tar."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as packed:
        for name, content in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            packed.addfile(entry, io.BytesIO(content))
    return buffer.getvalue()


def found_at(*paths: Path) -> dict[str, bytes | str]:
    """The dumps at some paths with their bytes, or the sentence why not."""
    told: dict[str, bytes | str] = {}
    for found in dumps_at(paths):
        if isinstance(found, FoundDump):
            told[found.dump.name] = found.dump.raw()
        elif isinstance(found, Refused):
            told[found.name] = found.sentence
        else:
            told[found.name] = str(found.left_out)
    return told


WRAPPINGS: dict[str, tuple[Callable[[], bytes], str]] = {
    "blog.zip": (lambda: zipped(pages__a=PAGE), "blog.zip/pages/a.txt"),
    "blog.tar": (lambda: tarred({"./pages/a.txt": PAGE}), "blog.tar/pages/a.txt"),
    "blog.tar.gz": (lambda: gzip.compress(tarred({"pages/a.txt": PAGE})), "blog.tar.gz/pages/a.txt"),
    "blog.tar.xz": (lambda: lzma.compress(tarred({"pages/a.txt": PAGE})), "blog.tar.xz/pages/a.txt"),
    "a.txt.gz": (lambda: gzip.compress(PAGE), "a.txt"),
    "a.txt.bz2": (lambda: bz2.compress(PAGE), "a.txt"),
    "outer.tar": (
        lambda: tarred({"inner.zip": zipped(a=gzip.compress(PAGE))}),
        "outer.tar/inner.zip/a.txt",
    ),
}


@pytest.mark.parametrize("name", WRAPPINGS)
def test_what_a_packed_file_holds(tmp_path: Path, name: str) -> None:
    """One dump, under a name that begins with that of the file."""
    make, inner = WRAPPINGS[name]
    (tmp_path / name).write_bytes(make())

    assert found_at(tmp_path / name) == {inner: PAGE}


def test_large_members_go_through_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is too large for the memory is on the disk until the next dump is asked for, and no longer."""
    monkeypatch.setattr("blogimport.containers.spooling.IN_MEMORY", 10)
    (tmp_path / "blog.zip").write_bytes(zipped(a=PAGE, b=PAGE * 2))
    dumps = dumps_at([tmp_path / "blog.zip"])

    first = next(dumps)
    assert isinstance(first, FoundDump)
    assert first.is_brief
    assert first.dump.path is not None
    assert first.dump.raw() == PAGE
    second = next(dumps)
    assert isinstance(second, FoundDump)
    assert second.dump.raw() == PAGE * 2
    assert not first.dump.path.exists()


def test_growth_has_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that was made to fill the disk is left out, and the rest goes on."""
    monkeypatch.setattr("blogimport.containers.spooling.IN_MEMORY", 1000)
    monkeypatch.setattr("blogimport.containers.spooling._GROWN", 100_000)
    (tmp_path / "bomb.zip").write_bytes(zipped(a=b"0" * 10_000_000))
    (tmp_path / "page.txt").write_bytes(PAGE)

    told = found_at(tmp_path)

    assert told["page.txt"] == PAGE
    assert told["bomb.zip"] == "bomb.zip was left out: unpacked, it grows without end."


def test_files_in_files_have_an_end(tmp_path: Path) -> None:
    """A file that holds itself is not opened for ever: what is too deep is a dump like any other."""
    content = PAGE
    for _ in range(30):
        content = gzip.compress(content)
    (tmp_path / "a.txt").write_bytes(content)

    ((name, raw),) = found_at(tmp_path / "a.txt").items()

    assert name == "a.txt"
    assert isinstance(raw, bytes)
    assert raw.startswith(b"\x1f\x8b")


@pytest.mark.parametrize("cut", [120, -40, -4])
def test_damaged_files_are_told(tmp_path: Path, cut: int) -> None:
    """A zip or tar that breaks off is one sentence, after what can be read of it."""
    (tmp_path / "a.zip").write_bytes(zipped(a=PAGE, b=PAGE)[:cut])
    (tmp_path / "b.tar.gz").write_bytes(gzip.compress(tarred({"a.txt": PAGE, "b.txt": PAGE}))[:cut])
    (tmp_path / "c.txt").write_bytes(PAGE)

    told = found_at(tmp_path)

    assert told.pop("c.txt") == PAGE
    assert all(value == PAGE or (isinstance(value, str) and "\n" not in value) for value in told.values())
    assert isinstance(told["a.zip"], str)


def test_locked_zip(tmp_path: Path) -> None:
    """A zip with a password is told as such."""
    raw = bytearray(zipped(a=PAGE))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "a.zip").write_bytes(raw)

    assert "password" in str(found_at(tmp_path / "a.zip")["a.zip"])


@pytest.mark.parametrize("encoding", ["utf-8", "cp850", "cp1252"])
def test_names_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    """A name with accents is readable whichever machine the zip was made on."""
    name = "été à la grève.txt"
    raw = zipped(ABCDEFGHIJKLMNOPQR=PAGE).replace(
        b"ABCDEFGHIJKLMNOPQR.txt", name.encode(encoding).ljust(22, b"_")[:22]
    )
    (tmp_path / "a.zip").write_bytes(raw)

    assert next(iter(found_at(tmp_path / "a.zip"))).rstrip("_") == f"a.zip/{name}"


def test_names_on_old_disks(tmp_path: Path) -> None:
    """A name that is no UTF-8 on the disk is readable too."""
    (tmp_path / "a").mkdir()
    path = bytes(tmp_path / "a") + b"/\xe9t\xe9.txt"
    with open(path, "wb") as file:  # noqa: PTH123 # a name that is no text
        file.write(PAGE)

    assert found_at(tmp_path / "a") == {"été.txt": PAGE}


def test_what_a_browser_saves_beside_a_page(tmp_path: Path) -> None:
    """The folder of a saved page's frames and pictures is counted and not read; one that only looks like it is read."""
    for name in ("page.html", "page_files/frame.html", "my_files/a.txt", "x/b.htm", "x/b-Dateien/c.html"):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_bytes(PAGE)
    (tmp_path / "a.tar").write_bytes(
        tarred(
            {p.relative_to(tmp_path / "in").as_posix(): PAGE for p in sorted((tmp_path / "in").rglob("*.*"))}
        )
    )

    wanted = {"page.html", "my_files/a.txt", "x/b.htm"}
    passed = {
        "page_files": "{'files that a browser saved beside pages': 1}",
        "x/b-Dateien": "{'files that a browser saved beside pages': 1}",
    }
    assert found_at(tmp_path / "in") == {**dict.fromkeys(wanted, PAGE), **passed}
    assert found_at(tmp_path / "a.tar") == {
        **{f"a.tar/{name}": PAGE for name in wanted},
        "a.tar": "{'files that a browser saved beside pages': 2}",
    }


def test_hidden_and_system_files(tmp_path: Path) -> None:
    """What a system hides in a zip is none of the user's dumps."""
    (tmp_path / "a.zip").write_bytes(_mac_zip())

    assert found_at(tmp_path / "a.zip") == {"a.zip/a.txt": PAGE}


def _mac_zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for name in ("__MACOSX/._a.txt", ".DS_Store", "a.txt"):
            packed.writestr(name, PAGE)
    return buffer.getvalue()


def test_standard_input() -> None:
    """`-` is what comes in, whatever kind of file that is."""
    dumps = list(dumps_at([Path("-")], lambda: io.BytesIO(zipped(a=PAGE))))

    assert [found.dump.name for found in dumps if isinstance(found, FoundDump)] == ["standard input/a.txt"]


def test_progress_reaches_the_end(tmp_path: Path) -> None:
    """So many bytes are told to be done at the end as there are."""
    (tmp_path / "a.zip").write_bytes(zipped(a=PAGE))
    (tmp_path / "b.txt").write_bytes(PAGE)
    done: list[int] = []

    list(dumps_at([tmp_path], progress=done.append))

    assert done == sorted(done)
    assert done[-1] == size_of([tmp_path])


def test_no_endless_folders(tmp_path: Path) -> None:
    """A link to the folder above does not lead round in circles, and is told."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(PAGE)
    (tmp_path / "in" / "up").symlink_to(tmp_path / "in")

    assert found_at(tmp_path / "in") == {"a.txt": PAGE, "up": "{'links to folders': 1}"}


MEMBERS = {
    "site/_data/comments/la-vanne/comment-2.yml": b"name: B",
    "site/_data/comments/la-vanne/comment-1.yml": b"name: A\n",
    "site/_data/comments/le-bief/comment-3.yml": b"name: C\n",
    "site/_data/menu/a.yml": b"x: 1\n",
}
GROUP = b"--- # comment-1.yml\nname: A\n--- # comment-2.yml\nname: B\n"


def test_files_that_belong_together(tmp_path: Path) -> None:
    """The comments on one post, a file each, are one dump, on the disk and in a file."""
    for name, content in MEMBERS.items():
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_bytes(content)
    (tmp_path / "a.tar").write_bytes(tarred(MEMBERS))
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        for name, content in MEMBERS.items():
            packed.writestr(name, content)

    for prefix, path in (
        ("", tmp_path / "in"),
        ("a.tar/", tmp_path / "a.tar"),
        ("a.zip/", tmp_path / "a.zip"),
    ):
        told = found_at(path)
        assert set(told) == {
            f"{prefix}site/{name}"
            for name in ("_data/comments/la-vanne", "_data/comments/le-bief", "_data/menu/a.yml")
        }
        assert told[f"{prefix}site/_data/comments/la-vanne"] == GROUP
    assert set(found_at(tmp_path / "in" / "site/_data/comments/la-vanne").values()) == {GROUP}


@pytest.mark.parametrize(
    ("folders", "above", "site"),
    [
        (("mon-blog",), "home", "mon-blog"),
        (("mon-blog", "2014", "05"), "", "mon-blog"),
        (("mon-blog", "_posts"), "", "mon-blog"),
        (("mon-blog", "content", "jardin"), "", "mon-blog"),
        (("content", "jardin"), "mon-blog", "mon-blog"),
        (("pages",), "home", "pages"),
        (("archives", "mon-blog", "html"), "", "mon-blog"),
        (("2014",), "", "2014"),
        ((), "", None),
    ],
)
def test_the_folder_that_a_blog_is_named_after(
    folders: tuple[str, ...], above: str, site: str | None
) -> None:
    """The innermost one that does not only tell what is in it, or when."""
    assert site_among(folders, above) == site


def test_files_in_files_do_not_grow_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Small files in small files that make many large ones are stopped once for all of them."""
    monkeypatch.setattr("blogimport.containers.spooling._GROWN", 50_000)
    monkeypatch.setattr("blogimport.containers.spooling._MOST_GROWTH", 10)
    inner = zipped(**{f"f{number}": PAGE + b"0" * 5000 for number in range(20)})
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "bomb.zip").write_bytes(zipped(**{f"i{number}": inner for number in range(20)}))
    (tmp_path / "in" / "page.txt").write_bytes(PAGE)

    told = found_at(tmp_path / "in")

    assert told["page.txt"] == PAGE
    assert told["bomb.zip"] == "The rest of bomb.zip was left out: unpacked, it grows without end."
    assert len(told) < 30


def test_names_that_lead_out_of_a_container(tmp_path: Path) -> None:
    """A file in a zip or tar is below it, whatever its name says; two of one name are two."""
    names = ("/etc/a.txt", "../../b.txt", "c/../c.txt", "d\\e.txt")
    (tmp_path / "a.tar").write_bytes(tarred(dict.fromkeys(names, PAGE)))
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in (*names, "../../b.txt"):
            packed.writestr(name, PAGE)

    wanted = {"etc/a.txt", "b.txt", "c/c.txt", "d/e.txt"}
    assert set(found_at(tmp_path / "a.tar")) == {f"a.tar/{name}" for name in wanted}
    assert set(found_at(tmp_path / "a.zip")) == {f"a.zip/{name}" for name in wanted}
    assert len(list(dumps_at([tmp_path / "a.zip"]))) == 5


def test_what_is_not_there_or_no_file(tmp_path: Path) -> None:
    """A link that leads nowhere, a pipe, a folder link: each is told, and the rest goes on."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(PAGE)
    (tmp_path / "in" / "nowhere").symlink_to(tmp_path / "gone")
    (tmp_path / "in" / "twice.txt").symlink_to(tmp_path / "in" / "a.txt")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "in" / "pipe")

    assert found_at(tmp_path / "in") == {
        "a.txt": PAGE,
        "nowhere": "{'links to files that are not there': 1}",
        "pipe": "{'neither files nor folders': 1}",
        "up": "{'links to folders': 1}",
    }
    assert found_at(tmp_path / "in" / "pipe") == {"pipe": f"{tmp_path}/in/pipe is not a regular file."}
    assert found_at(tmp_path / "in" / "nowhere") == {
        "nowhere": f"There is no file or folder {tmp_path}/in/nowhere."
    }
