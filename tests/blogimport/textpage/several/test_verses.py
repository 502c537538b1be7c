"""Posts that are poems: no line of them is as long as prose is."""

from __future__ import annotations

import pytest

from blogimport.textpage import read_page

RHYMED = (
    "Le vieux moulin sous la pluie",
    "Le moulin n'a plus de toile",
    "Et la meule s'est rouillée",
    "Il ne moud que des étoiles",
    "Dans la farine mouillée",
    "",
    "Un meunier qui n'y dort plus",
    "Laisse la porte battante",
    "Aux chemins qu'il a perdus",
    "Et à la lune montante",
)
FREE = (
    "What the ferry said",
    "It leaves when it is full,",
    "and it is never full of us,",
    "only of bicycles",
    "and the smell of wet rope.",
    "Wait for the second bell;",
    "the first is for the gulls.",
)
LISTED = (
    "Le vieux moulin sous la pluie",
    "Une soupe aux orties pour six",
    "Trois jours à Saint-Nazaire",
    "Pourquoi je garde mes poules",
    "Le facteur et son vélo jaune",
    "Retour du marché de Cluny",
)


def page_of(day: str, verses: tuple[str, ...], foot: str = "") -> bytes:
    return "\n\n".join([day, *filter(None, verses), foot]).encode()


@pytest.mark.parametrize(
    ("day", "verses"),
    [("mardi 20 mars 2012", RHYMED), ("Tuesday, March 20, 2012", FREE)],
    ids=["rhymed", "free"],
)
def test_a_poem_under_a_day(day: str, verses: tuple[str, ...]) -> None:
    """A day over verses, and nothing below: the first line is the title, the others are the text, in their order."""
    (post,) = read_page(page_of(day, verses)).posts

    assert post.published == "2012-03-20"
    assert post.guesses["title"].startswith("it is the first line of a poem")
    assert [post.title, *filter(None, post.body.splitlines())] == list(filter(None, verses))


def test_a_poem_over_who_wrote_it() -> None:
    """Who wrote a poem and when may stand under it only."""
    (post,) = read_page(page_of("", RHYMED, "Publié par Odile le 20 mars 2012 à 16:27")).posts

    assert (post.title, post.author, post.published) == (RHYMED[0], "Odile", "2012-03-20T16:27")
    assert list(filter(None, post.body.splitlines())) == list(filter(None, RHYMED[1:]))


def test_a_title_over_the_day_of_a_poem() -> None:
    """Under a menu it is the poem's, and no name of the site."""
    (post,) = read_page(
        b"Les carnets d'Odile\n\nAccueil\n\nContact\n\nLe moulin\n\n" + page_of("mardi 20 mars 2012", RHYMED)
    ).posts

    assert (post.title, post.published) == ("Le moulin", "2012-03-20")
    assert "title" not in post.guesses
    assert list(filter(None, post.body.splitlines())) == list(filter(None, RHYMED))


def test_a_verse_with_the_words_of_a_cue() -> None:
    """« Dans la farine mouillée » tells of no category, and the poem goes on under it up to the comments."""
    said = "lilou, le 21 mars 2012 à 10:11\n\nOn y entend la pluie et la meule qui ne tourne plus."

    (post,) = read_page(page_of("Le moulin\n\nmardi 20 mars 2012", RHYMED, f"1 commentaire\n\n{said}")).posts

    assert (post.title, post.categories) == ("Le moulin", ())
    assert list(filter(None, post.body.splitlines())) == list(filter(None, RHYMED))
    assert [comment.author for comment in post.comments] == ["lilou"]


def test_poems_of_several_days() -> None:
    """Each day of a page has its poem under it."""
    pages = [page_of("mardi 20 mars 2012", RHYMED), page_of("jeudi 8 mars 2012", RHYMED[5:])]

    posts = read_page(b"\n\n".join(pages)).posts

    assert [post.published for post in posts] == ["2012-03-20", "2012-03-08"]
    assert [post.title for post in posts] == [RHYMED[0], RHYMED[6]]


def test_a_poem_is_no_comments() -> None:
    """Verses that seem comments for a name and a day stand under them, and that nothing says are any."""
    site = "Les carnets d'Odile\n\nOn y parle de moulins, de ferries et de la pluie qui tombe sur les deux..."
    poem = page_of("mardi 20 mars 2012", RHYMED, "Odile Gernay – 20.03.2012 – 15:40").decode()

    (post,) = read_page(f"{site}\n{poem}\n\nmis en rimes par Odile Gernay à 16:27".encode()).posts

    assert post.title == RHYMED[0]
    assert not post.comments


def test_titles_under_a_day_are_no_poem() -> None:
    """A list of titles has lines as short, which neither rhyme nor go on from one to the next."""
    assert not read_page(page_of("mardi 20 mars 2012", LISTED)).posts


def test_a_box_of_titles_is_no_post_beside_a_poem() -> None:
    """Titles over the months that a page ends with say neither who nor when."""
    motto = "Carnet d'Odile\n\npar tous les temps, et souvent par mauvais temps, le long de la rivière\n\n"
    box = (
        ".billets récents",
        *(f". {title}..." for title in LISTED),
        ". Mai 2012",
        ". Avril 2012",
        ". Mars 2012",
    )
    poem = page_of("mardi 20 mars 2012", RHYMED, "Odile – 20.03.2012 – 15.40h")
    (post,) = read_page(motto.encode() + poem + "\n\n".join(("", *box)).encode()).posts

    assert (post.title, post.published) == (RHYMED[0], "2012-03-20T15:40")
    assert LISTED[0] not in post.body
