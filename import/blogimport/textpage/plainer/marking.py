"""The links, headings and emphasis of a dump, as marks of the texts that its lines became."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from blogimport.textpage.labelling import OfLine
from blogimport.textpage.plainer.page import PlainLine
from reader.archive import NewPost
from reader.models import Mark


def with_marks(
    posts: Sequence[NewPost], by_line: Mapping[int, OfLine], lines: Sequence[PlainLine]
) -> list[NewPost]:
    """The posts, whose texts have the marks of the lines that they were made of; `by_line` has the role of each."""
    of_texts: defaultdict[tuple[int, int | None], list[PlainLine]] = defaultdict(list)
    for line in lines:
        role = by_line.get(line.first) if line.marks else None
        if role is not None and role[0] in ("body", "comment") and role[1] is not None:
            of_texts[role[1], role[2]].append(line)
    if not of_texts:
        return list(posts)
    return [
        replace(
            post,
            marks=_marked(post.body, post.marks, of_texts.get((index, None), ())),
            comments=tuple(
                replace(
                    comment,
                    marks=_marked(comment.body, comment.marks, of_texts.get((index, comment.position), ())),
                )
                for comment in post.comments
            ),
        )
        for index, post in enumerate(posts)
    ]


def _marked(body: str, marks: tuple[Mark, ...], lines: Sequence[PlainLine]) -> tuple[Mark, ...]:
    """The marks of a body with those of its lines, which stand in it one after the other."""
    found: list[Mark] = []
    cursor = 0
    for line in lines:
        text = line.text.strip()
        start = body.find(text, cursor)
        if start >= 0:
            shift = start - (len(line.text) - len(line.text.lstrip()))
            found.extend(replace(mark, start=mark.start + shift, end=mark.end + shift) for mark in line.marks)
            cursor = start + len(text)
            continue
        # Some of the line is none of the text: what is marked may be in the rest.
        for mark in line.marks:
            said = line.text[mark.start : mark.end]
            start = body.find(said, cursor)
            if mark.kind != "heading" and start >= 0 and body.find(said, start + 1) < 0:
                found.append(replace(mark, start=start, end=start + len(said)))
    known = {(mark.start, mark.end, mark.kind) for mark in marks}
    new = [mark for mark in found if mark.start >= 0 and (mark.start, mark.end, mark.kind) not in known]
    if not new:
        return marks
    return tuple(sorted((*marks, *new), key=lambda mark: (mark.start, -mark.end)))
