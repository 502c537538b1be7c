"""What the names of elements say."""

from __future__ import annotations

import pytest
from lxml import etree

from blogimport.webpage.hints import Hint, hints_of


def _said_by(**attributes: str) -> int:
    """What an element with some attributes is said to be."""
    return hints_of(etree.Element("div", {name.rstrip("_"): value for name, value in attributes.items()}))


@pytest.mark.parametrize(
    "identity", ["comment-12", "comment12", "comment-१२", "comment_4-12", "dsq-comment-7-2", "li-comment-3"]
)
def test_a_comment_is_known_by_its_number(identity: str) -> None:
    """An id with a number is that of a comment, whichever number it is, alone or beside other attributes."""
    assert _said_by(id=identity) & Hint.COMMENT
    assert _said_by(style="x", id=identity) == _said_by(id=identity, href="/x")


def test_one_attribute_says_what_it_says_among_others() -> None:
    """A class alone is understood as beside others, and an address says nothing."""
    assert _said_by(class_="comment-author") == _said_by(title="", class_="comment-author")
    assert _said_by(class_="comment-author") & Hint.AUTHOR
    assert _said_by(href="/comment-author") == _said_by(src="/comment-author") == Hint.NONE


@pytest.mark.parametrize(
    "name", ["comment-e{}", "post-{}", "postid-{}", "level-{}", "menu-item-{}", "article{}"]
)
@pytest.mark.parametrize("number", ["4518", "90210", "20051117"])
def test_a_long_number_in_a_class_is_as_good_as_any_other(name: str, number: str) -> None:
    """Classes that count posts and menu items say the same with each number of four figures or more."""
    assert _said_by(class_=name.format(number)) == _said_by(class_=name.format("1234"))
