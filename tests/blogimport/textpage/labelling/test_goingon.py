"""Texts that go on under a line which sites print, too."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page

ABOVE = (
    "La passerelle est fermée depuis lundi, et il faut maintenant descendre jusqu'au moulin pour passer la rivière.",
    "Trois voisins ont apporté leurs ruches au verger, et l'on a discuté du prix du miel jusqu'à la nuit tombée.",
)
BELOW = (
    "Le tilleul de la place a perdu une branche pendant l'orage, sans blesser personne et sans toucher la fontaine.",
    "Le boulanger assure que la farine n'y est pour rien, et que le four tire mal quand le vent vient de l'est.",
    "On a compté douze hérons au bord de l'étang, et peut-être un treizième que personne d'autre n'a voulu voir.",
)
COUNTED = """
Publié dans Rivière | 1 commentaire »

Une réponse à « Le vieux moulin »

1. Zoé dit :
13 mai 2008 à 10:12
Et le treizième héron, alors ?
"""


@pytest.mark.parametrize("foot", ["", COUNTED], ids=["end", "comments"])
@pytest.mark.parametrize(
    ("line", "is_kept"),
    [
        ("Mise à jour du 6 mai 2008", True),
        ("Catégorie : roman", True),
        ("Lu 120 fois", False),
        ("Partager", False),
        ("Imprimer", False),
        ("Permalien", False),
    ],
)
def test_what_follows_such_a_line_is_of_the_text(line: str, foot: str, *, is_kept: bool) -> None:
    """The text goes on below, to its foot or to the end; the line is part of it where it says more than a button."""
    body = "\n\n".join((*ABOVE, line, *BELOW))
    page = f"Le vieux moulin\n\nPublié le 12 mai 2008 par Odile\n\n{body}\n{foot}"

    (post,) = read_page(page.encode()).posts

    assert post.body == "\n\n".join((*ABOVE, *((line,) if is_kept else ()), *BELOW))
    assert len(post.comments) == (1 if foot else 0)


def test_one_sentence_below_is_a_box() -> None:
    """A sentence at the end of a page, under a button, is none of the text: sites speak there of themselves."""
    page = "\n\n".join(("Le vieux moulin", "Publié le 12 mai 2008 par Odile", *ABOVE, "Partager", BELOW[0]))

    (post,) = read_page(page.encode()).posts

    assert post.body == "\n\n".join(ABOVE)


@pytest.mark.parametrize("line", ["Lundi 12 mai", "12 mai 2008", "À 8h30", "---", "Publicité", "Photos"])
@pytest.mark.parametrize("over", ["Commentaires", "1 commentaire:"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["close", "apart"])
def test_a_paragraph_between_such_a_line_and_the_comments(line: str, over: str, gap: str) -> None:
    """One is enough there, and the line is of the text where it tells a day or a time."""
    said = f"Et la rivière ?{gap}Écrit par : Zoé | mardi 13 mai 2008"
    blocks = ("dimanche 11 mai 2008", "Le vieux moulin", ABOVE[0], line, BELOW[0], over, said)

    (post,) = read_page(gap.join(blocks).encode()).posts

    told = [text for text in post.body.splitlines() if text]
    assert (told[0], told[-1]) == (ABOVE[0], BELOW[0])
    assert (line in told) == ("1" in line or "8" in line)
    assert [comment.author for comment in post.comments] == ["Zoé"]


def test_a_paragraph_under_links_is_a_box() -> None:
    """It is how another post begins."""
    blocks = ("Le vieux moulin", "Publié le 12 mai 2008 par Odile", ABOVE[0], "Articles similaires", BELOW[0])

    (post,) = read_page(("\n\n".join(blocks) + f"\n{COUNTED}").encode()).posts

    assert post.body == ABOVE[0]


def test_what_follows_a_form_is_no_text() -> None:
    """Under what asks for comments the site speaks, though their heading stands below."""
    text = "\n\n".join((ABOVE[0], "Écrire un commentaire", *BELOW[:2]))
    page = f"Le vieux moulin\n\nPublié le 12 mai 2008 par Odile\n\n{text}\n{COUNTED}"

    (post,) = read_page(page.encode()).posts

    assert post.body == ABOVE[0]


def test_days_within_a_post_that_sound_like_comments() -> None:
    """A chronicle of several days, in sentences that might be anybody's, is one post to its end."""
    days = ("3 mai 2008", "5 mai 2008", "9 mai 2008")
    chronicle = "\n\n".join(
        f"{day}\n\nOn m'avait pourtant prévenu que la route serait longue. Bref, il faudra recommencer.\n\n{text}"
        for day, text in zip(days, BELOW, strict=True)
    )

    (post,) = read_page(
        f"Carnet d'un chantier\n\nPublié le 12 mai 2008 par Odile\n\n{chronicle}".encode()
    ).posts

    assert (post.published, post.comments) == ("2008-05-12", ())
    assert all(text in post.body for text in BELOW)


def test_stars_within_a_comment() -> None:
    """A line of stars ends neither a text nor the comments: who writes parts paragraphs so."""
    page = (
        f"Le vieux moulin\n\n{ABOVE[0]}\n\n***\n\n{ABOVE[1]}\n\n3 réflexions sur “ Le vieux moulin ”\n\n"
        f"  1. {BELOW[0]}\n\n  2. {BELOW[1]}\n    Une terrasse, un quai, un banc.\n\n    ***\n\n  3. {BELOW[2]}\n\n"
        "Les commentaires sont fermés."
    )

    (post,) = read_page(page.encode()).posts

    assert post.body == f"{ABOVE[0]}\n\n***\n\n{ABOVE[1]}"
    assert [comment.body.split("\n")[0] for comment in post.comments] == list(BELOW)
