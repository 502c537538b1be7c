"""What sites show around their posts: what is told from these is not taken for them again."""

from __future__ import annotations

import pytest

from bench.around import read_otherwise

# As it was when this was written, but for a dump or two; before, up to nine tenths of the dumps were read otherwise.
_MOST = {
    ("over", "latest posts with days"): 16,
    ("under", "latest posts with days"): 10,
    ("over", "months"): 6,
    ("over", "when the blog began"): 3,
    ("under", "when the blog began"): 10,
    ("between", "similar posts with days"): 20,
    ("between", "Facebook"): 5,
}


@pytest.mark.slow
def test_what_stands_around_a_post_says_nothing_of_it() -> None:
    """With a block of what sites show beside it, nearly each dump is read as without."""
    names = frozenset(block for _, block in _MOST)
    otherwise = {(place, block): changed for place, block, _, changed in read_otherwise(names)}

    assert {key: otherwise[key] for key, most in _MOST.items() if len(otherwise[key]) > most} == {}
