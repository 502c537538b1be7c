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

    A comment that answers an unknown position, itself, or a later comment that answers it in turn,
    stands at the top: nothing is ever left out.
    """
    known = {comment.position: comment for comment in comments}
    parents = {comment.position: _parent(comment, known) for comment in comments}
    answers: dict[int | None, list[Comment]] = {}
    for comment in comments:
        answers.setdefault(parents[comment.position], []).append(comment)
    below = _count_below(comments, parents)
    rows: list[ThreadRow] = []
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


def _parent(comment: Comment, known: dict[int, Comment]) -> int | None:
    """The position that a comment answers, None where following it would never reach the top."""
    seen = {comment.position}
    place = comment.reply_to
    while place is not None:
        if place in seen or place not in known:
            return None
        seen.add(place)
        place = known[place].reply_to
    return comment.reply_to


def _count_below(comments: Sequence[Comment], parents: dict[int, int | None]) -> dict[int, int]:
    """How many comments stand under each."""
    below = {comment.position: 0 for comment in comments}
    for comment in comments:
        place = parents[comment.position]
        while place is not None:
            below[place] += 1
            place = parents[place]
    return below
