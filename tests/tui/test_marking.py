"""The keys that leave marks, and where the marks are seen."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import Input

from reader.tui.app import ReaderApp
from reader.tui.marking.prompt import MarkPrompt

from . import blogs
from .screens import Driver, drive, lines, look_for, press, reading, text, told, until


def test_marks_on_posts_and_comments(archive: Path, tmp_path: Path) -> None:
    """Star, note, tags and unread act on what the cursor is on; the next session finds them."""
    path = tmp_path / "marks.db"

    async def leave(pilot: Driver) -> None:
        marks = reading(pilot).marks
        await press(pilot, "j", "asterisk")
        assert marks.is_starred("garden")
        assert "★" in next(line for line in lines(pilot) if blogs.GARDEN in line)
        await press(pilot, "asterisk")
        assert not marks.is_starred("garden")
        await press(pilot, "g", "enter")
        assert marks.is_read("station")
        await press(pilot, "t", *"quai", "enter")
        assert marks.tags("station") == ("quai",)
        await press(pilot, "c", "j", "asterisk", "e", *"relire", "enter")
        assert marks.is_starred("station", 2)
        assert (marks.note("station", 2), marks.note("station")) == ("relire", "")
        assert reading(pilot).place == "comments"

    async def find(pilot: Driver) -> None:
        marks = reading(pilot).marks
        assert "✓" in lines(pilot)[4]
        await press(pilot, "U")
        assert "✓" not in lines(pilot)[4]
        assert not marks.is_read("station")
        await press(pilot, "enter", "c", "e")
        assert pilot.app.screen.query_one(MarkPrompt).query_one(Input).value == "relire"
        await press(pilot, "escape")
        assert not pilot.app.screen.query_one(MarkPrompt).display
        assert reading(pilot).place == "comments"

    drive(ReaderApp(archive, marks=path), leave)
    drive(ReaderApp(archive, marks=path), find)


def test_marks_are_seen_where_one_reads(archive: Path) -> None:
    """Star, note and tags stand over the post and at the comment, and go with the mark; nothing moves for them."""

    async def steps(pilot: Driver) -> None:
        await press(pilot, "enter")
        before = lines(pilot)
        await press(pilot, "asterisk", "t", *"quai, gare", "enter", "e", *"encore", "enter")
        await until(pilot, lambda: "✎ encore" in text(pilot))
        after = lines(pilot)
        assert next(line for line in after if "Ce qui reste" in line).lstrip().startswith("★ Ce qui")
        assert any("#gare #quai  ✎ encore" in line for line in after)
        # To the right of these lines are the scroll bar and the notices.
        assert [line[:36].rstrip() for line in after[6:-1]] == [line[:36].rstrip() for line in before[6:-1]]
        await press(pilot, "c", "j", "e", *"relire ceci", "enter", "asterisk")
        await until(pilot, lambda: "✎ relire ceci" in text(pilot))
        head = next(line for line in lines(pilot) if "✎ relire ceci" in line)
        assert "★ " in head.split("·")[0]
        await press(pilot, "asterisk")
        await until(pilot, lambda: "★" not in next(line for line in lines(pilot) if "✎ relire" in line))

    drive(ReaderApp(archive), steps, (80, 24))


def test_notes_at_any_width(archive: Path) -> None:
    """However narrow the thread is, the sign of a note is seen."""

    async def steps(pilot: Driver) -> None:
        await press(pilot, "enter", "c", "j", "e", *"relire ceci", "enter")
        for width in (120, 60, 40, 30):
            await pilot.resize_terminal(width, 20)
            await until(pilot, lambda: "✎" in text(pilot))

    drive(ReaderApp(archive), steps, (80, 24))


def test_marks_on_a_hit(archive: Path) -> None:
    """In the list of hits, the post of the hit is marked."""

    async def steps(pilot: Driver) -> None:
        await look_for(pilot, "patience")
        await press(pilot, "tab", "asterisk")
        assert set(reading(pilot).marks.starred_keys()) == {"bread"}

    drive(ReaderApp(archive), steps)


def test_marks_that_cannot_be_kept(archive: Path, tmp_path: Path) -> None:
    """A file that is none of ours is told at the start, and reading goes on."""
    path = tmp_path / "marks.db"
    path.mkdir()

    async def steps(pilot: Driver) -> None:
        await until(pilot, lambda: "not kept" in told(pilot))
        await press(pilot, "asterisk")
        assert reading(pilot).marks.is_starred("station")

    drive(ReaderApp(archive, marks=path), steps, (120, 30))
