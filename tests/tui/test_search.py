"""The search on the screen: hits while one types, facets, what was meant, what was searched before."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reader.tui.app import ReaderApp
from reader.tui.post import PostView
from reader.tui.search import HitList, SearchBox
from reader.tui.search.facets import FacetsView
from reader.tui.search.past import PastSearches
from reader.tui.search.seeking import filter_term, toggled, without_filters

from .screens import Driver, drive, look_for, looks_like, press, reading, text, until


def box(pilot: Driver) -> SearchBox:
    """Where the query is typed."""
    return reading(pilot).query_one(SearchBox)


def test_facets(archive: Path) -> None:
    """Blogs, authors and years stand beneath the box with their counts; choosing one is a word of the query."""

    async def steps(pilot: Driver) -> None:
        await look_for(pilot, "note OR pan OR attend")
        facets = reading(pilot).query_one(FacetsView)
        await until(pilot, lambda: facets.lines == 3)
        await looks_like(pilot, "facets-120x30")
        for size in ((200, 50), (80, 24), (60, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await looks_like(pilot, f"facets-{size[0]}x{size[1]}")
        await press(pilot, "tab")
        assert reading(pilot).focused is facets
        await press(pilot, "right", "left", "l", "enter")
        assert box(pilot).value == "note OR pan OR attend blog:Crumbs"
        await until(pilot, lambda: "✓Crumbs" in text(pilot))
        await until(pilot, lambda: "1 hit" in text(pilot))
        await press(pilot, "h", "space")
        assert box(pilot).value == "note OR pan OR attend"
        await until(pilot, lambda: "✓" not in text(pilot) and facets.lines == 3)
        await press(pilot, "down", "j", "up", "k", "j", "enter")
        assert box(pilot).value.endswith('author:"Anne Roche"')

    drive(ReaderApp(archive), steps, (120, 30))


def test_a_filter_hides_nothing_in_silence(archive: Path) -> None:
    """Where a filter leaves nothing, the hits without it are told."""

    async def steps(pilot: Driver) -> None:
        await look_for(pilot, "patience year:1999")
        await until(pilot, lambda: "Nothing with these filters; 1 hit without them." in text(pilot))

    drive(ReaderApp(archive), steps)


def test_what_was_meant_is_shown_and_never_taken(archive: Path) -> None:
    """A word that is not there is answered with one that is; the query stays until Enter or Ctrl+Y takes it."""

    async def steps(pilot: Driver) -> None:
        for key in ("enter", "ctrl+y"):
            await look_for(pilot, "pattience")
            await until(pilot, lambda: "Did you mean “patience”?" in text(pilot))
            assert box(pilot).value == "pattience"
            await press(pilot, key)
            assert box(pilot).value == "patience"
            await until(pilot, lambda: "1 hit" in text(pilot))

    drive(ReaderApp(archive), steps)


def test_order_of_the_hits(archive: Path) -> None:
    """While one types the newest come first; Enter brings the best to the top and the keys to the hits."""

    async def steps(pilot: Driver) -> None:
        await look_for(pilot, "note")
        assert "28 hits · newest first" in text(pilot)
        await press(pilot, "enter")
        hits = reading(pilot).query_one(HitList)
        await until(pilot, lambda: "28 hits · best first" in text(pilot))
        assert reading(pilot).focused is hits
        await press(pilot, "n", "n", "N")
        assert hits.cursor == 1
        await press(pilot, "o")
        await until(pilot, lambda: "newest first" in text(pilot))

    drive(ReaderApp(archive), steps)


def test_from_hit_to_hit(archive: Path) -> None:
    """n goes through the matches of a hit and on to the next hit; Esc finds the results as they were."""

    async def steps(pilot: Driver) -> None:
        await look_for(pilot, "horloge")
        await press(pilot, "enter")
        await until(pilot, lambda: "best first" in text(pilot))
        await press(pilot, "enter")
        screen = reading(pilot)
        view = screen.query_one(PostView)
        places = [str(screen.place)]
        at, count = view.matches
        assert count > 1
        for _ in range(count - at + 1):
            await press(pilot, "n")
        places.append(screen.place)
        await press(pilot, "N")
        places.append(screen.place)
        assert places == ["post", "comments", "post"]
        await press(pilot, "escape")
        assert box(pilot).value == "horloge"
        assert "hits" in text(pilot)

    drive(ReaderApp(archive), steps)


def test_searches_before(archive: Path) -> None:
    """An empty box shows saved and past searches, to be searched again or forgotten."""

    async def steps(pilot: Driver) -> None:
        marks = reading(pilot).marks
        await look_for(pilot, "patience")
        await press(pilot, "enter", "escape")
        await look_for(pilot, "year:2007 gare")
        await press(pilot, "ctrl+s")
        assert marks.saved_searches() == ["year:2007 gare"]
        await press(pilot, "escape", "slash")
        past = reading(pilot).query_one(PastSearches)
        assert past.display
        pilot.app.clear_notifications()
        for size in ((200, 50), (120, 30), (60, 20), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await looks_like(pilot, f"past-{size[0]}x{size[1]}")
        await press(pilot, "down", "down", "enter")
        assert box(pilot).value == "patience"
        await until(pilot, lambda: "1 hit" in text(pilot))
        await press(pilot, "escape", "slash", "down", "d")
        assert marks.saved_searches() == []
        await press(pilot, "j", "k", "up")
        assert reading(pilot).focused is box(pilot)

    drive(ReaderApp(archive), steps)


def test_stars_and_reading_are_known_to_search(archive: Path) -> None:
    """`is:starred` and `is:unread` are about the marks of whoever searches."""

    async def steps(pilot: Driver) -> None:
        await press(pilot, "j", "asterisk")
        await look_for(pilot, "is:starred in:posts")
        assert "1 hit" in text(pilot)
        await press(pilot, "enter", "escape")
        await look_for(pilot, "pluie is:unread")
        await until(pilot, lambda: "Nothing with these filters; 1 hit without them." in text(pilot))

    drive(ReaderApp(archive), steps)


@given(st.text(max_size=60), st.sampled_from(["blog", "author", "year"]), st.text(min_size=1, max_size=20))
def test_filters_come_and_go(query: str, field: str, name: str) -> None:
    """A filter that is put in and taken out again leaves the words as they were."""
    words = " ".join(query.split())
    if filter_term(field, name) not in words:
        assert toggled(toggled(words, field, name), field, name) == words
    without_filters(query)


def test_words_without_filters() -> None:
    """What is left of a query without its filters; nothing where it has none, or nothing else."""
    assert without_filters('pain blog:"Carnet de quais" -year:2004 "au four"') == 'pain "au four"'
    assert without_filters("pain http://example.org") in (None, "pain")
    assert without_filters("year:2004") is None
