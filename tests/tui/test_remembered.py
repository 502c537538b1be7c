"""What the screen remembers from one time to the next."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reader.tui.app import ReaderApp
from reader.tui.posts import PostList
from reader.tui.posts.places import Place, Places
from reader.tui.posts.views import View
from reader.tui.remembered import Folders, Remembered

from .screens import Driver, drive, press, reading, text, told, until


def test_settings_come_back(tmp_path: Path) -> None:
    """What one window kept another one finds, and neither loses what the other has kept."""
    folder = tmp_path / "state"
    one, other = Remembered(folder), Remembered(folder)
    one.keep("look", "paper")
    other.keep("column", 66)

    again = Remembered(folder)
    assert (again.text("look"), again.number("column"), again.text("column")) == ("paper", 66, None)
    assert [path.name for path in folder.iterdir()] == ["screen.json"]


@pytest.mark.parametrize("raw", [b"", b"[1]", b"{", b"\xff\xfe", b"[" * 100_000])
def test_broken_file_is_forgotten(tmp_path: Path, raw: bytes) -> None:
    """A file that holds no settings is as good as none."""
    (tmp_path / "screen.json").write_bytes(raw)

    remembered = Remembered(tmp_path)
    assert remembered.text("look") is None
    remembered.keep("look", "paper")
    assert Remembered(tmp_path).text("look") == "paper"


def test_read_only_home(tmp_path: Path) -> None:
    """Where nothing can be written, a setting lasts as long as the program runs."""
    folder = tmp_path / "state"
    folder.write_text("a file in the way")
    remembered = Remembered(folder)
    remembered.keep("look", "paper")

    assert remembered.text("look") == "paper"
    assert [path.name for path in tmp_path.iterdir()] == ["state"]


def test_look_and_keys_of_the_user(archive: Path, tmp_path: Path) -> None:
    """The look that was chosen is there the next time; keys from the user's file work, wrong names are told."""
    config = tmp_path / "config"
    config.mkdir()
    (config / "keys.toml").write_text('"list.next" = "n"\n"list.dance" = "d"\n', "utf-8")
    folders = Folders(tmp_path / "state", config)

    async def choose(pilot: Driver) -> None:
        await press(pilot, "n")
        assert reading(pilot).query_one(PostList).cursor == 1
        await press(pilot, "ctrl+t")
        assert pilot.app.theme == "paper"
        named = "keys.toml names what has no keys: list.dance."
        await until(pilot, lambda: named in told(pilot))

    async def look(pilot: Driver) -> None:
        assert pilot.app.theme == "paper"

    drive(ReaderApp(archive, folders), choose, (100, 30))
    drive(ReaderApp(archive, folders), look)


def test_place_in_the_list_comes_back(archive: Path, tmp_path: Path) -> None:
    """The next session begins on the post, and the line of the screen, where the last one left the list; per order."""
    folders = Folders(tmp_path)

    async def leave(pilot: Driver) -> None:
        await press(pilot, *["down"] * 20, "up", "up")
        seen.append(here(pilot))

    async def leave_another_order(pilot: Driver) -> None:
        await press(pilot, "o")
        await until(pilot, lambda: "oldest first" in text(pilot))
        await press(pilot, "home", "down")
        seen.append(here(pilot))

    async def find(pilot: Driver) -> None:
        await until(pilot, lambda: here(pilot) == seen[-1])

    def here(pilot: Driver) -> tuple[str | None, int]:
        posts = reading(pilot).query_one(PostList)
        return (posts.current.key if posts.current else None, posts.lines_of(posts.cursor).start - posts.top)

    seen: list[tuple[str | None, int]] = []
    drive(ReaderApp(archive, folders), leave)
    assert seen[0][1] > 3
    drive(ReaderApp(archive, folders), find)
    drive(ReaderApp(archive, folders), leave_another_order)
    drive(ReaderApp(archive, folders), find)


def test_places_of_archives_and_views_are_apart(tmp_path: Path) -> None:
    """Each view of each archive has its place; a beginning forgets it; only the last hundred are kept."""
    remembered = Remembered(tmp_path)
    one, other = Places(remembered, tmp_path / "one.db"), Places(remembered, tmp_path / "other.db")
    one.keep(View(), Place("a", 3))
    one.keep(View(query="quai"), Place("b", 0))
    other.keep(View(), Place("c", 1))
    again = Places(Remembered(tmp_path), tmp_path / "one.db")
    assert (again.of(View()), again.of(View(query="quai")), again.of(View("oldest"))) == (
        Place("a", 3),
        Place("b", 0),
        None,
    )
    one.keep(View(), None)
    assert one.of(View()) is None
    for number in range(120):
        one.keep(View(query=str(number)), Place("x", 0))
    assert len(remembered.table("places")) == 100
    assert one.of(View(query="119")) == Place("x", 0)


@pytest.mark.parametrize(
    "value", ["text", [1, 2], [["a"]], [[{}, 1]], [["a", "newest", "", "", "key", "no line"]]]
)
def test_broken_places_are_none(tmp_path: Path, value: object) -> None:
    """Whatever stands in the file in their place, the list begins at its beginning."""
    (tmp_path / "screen.json").write_text(json.dumps({"places": value}))
    assert Places(Remembered(tmp_path), Path("/a")).of(View()) is None


def test_width_of_the_column_comes_back(archive: Path, tmp_path: Path) -> None:
    """The column is as wide as it was left; a width that nobody could read in is none."""
    folders = Folders(tmp_path)

    async def leave(pilot: Driver) -> None:
        await press(pilot, "enter")
        await until(pilot, lambda: reading(pilot).furniture.post.width)
        await press(pilot, "minus", "minus")

    async def find(pilot: Driver) -> None:
        await press(pilot, "enter")
        assert reading(pilot).furniture.post.wanted == wanted

    wanted = 64
    drive(ReaderApp(archive, folders), leave)
    drive(ReaderApp(archive, folders), find)
    Remembered(tmp_path).keep("column", -5)
    wanted = 24
    drive(ReaderApp(archive, folders), find)
