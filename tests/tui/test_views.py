"""What the list can be narrowed to, and the ways through it."""

from __future__ import annotations

from array import array
from datetime import date
from pathlib import Path

import pytest

from reader.archive import open_archive
from reader.tui.app import ReaderApp
from reader.tui.posts import PostList
from reader.tui.posts.pages import Pages
from reader.tui.posts.seeking import place_of_date
from reader.tui.posts.views import View, posts_of
from reader.tui.remembered import Folders
from tests.bare import write

from . import blogs
from .screens import Driver, drive, lines, press, reading, text, until


def test_views(archive: Path) -> None:
    """A filter keeps the headings that still have posts, in every order; a day is one of any year."""
    with open_archive(archive) as opened:
        whole = posts_of(opened, View("newest"))
        filtered = posts_of(opened, View("newest", query="attendre"))
        by_blog = posts_of(opened, View("blog", query="year:2006"))
        by_title = posts_of(opened, View("title", query="attend"))
        day = posts_of(opened, View("oldest", day="03-05"))

    assert (len(whole.ids), whole.all, whole.ids.typecode) == (33, 33, "I")
    assert [label for label, _, _ in whole.groups] == ["2007", "2006", "2005", "2004", "no date"]
    assert (filtered.all, dict(filtered.years)) == (33, {"2006": 1})
    assert filtered.groups == [("2006", 0, 1)]
    assert by_blog.groups == [("Carnet de quais", 0, 2), ("Crumbs", 2, 1)]
    assert (len(by_title.ids), by_title.groups) == (2, ())
    assert (len(day.ids), day.groups) == (1, [("2004", 0, 1)])


def test_filter_on_the_screen(archive: Path) -> None:
    """A filter works as one types, says what it leaves out, and Esc brings back the list and the place in it."""

    async def steps(pilot: Driver) -> None:
        posts = reading(pilot).query_one(PostList)
        await press(pilot, "j", "j", "f", *"note 1")
        await until(pilot, lambda: "28 of 33 posts · “note 1” · newest first" in text(pilot))
        assert blogs.GARDEN not in text(pilot)
        await press(pilot, "enter", "j", "o")
        await until(pilot, lambda: "oldest first" in text(pilot))
        assert "28 of 33" in text(pilot)
        await press(pilot, *["o"] * 4)
        await until(pilot, lambda: "newest first" in text(pilot))
        await press(pilot, "escape")
        await until(pilot, lambda: "33 posts · newest" in text(pilot).replace(" of ", "x"))
        current = posts.current
        assert current is not None
        assert current.title == "Bread without an oven"
        await press(pilot, "f", *"xyzzy")
        await until(pilot, lambda: "No post is left" in text(pilot))
        await press(pilot, "enter", "enter", "G", "escape")
        await until(pilot, lambda: "33 posts" in text(pilot) and posts.count == 33)

    drive(ReaderApp(archive), steps)


