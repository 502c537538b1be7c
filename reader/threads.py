"""Comments put in the order of their thread, with what is needed to draw its lines.

Knows comments and nothing of screens or files.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.models import Comment


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """One comment in thread order.

    `depth` is 0 for a comment on the post itself; `last` says that no sibling follows. `rails` has one
    entry a level, from the outside in, its own level last: None where no further sibling comes on that
    level, else whether that sibling's place was guessed (the look of the line that leads down to it).
    `guessed` says that the answered comment was inferred; `below` counts all answers under this one.
    """

    comment: Comment
    depth: int
    last: bool
    rails: tuple[bool | None, ...]
    guessed: bool
    below: int


def thread(comments: Sequence[Comment]) -> list[ThreadRow]:
    """The comments with each answer under the comment that it answers, siblings in reading order.

    A comment that answers itself or an unknown position stands at the top, as does the first of some that
    answer each other in a circle: nothing is ever left out.
    """
    parents = _parents(comments)
    answers: dict[int | None, list[Comment]] = {}
    for comment in comments:
        answers.setdefault(parents[comment.position], []).append(comment)
    rows: list[ThreadRow] = []
    below = _count_below(parents)
    # An explicit stack: a thread may be deeper than Python's own.
    top = answers.get(None, [])
    stack: list[tuple[Comment, bool, tuple[bool | None, ...]]] = [
        (comment, index == len(top) - 1, ()) for index, comment in reversed(list(enumerate(top)))
    ]
    while stack:
        comment, last, rails = stack.pop()
        guessed = parents[comment.position] is not None and "reply_to" in comment.guesses
        rows.append(ThreadRow(comment, len(rails), last, rails, guessed, below[comment.position]))
        children = answers.get(comment.position, [])
        for index in range(len(children) - 1, -1, -1):
            # The rail of a level is drawn beside deeper rows as long as a sibling is still to come.
            follower = children[index + 1] if index + 1 < len(children) else None
            rail = None if follower is None else "reply_to" in follower.guesses
            stack.append((children[index], index == len(children) - 1, (*rails, rail)))
    return rows


def _parents(comments: Sequence[Comment]) -> dict[int, int | None]:
    """The position that each comment answers, None for one at the top; every way up ends there."""
    stated = {comment.position: comment.reply_to for comment in comments}
    parents: dict[int, int | None] = {}
    for comment in comments:
        way: dict[int, None] = {}
        place: int | None = comment.position
        while place is not None and place in stated and place not in parents and place not in way:
            way[place] = None
            place = stated[place]
        parents.update((step, stated[step] if stated[step] in stated else None) for step in way)
        if place in way:
            steps = list(way)
            parents[min(steps[steps.index(place) :])] = None
    return parents


def _count_below(parents: dict[int, int | None]) -> dict[int, int]:
    """How many comments stand under each."""
    below = dict.fromkeys(parents, 0)
    waiting = dict.fromkeys(parents, 0)
    for parent in parents.values():
        if parent is not None:
            waiting[parent] += 1
    # From the ends of the thread inwards: a comment is counted once all its answers have been.
    ready = [place for place, answers in waiting.items() if not answers]
    for place in ready:
        parent = parents[place]
        if parent is not None:
            below[parent] += below[place] + 1
            waiting[parent] -= 1
            if not waiting[parent]:
                ready.append(parent)
    return below
