"""The whole way through the real app: list, post, comments, search, hit, export; at three widths."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from reader.errors import ArchiveMissing
from reader.tui import run
from reader.tui.app import ReaderApp
from reader.tui.comments import CommentsView
from reader.tui.exporting import ExportPrompt
from reader.tui.post import PostView
from reader.tui.posts import PostList
from reader.tui.search import HitList, SearchBox
from reader.tui.search.facets import FacetsView
from tests.bare import write

from . import blogs
from .screens import (
    MIDDLE,
    NARROW,
    SMALL,
    WIDE,
    Driver,
    burst,
    drive,
    lines,
    look_for,
    looks_like,
    place_of,
    press,
    reading,
    style_of,
    text,
    until,
)

_OTHER_SIZES = [
    pytest.param(size, id=f"{size[0]}x{size[1]}", marks=pytest.mark.slow) for size in (NARROW, MIDDLE, WIDE)
]
_SIZES = [pytest.param(SMALL, id="80x24"), *_OTHER_SIZES]


@pytest.mark.parametrize("size", _SIZES)
def test_screens_look_as_they_should(archive: Path, size: tuple[int, int]) -> None:
    """List, post, comments and hits are laid out as they were agreed on, at each width."""
    name = f"{size[0]}x{size[1]}"

    async def steps(pilot: Driver) -> None:
        await looks_like(pilot, f"list-{name}")
        await press(pilot, "enter")
        await looks_like(pilot, f"post-{name}")
        await press(pilot, "c", "j", "j", "j")
        await press(pilot, "i")
        await looks_like(pilot, f"comments-{name}")
        await press(pilot, "escape", "d", "a")
        await looks_like(pilot, f"by-date-{name}")
        await press(pilot, "d", "a")
        await press(pilot, "escape", "escape")
        await look_for(pilot, "attend")
        await looks_like(pilot, f"hits-{name}")
        await press(pilot, "escape", "escape")
        await press(pilot, "f", *"note 1", "enter")
        await until(pilot, lambda: "28 of 33 posts" in text(pilot))
        await looks_like(pilot, f"filter-{name}")

    drive(ReaderApp(archive), steps, size)


@pytest.mark.parametrize("size", _SIZES)
def test_from_list_to_export_and_back(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    """A hit in a comment opens there, the post can be exported, and Esc leads back step by step."""
    monkeypatch.chdir(tmp_path)

    async def steps(pilot: Driver) -> None:
        screen = reading(pilot)
        await look_for(pilot, "photographier")
        await press(pilot, "enter")
        assert screen.place == "comments"
        focused = screen.query_one(CommentsView).focused_comment
        assert focused is not None
        assert focused.position == 4
        assert style_of(pilot, "photographier").bold

        await press(pilot, "x")
        await press(pilot, "enter")
        assert [path.suffix for path in tmp_path.iterdir()] == [".txt"]
        assert "Il faudrait la photographier." in next(tmp_path.iterdir()).read_text("utf-8")

        await press(pilot, "escape")
        assert isinstance(screen.focused, HitList)
        assert "1 hit" in text(pilot)
        await press(pilot, "escape")
        assert isinstance(screen.focused, PostList)
        assert "33 posts" in text(pilot)

    drive(ReaderApp(archive), steps, size)


def test_missing_archive_is_told_before_the_screen(tmp_path: Path) -> None:
    """An archive that is not there is an error for the command line to tell, and no screen opens."""
    with pytest.raises(ArchiveMissing):
        run(tmp_path / "none.db")


def test_opens_at_a_comment(archive: Path) -> None:
    """The app can begin at one comment of one post."""

    async def steps(pilot: Driver) -> None:
        await pilot.pause()
        focused = reading(pilot).query_one(CommentsView).focused_comment
        assert reading(pilot).place == "comments"
        assert focused is not None
        assert focused.author == "lucie"
        await press(pilot, "escape")
        current = reading(pilot).query_one(PostList).current
        assert current is not None
        assert current.key == "station"

    drive(ReaderApp(archive, open_at=(1, 4)), steps)


def test_opens_with_a_query(archive: Path) -> None:
    """The app can begin with a search."""

    async def steps(pilot: Driver) -> None:
        await until(pilot, lambda: "1 hit" in text(pilot))
        assert "A pan, a lid, and patience." in text(pilot)

    drive(ReaderApp(archive, query="patience"), steps)


def test_unknown_post_is_told(archive: Path) -> None:
    """A post that is not in the archive gives a notice, and the list stays."""

    async def steps(pilot: Driver) -> None:
        await until(pilot, lambda: "No post in" in text(pilot))
        assert reading(pilot).post is None

    drive(ReaderApp(archive, open_at=(999, None)), steps)


def test_empty_archive_says_how_to_import(tmp_path: Path) -> None:
    """An archive without posts is no error; one line says what to do."""
    path = write(tmp_path / "empty.db", [])

    async def steps(pilot: Driver) -> None:
        assert "reader import" in text(pilot)
        await press(pilot, "enter", "j", "G", "x", "o", "c")
        assert reading(pilot).post is None

    drive(ReaderApp(path), steps, WIDE)


def test_damage_becomes_one_notice(archive: Path, tmp_path: Path) -> None:
    """A post that cannot be read gives one notice, and the app goes on."""
    import sqlite3

    path = tmp_path / "damaged.db"
    path.write_bytes(archive.read_bytes())
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("UPDATE posts SET marks = 'no json' WHERE id = 1")
    connection.commit()
    connection.close()

    async def steps(pilot: Driver) -> None:
        await press(pilot, "enter", "enter", "enter")
        assert len(pilot.app._notifications) == 1
        assert reading(pilot).post is None
        await press(pilot, "down", "down", "enter")
        assert reading(pilot).post is not None

    drive(ReaderApp(path), steps)


def test_export_that_fails_is_told(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An export to what is a folder gives a sentence, not a crash."""
    monkeypatch.chdir(tmp_path)

    async def steps(pilot: Driver) -> None:
        await press(pilot, "x")
        pilot.app.screen.query_one(ExportPrompt).query_one(Input).value = str(tmp_path)
        await press(pilot, "enter")
        assert len(pilot.app._notifications) == 1
        assert list(tmp_path.iterdir()) == []
        await press(pilot, "x", "escape")
        assert isinstance(reading(pilot).focused, PostList)

    drive(ReaderApp(archive), steps)


