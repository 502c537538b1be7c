"""Comments told by what comes again with each, where nobody knows the words of the theme."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page

ROW = "Posted by Orla on 3 May 2009, 20:05"
TEXT = """The bell of the ferry hangs in a garden now, and nobody remembers who carried it up the hill.

On calm evenings the owner lets his grandchildren ring it once, and the gulls leave the roof for a minute."""
SAID = (
    ("Nessa", "4 May 2009, 09:12", "It was my uncle, with a wheelbarrow and a great deal of shouting."),
    (
        "Piers Colm",
        "5 May 2009, 21:40",
        "I heard it on Sunday.\n\nIt can be heard as far as the beach when the wind drops.",
    ),
    ("the bosun", "7 May 2009, 00:05", "lol"),
    ("Nessa", "8 May 2009, 11:30", "Could it come back to the quay one day?"),
)
DATES = ["2009-05-04T09:12", "2009-05-05T21:40", "2009-05-07T00:05", "2009-05-08T11:30"]
THEMES = {
    "a name over the text, when under it, and a button": "{name}\n\n{text}\n\nVelkor {date}\n\nGusfen tinlo",
    "when and who under the text, and a button": "{text}\n\n{name} pimgus :\nVelkor {date}\n\nGusfen tinlo",
    "the name beside other words, in one line": "Gusgus korost {name} korfen {date}\n\n{text}\n\nLokor",
    "when over the text, and who under it": "Lodul {date}\n\n{text}\n\nrufost {name}\n\nGusfen tinlo",
    "a number over who": "{number}.\n{name}\n{date}\n\n{text}",
    "items that end with who and when": "  • {item}\n\n    {name}\n    Lodul {date}\n\n    Gusfen",
}


def told(
    theme: str, said: tuple[tuple[str, str, str], ...], heading: str
) -> list[tuple[str | None, str | None, str]]:
    """Who wrote the comments of a page in a theme, when, and what."""
    each = [
        theme.format(name=name, date=date, text=text, item=text.replace("\n\n", "\n\n    "), number=number)
        for number, (name, date, text) in enumerate(said, 1)
    ]
    page = "\n\n".join(["The ferry bell", ROW, TEXT, heading, *each, "Hobdul veltin", "Powered by WordPress"])
    (post,) = read_page(page.encode()).posts
    assert post.body == TEXT
    return [(comment.author, comment.published, comment.body) for comment in post.comments]


@pytest.mark.parametrize("theme", THEMES)
def test_what_recurs_with_each_comment_tells_them(theme: str) -> None:
    """The same words around a varying name and a varying day are the theme's, wherever they stand by the texts."""
    expected = [(name, date, text) for (name, _, text), date in zip(SAID, DATES, strict=True)]

    assert told(THEMES[theme], SAID, "4 lomar") == expected


@pytest.mark.parametrize("theme", THEMES)
def test_two_comments_are_enough(theme: str) -> None:
    """What stands beside two names is the theme's, though two people might share their first name."""
    expected = [(name, date, text) for (name, _, text), date in zip(SAID[:2], DATES[:2], strict=True)]

    assert told(THEMES[theme], SAID[:2], "2 lomar") == expected


def test_a_name_and_a_day_alone_may_have_words_of_the_theme_beside_them() -> None:
    """Where a row may be nothing but a name and a day, what recurs tells the name, and where the last comment ends."""
    theme = "{name} velmar {date}\n\n{text}"

    assert told(theme, SAID, "4 lomar") == [
        (name, date, text) for (name, _, text), date in zip(SAID, DATES, strict=True)
    ]


def test_a_heading_may_repeat_a_title_that_asks() -> None:
    """What begins with the number of comments and ends with a quotation is their heading, though it asks."""
    heading = "4 lomar pimgus “Who rang the bell of the old ferry?”"

    assert told("{text}\n\n{name}\nVelkor {date}\n\nGusfen", SAID, heading)[0][2] == SAID[0][2]


