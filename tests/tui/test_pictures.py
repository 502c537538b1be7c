"""Which pictures of a post are at hand, and the key that shows them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.models import Mark
from reader.tui.app import ReaderApp
from reader.tui.pictures import at_hand
from tests.bare import write

from . import blogs
from .screens import Driver, drive, place_of, press, reading, text, until

PARTS = ("..", ".", "", "outside", "photo.jpg", "%2e%2e", "in", "/", "\0", "a" * 300, "link.jpg")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A mirror, the uploads of a blog, and the folder of a saved page; and a file outside of all that."""
    root = tmp_path_factory.mktemp("pictures")
    for name in (
        "in/quais.example/2006/gare.jpg",
        "in/uploads/2007/03/pain au four.png",
        "in/quais/page_files/horloge.gif",
        "in/quais/banc.jpg",
        "in/photo.jpg",
        "outside/photo.jpg",
    ):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"a picture")
    (root / "in" / "link.jpg").symlink_to(root / "outside" / "photo.jpg")
    return root / "in"


@pytest.mark.parametrize(
    ("address", "dump", "found"),
    [
        ("http://quais.example/2006/gare.jpg?size=2", "", "quais.example/2006/gare.jpg"),
        (
            "https://b.example/wp-content/uploads/2007/03/pain%20au%20four.png",
            "",
            "uploads/2007/03/pain au four.png",
        ),
        ("page_files/horloge.gif", "quais/page.html", "quais/page_files/horloge.gif"),
        ("http://quais.example/page_files/horloge.gif", "quais/page.html", "quais/page_files/horloge.gif"),
        ("banc.jpg", "quais/page.txt", "quais/banc.jpg"),
        # A name alone may be that of any picture.
        ("http://quais.example/2006/photo.jpg", "", None),
        ("photo.jpg", "", None),
        ("http://other.example/2006/gare.jpg", "", None),
        ("../outside/photo.jpg", "quais/page.txt", None),
        ("http://x.example/a/%2e%2e/%2e%2e/outside/photo.jpg", "", None),
        ("a/..%2f..%2foutside/photo.jpg", "", None),
        ("http://link.jpg/", "", None),
        ("data:image/png;base64,AAAA", "", None),
        ("http://[", "", None),
        ("", "", None),
    ],
)
def test_what_is_at_hand(folder: Path, address: str, dump: str, found: str | None) -> None:
    """A mirror's path, the end of a path, the folder of a saved page; never by a name alone, never elsewhere."""
    assert at_hand(address, folder, dump) == (folder / found if found else None)


@given(
    st.lists(st.sampled_from(PARTS)),
    st.sampled_from(["", "quais/page.txt", "../x/y.txt", "/etc/passwd"]),
)
def test_nothing_outside_is_ever_taken(folder: Path, parts: list[str], dump: str) -> None:
    """Whatever an address says, no file is taken that is not below the folder, and nothing breaks."""
    found = at_hand("/".join(parts), folder, dump)
    assert found is None or found.resolve().is_relative_to(folder.resolve())


def test_key_for_pictures(tmp_path: Path) -> None:
    """The key is there where a picture is at hand, and only there; without a real terminal it says so."""
    picture = Mark(0, 4, "image", "http://quais.example/2006/gare.jpg")
    archive = write(
        tmp_path / "archive.db",
        [
            blogs.post("with", "Avec", "Gare au train.", marks=(picture,), published="2007-01-02"),
            blogs.post("without", "Sans", "Rien du tout.", published="2007-01-01"),
        ],
    )
    kept = tmp_path / "archive_files" / "quais.example" / "2006" / "gare.jpg"
    kept.parent.mkdir(parents=True)
    kept.write_bytes(b"no picture at all")

    async def steps(pilot: Driver) -> None:
        await press(pilot, "enter")
        await until(pilot, lambda: "v pictures" in text(pilot))
        assert [picture.path for picture in reading(pilot).pictures] == [kept]
        await press(pilot, "v")
        await until(pilot, lambda: "in a terminal only" in text(pilot))
        x, y = place_of(pilot, "▒ Gare")
        pilot.app.clear_notifications()
        await until(pilot, lambda: "in a terminal only" not in text(pilot))
        await pilot.click(offset=(x + 3, y))
        await until(pilot, lambda: "in a terminal only" in text(pilot))
        await press(pilot, "escape", "j", "enter")
        await until(pilot, lambda: "Rien du tout" in text(pilot))
        assert "v pictures" not in text(pilot)

    drive(ReaderApp(archive), steps, (110, 24))
