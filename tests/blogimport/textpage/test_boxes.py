"""Boxes with a title above the post, as in a side column that stands first in the page, are not taken for it."""

from __future__ import annotations

from blogimport.textpage import read_page

BOXES = """Les cordes et les lampes

Présentation

  • Blog : Les cordes et les lampes
  • Catégorie : Ports
  • Retour à la page d'accueil
  • Contact

Articles récents

  • La cloche du bac
  • Dix cordes
  • Une lampe

Derniers commentaires

  • C'était mon oncle, avec une...
    Par Nessa sur La cloche du bac
  • Je l'ai entendue de la plage. Elle revient ?...
    Par Piers sur La cloche du bac

Liens

  • La cabane aux filets
  • Deux bouées
"""
POST = """La cloche du bac

mardi 3 mars 2009

La cloche du bac est dans un jardin à présent, et personne ne sait plus qui l'a montée jusqu'en haut de la colline.

Les soirs calmes, le maître des lieux laisse ses petits-enfants la sonner, une fois, et les mouettes quittent le toit.

Par Orla - Publié dans : Ports - Communauté : Gens de mer
Écrire un commentaire - Voir les 2 commentaires - Recommander
"""
COMMENTS = """Commentaires

C'était mon oncle, avec une brouette.

Commentaire n°1 posté par Nessa le 04/03/2009 à 09h12
Réponse de Orla le 04/03/2009 à 10h02

Quelle brouette !

Je l'ai entendue de la plage. Elle revient ?

Commentaire n°2 posté par Piers le 04/03/2009 à 21h40

Ajouter un commentaire
"""


def test_the_post_is_what_says_something() -> None:
    """A box says less than the post that stands under it, and its lines are none of anybody's text."""
    page = read_page(f"{BOXES}\n{POST}\n{COMMENTS}".encode())

    (post,) = page.posts
    assert (post.title, post.author, post.published) == ("La cloche du bac", "Orla", "2009-03-03")
    assert post.body == "\n\n".join(POST.split("\n\n")[2:4])
    assert [comment.author for comment in post.comments] == ["Nessa", "Orla", "Piers"]
    above = [span for span in page.spans if span.last <= BOXES.count("\n")]
    assert {span.role for span in above} <= {"furniture", "meta"}


def test_a_post_of_few_words_stays_one() -> None:
    """A picture with its caption is a post, though its comments say more."""
    short = "La cloche du bac\n\nmardi 3 mars 2009\n\ncloche.jpg\n\nLa voilà, enfin !\n\nPar Orla - Publié dans : Ports"
    page = read_page(f"Les cordes et les lampes\n\n{short}\n\n{COMMENTS}".encode())

    (post,) = page.posts
    assert post.title == "La cloche du bac"
    assert "La voilà, enfin !" in post.body
    assert [comment.author for comment in post.comments] == ["Nessa", "Orla", "Piers"]


def test_who_signs_right_over_the_comments_signs_the_post() -> None:
    """A line that says who and when as a comment does, and under which no comment stands, is that of the post."""
    text = """La cloche du bac

01.18.04

La cloche du bac est dans un jardin à présent, et personne ne sait plus qui l'a montée jusqu'en haut de la colline.

//Posted by Orla at January 18, 2004 11:26 PM
Comments

C'était mon oncle, avec une brouette.

Posted by: Nessa at January 19, 2004 09:12 AM

Je l'ai entendue de la plage. Elle revient ?

Posted by: Piers at January 20, 2004 10:40 PM
"""
    (post,) = read_page(text.encode()).posts

    assert (post.author, post.published) == ("Orla", "2004-01-18T23:26")
    assert post.body.endswith("de la colline.")
    assert [comment.author for comment in post.comments] == ["Nessa", "Piers"]


def test_comments_may_be_older_than_a_post_that_was_changed() -> None:
    """Under a heading, with words that say who and when over each, comments are comments whatever day the post has."""
    text = """The bell of the ferry

Posted by Orla on March 3, 2010

The bell of the ferry stands in a garden now, and nobody knows any more who took it all the way up to the hill.

Comments

Nessa on 2 Jun 2009 says:
It was my uncle, with a wheelbarrow.
Piers on 28 May 2009 says:
I heard it from the beach. Is it coming back?
"""
    (post,) = read_page(text.encode()).posts

    assert [(comment.author, comment.published) for comment in post.comments] == [
        ("Nessa", "2009-06-02"),
        ("Piers", "2009-05-28"),
    ]


def test_numbers_of_items_and_of_the_theme() -> None:
    """A theme that numbers the items of a list once more says nothing by that."""
    comments = "".join(
        f"  {number}. #{number}\n    {name} Says:\n    January {number}, 2010 at 11:25 pm\n\n"
        f"    It rang {number} times.\n\n"
        for number, name in enumerate(("Nessa", "Piers", "Maeve"), 1)
    )
    text = f"""The bell of the ferry

By Orla on January 1, 2010

The bell of the ferry stands in a garden now, and nobody knows any more who took it all the way up to the hill.

3 Responses to “The bell of the ferry”

{comments}"""
    (post,) = read_page(text.encode()).posts

    assert [(comment.author, comment.body) for comment in post.comments] == [
        ("Nessa", "It rang 1 times."),
        ("Piers", "It rang 2 times."),
        ("Maeve", "It rang 3 times."),
    ]


def test_a_sentence_under_the_name_of_the_site() -> None:
    """What a site says of itself right under its name is no post, where who wrote one stands further down."""
    text = """The ferry's diary
Being what the keeper of the last ferry saw from the bridge on his quieter days.

Home Old days

The bell of the ferry

By Orla Finn

The bell of the ferry stands in a garden now, and nobody knows any more who took it all the way up to the hill.
"""
    (post,) = read_page(text.encode()).posts

    assert (post.title, post.author) == ("The bell of the ferry", "Orla Finn")
    assert post.body.startswith("The bell of the ferry stands")


def test_a_number_of_threads() -> None:
    """Where a site counts those who began to speak, signed answers within their items are comments all the same."""
    thread = "".join(
        f"  • # Le {day} juillet à 16:55, par {name}\n\n    {text}\n\n    Répondre à ce message\n\n"
        f"    • # ^ Le {day} juillet à 20:35, par Orla\n\n      Merci, {name}.\n\n      Répondre à ce message\n\n"
        for day, name, text in (
            (17, "Nessa", "C'était mon oncle."),
            (3, "Piers", "Elle revient ?"),
            (2, "Maeve", "Moi aussi."),
        )
    )
    text = f"""La cloche du bac

Le 28 juin 2019, par Orla

La cloche du bac est dans un jardin à présent, et personne ne sait plus qui l'a montée jusqu'en haut de la colline.

Commentaires (3)

{thread}"""
    (post,) = read_page(text.encode()).posts

    assert [(comment.author, comment.reply_to) for comment in post.comments] == [
        ("Nessa", None),
        ("Orla", 1),
        ("Piers", None),
        ("Orla", 3),
        ("Maeve", None),
        ("Orla", 5),
    ]
