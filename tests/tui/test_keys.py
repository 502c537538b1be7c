"""What each key and the mouse do, pane by pane."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Static

from reader.tui.app import ReaderApp
from reader.tui.comments import CommentsView, Reasons
from reader.tui.help import HelpScreen, Sheet
from reader.tui.post import PostView
from reader.tui.posts import PostList, YearBar

from . import blogs
from .screens import Driver, drive, lines, place_of, press, reading, style_of, text, until


def test_keys_of_the_list(archive: Path) -> None:
    """Every key of the list moves the cursor where it says, and the cursor stays in sight."""

    async def steps(pilot: Driver) -> None:
        posts = reading(pilot).query_one(PostList)
        places = []
        for key in ("down", "j", "up", "k", "end", "home", "G", "g", "pagedown", "pageup"):
            await press(pilot, key)
            places.append(posts.cursor)
            assert any("▌" in line for line in lines(pilot))
        assert places[:8] == [1, 2, 1, 0, 32, 0, 32, 0]
        assert places[8] > 10
        assert places[9] == 0
        assert lines(pilot)[3] == "  2007  1 post"

    drive(ReaderApp(archive), steps)


def test_orders_of_the_list(archive: Path) -> None:
    """The key o goes through all orders; the cursor stays on its post, only dates have headings."""

    async def steps(pilot: Driver) -> None:
        posts = reading(pilot).query_one(PostList)
        await press(pilot, "j")
        seen = []
        for words in ("oldest first", "by title", "most comments first", "by blog", "newest first"):
            await press(pilot, "o")
            await until(pilot, lambda words=words: words in text(pilot))  # type: ignore[misc]  # a str
            current = posts.current
            assert current is not None
            assert current.title == blogs.GARDEN
            seen.append("2006  2 posts" in text(pilot) or "2004  28 posts" in text(pilot))
        assert seen == [True, False, False, False, True]

    drive(ReaderApp(archive), steps)


def test_mouse_in_the_list(archive: Path) -> None:
    """A click selects, a click on the selected post opens it, and a year in the bar goes to that year."""

    async def steps(pilot: Driver) -> None:
        posts = reading(pilot).query_one(PostList)
        await pilot.click(offset=place_of(pilot, "Bread without"))
        assert posts.cursor == 2
        assert reading(pilot).post is None
        x, y = place_of(pilot, "▌")
        await pilot.click(offset=(x + 5, y))
        assert reading(pilot).post is not None
        await press(pilot, "escape")
        x, y = place_of(pilot, "2004 ")
        x, y = next((line.index("2004 "), y) for y, line in enumerate(lines(pilot)) if "/ 33" in line)
        await pilot.click(offset=(x + 1, y))
        await pilot.pause()
        assert posts.current_year == "2004"
        assert "2004  28 posts" in text(pilot)
        assert style_of(pilot, "█").color == style_of(pilot, "▌").color
        before = posts.top
        await pilot._post_mouse_events([_wheel_up()], offset=(10, 10))
        await pilot.pause()
        assert posts.top < before

    drive(ReaderApp(archive), steps)


def _wheel_up() -> type:
    from textual.events import MouseScrollUp

    return MouseScrollUp


def test_keys_of_the_post(archive: Path) -> None:
    """The keys of the post scroll it and set its column, which is never wider than the pane."""

    async def steps(pilot: Driver) -> None:
        await press(pilot, "enter")
        view = reading(pilot).query_one(PostView)
        assert view.place.width == 56
        tops = []
        for key in ("down", "j", "up", "k", "pagedown", "space", "pageup", "end", "home", "G", "g"):
            await press(pilot, key)
            tops.append(view.top)
        last = view.lines - view.height
        assert tops[:4] == [1, 2, 1, 0]
        assert 0 < tops[4] < tops[5] <= last
        assert tops[7:] == [last, 0, last, 0]
        await press(pilot, "plus", "plus", "plus")
        assert view.place.width == 56
        await press(pilot, "minus", "minus")
        assert view.place.width == 48
        assert max(len(line.strip()) for line in lines(pilot)[5:-1]) <= 49

    drive(ReaderApp(archive), steps, (61, 14))


def test_column_keeps_the_place(archive: Path) -> None:
    """Other widths, one after another, leave the word at the top of the screen on the top line."""

    async def steps(pilot: Driver) -> None:
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(reading(pilot).focused, PostView))
        await press(pilot, *["j"] * 6)
        first = "attend, et"
        await until(pilot, lambda: " ".join(lines(pilot)[5].split()[1:3]) == first)
        await press(pilot, "minus", "minus", "minus", "minus", "plus", "minus")
        await until(pilot, lambda: first in lines(pilot)[5])

    drive(ReaderApp(archive), steps, (61, 12))


def test_header_has_one_height(archive: Path) -> None:
    """The text of a post begins on the same line, however long its title is."""

    async def steps(pilot: Driver) -> None:
        await press(pilot, "enter")
        long = next(y for y, line in enumerate(lines(pilot)) if "Ce qui reste des gares" in line)
        await press(pilot, "escape", "j", "enter")
        short = next(y for y, line in enumerate(lines(pilot)) if "Il pleut" in line)
        assert long == short

    drive(ReaderApp(archive), steps)


def test_keys_of_the_comments(archive: Path) -> None:
    """The keys of the comments move the focus through the thread."""

    async def steps(pilot: Driver) -> None:
        await press(pilot, "enter", "c")
        view = reading(pilot).query_one(CommentsView)
        seen = []
        for key in ("j", "j", "u", "k", "}", "{", "G", "g", "end", "home", "j", "l", "l", "h", "J", "K"):
            await press(pilot, key)
            assert view.focused_comment is not None
            seen.append(view.focused_comment.position)
        assert seen == [2, 3, 2, 1, 5, 1, 5, 1, 5, 1, 2, 4, 5, 1, 5, 1]
        await press(pilot, "down", "down", "up", "pagedown", "pageup")
        assert view.top == 1

    drive(ReaderApp(archive), steps, (60, 14))


@pytest.mark.parametrize(
    ("fold", "unfold", "words"),
    [
        ("space", "space", "▸ 1 answer · Bruno Delmas, 3 May 2006"),
        ("z", "Z", "▸ 3 answers · last by ~lucie, 9 May 2006"),
    ],
)
def test_folding_keeps_the_focused_comment(archive: Path, fold: str, unfold: str, words: str) -> None:
    """A folded branch is one line that says what it hides; the focused comment stays on its line."""

    async def steps(pilot: Driver) -> None:
        await press(pilot, "enter", "c", "j" if fold != "z" else "}")
        view = reading(pilot).query_one(CommentsView)
        line = view.focused_line
        assert line > 0
        await press(pilot, fold)
        assert words in text(pilot)
        assert view.focused_line == line
        await press(pilot, unfold)
        assert words not in text(pilot)
        assert view.focused_line == line

    drive(ReaderApp(archive), steps)


def test_focus_hidden_by_a_fold_goes_to_it(archive: Path) -> None:
    """When everything is folded, the comment above takes the focus, at the top where it belongs."""

    async def steps(pilot: Driver) -> None:
        await press(pilot, "enter", "c", "j", "j", "z")
        view = reading(pilot).query_one(CommentsView)
        assert view.focused_comment is not None
        assert view.focused_comment.position == 1
        assert view.focused_line == 0

    drive(ReaderApp(archive), steps)


def test_click_on_a_head_folds(archive: Path) -> None:
    """Enter or a click on the head of a comment folds its answers, a click on the fold opens it."""

    async def steps(pilot: Driver) -> None:
        await press(pilot, "enter", "c", "enter", "enter")
        await pilot.click(offset=place_of(pilot, "Bruno Delmas"))
        await pilot.pause()
        await pilot.click(offset=place_of(pilot, "3 answers"))
        await pilot.pause()
        assert "3 answers" not in text(pilot)
        assert "Anne, elle marche." in text(pilot)

    drive(ReaderApp(archive), steps)


@pytest.mark.slow
def test_five_thousand_comments(crowded: Path) -> None:
    """In a long thread, folds keep the focused comment's line, even where little is left to scroll."""

    async def steps(pilot: Driver) -> None:
        await press(pilot, "enter", "c")
        view = reading(pilot).query_one(CommentsView)
        for keys in (("}", "space"), ("space",), ("G", "k", "z"), ("Z",)):
            *before, last = keys
            if before:
                await press(pilot, *before)
            line = view.focused_line
            await press(pilot, last)
            assert view.focused_line == line
        assert "»" in text(pilot)

    drive(ReaderApp(crowded), steps)


