"""Small archives for the tests of the archive: a blog about a lighthouse and its comments."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from reader.archive import Archive, Entry, NewDump, NewPost, NewSpan, open_for_writing
from reader.models import Comment
from tests.bare import post

NOBODY = 65534


def comment(position: int, body: str, **fields: Any) -> Comment:
    """A comment that states nothing but what is given."""
    known: dict[str, Any] = {
        "author": None,
        "published": None,
        "reply_to": None,
        "depth": 0,
        "kind": "comment",
    }
    return Comment(position=position, body=body, **{**known, **fields})


def dump(name: str, text: str) -> NewDump:
    """A text dump."""
    raw = text.encode()
    return NewDump(name, hashlib.sha256(raw).hexdigest(), "text page", "utf-8", raw, {})


LANTERN = post(
    "lantern",
    blog="Le phare de Kermorvan",
    title="La lanterne est réparée",
    author="Maël",
    published="2006-11-04T08:15",
    url="http://phare.example/lanterne",
    language="fr",
    categories=("Entretien",),
    tags=("optique", "cuivre"),
    body="Le cuivre brille de nouveau.\nOn voit la côte jusqu'à l'anse des Goélands.",
    comments_declared=3,
    comments_open=False,
    guesses={"language": "told from the commonest words of the page"},
    comments=(
        comment(1, "Et la corne de brume ?", author="Yvonne", published="2006-11-05"),
        comment(
            2,
            "Elle attendra le printemps, Yvonne.",
            author="Maël",
            published="2006-11-05T19:00",
            reply_to=1,
            depth=1,
            guesses={"reply_to": "it speaks to Yvonne"},
        ),
    ),
)
FOG = post(
    "fog", blog="Le phare de Kermorvan", title="Brume", published="2007", body="Trois jours sans voir la mer."
)
UNDATED = post("undated", blog="Notes from a pier", body="No date on this page.")

LANTERN_DUMP = dump(
    "phare/lanterne.txt",
    "La lanterne est réparée\nle 4 novembre 2006\n\nLe cuivre brille de nouveau.\n"
    "On voit la côte jusqu'à l'anse des Goélands.\n\n3 commentaires\nYvonne\nEt la corne de brume ?\n"
    "Maël\nElle attendra le printemps, Yvonne.\nHaut de page\n",
)
LANTERN_SPANS = (
    NewSpan(1, 1, "title", 0, None),
    NewSpan(2, 2, "meta", 0, None),
    NewSpan(4, 5, "body", 0, None),
    NewSpan(7, 7, "meta", 0, None),
    NewSpan(8, 9, "comment", 0, 1),
    NewSpan(10, 11, "comment", 0, 2),
    NewSpan(12, 12, "furniture", None, None),
)


def build(path: Path) -> Path:
    """An archive with three posts of two blogs, out of two dumps."""
    with open_for_writing(path) as writer:
        writer.write(LANTERN_DUMP, [Entry(LANTERN)], LANTERN_SPANS)
        both = dump("autres.txt", "Brume\nTrois jours sans voir la mer.\n\nNo date on this page.\n")
        spans = [
            NewSpan(1, 1, "title", 0, None),
            NewSpan(2, 2, "body", 0, None),
            NewSpan(4, 4, "body", 1, None),
        ]
        writer.write(both, [Entry(FOG), Entry(UNDATED)], spans)
    return path


def add(path: Path, name: str, posts: Sequence[NewPost]) -> None:
    """Write some posts out of a dump without lines into an archive."""
    with open_for_writing(path) as writer:
        writer.write(dump(name, ""), [Entry(one) for one in posts], [])


def everything(archive: Archive) -> list[object]:
    """The answers to all questions that an archive can be asked."""
    ids = archive.post_ids()
    return [
        *(list(archive.post_ids(order)) for order in ("newest", "oldest", "title", "comments", "blog")),
        archive.post_rows(ids),
        *(archive.post(post_id) for post_id in ids),
        *(archive.source(post_id) for post_id in ids),
        archive.years(),
        archive.stats(),
    ]


@contextmanager
def as_nobody() -> Iterator[None]:
    """Without the rights of root, who may read and write everything."""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
