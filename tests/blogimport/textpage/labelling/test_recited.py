"""Comments that begin with who wrote what they recite."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page

TEXT = "La passerelle est fermée depuis lundi, et il faut maintenant descendre jusqu'au moulin pour passer la rivière."
NAMES = ("Mireille", "Gaspard", "Ondine")


@pytest.mark.parametrize(
    "head",
    [
        "{name} dit :\n13 mai 2008 à 1{hour}:12",
        "{name}, le 13 mai 2008 à 1{hour}:12",
        "{name}\n13/05/2008 1{hour}:12",
    ],
)
@pytest.mark.parametrize("recited", ["Le 13 mai 2008, Mireille a écrit :", "On 13 May 2008, Mireille wrote:"])
def test_who_is_recited_signs_no_comment(head: str, recited: str) -> None:
    """A line of another form right under who signs, with a colon, begins the comment and is none of its own."""
    bodies = ("Ah, le moulin.", f"{recited}\n{TEXT}\nTout à fait.", "Et la passerelle ?")
    said = "\n\n".join(
        f"{head.format(name=name, hour=hour)}\n{body}"
        for hour, (name, body) in enumerate(zip(NAMES, bodies, strict=True))
    )
    post_alone = f"Le vieux moulin\n\nPublié le 12 mai 2008 par Odile\n\n{TEXT}"
    page = f"{post_alone}\n\n3 commentaires\n\n{said}\n\nLaisser un commentaire"

    (post,) = read_page(page.encode()).posts

    assert [comment.author for comment in post.comments] == list(NAMES)
    assert post.comments[1].body.startswith(recited)
