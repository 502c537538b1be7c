"""What it takes to read a text page, in calls of functions: they are the same on every machine, however busy."""

from __future__ import annotations

import pytest

from bench.reading_speed import calls_a_page, calls_in

# A little more than it takes (5,540 alone, a few more behind other tests). Later versions of Python make fewer.
_MOST = 5_670
# Lines of one kind, each with its number.
_KINDS = {
    "items of a list": "  • Du texte {n} ici\n    et encore\n    votre commentaire\n",
    "initials": "M\nDu texte numéro {n} qui est là.\n",
    "a program": "x{n} = f({n});\n",
    "days": "18 novembre 2007\nMardi {n} septembre\nDu texte {n}.\n",
}
_TWICE = 3


def test_a_page_takes_no_more_calls_than_it_did() -> None:
    """To read a page of a crawl takes no more calls than when its speed was last measured, or the bench says why."""
    assert calls_a_page() < _MOST


@pytest.mark.parametrize("kind", _KINDS)
def test_twice_the_lines_take_twice_the_calls(kind: str) -> None:
    """Whatever a page is full of."""
    few, many = (
        f"Titre\n\nCommentaires\n{''.join(_KINDS[kind].format(n=number) for number in range(count))}".encode()
        for count in (300, 600)
    )
    calls_in([few, many])  # what is remembered of lines is no matter here

    assert calls_in([many]) < _TWICE * calls_in([few])
