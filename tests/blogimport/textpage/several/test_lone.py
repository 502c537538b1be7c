"""Texts that are nearly all of a page, of which nothing is said."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page

TEXT = (
    "Et voilà, le foin est rentré, et pendant que les gens se pressaient sur les plages, comptant les parasols, nous "
    "reprenions la fourche, le dos rond, jusqu'à ce que la grange soit pleine et que la nuit tombe."
)


def test_a_text_alone_is_a_post() -> None:
    """What an extractor left of a page is not lost, and told as a guess."""
    (post,) = read_page(f"{TEXT}\n\nDemain, fin des balades\n\n \n\nRetour à l'accueil".encode()).posts

    assert post.body == f"{TEXT}\n\nDemain, fin des balades"
    assert post.title is None
    assert "no other text" in post.guesses["body"]


def test_what_is_said_of_it_below_is_said_of_it() -> None:
    """Where it is filed stands under it."""
    (post,) = read_page(f"{TEXT}\nLien permanent\nCatégories : C'était hier".encode()).posts

    assert (post.body, post.categories) == (TEXT, ("C'était hier",))


@pytest.mark.parametrize(
    "page",
    [
        "Page introuvable\n\n" + TEXT,
        "Et voilà, le foin est rentré.",
    ],
)
def test_other_pages_stay_without_posts(page: str) -> None:
    """A page that says that there is none, and a few words."""
    assert read_page(page.encode()).posts == ()
