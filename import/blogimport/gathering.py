"""Things that were read of a dump, by what they belong to: comments that stand far from their post, before it or after.

They wait in a temporary file, so that the largest export needs little memory. Knows no format.
"""

from __future__ import annotations

import pickle
import tempfile
from array import array
from collections.abc import Iterator
from types import TracebackType
from typing import Any, Generic, TypeVar

_Thing = TypeVar("_Thing")

# What is less than this stays in memory.
_IN_MEMORY = 16 * 1024**2


class Gathering(Generic[_Thing]):
    """Things by their key, the keys in the order in which they were first met; used in a `with` block."""

    def __init__(self) -> None:
        self._file: Any = None
        self._places: dict[str, array[int]] = {}

    def __enter__(self) -> Gathering[_Thing]:
        self._file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # closed when the block ends
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def put(self, key: str, thing: _Thing) -> None:
        """Keep one thing; not to be called when the first was taken."""
        self._places.setdefault(key, array("q")).append(self._file.tell())
        pickle.dump(thing, self._file, pickle.HIGHEST_PROTOCOL)

    def __iter__(self) -> Iterator[tuple[str, list[_Thing]]]:
        """Each key with all of its things, in the order in which they were put."""
        for key, places in self._places.items():
            things: list[_Thing] = []
            for place in places:
                self._file.seek(place)
                things.append(pickle.load(self._file))
            yield key, things
