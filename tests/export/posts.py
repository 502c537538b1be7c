"""Posts for the tests of export, from JSON files or made by Hypothesis."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from reader.models import Comment, DumpName, Mark, MarkKind, Post

SOURCE = DumpName("page.txt", "0" * 64, "text")


def made(**given: Any) -> Post:
    """A post of which only what is given is known."""
    known: dict[str, Any] = {
        **dict.fromkeys(("blog", "title", "author", "published", "url", "language")),
        "id": 1,
        "key": "key",
        "categories": (),
        "tags": (),
        "body": "",
        "marks": (),
        "guesses": {},
        "comments_declared": None,
        "comments_open": None,
        "comments": (),
        "source": SOURCE,
    }
    return Post(**{**known, **given})


def said(position: int, body: str, **given: Any) -> Comment:
    """A comment of which only its text and what is given is known."""
    known: dict[str, Any] = {
        **dict.fromkeys(("author", "published", "reply_to")),
        "depth": 0,
        "kind": "comment",
        "marks": (),
        "guesses": {},
    }
    return Comment(position=position, body=body, **{**known, **given})


def read(path: Path) -> Post:
    """The post in a file; a mark is [text, kind, value], and lies where the body has that text first."""
    given = json.loads(path.read_text("utf-8"))
    given["marks"] = _marks(given)
    given["comments"] = tuple(
        said(position, **{**comment, "marks": _marks(comment)})
        for position, comment in enumerate(given.get("comments", []), 1)
    )
    for field in ("categories", "tags"):
        given[field] = tuple(given.get(field, ()))
    return made(**given)


def _marks(given: dict[str, Any]) -> tuple[Mark, ...]:
    body = given["body"]
    found: list[Mark] = []
    for text, kind, value in given.get("marks", []):
        start = body.index(text)
        found.append(Mark(start, start + len(text), kind, value))
    return tuple(found)


# Letters that are one cell wide: of wide ones, a line may end within a word.
WORD = st.text(
    st.characters(max_codepoint=0x52F, exclude_categories=["C", "Z", "M"]) | st.sampled_from("–—’«»…•◦☺"),
    min_size=1,
    max_size=30,
)
GUESSES = st.dictionaries(
    st.sampled_from(["author", "published", "reply_to", "boundary", "title", "kind"]), WORD, max_size=2
)


@st.composite
def bodies(draw: st.DrawFn) -> tuple[str, tuple[Mark, ...]]:
    """A body of some lines, some of which are blocks of their own."""
    body = ""
    marks: list[Mark] = []
    for words in draw(st.lists(st.lists(WORD, max_size=8), max_size=6)):
        line = " ".join(words)
        kind: MarkKind | None = draw(st.sampled_from([None, None, "item", "quote", "code", "heading"]))
        if kind and line:
            marks.append(
                Mark(len(body), len(body) + len(line), kind, draw(st.sampled_from([None, "1", "3"])))
            )
        body += line + draw(st.sampled_from(["\n", "\n\n", "\n\n\n"]))
    return body, tuple(marks)


@st.composite
def comments(draw: st.DrawFn, position: int) -> Comment:
    """One comment that answers any other, itself or none."""
    body, marks = draw(bodies())
    return said(
        position,
        body,
        author=draw(st.none() | WORD),
        published=draw(st.sampled_from([None, "2007", "2007-03-14T22:10"])),
        reply_to=draw(st.none() | st.integers(1, 8)),
        guesses=draw(GUESSES),
        marks=marks,
    )


@st.composite
def posts(draw: st.DrawFn) -> Post:
    """Any post."""
    body, marks = draw(bodies())
    return made(
        id=draw(st.integers(1, 10**9)),
        title=draw(st.none() | st.lists(WORD, max_size=12).map(" ".join)),
        author=draw(st.none() | WORD),
        published=draw(st.sampled_from([None, "2007", "2007-03", "2007-03-14", "2007-03-14T22:10"])),
        tags=tuple(draw(st.lists(WORD, max_size=3))),
        body=body,
        marks=marks,
        guesses=draw(GUESSES),
        comments_declared=draw(st.none() | st.integers(0, 9)),
        comments=tuple(draw(comments(position)) for position in range(1, draw(st.integers(0, 6)) + 1)),
    )
