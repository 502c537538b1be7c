"""What a glance at a comment tells: whom it calls, how it begins, and whether it hardly answers anybody.

Most comments hardly do; of those no more need be known. Must not know what speaks for which answer; that is `signs`.
"""

from __future__ import annotations

from collections.abc import Collection

from blogimport.textpage.answering.beginnings import Beginning, beginnings_of
from blogimport.textpage.answering.calling import Way, called, number_called
from blogimport.textpage.answering.course import Course
from blogimport.textpage.answering.talk import Talk

FEWEST_SHARED = 2
"""So many rare words must a comment share with one further up to be thought to answer it."""
SHORT = 90
"""A shorter comment is short."""
_FIRST_WORDS = 6


def first_does(talk: Talk, place: int) -> set[Beginning]:
    """What the first words of a comment do."""
    return beginnings_of(talk.lists[place][:_FIRST_WORDS])


def is_first_word(talk: Talk, course: Course, place: int, begins: Collection[Beginning]) -> bool:
    """Whether somebody who calls nobody, and begins so, speaks first, and to nobody: on many pages most do.

    It costs little to see. That the one before asks something is not enough where nothing else speaks for an answer.
    """
    me, body, shared = talk.of[place], talk.said[place].body, talk.shared[place]
    return not (
        talk.order.by_threads
        or me in course.last_by
        or me in talk.hosts.sure
        or me in talk.hosts.likely
        or place in talk.quoted
        or (shared and max(shared.values()) >= FEWEST_SHARED)
        or (
            talk.ends_asking[place - 1]
            and bool(shared) + (len(body) < SHORT) + ("replies" in begins) + calls_author(talk, place) > 1
        )
        or "thanks_for_comment" in begins
        or number_called(body) is not None
    )


def calls_in(talk: Talk, course: Course, place: int) -> dict[int, Way]:
    """Whom a comment calls of those who have spoken, but for its own writer."""
    people, me, spoken = talk.people, talk.of[place], course.last_by
    body = talk.said[place].body
    names = people.words & talk.words[place]
    if "@" not in body:
        # Most texts hold no word of a name, or that of one who speaks only later.
        if not names:
            return {}
        if spoken.keys().isdisjoint([person for word in names for person in people.by_word[word]]):
            return {}
    calls = called(body, talk.low(place), names, people)
    return {person: way for person, way in calls.items() if person != me and person in spoken}


def calls_author(talk: Talk, place: int) -> bool:
    """Whether the post's author is named, who has not commented."""
    hosts = talk.hosts
    return bool(hosts.author) and not hosts.told and hosts.author[0] in talk.words[place]
