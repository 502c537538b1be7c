"""Provenance on the screen: lines with their roles, the ways through them, the way back into the post."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.archive import open_archive
from reader.tui.app import ReaderApp
from reader.tui.comments import CommentsView
from reader.tui.source import SourceScreen
from reader.tui.source.accounts import AccountsView
from reader.tui.source.matching import line_with, offset_with
from reader.tui.source.view import SourceView

from . import blogs, dumps
from .screens import Driver, drive, lines, looks_like, press, reading, text, until


@pytest.fixture(scope="module")
def dumped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two posts of one page, one of them in a second dump too."""
    return dumps.write(tmp_path_factory.mktemp("source") / "archive.db")


async def at_source(pilot: Driver, *keys: str) -> SourceView:
    """The dump, as it is opened by some keys and `s`."""
    await press(pilot, *keys, "s")
    assert isinstance(pilot.app.screen, SourceScreen)
    view = pilot.app.screen.query_one(SourceView)
    await until(pilot, lambda: view._fetched(view.cursor) is not None)
    await pilot.pause()
    return view


def test_source_looks_as_it_should(dumped: Path) -> None:
    """Lines, roles, what was guessed and left out, and the line in full fit each width."""

    async def steps(pilot: Driver) -> None:
        await at_source(pilot, "enter")
        accounts = pilot.app.screen.query_one(AccountsView)
        await until(pilot, lambda: accounts.lines)
        await looks_like(pilot, "source-200x30")
        await press(pilot, "i")
        for size in ((120, 30), (80, 24), (60, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await looks_like(pilot, f"source-{size[0]}x{size[1]}")

    drive(ReaderApp(dumped), steps, (200, 30))


def test_keys_of_the_source(dumped: Path) -> None:
    """The keys move by line, by part and by what was left out; blank lines are no part."""

    async def steps(pilot: Driver) -> None:
        view = await at_source(pilot)
        assert view.cursor == 4
        seen = []
        for key in ("down", "k", "n", "n", "n", "N", "f", "F", "end", "home", "G", "g"):
            await press(pilot, key)
            seen.append(view.cursor)
        assert seen == [5, 4, 5, 7, 11, 9, 11, 2, 19, 1, 19, 1]
        assert "line 1 of 19 · furniture" in text(pilot)
        await press(pilot, "d")
        assert "quais/pluie.txt" in lines(pilot)[0]
        assert "2 of 2 dumps" in lines(pilot)[0]
        await press(pilot, "escape")
        assert pilot.app.screen is reading(pilot)

    drive(ReaderApp(dumped), steps, (120, 24))


def test_from_the_text_to_its_line_and_back(dumped: Path) -> None:
    """From a comment to its line, from any line to its place in the text, from a guess to its line."""

    async def steps(pilot: Driver) -> None:
        view = await at_source(pilot, "enter", "c", "j")
        assert view.cursor == 14
        assert f"~author: {blogs.WHY_AUTHOR}" in text(pilot)
        await press(pilot, "k", "k", "enter")
        screen = reading(pilot)
        assert pilot.app.screen is screen
        focused = screen.query_one(CommentsView).focused_comment
        assert (screen.place, focused.position if focused else None) == ("comments", 1)

        view = await at_source(pilot)
        await press(pilot, "end", "enter")
        assert isinstance(pilot.app.screen, SourceScreen)
        await press(pilot, "k", "enter")
        assert (screen.place, screen.post.title if screen.post else None) == ("post", "Le banc")

        view = await at_source(pilot)
        await until(pilot, lambda: view.cursor == 18)
        accounts = pilot.app.screen.query_one(AccountsView)
        await until(pilot, lambda: accounts.lines)
        await press(pilot, "tab", "end", "enter")
        assert view.cursor == 19

    drive(ReaderApp(dumped), steps, (130, 24))


def test_words_on_the_screen_are_found_in_their_line(archive: Path, tmp_path: Path) -> None:
    """A post that is scrolled opens its dump at the line whose words are at the top."""
    path = tmp_path / "archive.db"
    dumps.write(path)

    async def steps(pilot: Driver) -> None:
        await press(pilot, "enter", "j", "j", "j")
        assert "On attend" in reading(pilot).query_one("#post").words_at_top  # type: ignore[attr-defined]  # PostView
        view = await at_source(pilot)
        await until(pilot, lambda: view.cursor == 9)

    drive(ReaderApp(path), steps, (80, 8))


def test_no_line_steers_the_terminal(dumped: Path) -> None:
    """What a dump holds is shown, and nothing of it is done."""

    async def steps(pilot: Driver) -> None:
        await at_source(pilot)
        await press(pilot, "g", "j")
        assert "␛[2J[@click=app.quit]Contact[/]" in text(pilot)
        assert "\x1b" not in text(pilot)

    drive(ReaderApp(dumped), steps, (120, 24))


@given(st.text(max_size=200), st.lists(st.text(max_size=80), max_size=8))
def test_any_words_can_be_looked_for(words: str, texts: list[str]) -> None:
    """Whatever stands in a text or a dump, the place that is found is one that there is."""
    assert 0 <= line_with(words, texts) <= max(0, len(texts) - 1)
    for line in texts:
        assert 0 <= offset_with(line, words) <= len(words)


def test_words_are_found_through_markup() -> None:
    """Tags and line breaks between the words do not hide them."""
    html = ["<div>", "<p>Il pleut <b>depuis ce</b> matin,<br>et la gare est vide.</p>", "</div>"]

    assert line_with("Il pleut depuis ce matin, et la gare", html) == 1
    assert offset_with(html[1], "Un mot.\n\nIl pleut depuis ce matin, et la gare.") == 9


def test_dumps_of_the_sample_open(sample_archive: Path) -> None:
    """The dump of every sample post has a first line with a role."""
    with open_archive(sample_archive) as archive:
        from reader.archive import DumpLines, dumps_of, spans_of_post

        for post_id in archive.post_ids():
            (dump, *_) = dumps_of(archive, post_id)
            spans = spans_of_post(archive, dump.id, post_id)
            assert spans
            assert DumpLines(archive, dump).between(1, dump.lines)
