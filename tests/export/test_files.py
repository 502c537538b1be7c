"""Files of exported posts: safe names, and nothing but whole files where they belong."""

from __future__ import annotations

import errno
import os
import resource
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import ExportError
from reader.export import as_text, file_name, folder_name, write_text, write_texts

from .posts import made


@pytest.mark.parametrize(
    ("title", "published", "name"),
    [
        ("L’éternel retour", "2005-11-17T22:59", "2005-11-17-l-éternel-retour-12.txt"),
        ("L’éternel retour", "2005-11", "2005-11-l-éternel-retour-12.txt"),
        ("Sans date", None, "sans-date-12.txt"),
        (None, "2005", "2005-12.txt"),
        (None, None, "post-12.txt"),
        ("../../etc/passwd", None, "etc-passwd-12.txt"),
        ("/etc/passwd", None, "etc-passwd-12.txt"),
        ("con", None, "con-12.txt"),
        ("-rf", None, "rf-12.txt"),
        (".", None, "post-12.txt"),
        ("..", "hier", "post-12.txt"),
        (".bashrc", None, "bashrc-12.txt"),
        ("a\0b\nc\x1b[31m\u202ed", None, "a-b-c-31m-d-12.txt"),
        ("e\u0301te\u0301 ﬁn ①", None, "été-fin-1-12.txt"),
        ("😀", None, "post-12.txt"),
        ("\ud800", None, "post-12.txt"),
        ("é" * 300, "2005-11-17", "2005-11-17-" + "é" * 41 + "-12.txt"),
        ("\ufdfd" * 10_000, None, None),
    ],
)
def test_file_name(title: str | None, published: str | None, name: str | None) -> None:
    """A file's name is its date, its title in letters and digits, and its id."""
    given_name = file_name(made(id=12, title=title, published=published))

    assert name is None or given_name == name
    assert len(given_name.encode()) <= 100
    assert given_name.endswith("-12.txt")


@pytest.mark.parametrize(
    ("query", "name"),
    [('l’eau "douce"', "l-eau-douce"), ("../..", "results"), ("", "results"), ("é" * 200, "é" * 50)],
)
def test_folder_name(query: str, name: str) -> None:
    """The folder of results is called after the query, and stays where it is made."""
    assert folder_name(query) == name


@given(st.text(), st.none() | st.text(), st.integers(1, 2**63 - 1), st.text(max_size=300))
def test_any_name_is_safe(title: str, published: str | None, number: int, extension: str) -> None:
    """Whatever the title, a name stays in its folder, in sight, short, and normalized."""
    name = file_name(made(id=number, title=title, published=published), extension)
    stem = name.partition(".")[0]

    assert Path(name).name == name
    assert len(name.encode()) <= 100
    assert stem.replace("-", "").isalnum()
    assert not name.startswith(("-", "."))
    assert not name.endswith((".", "-"))
    assert stem.endswith(f"-{number}")
    assert unicodedata.normalize("NFKC", name) == name


@pytest.mark.parametrize(
    ("extension", "end"), [("md", "-12.md"), (".html", "-12.html"), ("", "-12"), ("../x", "-12.x")]
)
def test_extension(extension: str, end: str) -> None:
    """The ending is the one that is asked for, made safe."""
    assert file_name(made(id=12), extension) == f"post{end}"


def test_write_text(tmp_path: Path) -> None:
    """A file is written with its folders, and replaced when it is there."""
    path = tmp_path / "new" / "folder" / "post.txt"
    first, second = made(body="Un."), made(body="Deux.")
    write_text(first, path, width=40)
    assert path.read_text("utf-8") == as_text(first, width=40)
    write_text(second, path)

    assert path.read_text("utf-8") == as_text(second)
    assert [file.name for file in path.parent.iterdir()] == ["post.txt"]


