"""Moments that a page gives on several lines."""

from __future__ import annotations

import pytest

from blogimport.textpage.lines import lines_in
from blogimport.textpage.recasting import joined_moments


@pytest.mark.parametrize(
    ("texts", "joined"),
    [
        (["Le quai", "19", "nov", "Il pleut."], ["Le quai", "19 nov", "Il pleut."]),
        (["Le quai", "Mar", "18", "2008", "Il pleut."], ["Le quai", "Mar 18 2008", "Il pleut."]),
        (["Le quai", "18", "mars", "2008"], ["Le quai", "18 mars 2008"]),
        (["25 novembre 2006", "12h45"], ["25 novembre 2006 12h45"]),
        (
            ["30 novembre 2008", "7", "30", "/11", "/novembre", "/2008", "20:47", "Il pleut."],
            ["30 novembre 2008 7 30 /11 /novembre /2008 20:47", "Il pleut."],
        ),
        (
            ["12 mai 2011", "4", "12", "/05", "/mai", "/2011", "Il pleut."],
            ["12 mai 2011 4 12 /05 /mai /2011", "Il pleut."],
        ),
        (["Publié par Zoé", "-", "dans", "Rivière", "Fin"], ["Publié par Zoé - dans Rivière", "Fin"]),
        (["Il pleut.", "-", "Il neige.", "Fin"], ["Il pleut.", "-", "Il neige.", "Fin"]),
        (["7", "30", "/11", "/novembre", "/2008"], ["7", "30", "/11", "/novembre", "/2008"]),
        (["L", "M", "18", "19", "20"], ["L", "M", "18", "19", "20"]),
        (["Zoé", "18", "Il pleut."], ["Zoé", "18", "Il pleut."]),
    ],
)
def test_parts_of_a_moment_become_one_line(texts: list[str], joined: list[str]) -> None:
    """A day, a month and a year, each alone, are one line; figures in a calendar and counts beside names stay."""
    lines, parts = joined_moments(lines_in(texts), "fr")

    assert [line.text for line in lines] == joined
    assert len(parts) == len(texts) - len(joined)
    assert set(parts.values()) <= {line.number for line in lines}
