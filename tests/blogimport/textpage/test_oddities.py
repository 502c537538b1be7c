"""What pages do to dates, names and threads."""

from __future__ import annotations

import pytest

from blogimport.textpage import learn, read_page
from reader.models import Comment

HEAD = """Le phare
3 mai 2006

Le phare s’allume à six heures et personne ne sait plus qui monte encore tourner la clef de la lanterne.

"""


def comments(text: str, head: str = HEAD) -> tuple[Comment, ...]:
    """The comments of the only post of a page."""
    (post,) = read_page((head + text).encode()).posts
    return post.comments


def test_relative_dates() -> None:
    """« il y a 3 ans » is kept as it is written and never counted from today."""
    found = comments(
        "2 commentaires\n\nZoé\nil y a 3 ans\n\nC’est lui.\n\nRépondre\n\nMax\nil y a 2 ans\n\nNon, elle.\n"
    )

    assert [(c.author, c.published) for c in found] == [("Zoé", None), ("Max", None)]
    assert "il y a 3 ans" in found[0].guesses["published"]


def test_dates_without_a_year() -> None:
    """A comment's missing year is the post's, or the next one where it would be older; both are guesses."""
    found = comments(
        "Vos réactions (2)\n\n  • # Le 4 mai à 22:09, par Zoé\n\n    C’est lui.\n\n    Répondre à ce message\n\n"
        "  • # Le 2 janvier à 08:00, par Max\n\n    Non, elle.\n\n    Répondre à ce message\n"
    )

    assert [c.published for c in found] == ["2006-05-04T22:09", "2007-01-02T08:00"]
    assert all("published" in c.guesses for c in found)


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("May 4, 2006 at 4:05 pm", "2006-05-04T16:05"),
        ("May 4, 2006 at 12:30 am", "2006-05-04T00:30"),
        ("05/04/06 11:02 AM", "2006-05-04T11:02"),
        ("Thursday, 4 May 2006 23:59", "2006-05-04T23:59"),
    ],
)
def test_english_dates(line: str, published: str) -> None:
    """An English page has its months first, two-figure years and halves of the day."""
    head = "The light\nMay 3, 2006\n\nThe light comes on at six and nobody knows who climbs the stairs to turn it.\n\n"

    found = comments(
        f"2 comments\n\n  1. Zoe says:\n    {line}\n\n    It is him.\n\n  2. Max says:\n    {line}\n\n    No, her.\n",
        head,
    )

    assert [c.published for c in found] == [published, published]


@pytest.mark.parametrize("side", ["before", "after"])
def test_side_of_the_author_line(side: str) -> None:
    """One page has author lines over the texts, another under them: the page tells which."""
    parts = [
        ("Zoé", "C’est mon grand-père."),
        ("Max", "Et le mien le week-end."),
        ("Ann", "Vivent les phares !"),
    ]
    lines = [f"Posté par {name}, {day} mai 2006 à 10:12" for day, (name, _) in enumerate(parts, 4)]
    blocks = [
        f"{line}\n\n{text}" if side == "before" else f"{text}\n\n{line}"
        for line, (_, text) in zip(lines, parts, strict=True)
    ]

    found = comments("3 commentaires\n\n" + "\n\n".join(blocks) + "\n")

    assert [(c.author, c.body) for c in found] == parts


@pytest.mark.parametrize(
    ("texts", "answers"),
    [
        (["C’est lui.", "@Zoé : vraiment ?"], [None, 1]),
        (["C’est lui.", "Zoé, vous êtes sûre ?"], [None, 1]),
        (["C’est lui.", "Bonjour Zoé, et merci !"], [None, 1]),
        (["C’est lui.", "Zoé a raison."], [None, 1]),
        (["C’est lui.", "Je suis d’accord avec vous tous."], [None, None]),
        (["C’est lui.", "Zoé habite loin du phare."], [None, None]),
        (["C’est lui.", "@Paul tu viens ?"], [None, None]),
    ],
)
def test_whom_a_comment_answers(texts: list[str], answers: list[int | None]) -> None:
    """A name that is spoken to is an answer; a name that is spoken of is none, nor is one that nobody has."""
    blocks = [
        f"{number}. {name} - 4 mai 2006\n\n{text}"
        for number, (name, text) in enumerate(zip(("Zoé", "Max"), texts, strict=True), 1)
    ]

    found = comments("Commentaires»\n\n" + "\n\n".join(blocks) + "\n")

    assert [c.reply_to for c in found] == answers
    assert [("reply_to" in c.guesses) for c in found] == [answer is not None for answer in answers]


def test_older_than_the_post() -> None:
    """What is older than its post is none of its comments."""
    (post,) = read_page(
        (
            HEAD
            + "Commentaires\n\n1. Zoé - 4 mai 1999\n\nUn vieux papier.\n\n2. Max - 5 mai 1999\n\nUn autre.\n"
        ).encode()
    ).posts

    assert post.comments == ()
    assert "Un vieux papier." in post.body


def test_lines_that_a_site_repeats() -> None:
    """What stands on most pages of a folder is the site's, although no cue knows it."""
    pages = [
        f"Ma vie de gardien\n\nUn phare, une lampe, des nuits\n\nNuit {number}\n\n"
        f"La lampe a tenu, la mer aussi, et la nuit numéro {number} s’est passée à écouter le vent tourner.\n\n"
        "Lu par trois goélands\n"
        for number in range(8)
    ]

    (alone,) = read_page(pages[3].encode()).posts
    (together,) = read_page(pages[3].encode(), learn(page.encode() for page in pages)).posts

    assert "goélands" in alone.body
    assert (together.title, together.body) == (
        "Nuit 3",
        "La lampe a tenu, la mer aussi, et la nuit numéro 3 s’est passée à écouter le vent tourner.",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Elle pesait 640 grammes. On l'a pesée deux fois, puis chez la voisine, qui a une balance neuve.\n\n"
        "par Marcelin publié dans Fruits\najouter un commentaire commentaires (2) recommander\n"
        "Il est resté sur la branche. Il a dit, enfin je crois : « C'étaient. »\n"
        "par Marcelin publié dans : Fruits\n\npar Marcelin publié dans : Fruits\n",
        "Beatrix | Email | Homepage | 03.05.07 - 12:30 pm | #\n"
        "It came down by itself. We had the ladder, a basket of apples and a man who had done this before.\n"
        "He told us he had done it before, too. With us it was pears.\nCommenting by HaloScan\nWhat sort of apples?\n"
        "the mole | 03.05.07 - 8:15 am | #\nSunday, March 04, 2007\n",
    ],
)
def test_broken_order(text: str) -> None:
    """Labels and heads that an accident has put out of their order never stop the reader."""
    assert read_page(text.encode()).posts


def test_feet_without_texts_over_them_are_no_posts() -> None:
    """A page that begins with what posts end with, as a cut one may, has none to tell apart."""
    cut = "Publié dans Jardin | 3 commentaires\n\nLe phare\n\nPublié dans Mer | 2 commentaires\n"
    assert read_page(cut.encode()).posts == ()