def test_two_comments_by_one_person_are_told() -> None:
    """Of lines that are the same for both, the one at the day is the name, and the last one a button."""
    said = tuple(("Nessa", date, text) for _, date, text in SAID[:2])

    assert told("{text}\n\n{name}\n{date}\n\nGusfen", said, "2 lomar") == [
        ("Nessa", date, text) for (_, _, text), date in zip(said, DATES[:2], strict=True)
    ]


def test_a_form_is_no_name() -> None:
    """Where most names have a word of the theme beside them, what stands under the last comment is none."""
    names = ("Piers Colm", "Nessa", "Piers Colm", "Piers Colm")
    each = [
        f"{name} rufhob :\nDulzel {date}\n\n{text}\n\nGusfen tinlo"
        for name, (_, date, text) in zip(names, SAID, strict=True)
    ]
    page = "\n\n".join(["The ferry bell", ROW, TEXT, "Lomar", *each, "Hobdul veltin", "Powered by WordPress"])
    (post,) = read_page(page.encode()).posts

    assert tuple(comment.author for comment in post.comments) == names


DECOYS = (
    "\n\n".join(
        f"Rung by {who} on {day} April 2009, 10:15\n\nThe gulls left the roof, and came back at noon."
        for who, day in (("Nessa", 2), ("Piers", 9), ("the bosun", 17))
    ),
    "\n\n".join(
        f"— Is it {hour}:30 yet, {who}?\n\nNo." for hour, who in ((5, "Nessa"), (6, "Piers"), (7, "Orla"))
    ),
)


@pytest.mark.parametrize("text", DECOYS)
def test_what_recurs_in_a_text_is_of_it(text: str) -> None:
    """Days before that of the post, and the hours of a talk, are what the post tells of."""
    page = "\n\n".join(
        ["The ferry bell", ROW, TEXT, text, "So it goes on the quay, year after year, and nobody minds."]
    )
    (post,) = read_page(page.encode()).posts

    assert post.comments == ()


ALONE = (
    "Nessa says:\n\n{text}\n\n{date}\n\nReply to this comment\n",
    "{date}\nNessa says:\n\n{text}\n",
    "  1. Nessa - {date}\n\n     {text}\n\n     Reply to this comment\n",
)


@pytest.mark.parametrize("theme", ALONE)
def test_all_that_one_person_wrote(theme: str) -> None:
    """Who wrote all comments is named by words that are known, and no button over a text is anybody."""
    said = (
        ("5 May 2009 at 16:39", "I heard it on Sunday."),
        ("6 May 2009 at 06:58", "And again this morning."),
    )
    text = "\n".join(theme.format(date=date, text=one) for date, one in said)
    page = "\n\n".join(
        ["The ferry bell", "Posted by Orla on 3 May 2009 at 09:41", TEXT, text, "Leave a comment"]
    )

    (post,) = read_page(page.encode()).posts

    assert [(c.author, c.published, c.body) for c in post.comments] == [
        ("Nessa", "2009-05-05T16:39", "I heard it on Sunday."),
        ("Nessa", "2009-05-06T06:58", "And again this morning."),
    ]


def test_a_comment_of_nobody_is_one() -> None:
    """A first item without a name, under the heading over all, is no part of the post."""
    said = "\n".join(
        f"  • {name}({day} juin 2018 @11h13)\n    :\n\n    {text}\n"
        for name, day, text in (
            ("", 22, "Le pays du Nord n'est pas un modèle."),
            ("Bastien Rouge\n    ", 23, "Même argument.\n\n    Le nôtre non plus, et de loin."),
            ("Sidonie Chat\n    ", 24, "On a tenté de l'exporter."),
            ("hubsa\n    ", 25, "L'un montre l'échec absolu de ses politiques."),
        )
    )
    page = f"""Certitude et charpente

par Denis Roi, 21 juin 2018

L'un des écrivains du Nord les plus célèbres est de retour, et la charpente de la maison du port avec lui, dit-on.

27 commentaires

{said}
"""

    (post,) = read_page(page.encode()).posts

    assert [c.author for c in post.comments] == [None, "Bastien Rouge", "Sidonie Chat", "hubsa"]
