"""Whether posts of short lines are read whole: `python -m bench.short_lines [RESULT]`.

Poems, posts that begin with a greeting, a recipe, a list, and posts without a text (`short_lines.toml`), each in the
layouts of blogs: with a day, who wrote it and a title around, a menu over it, comments under it, its lines close or
apart. What looks like a menu to a reader is lost to the post. With a result (« words lost ») the readings that came out
so are told.
"""

from __future__ import annotations

import itertools
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from blogimport.textpage import read_page

_DATA = Path(__file__).with_name("short_lines.toml")
RESULTS = ("read whole", "other title", "more text", "words lost", "other comments", "no post, or several")
"""What may come of a page."""


class Reading(NamedTuple):
    """A page by what it has (the kind of its post first) and what came of it."""

    kind: str
    layout: tuple[str, ...]
    result: str


def readings() -> Iterator[Reading]:
    """The reading of each page."""
    data = tomllib.loads(_DATA.read_text("utf-8"))
    further = data["further"]["text"]
    kinds = (("poems", data["poems"], ""), ("poems over a text", data["poems"], further))
    for kind, posts, below in (*kinds, ("beginnings of a text", data["beginnings"], further)):
        for (name, post), (over, above), (head, form), (under, end), is_close in itertools.product(
            posts.items(), data["over"].items(), data["heads"].items(), data["under"].items(), (True, False)
        ):
            if head == "title" and under == "nothing":
                continue  # nothing tells that it is a post
            text = post["text"].strip("\n")
            lines = [*text.splitlines(), below]
            shown = text if is_close else "\n\n".join(filter(None, text.splitlines()))
            said = form.format(title=post["title"], text=f"{shown}\n\n{below}".strip("\n"))
            page = "\n\n".join(filter(None, (above.strip("\n"), said, end["lines"].strip("\n"))))
            layout = (name, over, head, under, "close" if is_close else "apart")
            yield Reading(kind, layout, _result(page, post["title"], " ".join(filter(None, lines)), end))
    yield from _pictures(data)


def _pictures(data: dict[str, Any]) -> Iterator[Reading]:
    """The reading of each page whose post has no text, or a line."""
    pictures = data["pictures"]
    for (name, form), (over, above), (head, layout), (under, text), count, is_close in itertools.product(
        pictures["comments"].items(),
        [(over, above) for over, above in data["over"].items() if over != "motto"],
        [(head, layout) for head, layout in data["heads"].items() if layout.endswith("{text}")],
        pictures["under"].items(),
        (1, 2),
        (True, False),
    ):
        said = pictures["said"][:count]
        comments = [
            form["comment"].format(author=author, text=text, number=number)
            for number, (author, text) in enumerate(zip(pictures["authors"], said, strict=False), 1)
        ]
        shown = layout.format(title=pictures["title"], text=text).rstrip()
        blocks = (above.strip("\n"), shown, form["over"][count - 1], *comments, form["end"])
        page = "\n\n".join(filter(None, blocks))
        posts = read_page((page.replace("\n\n", "\n") if is_close else page).encode()).posts
        result = "no post, or several"
        if len(posts) == 1:
            found = [comment.body for comment in posts[0].comments]
            result = "other comments" if found != said else "other title"
            if found == said and posts[0].title == pictures["title"]:
                result = "read whole" if posts[0].body == text else "words lost"
        where = (name, over, head, under, str(count), "close" if is_close else "apart")
        yield Reading("without a text", where, result)


def _result(page: str, title: str, text: str, end: dict[str, Any]) -> str:
    posts = read_page(page.encode()).posts
    if len(posts) != 1:
        return "no post, or several"
    post = posts[0]
    body = " ".join(post.body.split())
    if text not in body:
        return "words lost"
    if len(post.comments) != end["comments"]:
        return "other comments"
    if body != text:
        return "more text"
    return "read whole" if post.title == title else "other title"


def main() -> None:
    """Print how many pages came out how, by the kind of their posts."""
    asked = sys.argv[1] if len(sys.argv) > 1 else None
    found = list(readings())
    for reading in found:
        if reading.result == asked:
            print(reading.kind, "·", " · ".join(reading.layout))
    times = Counter((reading.kind, reading.result) for reading in found)
    for kind in dict.fromkeys(reading.kind for reading in found):
        told = [f"{times[kind, result]:,} {result}" for result in RESULTS]
        print(f"{kind:22}", " · ".join(told))


if __name__ == "__main__":
    main()
