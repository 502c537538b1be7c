"""Short lines under a text that a program wrote, and last words that somebody did."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page

TEXT = """Le phare n'a plus de gardien depuis que la lampe s'allume seule, et les goélands ont pris le banc pour eux.

On y monte encore le dimanche, avec des sandwichs, et celui qui compte les marches se trompe toujours de trois."""
FOOT = """Publié par Maëlle le 14 mars 2009 à 20:12

2 commentaires

Rozenn a dit…

Il y en a 212.

Pierrig a dit…

209, je crois."""


def body(last: str, below: str = FOOT) -> str:
    """The text of a post with that under its last paragraph."""
    page = f"Les marches du phare\n\n14 mars 2009\n\n{TEXT}\n\n{last}\n\n{below}"
    (post,) = read_page(page.encode()).posts
    return post.body


@pytest.mark.parametrize(
    "line",
    [
        "Retour au carnet",
        "Vie numérique",
        "Revue du port (4 messages)",
        "carnet de maelle | 214 lectures",
        "• Carnet du port",
        "Dans le même tiroir :",
        "EnvoyerImprimer la page",
    ],
)
def test_what_a_program_wrote_under_a_text(line: str) -> None:
    """It is no part of the text, where the site says who and when right under it."""
    assert body(line) == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "Rozenn",
        "— Rozenn, sur le banc",
        "gros bisous du phare",
        "Bon dimanche",
        "Je vous laisse compter",
        "À suivre",
        "Affaire à suivre",
        "Photo : Pierrig",
        "Enfin le printemps 😉",
        "Rozenn, qui a mal aux jambes",
        "« Les marches du ciel »",
        "Merci à Pierrig",
    ],
)
def test_last_words(line: str) -> None:
    """What signs, greets, closes, smiles, credits or speaks to others is text."""
    assert body(line) == f"{TEXT}\n\n{line}"


def test_a_list_of_the_text() -> None:
    """Its items and a verse are text, for nothing above them is said to its end."""
    assert (
        body("Ce qu'il faut :\n\nUne corde\n\nDeux lampes")
        == f"{TEXT}\n\nCe qu'il faut :\n\nUne corde\n\nDeux lampes"
    )


def test_a_word_that_a_box_of_the_site_lists() -> None:
    """It is where the post is filed, though it may be a name."""
    boxes = f"{FOOT}\n\nCatégories\n\n  • Marine\n  • Phares"

    assert body("Phares", boxes) == TEXT
    assert body("Goulven", boxes) == f"{TEXT}\n\nGoulven"


def test_the_licence_of_a_site() -> None:
    """What a site says of the licence of all its posts is none of their text; a post may speak of licences before."""
    stated = "Les marches du phare by Maëlle is licensed under a Creative Commons Attribution 3.0 License."
    licence = f"Creative Commons License\n{stated}"
    first = "J'ai mis mes photos sous licence Creative Commons, et la mouette n'a rien dit.\n\nElle a posé deux fois."

    assert body(f"{first}\n\n{licence}") == f"{TEXT}\n\n{first}"
    assert body("Licence Creative Commons") == TEXT


@pytest.mark.parametrize(
    "row",
    ["Partagez-le !", "Vous avez aimé cet article ?", "Continuer la lecture", "Plus d'articles de Maëlle"],
)
def test_rows_under_a_text_that_are_known(row: str) -> None:
    """What themes print under a text asks to share it, or leads elsewhere."""
    assert body(row) == TEXT


def test_stars_that_a_reader_may_give() -> None:
    """Items that count from one on, at the end of a text, are no list of it; two of them may be."""
    assert body("  • 1\n  • 2\n  • 3\n  • 4\n  • 5") == TEXT
    assert body("  • 1\n  • 2") == f"{TEXT}\n\n• 1\n• 2"
