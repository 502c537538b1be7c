"""Posts that are the items of one list, each over how many comments it has."""

from __future__ import annotations

from blogimport.textpage import read_page

PAGE = """• Ce matin la rivière était si haute que le ponton a disparu sous l'eau, et la barque avec.

    On a retrouvé les rames chez le voisin d'en face, qui ne rendra rien avant dimanche.


    votre commentaire
  • Trois canards et un vélo

    Les canards sont revenus ce soir, comme tous les ans à la même date, et ils ont pris le jardin pour eux.

    - Tu as vu le vélo ?
    - Il est à qui ?


    2 commentaires
  • Rien aujourd'hui. Juste la pluie.


    1 commentaire


    Suivre le flux RSS des articles
    Suivre le flux RSS des commentaires
"""


def test_each_item_is_a_post() -> None:
    """Its further lines stand under its text, and how many comments it has, or none yet, ends it."""
    posts = read_page(PAGE.encode()).posts

    assert [post.title for post in posts] == [None, "Trois canards et un vélo", None]
    assert [post.comments_declared for post in posts] == [0, 2, 1]
    assert [post.body.split()[-1] for post in posts] == ["dimanche.", "?", "pluie."]
    assert not any(post.comments for post in posts)


def test_the_last_item_may_have_no_end() -> None:
    """A dump may break off within it."""
    posts = read_page(PAGE[: PAGE.index("    - Il est")].encode()).posts

    assert [post.body.split()[-1] for post in posts] == ["dimanche.", "?"]


def test_a_sign_may_stand_over_its_item() -> None:
    """The text of the first item begins under its sign then, here with a title in capitals."""
    first = "•  \n\n    LE PONTON\n\n    La rivière a pris le ponton\n"

    posts = read_page((first + PAGE[PAGE.index("    On a") :]).encode()).posts

    assert posts[0].title == "LE PONTON"
    assert posts[0].body.startswith("La rivière a pris le ponton")
    assert len(posts) == 3


def test_a_list_within_a_post_is_none() -> None:
    """Its items say nothing of comments, but for the last one's foot."""
    text = PAGE.replace("    votre commentaire\n", "").replace("    2 commentaires\n", "")

    assert len(read_page(text.encode()).posts) == 1