def test_reasons_follow_the_focus(archive: Path) -> None:
    """The key i says why something was guessed, for the post or for the focused comment."""

    async def steps(pilot: Driver) -> None:
        await press(pilot, "enter", "i")
        assert blogs.WHY_DATE[:40] in text(pilot)
        await press(pilot, "c")
        assert "nothing is guessed here" in text(pilot)
        await press(pilot, "j", "j")
        assert blogs.WHY_REPLY[:40] in text(pilot)
        await press(pilot, "escape")
        assert not reading(pilot).query_one(Reasons).display
        assert reading(pilot).place == "comments"

    drive(ReaderApp(archive), steps)


def test_guesses_look_different(archive: Path) -> None:
    """What was guessed has a sign, and the colour of guesses, which nothing else has."""

    async def steps(pilot: Driver) -> None:
        await press(pilot, "enter")
        assert "~12 January 2007" in text(pilot)
        assert "~Anne Roche" not in text(pilot)
        guess = style_of(pilot, "~12 January").color
        await press(pilot, "c")
        assert "~lucie" in text(pilot)
        assert "◆ Anne Roche" in text(pilot)
        assert style_of(pilot, "~lucie").color == guess
        assert style_of(pilot, "╰╌ Bruno").color == guess
        assert style_of(pilot, "├─ ◆").color != guess
        assert style_of(pilot, "lucie").color != guess
        assert "6 declared by the page, 5 found" in text(pilot)

    drive(ReaderApp(archive), steps)


