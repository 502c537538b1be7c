"""The comments of two readings of a post as one list: those that both have once, all others too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from blogimport.conversation import Remark, conversation
from blogimport.joining.moments import may_be_one_moment
from blogimport.joining.words import folded, likeness, words_of
from reader.models import Comment

# Of two texts by one person at one minute, so much is the same if they are two readings of one.
_LOOSELY = 0.5
# Without a date to go by, texts must be nearly equal, and long enough for that to mean something.
_CLOSELY = 0.85
_LONG = 8
# A comment whose borders are guesses is in texts that state theirs if so much of its words stands there in runs.
_RUN = 4
_SHORTEST = 3
_COVERED = 0.7
_MINUTE = len("2009-05-03T08:12")

Places = dict[int, int | None]


def joined_comments(
    first: Sequence[Comment],
    first_trust: int,
    second: Sequence[Comment],
    second_trust: int,
    bodies: tuple[str, str] = ("", ""),
) -> tuple[tuple[Comment, ...], Places, Places]:
    """The comments of both readings, and where each comment of the first and of the second one stands then.

    `bodies` are the texts of the post in both: what only a guess has made a comment may be part of them.
    """
    if not second:
        return tuple(first), {c.position: c.position for c in first}, {}
    if not first:
        return tuple(second), {}, {c.position: c.position for c in second}
    if _value(second, second_trust) > _value(first, first_trust):
        comments, of_second, of_first = _joined(second, first, bodies[1])
    else:
        comments, of_first, of_second = _joined(first, second, bodies[0])
    return comments, of_first, of_second


def _value(comments: Sequence[Comment], trust: int) -> tuple[object, ...]:
    """How good a base a list of comments is."""
    told = sum((c.author is not None) + (c.published is not None) for c in comments)
    stated = sum(not _has_guessed_borders(c) for c in comments)
    return (trust, stated, len(comments), told, [c.body for c in comments])


def _joined(
    base: Sequence[Comment], other: Sequence[Comment], body: str
) -> tuple[tuple[Comment, ...], Places, Places]:
    """The comments of a base, completed by another reading and followed by what only that one has."""
    twin_of = _pairs(base, other)
    base_of = {theirs: ours for ours, theirs in twin_of.items()}
    texts = " ".join(" ".join(words_of(comment.body)) for comment in base)
    stated = _Runs([body, *(c.body for c in base if not _has_guessed_borders(c))])
    further = [
        index
        for index, comment in enumerate(other)
        if index not in base_of
        and not _is_within(comment, texts)
        and not (_has_guessed_borders(comment) and stated.hold(comment))
    ]
    place_of = {comment.position: index for index, comment in enumerate(base)}
    # Where the comments of the other reading are in the list that is made here.
    theirs = {other[index].position: place for index, place in base_of.items()}
    theirs.update({other[index].position: len(base) + n for n, index in enumerate(further)})
    made: list[tuple[Comment, int | None]] = []
    for index, comment in enumerate(base):
        twin = other[twin_of[index]] if index in twin_of else None
        made.append(_completed(comment, place_of.get(comment.reply_to or 0), twin, theirs))
    made.extend((other[index], theirs.get(other[index].reply_to or 0)) for index in further)
    is_as_it_was = not further and all(
        answers == place_of.get(comment.reply_to or 0)
        for comment, (_, answers) in zip(base, made, strict=True)
    )
    comments, position_of = _unmoved(made) if is_as_it_was else _in_order(made)
    of_base: Places = {comment.position: position_of[index] for index, comment in enumerate(base)}
    of_other: Places = {
        comment.position: position_of[theirs[comment.position]] if comment.position in theirs else None
        for comment in other
    }
    return comments, of_base, of_other


def _unmoved(made: Sequence[tuple[Comment, int | None]]) -> tuple[tuple[Comment, ...], dict[int, int]]:
    return tuple(comment for comment, _ in made), {n: comment.position for n, (comment, _) in enumerate(made)}


def _in_order(made: Sequence[tuple[Comment, int | None]]) -> tuple[tuple[Comment, ...], dict[int, int]]:
    """The comments in reading order: by their dates where all have one, in their threads where these are stated."""
    order = list(range(len(made)))
    if all(comment.published for comment, _ in made):
        order.sort(key=lambda index: made[index][0].published or "")
    remarks = []
    for index in order:
        comment, answers = made[index]
        is_stated = answers is not None and "reply_to" not in comment.guesses
        fields: dict[str, Any] = {
            name: getattr(comment, name)
            for name in ("author", "published", "body", "marks", "kind", "guesses")
        }
        remarks.append(Remark(str(index), str(answers) if is_stated else None, **fields, place=index))
    found = conversation(remarks)
    position_of = {index: position for position, index in found.places.items()}
    comments: list[Comment] = []
    for comment in found.comments:
        answers = made[found.places[comment.position]][1]
        parent = None if answers is None else position_of[answers]
        if parent is not None and parent < comment.position:
            comment = replace(comment, reply_to=parent, depth=comments[parent - 1].depth + 1)
        elif "reply_to" in comment.guesses and comment.reply_to is None and answers is not None:
            comment = replace(comment, guesses={k: v for k, v in comment.guesses.items() if k != "reply_to"})
        comments.append(comment)
    return tuple(comments), position_of


def _completed(
    comment: Comment, answers: int | None, twin: Comment | None, theirs: Mapping[int, int]
) -> tuple[Comment, int | None]:
    """A comment with what only another reading of it states, and what it answers."""
    if twin is None:
        return comment, answers
    guesses = dict(comment.guesses)
    values: dict[str, str] = {}
    for name in ("author", "published"):
        stated, own = getattr(twin, name), getattr(comment, name)
        is_guess = name in guesses and name not in twin.guesses
        if stated is not None and (own is None or is_guess or _is_finer(name, stated, own)):
            values[name] = stated
            guesses.pop(name, None)
            if name in twin.guesses:
                guesses[name] = twin.guesses[name]
    told = theirs.get(twin.reply_to or 0)
    if told is not None and (answers is None or ("reply_to" in guesses and "reply_to" not in twin.guesses)):
        answers = told
        guesses.pop("reply_to", None)
        if "reply_to" in twin.guesses:
            guesses["reply_to"] = twin.guesses["reply_to"]
    return replace(comment, **values, guesses=guesses), answers  # type: ignore[arg-type] # both fields are texts


def _is_finer(name: str, stated: str, own: str) -> bool:
    return name == "published" and len(stated) > len(own) and stated.startswith(own)


def _pairs(base: Sequence[Comment], other: Sequence[Comment]) -> dict[int, int]:
    """Which comment of the other reading each of the base is: by text, then by person and minute, then by likeness."""
    found: dict[int, int] = {}
    taken: set[int] = set()
    for candidates, is_one in (
        (_by_text(base, other), _may_be_one),
        (_by_moment(base, other), _are_alike_loosely),
        (_by_author(base, other), _are_alike_closely),
    ):
        for ours, theirs in candidates:
            if ours not in found and theirs not in taken and is_one(base[ours], other[theirs]):
                found[ours] = theirs
                taken.add(theirs)
    return found


def _by_text(base: Sequence[Comment], other: Sequence[Comment]) -> Iterator[tuple[int, int]]:
    """Pairs with the same words; those by the same person at the same time first."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, comment in enumerate(other):
        places[folded(comment.body)].append(index)
    pairs = [(ours, theirs) for ours, comment in enumerate(base) for theirs in places[folded(comment.body)]]
    pairs.sort(key=lambda pair: _difference(base[pair[0]], other[pair[1]]))
    yield from pairs


