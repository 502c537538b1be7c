"""Dates of two dumps that may be of one moment, though one tells Greenwich's time and the other that of the blog."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogimport.joining.moments import may_be_one_moment


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("2010-05-04T06:10:41+00:00", "2010-05-04T08:10:41", True),
        ("2010-05-04T06:10:41+00:00", "2010-05-04T08:10", True),
        ("2010-05-04T23:10:00+00:00", "2010-05-05T01:10:00", True),
        ("2010-05-04T06:10:41+00:00", "2010-05-04T07:10:41+01:00", True),
        ("2010-05-04T23:10:00+00:00", "2010-05-05", True),
        ("2010-05-04T06:10", "2010-05-04", True),
        ("2010-05", "2010-05-04", True),
        (None, "2010-05-04", True),
        ("2010-05-04T06:10:41+00:00", "2010-05-04T06:17:41", False),
        ("2010-05-04T06:10:00", "2010-05-05T06:10:00", False),
        ("2010-05-04", "2010-05-05", False),
        ("2010-05-04", "2011", False),
        ("2010-05-04T06:10", "2010-05-07", False),
    ],
)
def test_moments(one: str | None, other: str | None, is_one: bool) -> None:
    """Apart by what zones are apart, or by what one does not tell: perhaps one; else two."""
    assert may_be_one_moment(one, other) is is_one
    assert may_be_one_moment(other, one) is is_one


@given(st.text("0123456789-:TZ+", max_size=25), st.text("0123456789-:TZ+", max_size=25))
def test_any_text(one: str, other: str) -> None:
    """Whatever stands where a date should, an answer comes, the same in both directions."""
    assert may_be_one_moment(one, other) is may_be_one_moment(other, one)
