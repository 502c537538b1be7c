"""What the dates of comments tell of the order in which a page shows them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from blogimport.textpage.answering.order import POST, is_newest_first, order_of


def days(*numbers: int) -> list[str | None]:
    """Dates in one month."""
    return [f"2007-03-{number:02}" for number in numbers]


def test_comments_by_date_tell_nothing() -> None:
    """Where each comment is as old as the one before it or younger, any earlier one may be answered."""
    order = order_of(days(1, 1, 2, 5))

    assert not order.by_threads
    assert list(order.head) == [POST] * 4


def test_the_oldest_thread_first() -> None:
    """What is younger than a later comment stands under an earlier one that is no younger than both."""
    order = order_of(days(1, 9, 10, 2, 3, 8))

    assert order.by_threads
    assert list(order.head) == [POST, 0, 0, POST, POST, POST]
    assert list(order.before) == [POST, 0, 1, 0, 3, 4]


def test_the_newest_thread_first() -> None:
    """Where threads begin later and later up the page, what is younger than its thread's beginning belongs to it."""
    order = order_of(days(20, 22, 10, 11, 30, 5))

    assert list(order.head) == [POST, 0, POST, 2, 2, POST]


def test_dates_that_tell_no_order() -> None:
    """Years alone, dates without a year and many comments without a date tell nothing."""
    assert not order_of(["2008", "2007"]).by_threads
    assert not order_of(["--03-02", "--03-01"]).by_threads
    assert not order_of(["2007-03-02", None, "2007-03-01"]).by_threads


def test_the_newest_comment_first() -> None:
    """Three comments at least that get older down the page are shown the newest first."""
    assert is_newest_first(days(5, 5, 3))
    assert not is_newest_first(days(5, 3))
    assert not is_newest_first(days(5, 3, 4))
    assert not is_newest_first(days(5, 5, 5))
    assert not is_newest_first([])


@given(
    st.lists(
        st.none() | st.dates().map(str) | st.datetimes().map(lambda date: date.isoformat()[:16]), max_size=30
    )
)
def test_any_dates(dates: list[str | None]) -> None:
    """Whatever is known of dates, what may be answered stands above, and so does the beginning of a thread."""
    order = order_of(dates)

    assert all(above < place for place, above in enumerate(order.before))
    assert all(head < place for place, head in enumerate(order.head))
