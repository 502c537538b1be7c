"""Short lines between the end of a text and the heading over its comments, in words that no cue knows."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page
from reader.archive import NewPost

TEXT = """The old lighthouse keeper counted the ships by their lamps, and he never once got the same number as his wife.

They wrote both numbers into the book, hers in red, and the harbour office took the mean of the two for forty years."""
MENU = "  • Home\n  • Archives\n  • Contact\n\n"
COMMENT = "1 Comment\n\nBosun says:\n14 March 2009 at 20:12\n\nMine was higher still."


def read(under: str, menu: str = MENU) -> NewPost:
    """The only post of a page with those lines between its text and its comments."""
    page = f"Salt and Rope\n\n{menu}Two numbers a night\n\nMarch 14, 2009 by Halyard\n\n{TEXT}\n\n{under}\n\n{COMMENT}"
    (post,) = read_page(page.encode()).posts
    assert [comment.body for comment in post.comments] == ["Mine was higher still."]
    return post


@pytest.mark.parametrize(
    "under",
    [
        "A cupboard full of foghorns\n\nWhat the tide left",
        "  • A cupboard full of foghorns\n  • What the tide left\nRLTDPSTS\nHarbourLampsShips",
    ],
)
def test_what_a_site_puts_under_a_text(under: str) -> None:
    """It is no part of the text."""
    assert read(under).body == TEXT


@pytest.mark.parametrize(
    "under",
    ["And that was that.", "Halyard", "Bosun", "Lamps: four", "— the keeper of the light", "« Two numbers »"],
)
def test_what_may_be_said(under: str) -> None:
    """A sentence, the name of one who writes here, a value behind its label and what a quotation begins stay."""
    assert read(under).body == f"{TEXT}\n\n{under}"


def test_a_page_without_a_menu() -> None:
    """What took that away took such lines, too: those that are left are text."""
    under = "A cupboard full of foghorns\n\nWhat the tide left"

    assert read(under, menu="").body == f"{TEXT}\n\n{under}"