def test_panes_by_width(archive: Path) -> None:
    """One pane below 100 columns, post and comments together up to 120, the list beside them above."""

    def shown(pilot: Driver) -> list[str]:
        return [
            name
            for name in ("list-pane", "post-pane", "comments-pane")
            if any(pane.display for pane in reading(pilot).query(f"#{name}"))
        ]

    async def steps(pilot: Driver) -> None:
        assert shown(pilot) == ["list-pane"]
        await press(pilot, "enter")
        assert shown(pilot) == ["list-pane", "post-pane", "comments-pane"]
        await press(pilot, "b")
        assert shown(pilot) == ["post-pane", "comments-pane"]
        await press(pilot, "escape")
        assert shown(pilot) == ["list-pane", "post-pane", "comments-pane"]
        await press(pilot, "tab")
        assert reading(pilot).place == "post"
        await pilot.resize_terminal(110, 30)
        await until(pilot, lambda: shown(pilot) == ["post-pane", "comments-pane"])
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: shown(pilot) == ["post-pane"])
        await press(pilot, "escape")
        assert shown(pilot) == ["list-pane"]

    drive(ReaderApp(archive), steps, (140, 40))


def test_focused_pane_has_the_accent(archive: Path) -> None:
    """The line over the pane where the keys go is heavier and in the accent."""

    async def steps(pilot: Driver) -> None:
        await press(pilot, "enter", "tab")
        first = lines(pilot)[0]
        assert first.count("━") > 30
        assert first.count("─") > 30
        assert first.endswith("━")
        assert style_of(pilot, "━").color != style_of(pilot, "─").color

    drive(ReaderApp(archive), steps, WIDE)


def test_search_opens_where_it_was_found(archive: Path) -> None:
    """A hit in a long post is on the screen, what was found in the accent, and n goes on."""

    async def steps(pilot: Driver) -> None:
        await look_for(pilot, "pièce attend")
        await press(pilot, "enter")
        view = reading(pilot).query_one(PostView)
        assert view.top > 0
        assert any("dans une seule pièce" in line for line in lines(pilot))
        assert style_of(pilot, "pièce").bold
        assert view.matches == (3, 4)
        await press(pilot, "n", "n")
        assert view.matches == (1, 4)
        assert view.top < 10
        await press(pilot, "N")
        assert view.matches == (4, 4)
        await press(pilot, "g", "n")
        assert view.matches == (1, 4)

    drive(ReaderApp(archive), steps, (60, 14))