def test_a_filter_that_was_closed_stays_closed(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Esc right after the last letter brings back all posts for good."""
    monkeypatch.setattr("reader.tui.posts.line._PAUSE_WHILE_TYPING", 0.05)

    async def steps(pilot: Driver) -> None:
        posts = reading(pilot).query_one(PostList)
        await press(pilot, "f", *"note 1", "escape")
        await pilot.pause(0.1)
        await press(pilot, "j")
        assert (posts.view.query, posts.count) == ("", 33)

    drive(ReaderApp(archive), steps)


def test_ways_through_the_list(archive: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A date in any words, this day of any year, a post that was not read; the order is remembered."""

    class Today(date):
        @classmethod
        def today(cls) -> Today:
            return cls(2026, 3, 5)

    monkeypatch.setattr("datetime.date", Today)
    folders = Folders(tmp_path)

    async def steps(pilot: Driver) -> None:
        posts = reading(pilot).query_one(PostList)

        def title() -> str | None:
            return posts.current.title if posts.current is not None else None

        await press(pilot, "d", *"12 mars 2004", "enter")
        assert title() == "Note 12"
        await press(pilot, "d", *"2006-11", "enter")
        assert title() == blogs.GARDEN
        await press(pilot, "d", *"demain peut-être", "enter")
        assert "is no date" in text(pilot)
        await press(pilot, "D")
        await until(pilot, lambda: "1 of 33 posts · on 5 March · newest first" in text(pilot))
        await press(pilot, "r")
        post = reading(pilot).post
        assert post is not None
        assert post.title == "Note 5"
        await press(pilot, "escape", "r")
        await until(pilot, lambda: "No post was found here" in text(pilot))
        await press(pilot, "D")
        await until(pilot, lambda: posts.count == 33)
        await press(pilot, "o", "o")
        await until(pilot, lambda: "by title" in text(pilot))
        await press(pilot, "d", *"2005", "enter")
        await until(pilot, lambda: title() is None and posts.order == "newest")
        await press(pilot, *["o"] * 4)
        await until(pilot, lambda: posts.order == "blog")
        await press(pilot, "G")
        assert any(line.startswith("  Crumbs  1 post") for line in lines(pilot))

    async def again(pilot: Driver) -> None:
        assert reading(pilot).query_one(PostList).order == "blog"

    drive(ReaderApp(archive, folders), steps)
    drive(ReaderApp(archive, folders), again)


@pytest.mark.parametrize(
    ("wanted", "newest", "oldest"),
    [
        *(("2007", 0, 4), ("2006", 1, 2), ("2006-11", 1, 3), ("2006-11-29", 2, 3), ("2006-05", 2, 2)),
        *(("2005", 3, 1), ("2004-03-02", 4, 0), ("1990", 4, 0), ("2030", 0, 4)),
    ],
)
def test_place_of_a_date(tmp_path: Path, wanted: str, newest: int, oldest: int) -> None:
    """The first post of a date is found without reading the list; where it has none, the one that follows."""
    dates = ["2007-01-12", "2006-11-30T10:00", "2006-05-02", "2005", "2004-03-02", None]
    posts = [blogs.post(f"p{number}", None, "Mot.", published=day) for number, day in enumerate(dates)]
    path = write(tmp_path / "dated.db", posts)

    with open_archive(path) as archive:
        pages = {
            order: Pages(_Straight(archive), archive.post_ids(order))  # type: ignore[arg-type]  # it answers as one
            for order in ("newest", "oldest")
        }
    with open_archive(path) as archive:
        for order, expected in (("newest", newest), ("oldest", oldest)):
            pages_of = Pages(_Straight(archive), archive.post_ids(order))  # type: ignore[arg-type]
            assert place_of_date(pages_of, 6, wanted, newest=order == "newest") == expected
    assert place_of_date(pages["newest"], 0, wanted, newest=True) is None


class _Straight:
    """Asks an archive and tells nobody."""

    def __init__(self, archive: object) -> None:
        self._archive = archive

    def ask(self, question):  # type: ignore[no-untyped-def]  # as reader.tui.asking has it
        return question(self._archive)


def test_large_ids_need_more_room() -> None:
    """Ids are packed into four bytes, or into eight where one is larger than that."""
    from reader.archive.listing import packed

    assert packed(iter([1, 2])) == array("I", [1, 2])
    assert packed(iter([1, 2**40, 3])) == array("q", [1, 2**40, 3])


def test_a_filter_shows_all_that_it_finds(tmp_path: Path) -> None:
    """However many posts a filter finds, all are in the list, with their headings."""
    posts = [
        blogs.post(f"p{n}", f"Note {n}", "Le quai.", published=f"{2000 + n % 4}-01-01") for n in range(2100)
    ]
    with open_archive(write(tmp_path / "archive.db", posts)) as archive:
        found = posts_of(archive, View(query="quai"))
        assert len(found.ids) == 2100
        assert [label for label, _, _ in found.groups] == ["2003", "2002", "2001", "2000"]


def test_a_filter_knows_marks(archive: Path) -> None:
    """`is:starred` and `is:unread` ask what the reader has marked."""
    with open_archive(archive) as opened:
        starred = posts_of(opened, View(query="is:starred "), starred={"garden"})
        unread = posts_of(opened, View(query="is:unread "), read={"garden"})
    assert (len(starred.ids), len(unread.ids)) == (1, 32)
