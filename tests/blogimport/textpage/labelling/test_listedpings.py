"""Links from other pages that a page lists between its post and the comments."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page

PAGE = """Carnet de pluie

La gouttière chante encore

Par Gus, samedi 12 novembre 2005 à 10:41 :: Maison :: #214 :: rss

Jeudi, dix heures moins cinq, un râle dans le mur, un peu d'eau sur le parquet, puis plus rien du tout.

Il paraît qu'il suffit d'appeler quelqu'un. On a surtout appelé tout le monde, et la pluie a cessé.

Trackbacks

1. Le dimanche 13 novembre 2005 à 22:07, de Le kiosque

Chez nous aussi

La nôtre ne chante pas, elle compte les secondes depuis la Toussaint, et se trompe.

2. Le lundi 14 novembre 2005 à 08:30, de La rue d'en bas

Un voisin raconte sa gouttière, et nous la nôtre.

Commentaires

1. Le samedi 12 novembre 2005 à 11:20, par Zoé

Le 13 novembre 2005, de bonne heure, je passe avec l'échelle.

2. Le samedi 12 novembre 2005 à 14:03, par Paul

Passe au seau, comme tous les gens raisonnables.
"""


def test_links_that_begin_with_when_and_from_where() -> None:
    """Links listed under a heading of theirs are such, each with its page, its minute and what it says."""
    (post,) = read_page(PAGE.encode()).posts

    assert post.body.endswith("et la pluie a cessé.")
    assert [(one.kind, one.author, one.published) for one in post.comments] == [
        ("trackback", "Le kiosque", "2005-11-13T22:07"),
        ("trackback", "La rue d'en bas", "2005-11-14T08:30"),
        ("comment", "Zoé", "2005-11-12T11:20"),
        ("comment", "Paul", "2005-11-12T14:03"),
    ]
    assert [one.body.splitlines()[0] for one in post.comments[:3]] == [
        "Chez nous aussi",
        "Un voisin raconte sa gouttière, et nous la nôtre.",
        "Le 13 novembre 2005, de bonne heure, je passe avec l'échelle.",
    ]


def test_links_that_are_printed_like_comments() -> None:
    """Under a heading over links from other pages, a long title over when and an excerpt is from where one comes."""
    said = "\n".join(
        f"  1. {name} dit :\n    {day} mai 2010 à 18 h 0{day} min\n\n    {text}\n"
        for name, day, text in (("Odile", 4, "Je l'ai vue aussi."), ("Gaspard", 5, "Moi de même, hier soir."))
    )
    title = "Photos de la grande lanterne et de tous ceux qui l'ont portée | Le blog du port"
    page = (
        "La lanterne du port\n\n3 mai 2010 par Odile\n\nLa lanterne est revenue, elle pend au bout de la jetée.\n\n"
        f"Commentaires\n\n3 réponses à “La lanterne du port”\n{said}\nTrackbacks\n\nCe qu'en disent les autres...\n"
        f"  1. {title} dit :\n    6 mai 2010 à 9 h 58 min\n\n    [...] la lanterne pend au bout de la jetée [...]\n\n"
        "Laisser un commentaire\n"
    )

    (post,) = read_page(page.encode()).posts

    assert [(c.author, c.kind, c.published) for c in post.comments] == [
        ("Odile", "comment", "2010-05-04T18:04"),
        ("Gaspard", "comment", "2010-05-05T18:05"),
        (title, "pingback", "2010-05-06T09:58"),
    ]


@pytest.mark.parametrize("heading", ["", "2 thoughts on “The mill”\n\n"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_links_from_other_pages_alone(heading: str, gap: str) -> None:
    """A page whose only comments are « Pingback: Another page » needs no heading over them."""
    text = "The wheel of the mill turns again, and the flour smells of nuts. Come and see it on Sunday, behind the saw."
    page = f"The mill\n\n{text}\n\n{text[::-1].capitalize()}.\n\n".replace("\n\n", gap)
    said = heading + gap.join(("Pingback: Flour and nuts | The Oven", "Pingback: A wheel | The Saw"))
    (post,) = read_page(f"{page}{said}".encode()).posts

    assert [(one.kind, one.author) for one in post.comments] == [
        ("pingback", "Flour and nuts | The Oven"),
        ("pingback", "A wheel | The Saw"),
    ]
