"""From comments that name what they answer by an id to comments in reading order, each with its place.

For every format whose comments have ids. Knows no format, and guesses nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from blogimport.readings import Withheld
from reader.models import Comment, CommentKind, Guesses, Mark


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment as an export has it.

    `id` and `answers` are the dump's own ids (None: it has none, it answers the post), `place` is whatever the
    format wants to find the comment by afterwards, such as its first line.
    """

    id: str | None
    answers: str | None
    author: str | None
    published: str | None
    body: str
    marks: tuple[Mark, ...] = ()
    kind: CommentKind = "comment"
    withheld: Withheld | None = None
    guesses: Guesses = field(default_factory=dict)
    place: int = 0


@dataclass(frozen=True, slots=True)
class Conversation:
    """Comments in reading order: an answer after what it answers, else in the order of the dump.

    `places` maps a position to the `place` of its remark, `withheld` to why the blog did not show it.
    """

    comments: tuple[Comment, ...]
    places: Mapping[int, int]
    withheld: Mapping[int, Withheld]


# Of most records of an export: attachments, menus, posts that nobody has answered.
_SILENCE = Conversation((), {}, {})


def conversation(remarks: Iterable[Remark]) -> Conversation:
    """Remarks in their threads.

    One that answers a comment which the dump does not hold, or itself in a circle, stands at the post's own level, and
    its guesses say so.
    """
    given = list(remarks)
    if not given:
        return _SILENCE
    index_of: dict[str, int] = {}
    for index, remark in enumerate(given):
        if remark.id is not None:
            index_of.setdefault(remark.id, index)
    answered = _answered(given, index_of)
    below: dict[int | None, list[int]] = {}
    for index, parent in enumerate(answered):
        below.setdefault(parent, []).append(index)
    comments: list[Comment] = []
    places: dict[int, int] = {}
    withheld: dict[int, Withheld] = {}
    position_of: dict[int, int] = {}
    # Not recursive: threads are deeper than Python's stack where somebody wants them to be.
    waiting = [(index, 0) for index in reversed(below.get(None, []))]
    while waiting:
        index, depth = waiting.pop()
        remark, parent = given[index], answered[index]
        position = position_of[index] = len(comments) + 1
        guesses = dict(remark.guesses)
        if remark.answers is not None and parent is None:
            guesses["reply_to"] = "it answers a comment that the dump does not hold"
        comments.append(
            Comment(
                position=position,
                author=remark.author,
                published=remark.published,
                reply_to=None if parent is None else position_of[parent],
                depth=depth,
                kind=remark.kind,
                body=remark.body,
                marks=remark.marks,
                guesses=guesses,
            )
        )
        places[position] = remark.place
        if remark.withheld is not None:
            withheld[position] = remark.withheld
        waiting.extend((child, depth + 1) for child in reversed(below.get(index, [])))
    return Conversation(tuple(comments), places, withheld)


def _answered(given: Sequence[Remark], index_of: Mapping[str, int]) -> list[int | None]:
    """What each remark answers, None for the post; circles are opened where they are first met."""
    answered = [None if r.answers is None else index_of.get(r.answers) for r in given]
    is_sound = [False] * len(given)
    for start in range(len(given)):
        path: list[int] = []
        seen: set[int] = set()
        index: int | None = start
        while index is not None and not is_sound[index]:
            if index in seen:
                answered[index] = None
                break
            seen.add(index)
            path.append(index)
            index = answered[index]
        for index in path:
            is_sound[index] = True
    return answered
