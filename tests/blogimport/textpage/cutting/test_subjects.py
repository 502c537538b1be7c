"""The subjects of comments: those that a system gives are no words of theirs, those that people write are."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page

POST = [
    "La boussole du grenier",
    "",
    "Sam, 10/05/2008 - 14:22 — theodore",
    "",
    "Elle montre le nord à ceux qui le savent déjà. Je l'ai démontée sur la table de la cuisine, à tort.",
    "",
    "L'aiguille était soudée par le vert-de-gris ; un peu de citron, et la voilà repartie.",
    "",
    "Commentaires",
]
OTHERS = [("Sel fin", "Avec du vinaigre et du sel fin on y arrive aussi, sans rien démonter.")]


def bodies(subjects: list[tuple[str, str]]) -> list[str]:
    """The texts of the comments of a page that shows each under its subject."""
    lines = list(POST)
    for name, (subject, text) in zip(("Huguette", "Oncle Basile"), subjects, strict=True):
        lines += [f"Dim, 11/05/2008 - 18:40 — {name}", "", subject, "", text, "", "répondre"]
    (post,) = read_page("\n".join(lines).encode()).posts
    return [comment.body for comment in post.comments]


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("La mienne tourne en rond", "La mienne tourne en rond depuis la mort de mon oncle, qui la réglait."),
        ("La mienne tourne en r...", "La mienne tourne en rond depuis la mort de mon oncle, qui la réglait."),
        ("Bravo !", "Bravo !"),
    ],
)
def test_a_subject_that_begins_the_text_is_told_once(subject: str, text: str) -> None:
    """What a system makes a subject of is the beginning of the text, where it stands anyhow."""
    assert bodies([(subject, text), *OTHERS]) == [text, "\n\n".join(OTHERS[0])]


def test_the_title_of_the_post_is_no_word_of_a_comment() -> None:
    """A subject that repeats the title of the post is the system's, also over one comment alone."""
    text = "Le citron, je le garde pour le thé, mais merci pour l'idée."

    assert bodies([("La boussole du grenier", text), *OTHERS])[0] == text
    assert bodies([("Re: La boussole du grenier", text), *OTHERS])[0] == text


def test_a_subject_of_its_own_is_kept() -> None:
    """A subject that says something else, or a word that the text repeats in another one, is what its writer says."""
    said = [("Nord", "Nordique, cette aiguille ! On la dirait faite par un marin."), *OTHERS]

    assert bodies(said) == ["\n\n".join(one) for one in said]
