"""How many comments a post is said to have."""

from __future__ import annotations

from blogimport.readings import Dump
from blogimport.webpage import read
from tests.blogimport.exports import DATA


def test_a_number_that_leads_to_comments_counts_them() -> None:
    """A bubble with a number, as a link to the comments, is no part of the title that it stands in."""
    page = (DATA / "webpage" / "days-in-blocks.html").read_bytes()
    (part,) = read(Dump("page.html", content=page)).parts
    assert [(found.post.title, found.post.comments_declared) for found in part.posts] == [
        ("Le village aux canaux", 2),
        ("La vallée des cailloux", None),
    ]
