"""Whom each comment answers, where no list tells: guessed from what people say, with the reason.

A wrong guess is worse than none: where the signs are weak, a comment answers the post.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from blogimport.textpage.cues import comparable, cue_book
from blogimport.textpage.talk import dialogue_places, host_among, quoted_places

_AT = re.compile(r"(?:^|[\s(«\"])@\s?(?P<name>[^\s,;:.!?()«»\"][^,;:!?()«»\"\n]{0,40})")
_NUMBERED = re.compile(r"^\W*(?:@|#|n°\s?|no\.?\s?)(?P<number>\d{1,4})\b")
_LONGEST_ADDRESS = 60
_ADDRESSED = re.compile(
    rf"^\W*(?P<words>[^,:;!?.…\n]{{1,{_LONGEST_ADDRESS}}}?)\s*(?:[,:!…]|\.{{2,}}|\s[-–—]\s|$|\n)"
)
# What ends the words that speak to somebody: most texts go on without it.
_PAUSE = re.compile(r"[,:!….\n–—-]")
_LEAD = re.compile(r"\W*")
_WORDS = re.compile(r"[^\W_]+")
# How far into a text a name that is spoken to may stand.
_BEGINNING = 160
_LONGEST_NAME = 40
# A later word of a name stands for it if it is no « le », « de », « Mme ».
_DISTINCT = 5
_LONGEST_COMING_BACK = 80
_LONGEST_AGREEMENT = 30


_Person = tuple[str, ...]
_SMALL_OPENERS = frozenset(("oui", "non", "yes", "no", "ah", "oh", "mon", "ma", "à", "to", "et"))


@dataclass(frozen=True, slots=True)
class Said:
    """One comment as it matters here: who says it (None: unknown), and its text."""

    author: str | None
    body: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The place (index) of the comment that another one answers, and the reason for thinking so."""

    place: int
    reason: str


@dataclass(frozen=True, slots=True)
class _Talk:
    """The comments under a post with the words of their writers' names, and which are by the post's author."""

    said: Sequence[Said]
    people: Sequence[_Person]
    author: Sequence[str]
    by_author: Sequence[bool]


def guessed_answers(said: Sequence[Said], post_author: str | None) -> list[Answer | None]:
    """For each comment the one that it answers, None for the post itself or where nobody can tell."""
    if len(said) < 2:
        return [None] * len(said)
    people = [tuple(_words(comment.author)) for comment in said]
    author = _words(post_author)
    by_author = [_is_author(person, author) for person in people]
    talk = _Talk(said, people, author, by_author)
    quoted = quoted_places([comment.body for comment in said])
    host = None if any(by_author) else host_among(people)
    hosts = {
        place
        for place, person in enumerate(people)
        if by_author[place] or (host is not None and person == people[host])
    }
    talking = dialogue_places(people)
    answers: list[Answer | None] = []
    for place in range(len(said)):
        answer = None
        if place in quoted and people[quoted[place]] != people[place]:
            answer = Answer(quoted[place], "it quotes words of this one")
        if answer is None:
            answer = _answer(talk, place, answers)
        if (
            answer is None
            and host is not None
            and people[place] == people[host]
            and people[place - 1] != people[host]
        ):
            answer = Answer(
                place - 1, f"{said[host].author} speaks right after one person and another, as a host does"
            )
        if answer is None and place in talking and not ({place, place - 1} & hosts):
            answer = Answer(place - 1, "two people speak in turn, and this follows the other's")
        answers.append(answer)
    return answers


def same_person(one: str | None, other: str | None) -> bool:
    """Whether two names are one but for case, accents' form and spacing."""
    return one is not None and other is not None and _words(one) == _words(other)


def _is_author(person: Sequence[str], author: Sequence[str]) -> bool:
    """Whether the words of a name are those of the post's author, who may sign with the first of them."""
    if not person or not author:
        return False
    return list(person) == author or (len(person) == 1 and person[0] == author[0])


def _answer(talk: _Talk, place: int, answers: Sequence[Answer | None]) -> Answer | None:
    if place == 0:
        return None
    comment = talk.said[place]
    named = _spoken_to(talk, place)
    if named is not None and named.place >= 0:
        return named
    before = talk.said[place - 1]
    is_by_author = talk.by_author[place - 1]
    if talk.by_author[place]:
        if is_by_author:
            return None
        return _named_within(talk, place) or Answer(place - 1, "the post's author speaks right after it")
    earlier = answers[place - 1]
    if (
        is_by_author
        and earlier is not None
        and same_person(talk.said[earlier.place].author, comment.author)
        # What is long, and neither thanks nor speaks to the author, is more often a new thought than an answer.
        and (len(comment.body) <= _LONGEST_COMING_BACK or named is not None or _thanks(comment.body))
    ):
        return Answer(place - 1, "the post's author had just answered the same person")
    if named is not None:
        found = _named_by_author(talk, place)
        if found is not None:
            return Answer(found, "it speaks to the post's author, who had named its writer there")
    if comment.author is None and before.author is None and _gives_thanks(comment.body):
        return Answer(place - 1, "it gives thanks for a comment, and this is the one before it")
    return None


