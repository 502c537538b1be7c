"""Which post or heading stands on which line of the list."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from reader.tui.posts.flow import Flow, Heading, groups_of, year_groups


@given(
    st.dictionaries(st.from_regex("[12][0-9]{3}", fullmatch=True), st.integers(1, 5)),
    st.integers(0, 3),
    st.booleans(),
)
def test_lines_and_posts_match(years: dict[str, int], undated: int, newest: bool) -> None:
    """Every post stands on one line, each year has one heading before its posts, a blank line before it."""
    posts = sum(years.values()) + undated
    flow = Flow(array("q", range(posts)), year_groups(years, posts, newest=newest))

    what = [flow.at(line) for line in range(flow.lines)]

    assert [entry for entry in what if isinstance(entry, int)] == list(range(posts))
    assert all(flow.at(flow.line_of(index)) == index for index in range(posts))
    headings = [entry for entry in what if isinstance(entry, Heading)]
    assert [heading.label for heading in headings if heading.label in years] == sorted(years, reverse=newest)
    assert what.count(None) == max(0, len(headings) - 1)
    assert flow.at(flow.lines) is None


def test_first_posts_have_the_headings_that_they_keep() -> None:
    """The headings of the first posts stand where they stand when all posts are there."""
    dates = ["2007-01-12", "2006-11-30", "2006", None]
    first = Flow(array("q", range(4)), groups_of(dates))
    whole = Flow(array("q", range(4)), year_groups({"2006": 2, "2007": 1}, 4, newest=True))

    assert [first.line_of(index) for index in range(4)] == [whole.line_of(index) for index in range(4)]
