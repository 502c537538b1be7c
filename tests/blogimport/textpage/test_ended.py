"""Where a page ends for its post, and what follows is the site."""

from __future__ import annotations

import pytest

from blogimport.textpage.assembling import assemble
from blogimport.textpage.cues import sights_of
from blogimport.textpage.ended import ended
from blogimport.textpage.labelling import Labelled, Part
from blogimport.textpage.lines import lines_in

POST = [
    ("The ferry bell", Part.TITLE),
    ("Posted on March 14, 2009 by Orla", Part.HEAD),
    (
        "The bell of the ferry hangs in a garden now, and nobody remembers who carried it up the hill.",
        Part.BODY,
    ),
]
FORM = [("Leave a comment", Part.END)]
SITE = [
    ("The small print", Part.TITLE),
    ("Please keep to the rules of the harbour when you write here, and do not feed the gulls.", Part.BODY),
]


def labelled(page: list[tuple[str, Part]]) -> list[Labelled]:
    """The lines of a page with the part of each."""
    lines = lines_in([text for text, _ in page])
    return [Labelled(line, sights_of(line.text), part) for line, (_, part) in zip(lines, page, strict=True)]


def parts(page: list[tuple[str, Part]]) -> list[Part] | None:
    """The parts of a page as it ends under its first post."""
    entries = labelled(page)
    found = ended(entries, *assemble(entries, "en"))
    return None if found is None else [entry.part for entry in found]


def test_what_stands_under_the_form() -> None:
    """It is no further post where the first has no comments and says when it was written."""
    assert parts(POST + FORM + SITE) == [part for _, part in POST] + [Part.END] * 3


@pytest.mark.parametrize(
    "page",
    [POST + SITE, POST[:1] + POST[2:] + FORM + SITE, POST + SITE + FORM],
    ids=["no form", "no date", "under"],
)
def test_nothing_tells_where_a_page_ends(page: list[tuple[str, Part]]) -> None:
    """Without a form, under a post that says nothing of itself, and where another post stands over the form."""
    assert parts(page) is None
