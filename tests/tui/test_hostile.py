"""An archive that wants to steer the terminal or the app is shown as harmless text."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from reader.text import safe_line
from reader.tui.app import ReaderApp
from reader.tui.search import SearchBox
from tests.bare import write

from . import blogs
from .screens import Driver, drive, lines, look_for, press, reading, text, until

_FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_PILE = 9


def assert_harmless(pilot: Driver) -> None:
    """No control character is on the screen, and no pile of marks that breaks a line."""
    shown = text(pilot)
    assert _FORBIDDEN.search(shown) is None
    run = 0
    for character in shown:
        run = run + 1 if unicodedata.combining(character) else 0
        assert run < _PILE


def test_every_screen_is_harmless(hostile: Path) -> None:
    """In list, post, comments, reasons, folds, hits and the clipboard, nothing but text arrives."""

    async def steps(pilot: Driver) -> None:
        assert_harmless(pilot)
        reading(pilot).open_post(1)
        await press(pilot, "c", "i")
        for number in range(len(blogs.ATTACKS)):
            reading(pilot).open_post(number + 1, comment=2)
            await pilot.pause()
            assert reading(pilot).post is not None
            assert_harmless(pilot)
            reading(pilot).action_copy()
            assert _FORBIDDEN.search(pilot.app.clipboard) is None
        await press(pilot, "z")
        assert_harmless(pilot)
        await look_for(pilot, "mot")
        assert_harmless(pilot)
        assert pilot.app.is_running

    drive(ReaderApp(hostile), steps, (130, 40))


def test_endless_lines(tmp_path: Path) -> None:
    """A line of five million letters, as a title, a body and a comment, opens, scrolls and is searched through."""
    endless = "x" * 5_000_000
    comments = (blogs.comment(1, endless[:50_000], endless[:1_000_000]),)
    posts = [blogs.post("endless", endless[:1_000_000], f"{endless}y", comments=comments)]
    path = write(tmp_path / "archive.db", posts)

    async def steps(pilot: Driver) -> None:
        await press(pilot, "enter")
        view = reading(pilot).furniture.post
        assert view.lines > 60_000
        await press(pilot, "G", "slash", "y")
        assert view.matches == (1, 1)
        await press(pilot, "enter", "c", "G", "pagedown")
        assert max(len(line) for line in lines(pilot)) <= 80

    drive(ReaderApp(path), steps)


def test_markup_is_shown_letter_by_letter(hostile: Path) -> None:
    """What looks like markup stands on the screen as it is, in the title, the body and everywhere else."""

    async def steps(pilot: Driver) -> None:
        await press(pilot, "end", "enter")
        attack = blogs.ATTACKS["action"]
        assert text(pilot).count(attack) >= 4
        await press(pilot, "c")
        assert text(pilot).count(attack) >= 4

    drive(ReaderApp(hostile), steps, (110, 40))


def test_clicks_run_nothing(hostile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A click anywhere on an archived text does nothing but select and open."""
    monkeypatch.chdir(tmp_path)

    async def steps(pilot: Driver) -> None:
        await press(pilot, "end", "enter")
        attack = blogs.ATTACKS["action"]
        places = [(line.index(attack) + 8, y) for y, line in enumerate(lines(pilot)) if attack in line]
        assert len(places) > 4
        for place in places:
            await pilot.click(offset=place)
        assert pilot.app.is_running
        assert reading(pilot).post is not None
        assert list(tmp_path.iterdir()) == []

    drive(ReaderApp(hostile), steps, (110, 31))


def test_screenshot_and_key_actions_do_nothing(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The two actions of Textual that write files and press keys are off."""
    monkeypatch.chdir(tmp_path)

    async def steps(pilot: Driver) -> None:
        await pilot.app.run_action("app.screenshot('authorized_keys', '.')")
        await pilot.app.run_action("app.simulate_key('q')")
        await pilot.pause()
        assert pilot.app.is_running
        assert list(tmp_path.iterdir()) == []

    drive(ReaderApp(archive), steps)


def test_palette_shows_titles_as_text(hostile: Path) -> None:
    """A title in the palette is text, not markup."""

    async def steps(pilot: Driver) -> None:
        await press(pilot, "ctrl+p", *"click")
        await until(pilot, lambda: safe_line(blogs.ATTACKS["action"]) in text(pilot))
        assert_harmless(pilot)

    drive(ReaderApp(hostile), steps)


def test_notice_with_a_hostile_path(hostile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The name of a file is as foreign as any other text."""
    path = tmp_path / "\x1b[2J[b]archive.db"
    path.write_bytes(hostile.read_bytes())
    monkeypatch.chdir(tmp_path)

    async def steps(pilot: Driver) -> None:
        await until(pilot, lambda: "No post in" in text(pilot))
        assert_harmless(pilot)

    drive(ReaderApp(path, open_at=(999, None)), steps)


def test_pasted_control_characters_are_refused(archive: Path) -> None:
    """An escape sequence that is pasted into the search box, or asked for at the start, does not act."""

    async def steps(pilot: Driver) -> None:
        box = reading(pilot).query_one(SearchBox)
        assert "\x1b" not in box.value
        box.value = ""
        box.insert_text_at_cursor("gare\x1b[2J")
        assert box.value == ""
        box.insert_text_at_cursor("gare")
        assert box.value == "gare"

    drive(ReaderApp(archive, query="gare\x1b]52;c;x\x07"), steps)
