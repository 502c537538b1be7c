"""The lines of one post on a page with several: which stand over its title, right under it, in its text, under that."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum

from blogimport.textpage.several.sayings import Saying


class Place(IntEnum):
    """Where a row of a theme stands."""

    OVER = 0
    """Over the title."""
    UNDER = 1
    """Right under the title."""
    FOOT = 2
    """Under the text."""
    TITLE = 3
    """The title itself, which looks like a row."""
    TEXT = 4
    """Within the text, which tells a day, or says the same again."""


@dataclass(slots=True)
class Block:
    """The lines of a post, by their indices: what stands over its title, the title, and so on.

    `says` is what its rows say; `lost` are lines behind its foot that are part of nothing, `bare` the rows right over
    it of posts of which nothing else is left.
    It `is_named` where a link to its rest names the title.
    """

    over: list[int] = field(default_factory=list)
    title: int | None = None
    under: list[int] = field(default_factory=list)
    text: list[int] = field(default_factory=list)
    foot: list[int] = field(default_factory=list)
    says: set[Saying] = field(default_factory=set)
    lost: list[int] = field(default_factory=list)
    bare: list[int] = field(default_factory=list)
    is_closed: bool = False
    is_named: bool = False

    @property
    def start(self) -> int:
        """Where it begins."""
        return min(self.lines)

    @property
    def last(self) -> int:
        """Its last line."""
        return max(self.lines)

    @property
    def rows(self) -> list[int]:
        """The lines around its title and its text."""
        return [*self.over, *self.under, *self.foot]

    @property
    def lines(self) -> list[int]:
        """All lines that are part of it; not those that are lost, nor bare rows."""
        title = [] if self.title is None else [self.title]
        return [*title, *self.rows, *self.text]
