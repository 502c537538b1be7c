"""The list of posts on a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.cli.listing import line_of
from reader.models import PostRow
from tests.examples import examples

TITLE = "La rivière est passée par la cuisine"


def row(title: str | None = TITLE, **fields: object) -> PostRow:
    """A line of the list, in full."""
    known = {
        "id": 12,
        "key": "k",
        "blog": "le-moulin",
        "author": "Basile",
        "published": "2006-03-14T07:30",
        "comments": 1234,
        "start": "Elle est montée",
    }
    return PostRow(title=title, **{**known, **fields})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("columns", "post", "line"),
    [
        (100, row(), f"     12  2006-03-14  {TITLE:<47}  {'le-moulin':<24} 1,234"),
        (60, row(), "     12  2006-03-14  La rivière est passée par la cui… 1,234"),
        (60, row(published=None, comments=0), "     12              La rivière est passée par la cui…"),
        (60, row(None), f"     12  2006-03-14  {'Elle est montée':<33} 1,234"),
        (
            100,
            row(guessed=frozenset(("blog", "published"))),
            f"     12 ~2006-03-14  {TITLE:<47}  {'~le-moulin':<24} 1,234",
        ),
    ],
)
def test_line(columns: int, post: PostRow, line: str) -> None:
    """Columns stand below each other; where there is no room the blog is left out, and the title cut."""
    assert line_of(post, columns) == line


@given(st.text(), st.integers(40, 200))
@examples(100)
def test_no_line_is_wider_than_its_terminal(title: str, columns: int) -> None:
    """Whatever a title holds, its line is one, and as wide as the terminal at most."""
    line = line_of(row(title or None, blog=title), columns)

    assert "\n" not in line
    assert cell_len(line) <= columns
