"""Lines in which an extractor has joined the text of a comment with who signs it."""

from __future__ import annotations

from blogimport.textpage.reading import read_page

_POST = """Le moulin
La roue tourne de nouveau, et la farine sent la noisette. Venez voir, dimanche après-midi, derrière la scierie.
Posté par Odile à 18:40 dans Moulins - Permalien
"""


def _comments(text: str) -> list[tuple[str | None, str | None, str]]:
    posts = read_page((_POST + text).encode()).posts
    return [(one.author, one.published, one.body) for post in posts for one in post.comments]


def test_signature_behind_the_end_of_a_text() -> None:
    """What follows a text without a space signs it, where it has a name, a date and the words for that."""
    text = "Commentaires sur Le moulin\n- Nous viendrons.Posté par Zoé, le 06/03/10 à 19:02 | Répondre\n"
    text += "- Et moi, je porte la charrettePosté par Marc D., le 07/03/10 à 8:30 | Répondre\n"

    assert _comments(text) == [
        ("Zoé", "2010-03-06T19:02", "Nous viendrons."),
        ("Marc D.", "2010-03-07T08:30", "Et moi, je porte la charrette"),
    ]


def test_a_heading_over_comments_may_name_a_day() -> None:
    """A post whose title is a day is named in the heading, which nobody signs."""
    text = "Commentaires sur Mardi 4 mai\nNous viendrons.\nPosté par Zoé, le 06/03/10 à 19:02 | Répondre\n"

    assert _comments(text) == [("Zoé", "2010-03-06T19:02", "Nous viendrons.")]


def test_a_name_with_a_capital_within() -> None:
    """A capital within a name is no seam."""
    text = (
        "3 commentaires\nNous viendrons.\nMcDuff | 3 mai 2006 à 10:20\nEt moi.\nDjOuDj | 4 mai 2006 à 9:00\n"
    )

    assert [author for author, _, _ in _comments(text)] == ["McDuff", "DjOuDj"]
