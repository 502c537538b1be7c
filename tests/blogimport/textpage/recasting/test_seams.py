"""Lines in which an extractor has joined the text of a comment with who signs it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

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


def _threaded(lines: Sequence[str]) -> list[tuple[str, int | None]]:
    """The comments of a page with these lines under its text, and whom each answers."""
    (post,) = read_page("\n".join((_POST.rstrip(), *lines)).encode()).posts
    assert post.body.endswith("derrière la scierie.")
    return [(one.body, one.reply_to) for one in post.comments]


@pytest.mark.parametrize("buttons", ["RépondreSupprimer", "RispondiElimina", "ReplyDelete", "J’aimeJ’aime"])
def test_buttons_to_which_the_next_comment_is_glued(buttons: str) -> None:
    """The comments before and behind them are two."""
    lines = ["Ah, le moulin !", f"{buttons}Nous viendrons, avec les petits.", f"{buttons}et moi ?", buttons]

    assert [text for text, _ in _threaded(lines)] == [
        "Ah, le moulin !",
        "Nous viendrons, avec les petits.",
        "et moi ?",
    ]


def test_glued_buttons_under_first_lines() -> None:
    """Where an extractor has drawn them up to the first line of each comment, what is glued to them goes on with it."""
    lines = ["Bonjour Odile,", "RépondreSupprimerNous viendrons.", "@Zoé", "SupprimerAvec les petits ?"]
    lines += ["C'est loin ?", "RépondreSupprimerDix lieues."]

    assert _threaded(lines) == [
        ("Bonjour Odile,\nNous viendrons.", None),
        ("@Zoé\nAvec les petits ?", 1),
        ("C'est loin ?\nDix lieues.", None),
    ]


def test_a_button_more_tells_what_may_be_answered() -> None:
    """« RépondreSupprimer » stands under comments, « Supprimer » under their answers, though a call is all they say."""
    lines = [
        "Ah, le moulin !",
        "RépondreSupprimer@Zoé",
        "SupprimerOui, dimanche.",
        "Moi aussi !",
        "RépondreSupprimer",
    ]

    assert _threaded(lines) == [
        ("Ah, le moulin !", None),
        ("@Zoé\nOui, dimanche.", 1),
        ("Moi aussi !", None),
    ]


def test_one_word_alone_is_no_button() -> None:
    """« SupprimerTout » once is somebody's."""
    lines = ["2 commentaires", "SupprimerTout, quelle idée.", "Posté par Zoé, le 06/03/10 à 19:02 | Répondre"]

    assert [text for text, _ in _threaded(lines)] == ["SupprimerTout, quelle idée."]


def test_the_names_of_functions_are_no_buttons() -> None:
    """« EditBalloons » and « DeleteParts » begin with words that are buttons elsewhere, and stand nowhere alone."""
    lines = ["The examples are:", "EditBalloons", "DeleteParts", "ReplyToAll", "They need no licence."]
    posts = read_page("\n".join((_POST.rstrip(), *lines)).encode()).posts

    assert all(not post.comments for post in posts)


def test_each_glued_line_is_the_comments_that_it_tells() -> None:
    """The buttons before it are of the comment before, and the line is not."""
    page = read_page((_POST + "Ah !\nRépondreSupprimerNous viendrons.\nRépondreSupprimer").encode())

    comments = [(span.first, span.last, span.comment) for span in page.spans if span.role == "comment"]
    assert comments == [(4, 4, 1), (5, 5, 2)]


def test_who_published_a_text_is_no_part_of_it() -> None:
    """What stands over a text may be glued to it, where it says who and at what time."""
    text = "J'entends la roue, et la farine sent la noisette jusque sous le pont de la scierie du haut."
    (post,) = read_page(f"-\nPar Odile Marne dans Moulins le 14 Novembre 2012 à 18:23{text}".encode()).posts

    assert (post.author, post.published, post.body) == ("Odile Marne", "2012-11-14T18:23", text)


def test_a_page_of_a_few_lines() -> None:
    """The first comment is told however short the page is, and though nothing ends the post."""
    lines = ("Le moulin", "La roue tourne de nouveau, et la farine sent la noisette.", "Ah, le moulin !")
    page = "\n".join(
        (*lines, "RépondreSupprimer@Zoé", "SupprimerOui, dimanche.", "Moi !", "RépondreSupprimer")
    )
    (post,) = read_page(page.encode()).posts

    assert post.body == lines[1]
    assert [one.body for one in post.comments] == ["Ah, le moulin !", "@Zoé\nOui, dimanche.", "Moi !"]


def test_who_signs_between_two_buttons() -> None:
    """With more behind the name, the buttons stand under first lines: nobody speaks on after signing."""
    lines = ["Quel calme !", "RépondreEffacerJe reviens du moulin.", "RépondreEffacerBonne année."]
    lines += ["Mauricette", "Bonne année à vous aussi.", "RépondreEffacer"]

    assert [text for text, _ in _threaded(lines)] == [
        "Quel calme !",
        "Je reviens du moulin.\nBonne année.\nMauricette",
        "Bonne année à vous aussi.",
    ]


def test_a_link_from_another_page_over_comments_with_buttons() -> None:
    """It has no text here, and takes none of the comment below."""
    lines = [
        "Ping : Des œufs et des poules | Le fournil",
        "Vous livrez ?",
        "J’aimeJ’aime",
        "Non.",
        "J’aimeJ’aime",
    ]

    assert [text for text, _ in _threaded(lines)] == [
        "Ping : Des œufs et des poules | Le fournil",
        "Vous livrez ?",
        "Non.",
    ]


@pytest.mark.parametrize("time", ["6:23PM", "18:23h", "18:23CET"])
def test_the_half_of_a_day_is_no_text(time: str) -> None:
    """Nor is its zone, or the sign of hours, however close it stands to the time."""
    text = "The wheel turns again, and the flour smells of nuts down to the bridge of the saw mill."
    (post,) = read_page(f"The mill\nPosted by Odile Marne on November 14, 2012 {time}\n{text}".encode()).posts

    assert (post.author, post.body) == ("Odile Marne", text)