def test_copying(archive: Path) -> None:
    """Words dragged over with the mouse are copied in one line; else the post, or the focused comment."""

    async def steps(pilot: Driver) -> None:
        await press(pilot, "enter")
        x, y = place_of(pilot, "billet de Loïc¹")
        await pilot.mouse_down(offset=(x, y))
        end = place_of(pilot, "d’écrire.")
        await pilot.hover(offset=(end[0] + 7, end[1]))
        await pilot.mouse_up(offset=(end[0] + 7, end[1]))
        await press(pilot, "y")
        words = "billet de Loïc sur les petites gares [sic], et son carnet m’a donné envie d’écrire"
        assert pilot.app.clipboard in (words, words[:-1])
        reading(pilot).clear_selection()
        await press(pilot, "y")
        assert pilot.app.clipboard == blogs.BODY
        await press(pilot, "c", "j", "y")
        assert pilot.app.clipboard == "Et l’horloge ?"

    drive(ReaderApp(archive), steps)


def test_help_is_made_of_the_keys(archive: Path) -> None:
    """Help shows the keys of the focused pane first, with words for each, then those that work everywhere."""

    async def steps(pilot: Driver) -> None:
        await press(pilot, "enter", "question_mark")
        screen = pilot.app.screen
        assert isinstance(screen, HelpScreen)
        words = str(screen.query_one(Static).render())
        assert words.startswith("Post\n")
        assert "Wider column" in words
        assert "Next post" not in words
        assert words.index("Wider column") < words.index("Everywhere") < words.index("Quit")
        await press(pilot, "j", "escape")
        assert pilot.app.screen is reading(pilot)

    drive(ReaderApp(archive), steps)


