"""What the names of elements say."""

from __future__ import annotations

import pytest

from blogimport.webpage.hints import Hint, hints_in


@pytest.mark.parametrize(
    "identity", ["comment-12", "comment12", "comment-१२", "comment_4-12", "dsq-comment-7-2", "li-comment-3"]
)
def test_a_comment_is_known_by_its_number(identity: str) -> None:
    """An id with a number is that of a comment, whichever number it is, alone or beside other attributes."""
    assert hints_in([("id", identity)]) & Hint.COMMENT
    assert hints_in([("style", "x"), ("id", identity)]) == hints_in([("id", identity), ("href", "/x")])


def test_one_attribute_says_what_it_says_among_others() -> None:
    """A class alone is understood as beside others, and an address says nothing."""
    assert hints_in([("class", "comment-author")]) == hints_in([("title", ""), ("class", "comment-author")])
    assert hints_in([("class", "comment-author")]) & Hint.AUTHOR
    assert hints_in([("href", "/comment-author")]) == hints_in([("src", "/comment-author")]) == Hint.NONE
