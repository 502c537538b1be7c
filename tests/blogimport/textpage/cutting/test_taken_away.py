"""Comments whose text was taken away: what stands in its place says so."""

from __future__ import annotations

from blogimport.textpage import read_page

POST = """Verglas

samedi 1 décembre 2007

Ce matin la rue était sous verre, avec les feuilles d'érable prises dedans comme dans un presse-papiers.

Conclusion : demain, magasin de bottes, et des crampons s'ils en ont encore.

3 commentaires:

"""
GONE = "Ce commentaire a été supprimé par l'auteur."


def told(comments: str) -> list[tuple[str | None, str]]:
    """Who wrote each comment of a page, and its text."""
    (post,) = read_page((POST + comments).encode()).posts
    return [(comment.author, comment.body) for comment in post.comments]


def test_a_notice_in_the_place_of_a_text_is_kept() -> None:
    """What a page says instead of a text stands with the name and the day that it shows."""
    comments = f"""Zoé a dit…
Ici douze degrés et grand soleil, on t'attend !
1 décembre 2007 03:12
Marc a dit…
{GONE}
1 décembre 2007 10:02
Marc a dit…
Prends des crampons à ressort, ça se vend à la quincaillerie.
1 décembre 2007 10:04
"""

    assert told(comments)[1:] == [
        ("Marc", GONE),
        ("Marc", "Prends des crampons à ressort, ça se vend à la quincaillerie."),
    ]


def test_a_notice_over_who_signs_is_kept() -> None:
    """The same where names stand under texts."""
    comments = f"""Ici douze degrés et grand soleil, on t'attend !
Posté par Zoé le 1 décembre 2007 à 03:12

{GONE}
Posté par Marc le 1 décembre 2007 à 10:02

Prends des crampons à ressort, ça se vend à la quincaillerie.
Posté par Marc le 1 décembre 2007 à 10:04
"""

    assert [body for _, body in told(comments)][1] == GONE


def test_a_notice_beside_a_text_is_no_part_of_it() -> None:
    """That a comment waits for its host is said of one that stands there."""
    comments = """Zoé a dit…
Votre commentaire est en attente de modération.
Ici douze degrés et grand soleil, on t'attend !
1 décembre 2007 03:12
Marc a dit…
Prends des crampons à ressort, ça se vend à la quincaillerie.
1 décembre 2007 10:04
"""

    assert told(comments)[0] == ("Zoé", "Ici douze degrés et grand soleil, on t'attend !")