def _named_within(talk: _Talk, place: int) -> Answer | None:
    """The last comment by the one person whom a comment names anywhere, as it is written: « …, merci Zoé ! »."""
    words = set(_WORDS.findall(talk.said[place].body))
    named: dict[_Person, int] = {}
    for index in range(place):
        first = _WORDS.match(talk.said[index].author or "")
        if first is not None and len(first[0]) > 2 and first[0][0].isupper() and first[0] in words:
            named[talk.people[index]] = index
    named.pop(talk.people[place], None)
    if len(named) != 1:
        return None
    ((_, found),) = named.items()
    return Answer(found, f"it names {talk.said[found].author}")


def _named_by_author(talk: _Talk, place: int) -> int | None:
    """The last comment by the post's author that names the writer of a later one."""
    own = talk.people[place][:1]
    for index in range(place - 1, -1, -1):
        if own and talk.by_author[index] and own[0] in _words(talk.said[index].body):
            return index
    return None


def _spoken_to(talk: _Talk, place: int) -> Answer | None:
    """The comment whose writer is named; place -1 where the post's author is, who needs no guess."""
    said = talk.said
    body = said[place].body
    number = _NUMBERED.match(body)
    if number is not None and 1 <= int(number["number"]) <= place:
        return Answer(int(number["number"]) - 1, f"it names comment {number['number']}")
    for match in _AT.finditer(body) if "@" in body else ():
        found = _latest_by(talk, place, match["name"], begins=True)
        if found is not None:
            return Answer(found, f"it names @{said[found].author}") if found >= 0 else Answer(-1, "")
    for addressed in (_addressed(body), _agreed_with(body)):
        found = _latest_by(talk, place, addressed, begins=False) if addressed else None
        if found is not None:
            return Answer(found, f"it speaks to or of {said[found].author}") if found >= 0 else Answer(-1, "")
    return None


def _addressed(body: str) -> str | None:
    """The name at the beginning of a text that speaks to someone: « Bonjour Zoé, », « Zoé : »."""
    start = body[:_BEGINNING]
    match = _ADDRESSED.match(start) if _may_address(start) else None
    if match is None:
        return None
    words = _WORDS.findall(match["words"])
    openers = _openers()
    while words and words[0].casefold() in openers:
        words.pop(0)
    return " ".join(words) if 1 <= len(words) <= 3 else None


def _may_address(start: str) -> bool:
    """Whether the first words of a text may be set off from what follows: it costs little and rules out most texts."""
    lead = _LEAD.match(start)
    begin = lead.end() if lead is not None else 0
    end = begin + _LONGEST_ADDRESS
    return len(start) <= end or start[end].isspace() or _PAUSE.search(start, begin, end + 1) is not None


@cache
def _openers() -> frozenset[str]:
    """The words that may stand before the name of whom a text speaks to."""
    speech = cue_book().speech
    return _SMALL_OPENERS | {
        word for kind in ("greeting", "thanks") for text in speech[kind] for word in text.split()
    }


def _agreed_with(body: str) -> str | None:
    """The name at the beginning of a text that agrees or disagrees with someone: « Zoé a raison »."""
    start = comparable(body[:_BEGINNING]).partition("\n")[0]
    book = cue_book()
    with_whom = book.agrees_with.match(start)
    if with_whom is not None:
        return with_whom["name"]
    agrees = book.agrees.search(start, 0, _LONGEST_NAME + _LONGEST_AGREEMENT)
    return start[: agrees.start()] if agrees is not None and agrees.start() <= _LONGEST_NAME else None


def _latest_by(talk: _Talk, place: int, name: str, *, begins: bool) -> int | None:
    """The last comment before a place by the person of that name; -1 for the post's author, None for nobody.

    A person may be called by the first word of a name, if no other earlier commenter shares it. With `begins`
    the name may go on into the sentence (« @Zoé tu as raison »).
    """
    wanted = _words(name)
    if not wanted:
        return None
    people = talk.people
    others = {person for person in people[:place] if person}
    others.discard(people[place])
    fits = {
        person
        for person in others
        if (list(person) == wanted[: len(person)] if begins else list(person) == wanted)
        or (person[:1] == tuple(wanted[:1]) and (begins or len(wanted) == 1))
        or (len(wanted) == 1 and len(wanted[0]) >= _DISTINCT and wanted[0] in person)
    }
    exact = {person for person in fits if list(person) == wanted[: len(person)]}
    fits = exact or fits
    if any(_is_author(person, talk.author) for person in fits):
        return -1
    if len(fits) == 1:
        (person,) = fits
        return next(index for index in range(place - 1, -1, -1) if people[index] == person)
    if talk.author[:1] == wanted[:1]:
        return -1
    return None


def _thanks(body: str) -> bool:
    """Whether a text begins by thanking."""
    start = body[:_BEGINNING].casefold().lstrip()
    return start.startswith(tuple(cue_book().speech["thanks"]))


def _gives_thanks(body: str) -> bool:
    start = " ".join(_WORDS.findall(body[:_BEGINNING].casefold()))
    return any(
        start.startswith(" ".join(_WORDS.findall(words))) for words in cue_book().speech["thanks_for_comment"]
    )


def _words(name: str | None) -> list[str]:
    return _WORDS.findall((name or "").casefold())
