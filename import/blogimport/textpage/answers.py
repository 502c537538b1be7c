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
_ADDRESSED = re.compile(r"^\W*(?P<words>[^,:;!?.…\n]{1,60}?)\s*(?:[,:!…]|\.{2,}|\s[-–—]\s|$|\n)")
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


def guessed_answers(said: Sequence[Said], post_author: str | None) -> list[Answer | None]:
    """For each comment the one that it answers, None for the post itself or where nobody can tell."""
    people = [tuple(_words(comment.author)) for comment in said]
    quoted = quoted_places([comment.body for comment in said])
    host = None
    if not any(_is_post_author(comment.author, post_author) for comment in said):
        host = host_among(people)
    hosts = {
        place
        for place, comment in enumerate(said)
        if _is_post_author(comment.author, post_author)
        or (host is not None and people[place] == people[host])
    }
    talking = dialogue_places(people)
    answers: list[Answer | None] = []
    for place in range(len(said)):
        answer = None
        if place in quoted and people[quoted[place]] != people[place]:
            answer = Answer(quoted[place], "it quotes words of this one")
        if answer is None:
            answer = _answer(said, people, place, post_author, answers)
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


def _is_post_author(name: str | None, post_author: str | None) -> bool:
    """Whether a name is that of the post's author, who may sign with the first word of it."""
    if name is None or post_author is None:
        return False
    words, wanted = _words(name), _words(post_author)
    return bool(words) and (words == wanted or (len(words) == 1 and words == wanted[:1]))


def _answer(
    said: Sequence[Said],
    people: Sequence[_Person],
    place: int,
    post_author: str | None,
    answers: Sequence[Answer | None],
) -> Answer | None:
    if place == 0:
        return None
    comment = said[place]
    named = _spoken_to(said, people, place, post_author)
    if named is not None and named.place >= 0:
        return named
    before = said[place - 1]
    is_by_author = _is_post_author(before.author, post_author)
    if _is_post_author(comment.author, post_author):
        if is_by_author:
            return None
        return _named_within(said, people, place) or Answer(
            place - 1, "the post's author speaks right after it"
        )
    earlier = answers[place - 1]
    if (
        is_by_author
        and earlier is not None
        and same_person(said[earlier.place].author, comment.author)
        # What is long, and neither thanks nor speaks to the author, is more often a new thought than an answer.
        and (len(comment.body) <= _LONGEST_COMING_BACK or named is not None or _thanks(comment.body))
    ):
        return Answer(place - 1, "the post's author had just answered the same person")
    if named is not None:
        found = _named_by_post_author(said, place, post_author)
        if found is not None:
            return Answer(found, "it speaks to the post's author, who had named its writer there")
    if comment.author is None and before.author is None and _gives_thanks(comment.body):
        return Answer(place - 1, "it gives thanks for a comment, and this is the one before it")
    return None


def _named_within(said: Sequence[Said], people: Sequence[_Person], place: int) -> Answer | None:
    """The last comment by the one person whom a comment names anywhere, as it is written: « …, merci Zoé ! »."""
    words = set(_WORDS.findall(said[place].body))
    named: dict[_Person, int] = {}
    for index in range(place):
        first = _WORDS.match(said[index].author or "")
        if first is not None and len(first[0]) > 2 and first[0][0].isupper() and first[0] in words:
            named[people[index]] = index
    named.pop(people[place], None)
    if len(named) != 1:
        return None
    ((_, found),) = named.items()
    return Answer(found, f"it names {said[found].author}")


def _named_by_post_author(said: Sequence[Said], place: int, post_author: str | None) -> int | None:
    """The last comment by the post's author that names the writer of a later one."""
    own = _words(said[place].author)[:1]
    for index in range(place - 1, -1, -1):
        if own and _is_post_author(said[index].author, post_author) and own[0] in _words(said[index].body):
            return index
    return None


def _spoken_to(
    said: Sequence[Said], people: Sequence[_Person], place: int, post_author: str | None
) -> Answer | None:
    """The comment whose writer is named; place -1 where the post's author is, who needs no guess."""
    body = said[place].body
    number = _NUMBERED.match(body)
    if number is not None and 1 <= int(number["number"]) <= place:
        return Answer(int(number["number"]) - 1, f"it names comment {number['number']}")
    for match in _AT.finditer(body) if "@" in body else ():
        found = _latest_by(people, place, match["name"], post_author, begins=True)
        if found is not None:
            return Answer(found, f"it names @{said[found].author}") if found >= 0 else Answer(-1, "")
    for addressed in (_addressed(body), _agreed_with(body)):
        found = _latest_by(people, place, addressed, post_author, begins=False) if addressed else None
        if found is not None:
            return Answer(found, f"it speaks to or of {said[found].author}") if found >= 0 else Answer(-1, "")
    return None


def _addressed(body: str) -> str | None:
    """The name at the beginning of a text that speaks to someone: « Bonjour Zoé, », « Zoé : »."""
    match = _ADDRESSED.match(body[:_BEGINNING])
    if match is None:
        return None
    words = _WORDS.findall(match["words"])
    openers = _openers()
    while words and words[0].casefold() in openers:
        words.pop(0)
    return " ".join(words) if 1 <= len(words) <= 3 else None


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


def _latest_by(
    people: Sequence[_Person], place: int, name: str, post_author: str | None, *, begins: bool
) -> int | None:
    """The last comment before a place by the person of that name; -1 for the post's author, None for nobody.

    A person may be called by the first word of a name, if no other earlier commenter shares it. With `begins`
    the name may go on into the sentence (« @Zoé tu as raison »).
    """
    wanted = _words(name)
    if not wanted:
        return None
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
    if post_author and any(_is_post_author(" ".join(person), post_author) for person in fits):
        return -1
    if len(fits) == 1:
        (person,) = fits
        return next(index for index in range(place - 1, -1, -1) if people[index] == person)
    if post_author and _words(post_author)[:1] == wanted[:1]:
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