def test_help_keeps_its_columns(archive: Path) -> None:
    """However narrow the screen is, what keys do stands beside them and never below."""

    async def steps(pilot: Driver) -> None:
        await press(pilot, "question_mark")
        sheet = pilot.app.screen.query_one(Sheet)
        await until(pilot, lambda: "Newest, oldest" in text(pilot) or "newest, oldest" in text(pilot))
        lines = str(sheet.render()).splitlines()
        column = next(line.index("Open") for line in lines if line.strip().startswith("↵"))
        for line in lines[1 : lines.index("")]:
            assert line[:column].endswith("  ")
            assert line[column] != " "

    drive(ReaderApp(archive), steps, (60, 20))


def test_palette_knows_actions_looks_and_posts(archive: Path) -> None:
    """Everything can be found by its name: an action, a look, a post by its title."""

    async def steps(pilot: Driver) -> None:
        await press(pilot, "ctrl+p", *"paper")
        await until(pilot, lambda: "Look: paper" in text(pilot) and "A page" not in text(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: pilot.app.screen is reading(pilot) and pilot.app.theme == "paper")
        await press(pilot, "ctrl+p", *"jard")
        await until(pilot, lambda: f"{blogs.GARDEN} · 30 November 2006" in text(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: "Rien à faire" in text(pilot))
        await press(pilot, "ctrl+p", *"crumb")
        await until(pilot, lambda: "Crumbs · 1 post" in text(pilot))
        await press(pilot, "enter")
        await until(pilot, lambda: "1 of 33 posts" in text(pilot) and "Bread without" in text(pilot))

    drive(ReaderApp(archive), steps)


def test_themes(archive: Path) -> None:
    """Each look tells guesses, the accent and muted text apart; that of the terminal has its colours only."""

    async def steps(pilot: Driver) -> None:
        await press(pilot, "enter", "c", "j")
        for theme in ("paper", "charcoal", "terminal"):
            pilot.app.theme = theme
            await pilot.pause()
            inks = [style_of(pilot, words).color for words in ("~lucie", "◆", "9 May", "▌")]
            assert len(set(inks)) == 3
            assert inks[1] == inks[3]
            assert {ink is not None and ink.triplet is None for ink in inks} == {theme == "terminal"}

    drive(ReaderApp(archive), steps)


def test_no_color(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With NO_COLOR set, nothing has a colour, and what matters has a sign."""
    monkeypatch.setenv("NO_COLOR", "1")

    async def steps(pilot: Driver) -> None:
        await press(pilot, "enter", "c")
        svg = pilot.app.export_screenshot()
        assert pilot.app.theme == "terminal"
        assert "~lucie" in text(pilot)
        assert "#e3a457" not in svg.lower()
        assert {colour.name for colour in _colours(pilot)} <= {"default"}

    drive(ReaderApp(archive), steps)


def _colours(pilot: Driver) -> list:  # type: ignore[type-arg]  # of rich colours
    filters = pilot.app.get_line_filters()
    from textual.color import Color

    found = []
    for strip in pilot.app.screen._compositor.render_strips():
        for segment in strip.apply_filter(filters[-1], Color(0, 0, 0)):
            if segment.style is not None:
                found += [
                    colour for colour in (segment.style.color, segment.style.bgcolor) if colour is not None
                ]
    return found


def test_year_bar_survives_odd_years() -> None:
    """Years that cannot be are left out of the bar, and a year far off does not squeeze the others."""
    from reader.tui.posts.years import _grouped, _span

    assert _span({"200": 1, "none": 2}) == []
    assert _span({"2004": 1, "2007": 1}) == ["2004", "2005", "2006", "2007"]
    assert _span({"0001": 1, "2007": 1}) == ["0001", "2007"]
    assert [list(group) for group in _grouped(["a", "b", "c"], 2)] == [["a", "b"], ["c"]]


def test_keys_can_be_clicked(archive: Path) -> None:
    """A click on a key at the foot does what the key does, and q ends the app."""
    app = ReaderApp(archive)

    async def steps(pilot: Driver) -> None:
        await pilot.click(offset=place_of(pilot, "/ search"))
        await pilot.pause()
        assert "esc one step back" in text(pilot)
        assert reading(pilot).query_one(YearBar).display
        await press(pilot, "escape")
        assert app.is_running
        await pilot.press("q")

    drive(app, steps)
    assert not app.is_running
