"""Views paint their lines and their scroll bars themselves, and nobody may see that."""

from __future__ import annotations

import gc
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from rich.cells import chop_cells
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from reader.tui import themes, tidying
from reader.tui.app import ReaderApp
from reader.tui.lineview import LineView

from .screens import MIDDLE, Driver, drive, look_for, press, reading, until


def cells(strips: Sequence[Strip]) -> list[list[tuple[str, Style]]]:
    """Each character with what can be seen of its style."""
    return [
        [
            (character, seen(character, style or Style()))
            for text, style, _ in strip
            for character in chop_cells(text, 1)
        ]
        for strip in strips
    ]


def seen(character: str, style: Style) -> Style:
    """A style without what Textual keeps in it for itself; a blank has no ink."""
    is_blank = character == " " and not (style.reverse or style.underline)
    looks = Style(bold=style.bold, italic=style.italic, underline=style.underline, reverse=style.reverse)
    return looks + Style.from_color(None if is_blank else style.color, style.bgcolor)


def assert_alike(view: LineView) -> None:
    """A view and its bar paint what Textual would paint for them, whole and in part."""
    bar = view.vertical_scrollbar
    for widget in (view, bar):
        width, height = widget.size
        for crop in (
            Region(0, 0, width, height),
            Region(0, 2, width, 3),
            Region(width // 2, 1, width - width // 2, 4),
        ):
            assert cells(widget.render_lines(crop)) == cells(Widget.render_lines(widget, crop))
            widget._styles_cache.clear()


@pytest.mark.parametrize("look", ["charcoal", "terminal", "no colours"])
def test_painted_as_by_textual(look: str, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Line for line and cell for cell, in every look, at every place, and after the look has changed."""
    if look == "no colours":
        monkeypatch.setenv("NO_COLOR", "1")

    async def steps(pilot: Driver) -> None:
        if look == "terminal":
            pilot.app.theme = themes.TERMINAL.name
        await look_for(pilot, "gare")
        await until(pilot, lambda: reading(pilot).list_pane.search.has_results)
        await press(pilot, "enter", "enter")
        views = [view for view in reading(pilot).query(LineView) if view.size.height > 8]
        assert len(views) > 2
        for view in views:
            assert_alike(view)
        await press(pilot, "c", "j", "end", "tab", "end", "ctrl+t")
        for view in views:
            assert_alike(view)

    drive(ReaderApp(archive), steps, size=MIDDLE)


def test_the_bar_takes_the_mouse(archive: Path) -> None:
    """A click below its thumb goes a page on, and the thumb can be dragged."""

    async def steps(pilot: Driver) -> None:
        posts = reading(pilot).posts
        bar = posts.region.right - 1
        await pilot.mouse_down(offset=(bar, posts.region.bottom - 1))
        await pilot.mouse_up(offset=(bar, posts.region.bottom - 1))
        await until(pilot, lambda: posts.top == posts.height)
        await pilot.mouse_down(offset=(bar, posts.region.y + 8))
        await pilot.hover(offset=(bar, posts.region.y + 2))
        await pilot.mouse_up(offset=(bar, posts.region.y + 2))
        await until(pilot, lambda: 0 < posts.top < posts.height)

    drive(ReaderApp(archive), steps)


def test_garbage_waits_for_a_pause(archive: Path) -> None:
    """All objects are looked through only when no key has come for a while, and only where some are new."""

    async def steps(pilot: Driver) -> None:
        app = pilot.app
        assert isinstance(app, ReaderApp)
        await until(pilot, lambda: gc.get_threshold()[2] > 1_000_000)
        await press(pilot, "j")
        gc.collect(1)
        assert not tidying.tidy(app.last_key)
        assert time.perf_counter() - app.last_key < 60
        assert tidying.tidy(app.last_key - 60)
        assert not tidying.tidy(app.last_key - 60)

    before = gc.get_threshold()
    drive(ReaderApp(archive), steps)
    gc.set_threshold(*before)
