"""Initials over comments whose names and days an extractor has dropped."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page

TEXT = (
    "Dimanche, on a remis en route le vieux pressoir, celui qui dormait sous la bâche depuis trois hivers au moins. "
    "Il a fallu deux heures pour dégripper la vis."
)
SAID = {
    "M": "Quel plaisir de te lire ! Chez nous le pressoir a fini en jardinière, je n'ose pas le montrer.",
    "j": "quarante litres avec un seul cheval, bravo",
}


def talk(*letters: str, button: str = "") -> str:
    return "\n".join(f"{letter}\n{SAID[letter]}{button}" for letter in letters)


@pytest.mark.parametrize("over", ["Commentaires", "Commenter cet article", "Commentaires\nPublicité"])
@pytest.mark.parametrize("button", ["", "\nRépondre"], ids=["no button", "a button"])
def test_each_begins_a_comment(over: str, button: str) -> None:
    """It is all that is left of who wrote it."""
    page = f"Le pressoir\n\n14 octobre 2007\n\n{TEXT}\n\n{over}\n{talk('M', 'j', button=button)}\nPublicité"

    (post,) = read_page(page.encode()).posts

    assert [(one.author, one.body) for one in post.comments] == list(SAID.items())
    assert post.body == TEXT


def test_one_is_enough() -> None:
    """Right under what announces comments."""
    said = talk("M", button="\nRépondre")
    page = f"Le pressoir\n\n14 octobre 2007\n\n{TEXT}\n\nCommenter cet article\n{said}"

    (post,) = read_page(page.encode()).posts

    assert [(one.author, one.body) for one in post.comments] == [("M", SAID["M"])]


def test_the_name_under_an_initial_is_better() -> None:
    """Where the extractor kept it."""
    comment = f"M\nMaïté\n15/10/2007 08:12\n{SAID['M']}\nRépondre"
    page = f"Le pressoir\n\n14 octobre 2007\n\n{TEXT}\n\nCommentaires\n\n{comment}"

    (post,) = read_page(page.encode()).posts

    assert [(one.author, one.published) for one in post.comments] == [("Maïté", "2007-10-15T08:12")]


def test_letters_of_a_post_are_its_text() -> None:
    """Over them nothing announces comments."""
    page = f"L'abécédaire du bocage\n\n14 octobre 2007\n\n{TEXT}\n\n{talk('M', 'j')}\n\nAucun commentaire"

    (post,) = read_page(page.encode()).posts

    assert not post.comments
    assert SAID["j"] in post.body
