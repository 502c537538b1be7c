"""Driving the real app without a terminal, and reading its screen as plain lines."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from rich.style import Style
from textual import events
from textual.pilot import Pilot

from reader.tui.app import ReaderApp
from reader.tui.posts import PostList
from reader.tui.reading import ReadingScreen
from reader.tui.reading.listpane import ListPane
from reader.tui.search import SearchBox

NARROW, SMALL, MIDDLE, WIDE = (60, 20), (80, 24), (120, 36), (200, 50)

Driver = Pilot[None]
Steps = Callable[[Driver], Awaitable[None]]

_SCREENS = Path(__file__).with_name("data")
# Far longer than anything takes, in seconds; a test that waits so long has failed.
_PATIENCE = 20.0
_PAUSE = 0.003


def drive(app: ReaderApp, steps: Steps, size: tuple[int, int] = SMALL, *, is_furnished: bool = True) -> None:
    """Run an app of some size, and do some steps when its list is there, and all else that a key may ask for."""

    async def run() -> None:
        async with app.run_test(size=size, notifications=True) as pilot:
            await until(pilot, lambda: app.screen.query_one(PostList).is_complete)
            if is_furnished:
                await until(pilot, lambda: app._watch is not None)
            await steps(pilot)

    asyncio.run(run())


async def until(pilot: Driver, condition: Callable[[], object]) -> None:
    """Wait for something that a thread brings."""
    end = time.monotonic() + _PATIENCE
    while not condition():
        assert time.monotonic() < end, "it never came:\n" + text(pilot)
        await pilot.pause(_PAUSE)
    await pilot.pause()


def told(pilot: Driver) -> str:
    """All notices, whose lines break where paths of any length make them."""
    return " ".join(notice.message for notice in pilot.app._notifications)


async def press(pilot: Driver, *keys: str) -> None:
    """Press keys, and wait until the screen has taken their effect."""
    await pilot.press(*keys)


async def burst(pilot: Driver, *keys: str) -> None:
    """Press keys faster than the app can handle the first of them."""
    for key in keys:
        pilot.app.post_message(events.Key(key, "\r" if key == "enter" else key))
    await pilot.pause()


async def look_for(pilot: Driver, query: str) -> None:
    """Have a query in the search box, and wait for what is found."""
    await press(pilot, "ctrl+f")
    reading(pilot).query_one(SearchBox).value = query
    await until(pilot, lambda: reading(pilot).query_one(ListPane).query_text == query)


def reading(pilot: Driver) -> ReadingScreen:
    """The screen under whatever lies on it."""
    screen = pilot.app.screen_stack[0]
    assert isinstance(screen, ReadingScreen)
    return screen


def lines(pilot: Driver) -> list[str]:
    """The screen as text."""
    return [strip.text.rstrip() for strip in pilot.app.screen._compositor.render_strips()]


def text(pilot: Driver) -> str:
    """The screen as one text."""
    return "\n".join(lines(pilot))


def style_of(pilot: Driver, words: str) -> Style:
    """The style of the lowest place on the screen where some words begin, the last one of its line."""
    for strip in reversed(pilot.app.screen._compositor.render_strips()):
        start = strip.text.rfind(words)
        if start >= 0:
            for segment in strip:
                start -= len(segment.text)
                if start < 0:
                    return segment.style or Style()
    raise AssertionError(f"{words!r} is not on the screen:\n{text(pilot)}")


def place_of(pilot: Driver, words: str) -> tuple[int, int]:
    """The cell where some words begin; only for lines of narrow characters."""
    for y, line in enumerate(lines(pilot)):
        if words in line:
            return line.index(words), y
    raise AssertionError(f"{words!r} is not on the screen:\n{text(pilot)}")


async def looks_like(pilot: Driver, name: str) -> None:
    """Compare the screen with data/NAME.txt; with UPDATE_SCREENS set, write it there to be looked at."""
    path = _SCREENS / f"{name}.txt"
    if os.environ.get("UPDATE_SCREENS"):
        await pilot.pause(0.3)
        path.write_text(text(pilot) + "\n", "utf-8")
    expected = path.read_text("utf-8")
    end = time.monotonic() + _PATIENCE
    while text(pilot) + "\n" != expected and time.monotonic() < end:
        await pilot.pause(_PAUSE)
    assert lines(pilot) == expected.splitlines(), f"{name} is now:\n{text(pilot)}"
