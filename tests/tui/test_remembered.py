"""What the screen remembers from one time to the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.tui.app import ReaderApp
from reader.tui.posts import PostList
from reader.tui.remembered import Folders, Remembered

from .screens import Driver, drive, press, reading, text, until


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
        await until(pilot, lambda: named in " ".join(text(pilot).split()))

    async def look(pilot: Driver) -> None:
        assert pilot.app.theme == "paper"

    drive(ReaderApp(archive, folders), choose, (100, 30))
    drive(ReaderApp(archive, folders), look)
