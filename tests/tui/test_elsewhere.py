"""The screens that lead away from a post and back: everything by a person, all marks, posts like it, exports."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from reader.tui.app import ReaderApp
from reader.tui.comments import CommentsView
from reader.tui.exporting import ExportPrompt
from reader.tui.marking.list import MarksList
from reader.tui.marking.screen import MarksScreen
from reader.tui.people import PersonScreen
from reader.tui.people.list import WritingList, summary
from reader.tui.search import SearchPane
from reader.tui.search.facets import FacetsView
from reader.tui.similar import SimilarScreen

from . import blogs
from .screens import Driver, burst, drive, lines, look_for, looks_like, place_of, press, reading, text, until


async def at_person(pilot: Driver) -> WritingList:
    """What a person wrote, when it has been found."""
    assert isinstance(pilot.app.screen, PersonScreen)
    view = pilot.app.screen.query_one(WritingList)
    await until(pilot, lambda: view.count)
    return view


def test_everything_by_a_person(archive: Path) -> None:
    """All of somebody's posts and comments, at each width; every key moves; Enter reads, Esc goes back."""

    async def steps(pilot: Driver) -> None:
        await press(pilot, "enter", "A")
        view = await at_person(pilot)
        await looks_like(pilot, "person-200x50")
        for size in ((120, 30), (80, 24), (60, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await looks_like(pilot, f"person-{size[0]}x{size[1]}")
        places = []
        for key in ("down", "j", "up", "k", "end", "home", "G", "g", "pagedown", "pageup"):
            await press(pilot, key)
            places.append(view.cursor)
        assert places[:8] == [1, 2, 1, 0, 31, 0, 31, 0]
        assert places[8] > 5
        assert places[9] == 0
        x, y = place_of(pilot, "2004 ")
        x, y = next((line.index("2004 "), y) for y, line in enumerate(lines(pilot)) if "/ 32" in line)
        await pilot.click(offset=(x + 1, y))
        await pilot.pause()
        assert view.current_year == "2004"
        await press(pilot, "g", "j", "j", "enter")
        assert pilot.app.screen is reading(pilot)
        focused = reading(pilot).query_one(CommentsView).focused_comment
        assert (reading(pilot).place, focused.position if focused else None) == ("comments", 2)

    drive(ReaderApp(archive), steps, (200, 50))


def test_the_author_of_a_comment(archive: Path) -> None:
    """In the comments, the person is whoever wrote the focused one; an unsigned text has nobody."""

    async def steps(pilot: Driver) -> None:
        await press(pilot, "enter", "c", "A")
        view = await at_person(pilot)
        assert view.count == 2
        assert "Bruno Delmas" in lines(pilot)[0]
        assert "2 comments" in text(pilot)
        await press(pilot, "escape", "escape", "escape", "end", "A")
        assert pilot.app.screen is reading(pilot)
        assert "Nobody has signed this" in text(pilot)

    drive(ReaderApp(archive), steps)


@pytest.mark.parametrize(
    ("counts", "words"),
    [((1, 0, 1), "1 post"), ((3, 12, 2), "3 posts and 12 comments on 2 blogs"), ((0, 0, 0), "nothing")],
)
def test_summary(counts: tuple[int, int, int], words: str) -> None:
    """What somebody wrote, in a sentence."""
    assert summary(*counts) == words


def test_all_marks(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The marks are listed, read, exported as text and taken away."""
    monkeypatch.chdir(tmp_path)

    async def steps(pilot: Driver) -> None:
        marks = reading(pilot).marks
        await press(pilot, "M")
        assert "Nothing is marked yet" in text(pilot)
        await press(
            pilot,
            "escape",
            "j",
            "asterisk",
            "t",
            *"eau",
            "enter",
            "g",
            "enter",
            "c",
            "j",
            "e",
            *"bien",
            "enter",
        )
        await press(pilot, "M")
        assert isinstance(pilot.app.screen, MarksScreen)
        assert pilot.app.screen.query_one(MarksList).lines == 6
        pilot.app.clear_notifications()
        for size in ((200, 50), (120, 30), (80, 24), (60, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await looks_like(pilot, f"marks-{size[0]}x{size[1]}")
        await press(pilot, "x", "enter")
        assert "#eau" in (tmp_path / "marks.txt").read_text("utf-8")
        shown = "".join(letter for letter in text(pilot) if letter not in "▌ \n")
        assert str(tmp_path / "marks.txt") in shown
        await press(pilot, "j", "k", "end", "d")
        assert marks.tags("garden") == ()
        await press(pilot, "home", "enter")
        focused = reading(pilot).query_one(CommentsView).focused_comment
        assert focused is not None
        assert focused.position == 2

    drive(ReaderApp(archive), steps, (200, 50))


def test_posts_like_this_one(sample_archive: Path) -> None:
    """Posts that share words are listed, and one of them is read; what is typed right behind Enter is for it."""

    async def steps(pilot: Driver) -> None:
        await look_for(pilot, "farine")
        await press(pilot, "down", "enter")
        before = reading(pilot).post
        await press(pilot, "L")
        assert isinstance(pilot.app.screen, SimilarScreen)
        await until(pilot, lambda: "▌" in text(pilot))
        await burst(pilot, "enter", "c")
        await until(pilot, lambda: reading(pilot).place == "comments")
        after = reading(pilot).post
        assert before is not None
        assert after is not None
        assert after.id != before.id

    drive(ReaderApp(sample_archive), steps)


def test_posts_like_this_one_look_as_they_should(archive: Path) -> None:
    """The nearest posts with the words that they share, at each width."""

    async def steps(pilot: Driver) -> None:
        await press(pilot, "enter", "L")
        await until(pilot, lambda: "▌" in text(pilot))
        for size in ((200, 50), (120, 30), (80, 24), (60, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await looks_like(pilot, f"similar-{size[0]}x{size[1]}")

    drive(ReaderApp(archive), steps)


def test_export_of_a_post_and_of_results(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The ending of the name says the format; results go to a folder, a file each; the path is shown."""
    monkeypatch.chdir(tmp_path)

    async def steps(pilot: Driver) -> None:
        await press(pilot, "X")
        assert "no results" in text(pilot)
        await press(pilot, "j", "x")
        box = pilot.app.screen.query_one(ExportPrompt).query_one(Input)
        assert box.value.endswith(".txt")
        box.value = "jardin.md"
        await press(pilot, "enter")
        await until(pilot, lambda: (tmp_path / "jardin.md").exists())
        assert (tmp_path / "jardin.md").read_text("utf-8").startswith(f"# {blogs.GARDEN}")

        # More than were fetched to be shown.
        monkeypatch.setattr(SearchPane, "FIRST_HITS", 1)
        await look_for(pilot, "attend")
        await until(pilot, lambda: ", 1 shown" in text(pilot))
        await until(pilot, lambda: reading(pilot).query_one(FacetsView).display)
        await press(pilot, "tab", "tab", "X")
        assert box.value == "attend/*.txt"
        box.value = "attend/*.html"
        await press(pilot, "enter")
        await until(pilot, lambda: len(list(tmp_path.glob("attend/*.html"))) == 2)
        await until(pilot, lambda: "2 files" in text(pilot))

        await press(pilot, "escape", "escape", "escape", "f", *"blog:Crumbs", "enter")
        await until(pilot, lambda: "of 33 posts" in text(pilot))
        await press(pilot, "X", "enter")
        await until(pilot, lambda: len(list(tmp_path.glob("blog-crumbs/*.txt"))) == 1)

    drive(ReaderApp(archive), steps, (130, 24))
