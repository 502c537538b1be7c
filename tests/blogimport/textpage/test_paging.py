"""Rows that lead to the further pages of a site are its own, texts that look like them are not."""

from __future__ import annotations

import pytest

from blogimport.textpage.cues import sights_of


@pytest.mark.parametrize(
    "text",
    [
        "« Articles plus anciens",
        "« Older Entries",
        "Page suivante »",
        "Ältere Beiträge →",
        "1 2 3 4 … 12 Suivant",
        "« 1 2 3 4 »",
        "[1] 2 3 »",
        "1 2 3 ...23 Weiter",
    ],
)
def test_rows_of_pages_are_the_sites(text: str) -> None:
    """An arrow at one end, or numbers that go up, and nothing but what cues know."""
    assert "furniture" in sights_of(text)


@pytest.mark.parametrize(
    "text", ["1 2 3 Soleil", "« Page suivante ! » dit-il", "12 45 78", "3 2 1", "« Bonjour"]
)
def test_other_texts_are_not(text: str) -> None:
    """A counting-out rhyme, speech, other numbers."""
    assert "furniture" not in sights_of(text)
