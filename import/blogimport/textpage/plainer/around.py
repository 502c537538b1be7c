"""What a dump's writing adds to its posts: the facts of its head, the roles of lines that were nothing but signs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from blogimport.textpage.labelling import OfLine
from blogimport.textpage.plainer.page import Head, PlainLine
from reader.archive import NewPost


def with_head(posts: Sequence[NewPost], head: Head) -> list[NewPost]:
    """The post of a page with the title and day that stand over it, where its text tells none; several as they are."""
    if len(posts) != 1:
        return list(posts)
    post = posts[0]
    return [replace(post, title=post.title or head.title, published=post.published or head.published)]


def roles_within(
    by_line: Mapping[int, OfLine], lines: Sequence[PlainLine], texts: Sequence[str]
) -> dict[int, int]:
    """For each line that says nothing, as a picture or a rule, within one text the number of the line over it.

    `texts` are the lines of the dump.
    """
    found: dict[int, int] = {}
    above = 0
    waiting: list[int] = []
    for line in lines:
        if not line.text:
            waiting.extend(
                number for number in range(line.first, line.last + 1) if not _is_blank(texts[number - 1])
            )
            continue
        role = by_line.get(line.first)
        if waiting and role is not None and role[0] in ("body", "comment") and role == by_line.get(above):
            found.update(dict.fromkeys(waiting, above))
        waiting.clear()
        above = line.first
    return found


def _is_blank(text: str) -> bool:
    return not text or text.isspace()
