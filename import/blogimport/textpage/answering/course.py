"""What has been said up to each comment: who spoke last, who waits for the host, who speaks in turn.

Must not know what is said.
"""

from __future__ import annotations

from collections.abc import Sequence

from blogimport.textpage.answering.people import NOBODY
from blogimport.textpage.answering.talk import Talk

# Of so many who wait the host may answer any.
_MOST_WAITING = 8


class Course:
    """What has been said so far."""

    def __init__(self, talk: Talk) -> None:
        self.last_by: dict[int, int] = {}
        self.host_places: list[int] = []
        self.waiting: list[int] = []  # visitors' comments since the host spoke last
        self.answering: list[int] = []  # those that waited when the host began to speak
        self.turn = 0  # how many comments the host has made since
        self.in_turn = 0  # how many comments by two people in turn end with the last
        self.before_last = NOBODY
        self.last = NOBODY
        self._talk = talk

    @property
    def still_waiting(self) -> list[int]:
        """The last visitors' comments since the host spoke."""
        return self.waiting[-_MOST_WAITING:]

    def add(self, place: int, *, is_host: bool) -> None:
        """Go on by one comment."""
        me = self._talk.of[place]
        if me != NOBODY:
            self.last_by[me] = place
        if is_host:
            if self.last != me or not self.turn:
                self.answering, self.waiting, self.turn = self.still_waiting, [], 0
            self.turn += 1
            self.host_places.append(place)
        else:
            self.turn = 0
            self.waiting.append(place)
        is_turn = me not in (NOBODY, self.last) and self.last != NOBODY and me == self.before_last
        self.in_turn = self.in_turn + 1 if is_turn else 0
        self.before_last, self.last = self.last, me


def runs_of(of: Sequence[int]) -> list[int]:
    """How many comments by one person follow each other where each stands."""
    runs = [1] * len(of)
    for place in range(1, len(of)):
        if of[place] == of[place - 1] != NOBODY:
            runs[place] = runs[place - 1] + 1
    for place in range(len(of) - 2, -1, -1):
        if of[place] == of[place + 1] != NOBODY:
            runs[place] = runs[place + 1]
    return runs