def _by_moment(base: Sequence[Comment], other: Sequence[Comment]) -> Iterator[tuple[int, int]]:
    """Pairs by one person at one moment, those first that agree to the minute."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, comment in enumerate(other):
        if comment.author and len(comment.published or "") >= _MINUTE:
            places[folded(comment.author)].append(index)
    pairs = [
        (ours, theirs)
        for ours, comment in enumerate(base)
        if comment.author and len(comment.published or "") >= _MINUTE
        for theirs in places[folded(comment.author)]
        if may_be_one_moment(comment.published, other[theirs].published)
    ]
    pairs.sort(key=lambda pair: (base[pair[0]].published or "")[:16] != (other[pair[1]].published or "")[:16])
    yield from pairs


def _by_author(base: Sequence[Comment], other: Sequence[Comment]) -> Iterator[tuple[int, int]]:
    """Pairs by one person."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, comment in enumerate(other):
        places[folded(comment.author)].append(index)
    for ours, comment in enumerate(base):
        for theirs in places[folded(comment.author)]:
            yield ours, theirs


def _difference(one: Comment, other: Comment) -> tuple[bool, bool]:
    return folded(one.author) != folded(other.author), one.published != other.published


def _may_be_one(one: Comment, other: Comment) -> bool:
    """Whether nothing that both state says that they are two: the author, the day."""
    authors = {folded(one.author), folded(other.author)} - {""}
    days = {(one.published or "")[:10], (other.published or "")[:10]} - {""}
    are_days = all(len(day) == 10 for day in days)
    is_one_day = len(days) < 2 or not are_days
    return len(authors) < 2 and (is_one_day or may_be_one_moment(one.published, other.published))


def _are_alike_loosely(one: Comment, other: Comment) -> bool:
    return likeness(one.body, other.body) >= _LOOSELY


def _are_alike_closely(one: Comment, other: Comment) -> bool:
    is_long = min(len(words_of(one.body)), len(words_of(other.body))) >= _LONG
    return is_long and _may_be_one(one, other) and likeness(one.body, other.body) >= _CLOSELY


def _has_guessed_borders(comment: Comment) -> bool:
    return "boundary" in comment.guesses


class _Runs:
    """Texts by the runs of words in them, to tell what was cut out of them elsewhere, and across their borders."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._words = [words_of(text) for text in texts]
        self._runs: set[tuple[str, ...]] | None = None

    def hold(self, comment: Comment) -> bool:
        """Whether most of a comment stands in the texts."""
        if self._runs is None:
            self._runs = {
                tuple(words[place : place + length])
                for words in self._words
                for length in range(_SHORTEST, _RUN + 1)
                for place in range(len(words) - length + 1)
            }
        words = words_of(comment.body)
        if len(words) < _SHORTEST:
            return False
        length = min(_RUN, len(words))
        found: set[int] = set()
        for place in range(len(words) - length + 1):
            if tuple(words[place : place + length]) in self._runs:
                found.update(range(place, place + length))
        return len(found) >= _COVERED * len(words)


def _is_within(comment: Comment, texts: str) -> bool:
    """Whether a comment is part of others: another reading cut them elsewhere. « Merci ! » is in many, and its own."""
    words = words_of(comment.body)
    return len(words) >= _LONG and " ".join(words) in texts
