"""Where one was in each view of the list, from one session to the next.

Knows posts by their keys, so that a place outlives the archive's file; knows no widget.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reader.tui.posts.views import View
from reader.tui.remembered import Remembered

_NAME = "places"
# The last ones of all archives; the file is read at every start.
_MOST = 100


@dataclass(frozen=True, slots=True)
class Place:
    """The post under the cursor, by its key, and the line of the screen that it stood on."""

    key: str
    line: int


class Places:
    """The places in one archive."""

    def __init__(self, remembered: Remembered, archive: Path) -> None:
        self._remembered = remembered
        self._archive = str(archive.absolute())

    def of(self, view: View) -> Place | None:
        """Where one was in a view."""
        for *name, key, line in reversed(self._rows()):
            if name == self._name(view):
                return Place(str(key), line) if isinstance(line, int) else None
        return None

    def keep(self, view: View, place: Place | None) -> None:
        """Remember where one is in a view; None is its beginning."""
        name = self._name(view)
        others = [row for row in self._rows() if row[:-2] != name]
        row = [] if place is None else [[*name, place.key, place.line]]
        self._remembered.keep(_NAME, (others + row)[-_MOST:])

    def _rows(self) -> list[list[str | int]]:
        return [row for row in self._remembered.table(_NAME) if len(row) == len(self._name(View())) + 2]

    def _name(self, view: View) -> list[str | int]:
        return [self._archive, view.order, view.query, view.day]