def test_write_texts(tmp_path: Path) -> None:
    """Each post has a file of its own, and written again, it replaces that one."""
    posts = [made(id=number, title="Le même", published="2007") for number in range(1, 6)]
    paths = write_texts(iter(posts), tmp_path / "out")
    assert paths == write_texts(posts, tmp_path / "out")

    assert sorted((tmp_path / "out").iterdir()) == sorted(paths)
    assert len(set(paths)) == 5
    assert [path.read_text("utf-8") for path in paths] == [as_text(post) for post in posts]


def test_the_umask_is_kept(tmp_path: Path) -> None:
    """Who may read a file is as for any file that the user makes."""
    plain = tmp_path / "plain"
    plain.touch()
    write_text(made(), tmp_path / "post.txt")

    assert (tmp_path / "post.txt").stat().st_mode == plain.stat().st_mode


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    """Where a link stands in a file's place, the link is replaced and what it leads to is left alone."""
    victim = tmp_path / "victim"
    victim.write_text("untouched")
    folder = tmp_path / "out"
    folder.mkdir()
    post = made(id=3)
    (folder / file_name(post)).symlink_to(victim)
    (folder / "dangling").symlink_to(tmp_path / "nowhere")
    (path,) = write_texts([post], folder)
    write_text(post, folder / "dangling")

    assert victim.read_text() == "untouched"
    assert not path.is_symlink()
    assert path.read_text("utf-8") == as_text(post)
    assert not (tmp_path / "nowhere").exists()


def test_not_a_file(tmp_path: Path) -> None:
    """A folder, a pipe, a device or a link to one is never replaced."""
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/dev/null")
    for name, sentence in [
        ("folder", f"{tmp_path}/folder is a folder; name a file in it."),
        ("pipe", f"{tmp_path}/pipe is not a regular file."),
        ("link", f"{tmp_path}/link is not a regular file."),
    ]:
        with pytest.raises(ExportError) as error:
            write_text(made(), tmp_path / name)
        assert str(error.value) == sentence

    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "link", "pipe"]


@pytest.mark.parametrize("below", ["", "/further", "/further/still"])
def test_not_a_folder(tmp_path: Path, below: str) -> None:
    """A file where a folder should be is told in one sentence."""
    (tmp_path / "file").touch()
    folder = Path(f"{tmp_path}/file{below}")
    with pytest.raises(ExportError) as error:
        write_texts([made()], folder)
    assert str(error.value) == f"{folder} is not a folder."

    with pytest.raises(ExportError) as error:
        write_text(made(), folder / "post.txt")
    assert str(error.value) == f"{folder}/post.txt cannot be written: {folder} is not a folder."


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.EACCES, "permission denied"),
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "the disk is read-only"),
        (errno.EIO, "input/output error"),
    ],
)
@pytest.mark.parametrize("call", ["os.open", "pathlib.Path.replace"])
def test_the_system_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, reason: str
) -> None:
    """Whatever the system refuses, the old file stays, and nothing else."""
    path = tmp_path / "post.txt"
    path.write_text("old")

    def refuse(*_: object, **__: object) -> int:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as context:
        context.setattr(call, refuse)
        with pytest.raises(ExportError) as error:
            write_text(made(), path)

    assert str(error.value) == f"{path} cannot be written: {reason}."
    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["post.txt"]


def test_a_file_that_does_not_fit(tmp_path: Path) -> None:
    """A file that cannot be written to its end is not there at all, and the one before it still is."""
    path = tmp_path / "post.txt"
    path.write_text("old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8_192, hard))
    try:
        with pytest.raises(ExportError, match="cannot be written: it is larger than files may be here"):
            write_text(made(body="mot " * 10_000), path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["post.txt"]


@pytest.mark.parametrize("name", ["a\0b", "x" * 300])
def test_impossible_names(tmp_path: Path, name: str) -> None:
    """A name that no file can have is told in one sentence."""
    with pytest.raises(ExportError):
        write_text(made(), tmp_path / name)
    with pytest.raises(ExportError):
        write_texts([made()], tmp_path / name)

    assert list(tmp_path.iterdir()) == []
