"""Keys that come before what they are meant for."""

from __future__ import annotations

import time
from itertools import count
from pathlib import Path

import pytest

from reader.archive import Archive
from reader.models import Post
from reader.tui.app import ReaderApp
from reader.tui.delay import after

from .screens import Driver, burst, drive, press, reading, until


def test_what_is_to_happen_later_happens_on_a_busy_machine(
    archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A call comes once, though its time has passed by the moment at which it begins to be waited for."""
    called: list[str] = []

    async def steps(pilot: Driver) -> None:
        seconds = count()
        monkeypatch.setattr("textual._time.get_time", lambda: float(next(seconds)))
        after(0.01, reading(pilot), lambda: called.append("after"))
        cancelled = after(0.01, reading(pilot), lambda: called.append("cancelled"))
        cancelled.cancel()
        await until(pilot, lambda: called)

    drive(ReaderApp(archive), steps)
    assert called == ["after"]


def test_keys_wait_as_long_as_a_post_takes_to_come(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was typed for a post is kept while the app has no time to look; what nobody takes is forgotten."""
    monkeypatch.setattr("reader.tui.typed._TURN", 0.01)
    monkeypatch.setattr("reader.tui.typed._TURNS", 3)
    post = Archive.post

    def slowly(archive: Archive, post_id: int) -> Post:
        time.sleep(0.1)
        return post(archive, post_id)

    async def steps(pilot: Driver) -> None:
        screen, app = reading(pilot), pilot.app
        assert isinstance(app, ReaderApp)
        monkeypatch.setattr(Archive, "post", slowly)
        await burst(pilot, "enter", "c", "j")
        comments = screen.furniture.comments
        await until(pilot, lambda: comments.has_focus and comments.focus_place == 1)
        app.hold_keys()
        await burst(pilot, "k")
        await until(pilot, lambda: not app.holds_keys)
        await press(pilot, "j")
        assert comments.focus_place == 2

    drive(ReaderApp(archive), steps)


def test_keys_of_a_line_that_opens_are_kept_in_order(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path that is asked for and taken at once is the proposed one; what is typed behind goes to the list again."""
    monkeypatch.chdir(tmp_path)

    async def steps(pilot: Driver) -> None:
        await burst(pilot, "x", "enter", "j")
        await until(pilot, lambda: list(tmp_path.glob("*.txt")))
        await until(pilot, lambda: not reading(pilot).furniture.export.display)
        assert [path.suffix for path in tmp_path.iterdir()] == [".txt"]
        await until(pilot, lambda: reading(pilot).posts.cursor == 1)

    drive(ReaderApp(archive), steps)
