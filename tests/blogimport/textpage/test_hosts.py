"""Pages of many hosts and programs, with what an extractor may do to them: side columns, and no blank lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from blogimport.textpage import Page, read_page

FOLDER = Path(__file__).parents[2] / "data" / "hosts"
PAGES = {path.stem: path.read_text("utf-8") for path in sorted(FOLDER.glob("*.txt"))}
SIDE_COLUMN = """Recent Posts

  • The pond in winter
  • On mending a kite
  • Three letters from my aunt

Recent Comments

  • Martha on The pond in winter
  • old Ben on On mending a kite

Archives

  • May 2006 (3)
  • April 2006 (12)
  • March 2006

Categories

  • Garden (12)
  • Neighbours (4)

Search
"""
# Where only a blank line tells that a subject stands over a comment, or a name under it, or where it begins.
_TOLD_BY_BLANK_LINES = frozenset(
    ("drupal-plain-fr", "lifetype-es", "livejournal-clone-en", "splinder-it", "twoday-de")
)


def said(page: Page) -> list[tuple[str | None, list[tuple[str | None, str | None, str]]]]:
    """The title of each post, and who commented on it, when, and what."""
    return [
        (post.title, [(one.author, one.published, one.body) for one in post.comments]) for post in page.posts
    ]


@pytest.mark.parametrize("name", PAGES)
def test_side_columns_change_nothing(name: str) -> None:
    """The lists that stand beside a post on its page, before or after it, are none of it."""
    alone = said(read_page(PAGES[name].encode()))

    assert alone[0][1]
    assert said(read_page(f"{PAGES[name]}\n{SIDE_COLUMN}".encode())) == alone
    assert said(read_page(f"{SIDE_COLUMN}\n{PAGES[name]}".encode())) == alone


@pytest.mark.parametrize("name", sorted(PAGES.keys() - _TOLD_BY_BLANK_LINES))
def test_blank_lines_are_not_needed(name: str) -> None:
    """Where lines sign the comments, an extractor may drop all blank lines."""
    dense = "\n".join(line for line in PAGES[name].splitlines() if line.strip())

    posts = said(read_page(dense.encode()))
    assert [(title, [one[:2] for one in comments]) for title, comments in posts] == [
        (title, [one[:2] for one in comments]) for title, comments in said(read_page(PAGES[name].encode()))
    ]
