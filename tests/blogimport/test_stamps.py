"""Dates as programs write them: what is stated, and no more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogimport.stamps import stamp, stamp_of, stamp_of_mail


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2014-04-05 14:30:01.000000000 +02:00", "2014-04-05T14:30:01+02:00"),
        ("2014-04-05", "2014-04-05"),
        ("20101020", "2010-10-20"),
        ("2010-10-20 10:14", "2010-10-20T10:14"),
        ("2009-12-08T16:59:02.544-08:00", "2009-12-08T16:59:02-08:00"),
        ("2012-03-04T10:00:00+2", "2012-03-04T10:00:00+02:00"),
        ("2014-02-03 10:20:30 UTC+01:00", "2014-02-03T10:20:30+01:00"),
        ("2014-02-03 10:20:30 UTC", "2014-02-03T10:20:30+00:00"),
        ("2005-11", "2005-11"),
        ("Thu, 04 Mar 2010 10:20:00 +0100", "2010-03-04T10:20:00+01:00"),
        ("Thu, 4 Mar 2010 10:20 GMT", "2010-03-04T10:20+00:00"),
        ("Thu, 04 Mar 2010 10:20:00 -0000", "2010-03-04T10:20:00"),
        ("Thu, 04 Mar 2010 10:20:00 EST", "2010-03-04T10:20:00-05:00"),
        ("Thu, 04 Mar 2010 10:20:00 XYZT", "2010-03-04T10:20:00"),
        ("Tue, 06 Jun 17 11:43:47 +0000", "2017-06-06T11:43:47+00:00"),
        ("Mon, 06 Jun 2017", "2017-06-06"),
        ("le 17 novembre 2005", "2005-11-17"),
        ("Thu, 32 Mar 2010 25:20:00 GMT", None),
        ("0000-00-00 00:00:00", None),
        ("2010-02-30", None),
        ("3 mai", None),
        ("1234567890", None),
        ("", None),
    ],
)
def test_dates_of_programs(text: str, iso: str | None) -> None:
    """A date keeps its precision and its zone; one that does not exist is none."""
    assert stamp(text) == iso


@given(st.text("0123456789-:TZ+ ,.JanFebGMT", max_size=40))
def test_any_text_is_a_date_or_none(text: str) -> None:
    """Whatever stands where a date should, nothing breaks, and what comes out reads again as itself."""
    for read in (stamp, stamp_of, stamp_of_mail):
        found = read(text)
        assert found is None or stamp(found) == found
