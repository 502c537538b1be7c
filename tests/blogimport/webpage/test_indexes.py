"""Pages that only list posts that are elsewhere."""

from __future__ import annotations

import pytest

from blogimport.markup import tree_of
from blogimport.webpage.indexes import lists_others
from blogimport.webpage.scan import Scan


def _lists(headings: tuple[str, ...]) -> bool:
    """Whether links under some headings are taken for a list of posts."""
    lists = "".join(
        f"<h3>{heading}</h3><ul><li><a href='/nota/{number}a/'>Carta al vecino de arriba</a></li>"
        f"<li><a href='/nota/{number}b/'>Nieve en la terraza, segunda parte</a></li></ul>"
        for number, heading in enumerate(headings)
    )
    root = tree_of(f"<html><body><div class='entry'>{lists}</div></body></html>")
    assert root is not None
    scan = Scan(root)
    return lists_others(scan, scan.with_tags(("div",)), "es")


@pytest.mark.parametrize(
    "headings", [("2006", "2005"), ("2006", "Febrero", "Enero"), ("Marzo 2006 (2)", "Abril 2006 (2)")]
)
def test_links_under_years_and_months_are_an_archive(headings: tuple[str, ...]) -> None:
    """The titles of posts, and nothing of any of them."""
    assert _lists(headings)


@pytest.mark.parametrize("headings", [("Vecinos", "Tiempo"), ("2006", "Tiempo")])
def test_links_under_other_headings_are_none(headings: tuple[str, ...]) -> None:
    """Somebody wrote what belongs together."""
    assert not _lists(headings)
