"""What it takes to read a text page, in calls of functions: they are the same on every machine, however busy."""

from __future__ import annotations

from bench.reading_speed import calls_a_page

# A little more than it takes (5,540 alone, a few more behind other tests). Later versions of Python make fewer.
_MOST = 5_670


def test_a_page_takes_no_more_calls_than_it_did() -> None:
    """To read a page of a crawl takes no more calls than when its speed was last measured, or the bench says why."""
    assert calls_a_page() < _MOST
