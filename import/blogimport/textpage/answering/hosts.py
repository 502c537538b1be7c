"""Who answers the others as the writer of the post does, told by name or by the order in which people speak.

Must not know what is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from blogimport.textpage.answering.people import NOBODY, Name, People, is_one_person, name_of

# A host speaks so often, after so many people, in such a share of the comments, and that often after somebody else.
_FEWEST_BY_HOST = 3
_FEWEST_GUESTS = 2
_HOST_SHARE = 0.25
_FOLLOWS = 0.8
# One who speaks only twice may be one.
_FEWEST_BY_LIKELY_HOST = 2


@dataclass(frozen=True, slots=True)
class Hosts:
    """The people who are the post's author (`told`: by name) or behave so, and those who may."""

    sure: frozenset[int]
    likely: frozenset[int]
    told: bool
    author: Name


def hosts_among(people: People, post_author: str | None) -> Hosts:
    """The hosts among the writers of comments."""
    author = name_of(post_author)
    told = frozenset(person for person, name in enumerate(people.names) if is_one_person(name, author))
    if told:
        return Hosts(told, frozenset(), told=True, author=author)
    places: dict[int, list[int]] = {}
    for place, person in enumerate(people.of):
        if person != NOBODY:
            places.setdefault(person, []).append(place)
    likely = [person for person, at in places.items() if _may_be_host(people.of, person, at)]
    sure = [person for person in likely if _is_host(people.of, places[person])]
    if len(sure) == 1:
        return Hosts(frozenset(sure), frozenset(), told=False, author=author)
    return Hosts(frozenset(), frozenset(likely), told=False, author=author)


def _may_be_host(of: Sequence[int], person: int, places: Sequence[int]) -> bool:
    """Whether somebody speaks after others mostly, and is not the first who speaks."""
    if len(places) < _FEWEST_BY_LIKELY_HOST or not places[0]:
        return False
    others = [of[place - 1] for place in places if of[place - 1] != person]
    return len(others) >= _FOLLOWS * len(places) and len(set(others)) >= _FEWEST_GUESTS


def _is_host(of: Sequence[int], places: Sequence[int]) -> bool:
    return len(places) >= _FEWEST_BY_HOST and len(places) >= _HOST_SHARE * len(of)
