"""Lists that have days and names, and are no comments: releases, events, posts, what was said elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from blogimport.readings import Dump
from blogimport.webpage import read

LISTS = sorted((Path(__file__).parents[2] / "data" / "dated_lists").glob("*.html"))
POSTS = (
    "<div><h1>The ferry bell</h1><p>Posted by Orla Finch on August 3, 2005</p><p>It hangs in a garden now, and nobody"
    " remembers who carried it up the hill in the first place.</p>"
    "<p>On calm evenings it is rung once.</p>{within}</div>{behind}",
    "<table width=100%><tr><td valign=top><font size=4>La cloche du bac</font><br><i>mercredi 3 août 2005</i><br><br>"
    "Elle est dans un jardin maintenant, et personne ne se rappelle qui l'a portée là-haut. Les soirs de calme, on la"
    " sonne une fois.<br><br>{within}</td></tr></table>{behind}",
    "<h2>The ferry bell</h2><p>It hangs in a garden now, and nobody remembers who carried it up the hill in the first"
    " place.</p><p>On calm evenings it is rung once.</p>{within}<p>That is all I know of it.</p>{behind}",
)
SAID = (
    "<div><b>Nessa</b> <i>August 4, 2005 12:31</i><p>It was my uncle, with a wheelbarrow.</p></div>"
    "<div><b>Piers</b> <i>August 5, 2005 09:12</i><p>I heard it from the beach.</p></div>"
)


def comments(tmp_path: Path, page: str) -> list[tuple[str | None, str | None]]:
    """Who and when of all comments that are found on a page."""
    file = tmp_path / "page.html"
    file.write_text(f"<html><head><title>The ferry bell</title></head><body>{page}</body></html>", "utf-8")
    posts = [found.post for part in read(Dump(name=file.name, path=file)).parts for found in part.posts]
    return [(comment.author, comment.published) for post in posts for comment in post.comments]


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_none_is_taken_for_comments(tmp_path: Path, path: Path) -> None:
    """Such a list in a post, or behind it, is none of its comments."""
    listed = path.read_text("utf-8")

    for post in POSTS:
        assert comments(tmp_path, post.format(within=listed, behind="")) == []
        assert comments(tmp_path, post.format(within="", behind=f"<div>{listed}</div>")) == []


@pytest.mark.parametrize("heading", ["<h3>2 comments</h3>", ""])
@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_comments_beside_one_are_found(tmp_path: Path, path: Path, heading: str) -> None:
    """Comments of the same page are found, with nothing of the list, though no name and perhaps no heading tells."""
    listed = path.read_text("utf-8")
    said = f"<div class=q>{heading}{SAID}</div>"

    for within, behind in (
        (listed, said),
        ("", f"<div>{listed}</div>{said}"),
        ("", f"{said}<div>{listed}</div>"),
    ):
        found = comments(tmp_path, POSTS[0].format(within=within, behind=behind))
        assert found == [("Nessa", "2005-08-04T12:31"), ("Piers", "2005-08-05T09:12")]


def test_characters_that_no_tree_may_be_given_stop_nothing(tmp_path: Path) -> None:
    """Bare lines with a day are read with whatever a damaged page has in them."""
    said = SAID.replace("<i>", "\x01").replace("</i>", "\x02").replace("<p>", "<p>\x03")
    ruled = "<hr>".join(
        f"\x04{text}<br><i>{who}</i>\x05, August 4, 2005<br>"
        for who, text in (("Nessa", "Oh."), ("Piers", "Ah."))
    )

    for written in (said, ruled):
        assert (
            len(comments(tmp_path, POSTS[0].format(within="", behind=f"<h3>2 comments</h3>{written}"))) == 2
        )
