"""The one post of a page, whose box only its prose told, by what its lines tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from blogimport.readings import Dump
from blogimport.webpage import read
from reader.archive import NewPost

LISTS = Path(__file__).parents[2] / "data" / "dated_lists"
PROSE = (
    "<p>La barque a pris l'eau tout l'hiver, et nous l'avons écopée avec la casserole du pêcheur, qui regardait.</p>"
    "<p>Elle flotte depuis mardi, un peu de travers, et personne ne veut être le premier à ramer vers la bouée.</p>"
)


def post(*, over: str = "", under: str = "") -> NewPost:
    """The post of a page with something over and under its text in one box, and a comment behind it."""
    comments = "".join(
        f"<div class='comment'><b class='author'>{who}</b> <i class='date'>{day} mai 2008</i><p>{what}</p></div>"
        for who, day, what in (("Ondine", 3, "Quelle belle eau."), ("Firmin", 4, "Et froide, avec ça."))
    )
    page = (
        f"<html lang='fr'><title>La barque</title><body><td>{over}{PROSE}{under}</td>{comments}</body></html>"
    )
    (part,) = read(Dump("page.html", content=page.encode())).parts
    (found,) = part.posts
    assert len(found.post.comments) == 2
    return found.post


def test_head_and_buttons_in_the_box_are_none_of_the_text() -> None:
    """Who, when and how many comments stand in the box of a text, and are told of the post."""
    found = post(
        over="<h2>La barque</h2><div>Publié par Maël le 2 mai 2008</div>",
        under="<div>Lien permanent</div><div>2 commentaires</div>",
    )

    assert found.body.startswith("La barque a pris l'eau")
    assert found.body.endswith("vers la bouée.")
    assert (found.author, found.published) == ("Maël", "2008-05-02")


@pytest.mark.parametrize(
    "under",
    [
        "<p>Prochaine sortie</p><p>Le 24 mai 2008, rendez-vous à 10:30 ; à prévoir : du pain sec pour les cygnes.</p>",
        "<p>À bientôt, sur l'eau</p>",
        "<p>Maël</p>",
    ],
)
def test_what_may_be_of_the_text_stays(under: str) -> None:
    """Sentences and lines that say nothing of a post are kept, whatever the page's text would be read as."""
    found = post(over="<h2>La barque</h2><div>Publié par Maël le 2 mai 2008</div>", under=under)

    last = under.removesuffix("</p>").rpartition(">")[2]
    assert found.body.endswith(last)


def test_a_date_of_a_comment_is_none_of_the_post() -> None:
    """A page that does not say when its post was written says so of its comments only."""
    found = post(over="<h2>La barque</h2>")

    assert (found.author, found.published) == (None, None)


@pytest.mark.parametrize("name", ["search-results", "shop-table", "signed-columns", "timeline-dl"])
def test_a_short_list_of_dates_without_a_title_is_no_post(name: str) -> None:
    """That the lines of a page tell a day makes no post of a table or a timeline of a few words."""
    parts = read(Dump(f"{name}.html", path=LISTS / f"{name}.html")).parts

    assert [found for part in parts for found in part.posts] == []
