"""Comments that nothing names, told by their shape; and what has such a shape and is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from blogimport.readings import Dump
from blogimport.webpage import read

POST = (
    "<div><h1>The ferry bell</h1><p>Posted by Orla Finch on August 3, 2015</p>"
    "<p>It hangs in a garden now, and nobody remembers who carried it up the hill in the first place.</p>"
    "<p>On calm evenings it is rung once.</p></div>"
)
SHAPES = (
    "<div class=q><ul>{}</ul></div>",
    "<div class=q>{}</div>",
)


def comments(tmp_path: Path, lines: list[str], shape: str) -> list[tuple[str | None, str | None]]:
    """Who and when of the comments that are found below a post."""
    page = tmp_path / "page.html"
    tag = "li" if "<ul>" in shape else "p"
    listed = shape.format("".join(f"<{tag}>{line}</{tag}>" for line in lines))
    page.write_text(f"<html><body>{POST}{listed}</body></html>", "utf-8")
    (post,) = [found.post for part in read(Dump(name=page.name, path=page)).parts for found in part.posts]
    return [(comment.author, comment.published) for comment in post.comments]


@pytest.mark.parametrize("shape", SHAPES)
def test_months_date_no_comments(tmp_path: Path, shape: str) -> None:
    """Categories that are named for a month are links to lists, between others."""
    lines = [
        "<a href=/c1>Articles that need a source from September 2015</a>",
        "<a href=/c2>All articles that need a source</a>",
        "<a href=/c3>Pages with an old way to show pictures</a>",
        "<a href=/c4>Articles that are too long from August 2015</a>",
        "<a href=/c5>All articles that are too long</a>",
        "<a href=/c6>Articles without a map from March 2017</a>",
        "<a href=/c7>All articles without a map</a>",
    ]

    assert comments(tmp_path, lines, shape) == []


def test_days_date_them(tmp_path: Path) -> None:
    """The same lines with names, days and texts between are comments."""
    lines = [
        "Nessa, August 4, 2015",
        "It was my uncle, with a wheelbarrow.",
        "Piers, August 5, 2015",
        "I heard it from the beach.",
    ]

    assert comments(tmp_path, lines, SHAPES[1]) == [("Nessa", "2015-08-04"), ("Piers", "2015-08-05")]
