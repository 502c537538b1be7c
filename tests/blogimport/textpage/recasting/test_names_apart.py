"""Comments whose theme writes who over their text and when under it, or both under an item."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page
from reader.models import Comment

POST = """La barque de Nolwenn

Publié le 3 mai 2009 à 09:41 par Nolwenn

La barque est restée tout l'hiver sur la cale, retournée, les rames dessous et un nid de rouge-gorge entre les bancs.

On l'a remise à l'eau dimanche, sans bruit, pour que les oiseaux aient le temps de s'en aller.
"""
SAID = (
    ("Erwan", "jeudi 5 mai 2009, 23:56", "2009-05-05T23:56", "Elle prend l'eau, je vous l'avais dit."),
    ("mimi36", "vendredi 6 mai 2009, 00:44", "2009-05-06T00:44", "Quel joli nom pour une barque !"),
    (
        "Jean-Luc",
        "samedi 7 mai 2009, 05:28",
        "2009-05-07T05:28",
        "Le rouge-gorge est chez moi maintenant, il va bien.",
    ),
)
TRUE = [(name, iso, text) for name, _, iso, text in SAID]


def told(comments: str) -> list[tuple[str | None, str | None, str]]:
    """Who wrote what when, of the only post of a page with those comments."""
    (post,) = read_page(f"{POST}\n{comments}".encode()).posts
    found: tuple[Comment, ...] = post.comments
    return [(comment.author, comment.published, comment.body) for comment in found]


@pytest.mark.parametrize("label", ["Posté le ", "Le ", ""])
@pytest.mark.parametrize("heading", ["3 commentaires\n\n", ""])
def test_names_over_texts_that_end_with_when(heading: str, label: str) -> None:
    """A bare name over each text is who wrote it, and no word that announces the day under it is one."""
    said = [f"{name}\n\n{text}\n\n{label}{when}\n\nRépondre\n" for name, when, _, text in SAID]

    assert told(heading + "\n".join(said) + "\nLaisser un commentaire\n") == TRUE


def test_numbers_over_names_over_texts_that_end_with_when() -> None:
    """The number of a comment on a line of its own is no name."""
    said = [
        f"{number}.\n{name}\n\n{text}\n\nLe {when}\n\nRépondre\n"
        for number, (name, when, _, text) in enumerate(SAID, 1)
    ]

    assert told("3 commentaires\n\n" + "\n".join(said) + "\nLaisser un commentaire\n") == TRUE


def test_a_single_comment_that_ends_with_when() -> None:
    """A last line that says when by its words dates the comment whose writer stands over it."""
    name, when, _, text = SAID[0]

    assert (
        told(f"1 commentaire\n\n{name} a dit :\n\n{text}\n\nPosté le {when}\n\nLaisser un commentaire\n")
        == TRUE[:1]
    )


@pytest.mark.parametrize("mark", ["• ", "{}. "])
@pytest.mark.parametrize("heading", ["3 commentaires\n\n", ""])
def test_items_that_are_signed_at_their_end(heading: str, mark: str) -> None:
    """The first comment begins with the item that its signature closes, however long the post over it is."""
    said = [
        f"  {mark.format(number)}{text}\n\n    {name}\n    {when}\n\n    Répondre\n"
        for number, (name, when, _, text) in enumerate(SAID, 1)
    ]

    assert told(heading + "\n".join(said) + "\nLaisser un commentaire\n") == TRUE


def test_what_somebody_says_of_saying_is_no_signature() -> None:
    """A sentence that ends like « Zoé a dit » and has a clause before that is what somebody wrote."""
    name, when, iso, _ = SAID[0]
    text = "Elle prend l'eau, et je te l'avais dit."

    assert told(f"1 commentaire\n\n{name} - {when}\n\n{text}\n\nLaisser un commentaire\n") == [
        (name, iso, text)
    ]
