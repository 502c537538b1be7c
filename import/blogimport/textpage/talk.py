"""What the order of comments and their words tell of who talks to whom: quotations, a host, two people in turn.

Must not know names that are spoken to; that is `answers`.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

_WORDS = re.compile(r"[^\W_]+")
# What stands between quotation marks, or on a line that a mail program would have marked.
_QUOTED = re.compile(
    r"[«“„\"](?P<text>[^«»“”„\"]{15,600})[»”“\"]"
    r"|^[ \t]*>+[ \t]*(?P<line>[^\n]{15,})$"
    r"|\[quote[^\]]*\](?P<tag>.{15,600}?)\[/quote\]",
    re.MULTILINE | re.DOTALL,
)
_EXCERPT = re.compile(r"\s*\[(?:…|\.{3})\]")
# What every quotation has somewhere: most comments have it nowhere.
_MAY_QUOTE = re.compile(r"[«“„\">\[]")
# So many words in a row are nobody's by chance.
_FEWEST_QUOTED = 6
# A long page need not be searched for each of a hundred quotations.
_MOST_QUOTED = 3
_FURTHEST = 200
# A host speaks so often, after so many people, in such a share of the comments, and that often after somebody else.
_FEWEST_BY_HOST = 3
_FEWEST_GUESTS = 2
_HOST_SHARE = 0.25
_FOLLOWS = 0.8
_SHORTEST_DIALOGUE = 5


def quoted_places(bodies: Sequence[str]) -> dict[int, int]:
    """For each comment that quotes an earlier one the first that holds the words."""
    if not any(_QUOTED.search(body) for body in bodies if _MAY_QUOTE.search(body)):
        return {}
    texts = [f" {' '.join(_WORDS.findall(body.casefold()))} " for body in bodies]
    found: dict[int, int] = {}
    for place in range(1, len(bodies)):
        if _EXCERPT.match(bodies[place]):
            continue  # a page that links here quotes the post
        for match in itertools.islice(_QUOTED.finditer(bodies[place]), _MOST_QUOTED):
            words = _WORDS.findall((match["text"] or match["line"] or match["tag"]).casefold())
            if len(words) < _FEWEST_QUOTED:
                continue
            quoted = f" {' '.join(words)} "
            at = next((at for at in range(max(0, place - _FURTHEST), place) if quoted in texts[at]), None)
            if at is not None:
                found[place] = at
                break
    return found


def host_among(people: Sequence[tuple[str, ...]]) -> int | None:
    """The index of a comment by the person who answers one after another, where the post's author is not told."""
    if len(people) <= _FEWEST_BY_HOST:
        return None  # a host is not the first who speaks
    counts = Counter(person for person in people if person)
    hosts = []
    for person, count in counts.items():
        places = [place for place, other in enumerate(people) if other == person]
        guests = {people[place - 1] for place in places if place} - {person}
        follows = sum(bool(place) and people[place - 1] != person for place in places)
        if (
            count >= _FEWEST_BY_HOST
            and places[0]
            and follows >= _FOLLOWS * count
            and len(guests) >= _FEWEST_GUESTS
            and count >= _HOST_SHARE * len(people)
        ):
            hosts.append(places[0])
    return hosts[0] if len(hosts) == 1 else None


def dialogue_places(people: Sequence[tuple[str, ...]]) -> frozenset[int]:
    """The places within runs in which two people speak in turn, but for the first of each run."""
    found: set[int] = set()
    start = 0
    for place in range(1, len(people) + 1):
        is_turn = (
            place < len(people)
            and people[place]
            and people[place] != people[place - 1]
            and (place - start < 2 or people[place] == people[place - 2])
        )
        if is_turn:
            continue
        if place - start >= _SHORTEST_DIALOGUE and all(people[start:place]):
            found.update(range(start + 1, place))
        start = place - 1 if place < len(people) and people[place] != people[place - 1] else place
    return frozenset(found)
