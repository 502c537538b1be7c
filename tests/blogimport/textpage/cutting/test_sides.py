"""On which side of its text who signs a comment stands."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page

POST = [
    "Le four du village",
    "",
    "Samedi 10 mai 2008",
    "",
    "On a rallumé le four, qui n'avait pas servi depuis trente ans, et il a fumé toute la matinée.",
    "",
    "#Posté le samedi 10 mai 2008 15:14",
    "",
]
HEADING = "Commentaires"
FIRST, SECOND, LAST = "ça donne faim !", "et le levain, il vient d'où ? du moulin ?", "preums, vive le four"


def told(lines: list[str]) -> list[tuple[str | None, str]]:
    """Who wrote each comment of a page, and its text."""
    (post,) = read_page("\n".join(POST + lines).encode()).posts
    return [(comment.author, comment.body) for comment in post.comments]


def test_what_stands_over_a_form_is_no_text_that_is_signed_under_it() -> None:
    """Buttons and a form over the first line that signs are the site's, though a last text may look like a label."""
    bar = ["  • Amis 0", "  • Commentaires", "  • Dadas", "  • Mélos"]
    form = [
        "Commenter",
        "",
        "Tu n'es pas des nôtres.",
        "Clique ici pour poster un commentaire en un instant.",
    ]
    lines = ["Commenter", "", *bar, "", *form, ""]
    for name, day, text in (("Zoé", 11, FIRST), ("Marc", 12, SECOND), ("Ana", 13, LAST)):
        lines += [f"{name}, Posté le {day} mai 2008 21:40", "", text, ""]

    assert told(lines) == [("Zoé", FIRST), ("Marc", SECOND), ("Ana", LAST)]


@pytest.mark.parametrize("behind", [[], ["", "Haut de la page"]])
def test_blank_lines_on_one_side_tell_the_other(behind: list[str]) -> None:
    """Lines that sign and stand right over texts, each apart from what is before it, sign these and not those above."""
    lines = [HEADING, "Photos", "Jeux", ""]
    for name, day, text in (("Zoé", 11, FIRST), ("Marc", 12, SECOND), ("Ana", 13, "trop chou")):
        lines += [f"Posté par {name} le {day} mai 2008 à 21:40", text, ""]
    comments = told(lines[:-1] + behind)

    assert [(name, text.splitlines()[0]) for name, text in comments] == [
        ("Zoé", FIRST),
        ("Marc", SECOND),
        ("Ana", "trop chou"),
    ]


def test_blank_lines_tell_who_signs_under_texts() -> None:
    """Lines that sign right under texts, each apart from what is behind it, sign the texts above."""
    lines = [HEADING]
    for name, day, text in (("Zoé", 11, FIRST), ("Marc", 12, SECOND), ("Ana", 13, LAST)):
        lines += [text, f"Posté par {name} le {day} mai 2008 à 21:40", ""]

    assert told([*lines, "Photos et jeux de l'année passée, avec tout le monde."])[:3] == [
        ("Zoé", FIRST),
        ("Marc", SECOND),
        ("Ana", LAST),
    ]


def test_a_day_under_a_name_is_no_text() -> None:
    """Names with their days right under them sign the texts above, from which they are apart."""
    lines = [HEADING, ""]
    for number, (name, text) in enumerate((("Zoé", FIRST), ("Marc", SECOND), ("Ana", LAST)), 1):
        lines += [
            f"  {number}. {text}",
            "",
            f"    • {name}",
            f"    • 1{number} mai 2008 à 14:15 | #",
            "",
        ]

    assert told([*lines, "Ajouter un commentaire"]) == [("Zoé", FIRST), ("Marc", SECOND), ("Ana", LAST)]


@pytest.mark.parametrize("mark", ["", "Re: "])
def test_a_subject_over_a_name_is_no_text(mark: str) -> None:
    """Lines that sign right under a subject, and apart from the texts under them, sign those texts."""
    lines = [HEADING, ""]
    for name, day, text in (("Zoé", 11, FIRST), ("Marc", 12, SECOND), ("Ana", 13, LAST)):
        lines += [
            f"{mark}Le pain et {name}",
            f"Posté par {name} le {day} mai 2008 à 21:40",
            "",
            text,
            "",
        ]

    assert [(name, text.splitlines()[-1]) for name, text in told(lines)] == [
        ("Zoé", FIRST),
        ("Marc", SECOND),
        ("Ana", LAST),
    ]
