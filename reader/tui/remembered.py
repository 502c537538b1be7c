"""What the screen remembers from one time to the next: look, order, places in the list, width of the column.

A small JSON file in the user's state folder. What cannot be read is forgotten, what cannot be written is not
kept: neither may keep anybody from reading.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path

_FILE_NAME = "screen.json"
# Whatever somebody has put there, it is read at every start.
_LARGEST = 100_000

Table = list[list[str | int]]
Value = str | int | bool | Table


@dataclass(frozen=True, slots=True)
class Folders:
    """Where a person's own files are: what the screen remembers, and what they wrote to set it up.

    None for a folder keeps nothing and reads nothing.
    """

    state: Path | None = None
    config: Path | None = None


class Remembered:
    """The settings by their names."""

    def __init__(self, folder: Path | None) -> None:
        self._path = None if folder is None else folder / _FILE_NAME
        self._values = self._read()

    def text(self, name: str) -> str | None:
        """A setting that is a text."""
        value = self._values.get(name)
        return value if isinstance(value, str) else None

    def number(self, name: str) -> int | None:
        """A setting that is a number."""
        value = self._values.get(name)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def table(self, name: str) -> Table:
        """A setting that is rows of texts and numbers."""
        value = self._values.get(name)
        rows = value if isinstance(value, list) else []
        return [
            row for row in rows if isinstance(row, list) and all(isinstance(one, str | int) for one in row)
        ]

    def keep(self, name: str, value: Value) -> None:
        """Remember a setting from now on."""
        if self._values.get(name) == value:
            return
        # Another window may have kept something meanwhile.
        self._values = {**self._values, **self._read(), name: value}
        self._write()

    def _read(self) -> dict[str, object]:
        if self._path is None:
            return {}
        try:
            if self._path.stat().st_size > _LARGEST:
                return {}
            found = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def _write(self) -> None:
        if self._path is None:
            return
        unfinished = self._path.with_name(f"{_FILE_NAME}.{os.getpid()}")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_text(json.dumps(self._values, indent=1, ensure_ascii=False) + "\n", "utf-8")
            unfinished.replace(self._path)
        except OSError:
            # A read-only home: the settings last as long as the program runs.
            unfinished.unlink(missing_ok=True) if unfinished.exists() else None
