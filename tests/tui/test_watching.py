"""The archive changes while it is open."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.archive import Entry, NewDump, open_for_writing
from reader.tui.app import ReaderApp
from reader.tui.posts import PostList
from reader.tui.watching import Watch
from tests.bare import write

from . import blogs
from .screens import Driver, drive, lines, press, reading, text, told, until


def test_archive_that_is_replaced_and_imported_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another file in its place, an import, a file that is gone: told, and the list and the post keep their place."""
    monkeypatch.setattr(ReaderApp, "LOOK_EVERY", 0.05)
    path = write(tmp_path / "archive.db", blogs.POSTS)
    long = blogs.post(
        "long", "Long", "\n\n".join(f"Paragraphe {n}." for n in range(40)), published="2008-01-01"
    )
    # The same posts with other ids, and one more.
    write(tmp_path / "other.db", (*reversed(blogs.POSTS), long))

    async def steps(pilot: Driver) -> None:
        posts = reading(pilot).query_one(PostList)
        await press(pilot, "j", "enter")
        await pilot.pause(0.2)
        (tmp_path / "other.db").replace(path)
        await until(pilot, lambda: "34 posts now, 1 more than before" in told(pilot))
        assert reading(pilot).post is not None
        assert blogs.GARDEN in text(pilot)
        await press(pilot, "escape")
        assert posts.current is not None
        assert posts.current.title == blogs.GARDEN
        await press(pilot, "g", "enter")
        await press(pilot, "space")
        top = lines(pilot)[5]
        assert "Paragraphe" in top
        raw = b"later\n"
        dump = NewDump("later.txt", "0" * 64, "text", "utf-8", raw, {})
        with open_for_writing(path) as writer:
            writer.write(dump, [Entry(blogs.post("later", "Plus tard", "Un mot."))], [])
        await until(pilot, lambda: "35 posts now" in told(pilot))
        assert lines(pilot)[5] == top
        assert reading(pilot).place == "post"
        path.unlink()
        await until(pilot, lambda: "There is no archive at" in told(pilot))
        await press(pilot, "escape", "j", "enter")
        assert reading(pilot).post is not None

    drive(ReaderApp(path), steps, (100, 30))


def test_watch_waits_for_rest(tmp_path: Path) -> None:
    """A file that changes with every look is read again once it rests, or after some patience."""
    path = tmp_path / "archive.db"
    path.write_bytes(b"1")
    watch = Watch(path)
    assert not watch.has_changed()

    path.write_bytes(b"22")
    assert [watch.has_changed(), watch.has_changed(), watch.has_changed()] == [False, True, False]
    changes = []
    for size in range(3, 9):
        path.write_bytes(b"x" * size)
        changes.append(watch.has_changed())
    assert changes == [False, False, False, False, True, False]
