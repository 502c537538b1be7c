"""The matches of a query on one side, the posts or the comments: their SQL, their number, the newest of them.

Knows no order but that of time.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cached_property

from reader.search.conditions import Conditions, Marks
from reader.search.expression import Expression
from reader.search.parts import EVERYTHING, Part, Side
from reader.search.ranking import has_phrases
from reader.search.tree import Node
from reader.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.archive import Archive

# So many rows are looked at before those that match are taken for enough; then four times as many, and so on.
# To look at a row takes 1.4 µs, and at its post 1.5 more.
_LOOKED_AT = {True: 1_000, False: 3_000}
_TIMES_AS_MANY = 4
# After as many stretches a search ends that is in a hurry; others go on to the oldest.
_MOST_STRETCHES = 2


class Listing(Value):
    """The places of the newest matches; where not `complete`, there may be more."""

    places: list[int]
    complete: bool


class Matching:
    """What matches a query on one side; `as_typed`: in a hurry."""

    def __init__(
        self, archive: Archive, node: Node, side: Side, marks: Marks, *, as_typed: bool = False
    ) -> None:
        self._archive = archive
        self._node = node
        self._conditions = Conditions(archive, side, marks)
        self._as_typed = as_typed
        self.side = side
        self._wide = Expression(node, side, self._conditions, exactly=False)

    @cached_property
    def _exact(self) -> Expression:
        return Expression(self._node, self.side, self._conditions, exactly=True)

    @cached_property
    def is_dear(self) -> bool:
        """Whether each match is a row to look at or a phrase to find, so that none should be found twice."""
        part = self._wide.part
        return part.looks or part.walks or (self._wide.part.match is not None and has_phrases(self._node))

    @property
    def values(self) -> dict[str, object]:
        """The values of the parameters."""
        return {**self._conditions.values, "match": self._wide.part.match}

    @property
    def place(self) -> str:
        """The place of a match, as SQL that its index can walk by."""
        return f"{self.side.index}.rowid" if self._wide.part.match else "t.place"

    def count(self, most: int | None = None) -> int:
        """How many rows match; one more than `most` where there are more than that."""
        if self._wide.part.never:
            return 0
        limit = "" if most is None else f"LIMIT {most + 1}"
        ((count,),) = self._archive.rows(
            f"SELECT count(*) FROM (SELECT 1 {self.source()} {limit})", self.values
        )
        return int(count)

    def listed(
        self,
        *,
        least: int,
        most: int,
        until: int | None = None,
        exactly: bool = False,
        at_once: bool = False,
    ) -> Listing:
        """The newest matches, at most so many.

        The search may end before, once it has `least` or has come to the place `until`. While somebody types, or where
        all is wanted `at_once`, it may end with fewer.
        """
        part = (self._exact if exactly else self._wide).part
        if part.never:
            return Listing([], True)
        found: list[int] = []
        for number, (first, last) in enumerate(self._stretches(part), 1):
            found += self.newest(part.but(span=(first, last)), most + 1 - len(found))
            if len(found) > most:
                break
            if first == part.span[0]:
                return Listing(found, True)
            is_late = number == _MOST_STRETCHES and (self._as_typed or at_once)
            if len(found) >= least or (until is not None and first <= until) or is_late:
                break
        return Listing(found[:most], False)

    def newest(self, part: Part, limit: int) -> list[int]:
        """The places of the newest matches: the index walks its rows by them."""
        sql = f"SELECT {self.place} {self.source(part=part)} ORDER BY {self.place} DESC LIMIT :limit"
        values = {**self._conditions.values, "match": part.match, "limit": limit}
        return [place for (place,) in self._archive.rows(sql, values)]

    def among(self, match: str, places: list[int]) -> list[int]:
        """Those of some places, the newest first, whose words match."""
        if not places:
            return []
        index = self.side.index
        sql = f"""
            SELECT rowid
            FROM {index}
            WHERE {index} MATCH :match
            AND rowid BETWEEN {places[-1]} AND {places[0]}
            AND +rowid IN (SELECT value FROM json_each(:places))
            ORDER BY rowid DESC
        """
        return [place for (place,) in self._archive.rows(sql, {"match": match, "places": json.dumps(places)})]

    def _between(self, part: Part) -> str:
        if part.span == EVERYTHING.span:
            return ""
        # Numbers of our own making: as parameters, they would hide from SQLite which way to walk.
        return f"AND {self.side.index}.rowid BETWEEN {part.span[0]} AND {part.span[1]}"

    def source(self, *, rows: bool = False, part: Part | None = None) -> str:
        """The FROM and WHERE of the matches, with their rows as `t` where those must be looked at."""
        part, side = part or self._wide.part, self.side
        if part.match is None:
            first, last = part.span
            return f"FROM {side.kind} AS t WHERE t.place BETWEEN {first} AND {last} AND {part.condition_on('t.place')}"
        if rows or part.looks:
            # CROSS JOIN: the index leads, the rows follow.
            return (
                f"FROM {side.index} CROSS JOIN {side.kind} AS t ON t.place = {side.index}.rowid "
                f"WHERE {side.index} MATCH :match AND {part.condition_on('t.place')} {self._between(part)}"
            )
        # The plus sign keeps SQLite from asking the index for one row at a time, where that takes longer.
        condition = part.condition_on(f"+{side.index}.rowid", few=f"{side.index}.rowid")
        return f"FROM {side.index} WHERE {side.index} MATCH :match AND {condition} {self._between(part)}"

    def _stretches(self, part: Part) -> Iterator[tuple[int, int]]:
        """The span of a part cut up, the newest first, each piece with more candidates than the one before."""
        first, last = part.span
        wanted = _LOOKED_AT[self._as_typed]
        while part.walks and (start := self._candidate(part.but(span=(first, last)), wanted)) is not None:
            yield start, last
            last = start - 1
            wanted *= _TIMES_AS_MANY
        yield first, last

    def _candidate(self, part: Part, number: int) -> int | None:
        """The place of a row that may match, counted from the newest; None where there are not so many."""
        index = self.side.index
        if part.match is None:
            # The table in which FTS5 keeps a short row for each of its own; those of texts are long.
            between = "id BETWEEN {} AND {}".format(*part.span)
            sql = f"SELECT id FROM {index}_docsize WHERE {between} ORDER BY id DESC LIMIT 1 OFFSET :before"
        else:
            sql = f"""
                SELECT rowid
                FROM {index}
                WHERE {index} MATCH :match {self._between(part)}
                ORDER BY rowid DESC
                LIMIT 1 OFFSET :before
            """
        rows = self._archive.rows(sql, {"match": part.match, "before": number - 1})
        return rows[0][0] if rows else None
