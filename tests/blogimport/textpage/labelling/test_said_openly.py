"""« Zoé a dit… » over comments that no heading announces."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page

TEXT = "The old bridge is closed again, and nobody knows for how long. My sister bought a kettle that sings."
POST = f"Sunday, April 02, 2006\n\nA kettle story\n\n{TEXT}\n\n{TEXT}\n\n\n"


def test_the_only_comment_over_the_form() -> None:
    """One comment between the text and the form is told by how its first line is left open."""
    said = "Anonymous Anonymous said...\n\nWhy don't you write of it again!!!\n\n4/03/2006 3:03 PM  \n\nPost a Comment"

    (post,) = read_page(f"{POST}{said}\n\n<< Home".encode()).posts

    assert post.body == f"{TEXT}\n\n{TEXT}"
    assert [(comment.author, comment.body) for comment in post.comments] == [
        ("Anonymous", "Why don't you write of it again!!!")
    ]


@pytest.mark.parametrize("says", ["said...", "a dit…"])
def test_several_without_heading_and_form(says: str) -> None:
    """Several comments need neither a heading nor a form."""
    said = "\n\n\n".join(f"{name} {says}\n\n{TEXT}" for name in ("Sara", "Seeker", "Paul"))

    (post,) = read_page(f"{POST}{said}".encode()).posts

    assert [comment.author for comment in post.comments] == ["Sara", "Seeker", "Paul"]


def test_several_under_a_label_of_the_text() -> None:
    """A short line with a colon in the post, as over a picture, is none that ends it."""
    post = f"Tuesday, February 22, 2011\n\nNo more couch\n\n{TEXT}\n\nAnd the other end:\n\n{TEXT}\n\n\n"
    said = "\n\n".join(
        f"{name} said...\n\nI agree! It looks fabulous." for name in ("Humphrey", "Edith P.", "Gail")
    )

    (read,) = read_page(f"{post}{said}".encode()).posts

    assert read.body == f"{TEXT}\n\nAnd the other end:\n\n{TEXT}"
    assert [comment.author for comment in read.comments] == ["Humphrey", "Edith P.", "Gail"]


def test_who_quotes_somebody_sets_a_colon() -> None:
    """« Paul said: » within a post begins no comment, though there is a form."""
    (post,) = read_page(f"{POST}Paul said:\n\n{TEXT}\n\nPost a Comment\n\n<< Home".encode()).posts

    assert post.comments == ()
    assert "Paul said:" in post.body


def test_the_picture_of_somebody_unknown_is_no_name() -> None:
    """« Avatar de Inconnu Fulbert dit : » is said by Fulbert."""
    said = "Un commentaire Ajouter un commentaire\n\n  1. Avatar de Inconnu Fulbert dit :\n\n     J'arrive trop tard !"
    (post,) = read_page(f"{POST}{said}".encode()).posts

    assert [(comment.author, comment.body) for comment in post.comments] == [
        ("Fulbert", "J'arrive trop tard !")
    ]


def test_a_name_that_asks_something() -> None:
    """Who signs with a question is named so, where the line is left open."""
    said = (
        "Encore un café ? a dit…\n\nJe salue ce dévouement !\n\nDame Orphie a dit…\n\nOn me le dit souvent."
    )
    (post,) = read_page(f"{POST}2 commentaires:\n\n{said}".encode()).posts

    assert [comment.author for comment in post.comments] == ["Encore un café ?", "Dame Orphie"]


def test_comments_without_their_post() -> None:
    """Where an extractor has left nothing of it, and a heading counts them."""
    said = "\n\n".join(
        f"{name} a dit…\n\nJe reviens du musée, et j'y retourne." for name in ("Mireille", "Fabien")
    )
    (post,) = read_page(f"2 commentaires:\n\n{said}".encode()).posts

    assert (post.title, post.body, post.comments_declared) == (None, "", 2)
    assert [comment.author for comment in post.comments] == ["Mireille", "Fabien"]