def test_header_leaves_out_the_hour_before_it_cuts(tmp_path: Path) -> None:
    """Where author, date and blog do not fit, the day and the blog are there all the same."""
    archive = write(tmp_path / "a.db", [blogs.post("one", "Midi", "Rien.", published="2006-05-02T22:59")])

    async def steps(pilot: Driver) -> None:
        await press(pilot, "enter")
        assert "Anne Roche · 2 May 2006, 22:59 · Carnet de quais" in text(pilot)
        await pilot.resize_terminal(48, 24)
        await until(pilot, lambda: "Anne Roche · 2 May 2006 · Carnet de quais" in text(pilot))

    drive(ReaderApp(archive), steps, size=(60, 24))


@pytest.mark.parametrize(("width", "is_furnished"), [(80, True), (160, True), (80, False)])
def test_keys_go_to_the_post_that_is_being_opened(
    archive: Path, width: int, is_furnished: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is typed right after Enter is for the post or the comments, and moves neither list nor hits."""
    if not is_furnished:
        monkeypatch.setattr("reader.tui.reading.screen._UNTIL_PAINTED", 1000)

    async def steps(pilot: Driver) -> None:
        screen = reading(pilot)
        await burst(pilot, "enter", "j", "j", "c", "j")
        comments = screen.furniture.comments
        await until(pilot, lambda: comments.has_focus and comments.focus_place == 1)
        assert screen.posts.cursor == 0
        post = screen.furniture.post
        assert post.top == min(2, post.max_scroll_y)
        await look_for(pilot, "gare")
        await press(pilot, "enter")
        hits = screen.query_one(HitList)
        await until(pilot, lambda: hits.has_focus)
        await burst(pilot, "enter", "j", "j")
        await until(pilot, lambda: screen.place != "list")
        assert hits.cursor == 0

    drive(ReaderApp(archive), steps, size=(width, 24), is_furnished=is_furnished)


def test_results_are_as_they_were(archive: Path) -> None:
    """Coming back from a hit, the cursor is on it and the query is in the box."""

    async def steps(pilot: Driver) -> None:
        await look_for(pilot, "quai")
        await press(pilot, "down", "down", "down", "enter")
        assert reading(pilot).place == "post"
        await press(pilot, "escape")
        hits = reading(pilot).query_one(HitList)
        assert hits.cursor == 3
        assert reading(pilot).query_one(SearchBox).value == "quai"
        await press(pilot, "j", "G", "k", "home", "pagedown", "pageup", "g")
        assert hits.cursor == 0

    drive(ReaderApp(archive), steps)


@pytest.mark.parametrize("is_furnished", [True, False])
def test_enter_before_the_hits_are_there(
    archive: Path, is_furnished: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Enter right after the last letter reads the first hit as soon as it is found."""
    if not is_furnished:
        monkeypatch.setattr("reader.tui.reading.screen._UNTIL_PAINTED", 1000)

    async def steps(pilot: Driver) -> None:
        await press(pilot, "slash", *"tomates", "enter")
        await until(pilot, lambda: reading(pilot).post is not None)
        assert blogs.GARDEN in text(pilot)

    drive(ReaderApp(archive), steps, is_furnished=is_furnished)


def test_nothing_found_is_said(archive: Path) -> None:
    """A search without hits says so, and emptying the box brings the list back."""

    async def steps(pilot: Driver) -> None:
        await look_for(pilot, "xyzzy")
        assert "Nothing found." in text(pilot)
        await press(pilot, *["backspace"] * 5)
        assert "33 posts" in text(pilot)
        await press(pilot, "escape")
        assert isinstance(reading(pilot).focused, PostList)

    drive(ReaderApp(archive), steps)


def test_click_on_a_hit(archive: Path) -> None:
    """A click selects a hit, one more opens it."""

    async def steps(pilot: Driver) -> None:
        await look_for(pilot, "quai")
        await until(pilot, lambda: reading(pilot).query_one(FacetsView).display)
        x, y = place_of(pilot, "Note 27")
        await pilot.click(offset=(x, y))
        current = reading(pilot).query_one(HitList).current
        assert current is not None
        assert current.title == "Note 27"
        assert reading(pilot).post is None
        await pilot.click(offset=(x, y + 1), times=2)
        assert reading(pilot).post is not None

    drive(ReaderApp(archive), steps, (80, 30))
