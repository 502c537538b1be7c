"""Names alone over comments, under the heading over all of them."""

from __future__ import annotations

from blogimport.textpage import read_page
from reader.archive import NewPost

TEXT = "Hier soir j'ai terminé mes chaussettes, celles avec les torsades que je n'arrivais jamais à compter."
COMMENTS = (
    ("Lilou", "Elles sont superbes tes chaussettes ma belle, quelle patience !\nBisous"),
    ("pomme d'api", "moi je n'ai jamais su faire les talons"),
    ("Martine", "merci les filles, pour les talons je vous fais un tuto promis"),
)


def told(heading: str, comments: tuple[tuple[str, str], ...], end: str = "") -> NewPost:
    """The only post of a page with these comments, each part of one apart."""
    said = (part for comment in comments for part in comment)
    (post,) = read_page(
        "\n\n".join(("Les chaussettes", TEXT, f"{TEXT[:60]}.", heading, *said, end)).encode()
    ).posts
    return post


def test_names_over_comments() -> None:
    """Three names sign what stands under them, down to the form."""
    post = told("Commentaires", COMMENTS, "Ajouter un commentaire")

    assert [(comment.author, " ".join(comment.body.split())) for comment in post.comments] == [
        (name, " ".join(text.split())) for name, text in COMMENTS
    ]


def test_two_names_are_some_where_the_page_counts_them() -> None:
    """Of two, only the number that stands in the heading tells."""
    assert [comment.author for comment in told("2 commentaires", COMMENTS[:2]).comments] == [
        "Lilou",
        "pomme d'api",
    ]
    assert [comment.author for comment in told("Commentaires", COMMENTS[:2]).comments] != [
        "Lilou",
        "pomme d'api",
    ]


def test_what_people_say_is_no_name() -> None:
    """« Merci » and « Bisous » apart are words of comments, and short lines under each other a list."""
    said = (
        ("Merci", "elles sont superbes tes chaussettes ma belle"),
        ("Bravo", "jamais su faire les talons"),
    )
    post = told("Commentaires", (*said, ("Bisous", "un tuto promis")))
    assert not {"Merci", "Bravo", "Bisous"} & {comment.author for comment in post.comments}

    post = told("Commentaires", (("Tricot", "Couture"), ("Voyages", "Photos"), ("Recettes", TEXT)))
    assert not {"Tricot", "Voyages", "Recettes"} & {comment.author for comment in post.comments}
