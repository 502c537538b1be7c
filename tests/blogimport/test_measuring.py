"""What `bench.pages` counts on a page whose comments are known."""

from __future__ import annotations

from bench.pages import figures_of

PAGE = """Le phare
3 mai 2006

Le phare s’allume à six heures et personne ne sait plus qui monte encore tourner la clef de la lanterne.

2 commentaires

1. Zoé - 4 mai 2006

C’est mon grand-père qui monte.

2. Max - 5 mai 2006

Et le mien le week-end, quand il pleut.
"""
TRUTH = [
    {
        "id": 1,
        "author": "Zoé",
        "date": "4 mai 2006",
        "body": "C’est mon grand-père qui monte.",
        "parent": None,
    },
    {
        "id": 2,
        "author": "Maxime",
        "date": "5 mai 2006",
        "body": "Et le mien le week-end, quand il pleut. Maxime 5 mai 2006",
    },
    {"id": 3, "author": "Ann", "date": "6 mai 2006", "body": "Ce que l’extracteur a laissé de côté."},
]


def test_what_is_found_and_what_is_in_the_text() -> None:
    """Found is told from asked for, and a text that the page has not from one that was missed."""
    figures = figures_of(PAGE.encode(), TRUTH, "page")

    assert (figures.found["bodies"], figures.asked["bodies"], figures.in_text["bodies"]) == (2, 3, 2)
    assert (figures.found["authors"], figures.in_text["authors"]) == (1, 1)
    assert (figures.found["dates"], figures.asked["dates"]) == (2, 2)
    assert (figures.found["parents"], figures.extra) == (2, 0)
    assert figures.notes == [
        "bodies: page: no comment reads 'Ce que l’extracteur a laissé de côté.'",
        "authors: page: by 'Max' for 'Maxime'",
    ]


def test_a_comment_that_is_none() -> None:
    """A comment that no true one reads like is counted apart."""
    figures = figures_of(PAGE.encode(), TRUTH[:1], "page")

    assert (figures.found["bodies"], figures.extra) == (1, 1)
