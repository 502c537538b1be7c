"""Poems: their lines are as short as those of a menu, and all of them are the post."""

from __future__ import annotations

import itertools

import pytest

from blogimport.textpage import read_page
from reader.archive import NewPost

POEMS = {
    "in rhymes": (
        "Le vieux moulin",
        """Le moulin dort au bord de l'eau
Sous la lune et les peupliers,
Et le vent berce les roseaux
Comme un enfant des vieux sentiers.

J'ai vu passer la roue du temps,
Grise et lente comme l'hiver,
Elle emportait tous mes printemps
Vers la rivière et vers la mer.""",
    ),
    "free": (
        "Gare du nord",
        """Un quai
la pluie sur les verrières
personne n'attend
le train de six heures s'en va
avec nos manteaux
et cette odeur de café
qui reste""",
    ),
    "of three lines": (
        "Haïkus de mars",
        """Première neige
sur le seau de l'étable
un merle hésite

Le chat endormi
rêve d'une souris grise
sa patte tremble""",
    ),
}
# Nothing ends these lines, and none rhymes.
PLAIN = (
    "SOLITUDE",
    """Dans la chambre vide
Où plus rien ne bouge
Je garde ton rire
Et le foulard jaune
Que le soir allume
Au coin du miroir""",
)
HEADS = {
    "a day over the title": "samedi 18 mai 2013\n\n{title}\n\n{text}",
    "who and when under it": "{title}\n\nPublié le 18 mai 2013 par Lise\n\n{text}",
    "who and when under the text": "samedi 18 mai 2013\n\n{title}\n\n{text}\n\nPublié par Lise à 21:48",
}
SAID = "Très beau poème, merci de l'avoir partagé avec nous ce matin."
ENDS = {
    "a comment": f"Commentaires\n\n{SAID}\n\nÉcrit par : Zoé | dimanche 19 mai 2013",
    "no comments": "Aucun commentaire:\n\nEnregistrer un commentaire",
    "a footer": "Publié dans Poésie | Lien permanent | Commentaires (0)",
}
MENU = "Les mots de Lise\n\nAccueil\n\nContact"
NOTE = (
    "J'ai retrouvé ce texte hier soir dans un vieux cahier vert, au fond du tiroir, et le voici comme il est."
)


def only_post(*blocks: str) -> NewPost:
    (post,) = read_page("\n\n".join(blocks).encode()).posts
    return post


def apart(text: str) -> str:
    """A text with a blank line under each of its lines."""
    return "\n\n".join(filter(None, text.splitlines()))


def said_in(text: str) -> list[str]:
    return list(filter(None, text.splitlines()))


@pytest.mark.parametrize(
    ("poem", "head", "end"),
    list(itertools.product(POEMS, HEADS, ENDS)),
    ids=lambda value: value.replace(" ", "-"),
)
@pytest.mark.parametrize("is_close", [True, False], ids=["close", "apart"])
def test_all_verses_are_the_post(poem: str, head: str, end: str, is_close: bool) -> None:
    """Under a menu, with what says who and when around it, and over comments or none."""
    title, text = POEMS[poem]
    shown = text if is_close else apart(text)

    post = only_post(MENU, HEADS[head].format(title=title, text=shown), ENDS[end])

    assert (post.title, (post.published or "")[:10]) == (title, "2013-05-18")
    assert said_in(post.body) == said_in(text)
    assert [comment.body for comment in post.comments] == ([SAID] if end == "a comment" else [])


@pytest.mark.parametrize("end", ENDS)
def test_lines_under_a_day_are_the_post_whatever_they_end_with(end: str) -> None:
    """They stand between the day and what is said of the post, and nothing else does."""
    title, text = PLAIN

    post = only_post(MENU, "samedi 18 mai 2013", title, apart(text), ENDS[end])

    assert (post.title, said_in(post.body)) == (title, said_in(text))


@pytest.mark.parametrize("poem", POEMS)
def test_a_poem_over_what_is_told_of_it(poem: str) -> None:
    """Its last verse is not the title of the text under it."""
    title, text = POEMS[poem]

    post = only_post(MENU, "samedi 18 mai 2013", title, text, NOTE, ENDS["no comments"])

    assert (post.title, said_in(post.body)) == (title, [*said_in(text), NOTE])


def test_verses_that_come_again() -> None:
    """A refrain is no title that the page repeats."""
    refrain = "Au milieu du chemin, mon ami"
    text = f"J'ai planté une graine\n{refrain},\nUn lutin l'a pris;\nJ'ai semé une peine\n{refrain}\nLe matin l'a dit."

    post = only_post("samedi 18 mai 2013", "Lundi prochain", text, f"• {refrain}", ENDS["no comments"])

    assert (post.title, said_in(post.body)[:6]) == ("Lundi prochain", said_in(text))


def test_a_title_stands_apart_from_close_verses() -> None:
    """What the site says over it is not of the poem."""
    title, text = POEMS["in rhymes"]

    post = only_post("Les mots de Lise", "Poèmes et petits riens", title, text, ENDS["a comment"])

    assert (post.title, said_in(post.body)) == (title, said_in(text))


def test_a_poem_without_day_over_no_comments() -> None:
    """That it has none is said of a post only."""
    title, text = POEMS["free"]

    post = only_post(MENU, title, text, ENDS["no comments"])

    assert (post.title, post.comments_declared, said_in(post.body)) == (title, 0, said_in(text))


def test_titles_and_a_menu_are_no_poem() -> None:
    """Neither are lines under a day that goes with nothing else."""
    titles = "Une soupe aux orties pour six\n\nTrois jours à Saint-Nazaire\n\nLe facteur et son vélo jaune"
    more = "Pourquoi je garde mes poules\n\nRetour du marché de Cluny\n\nLe moulin sous la pluie"

    assert not read_page(f"samedi 18 mai 2013\n\n{titles}\n\n{more}".encode()).posts
