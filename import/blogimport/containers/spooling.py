"""Things on the disk for libraries that want a path, and in memory where they are small."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from blogimport.readings import Dump

# What is larger than this goes through a temporary file.
IN_MEMORY = 16 * 1024**2
# A file that grows by more than this, and beyond a GB, was made to fill the disk: text shrinks to a tenth.
_MOST_GROWTH = 400
_GROWN = 1024**3


class TooLarge(Exception):
    """A packed file grows beyond all measure."""


class Exhausted(Exception):
    """All that is packed in a file, in files in files, grows beyond all measure."""


class Growth:
    """How much may come out of a file of a size in bytes, with all that is packed in what comes out of it."""

    def __init__(self, packed: int) -> None:
        self._left = max(_GROWN, _MOST_GROWTH * packed)

    def add(self, size: int) -> None:
        """So many bytes more came out.

        Raises:
            Exhausted: where that is more than any real file holds.
        """
        self._left -= size
        if self._left < 0:
            raise Exhausted


@contextmanager
def spooled(dump: Dump, temporary: Path) -> Iterator[Path]:
    """The path of a dump, which is written to a temporary file where it has none."""
    if dump.path is not None:
        yield dump.path
        return
    with tempfile.NamedTemporaryFile(dir=temporary) as file:
        file.write(dump.content)
        file.flush()
        yield Path(file.name)


@contextmanager
def taken_out(
    name: str, stream: IO[bytes], packed_size: int | None, temporary: Path, growth: Growth | None = None
) -> Iterator[tuple[Dump, bool]]:
    """A file inside another as a dump of its own, and whether that is a temporary file, gone after the block.

    Raises:
        TooLarge: where it is so much larger than its `packed_size` in bytes that it was made to do harm.
        Exhausted: where it is more than the `growth` of the file that it came out of.
    """
    content = stream.read(IN_MEMORY + 1)
    if growth is not None:
        growth.add(len(content))
    if len(content) <= IN_MEMORY:
        yield Dump(name, content=content), False
        return
    with tempfile.NamedTemporaryFile(dir=temporary) as file:
        size = 0
        while content:
            file.write(content)
            size += len(content)
            if packed_size is not None and size > max(_GROWN, _MOST_GROWTH * packed_size):
                raise TooLarge
            content = stream.read(IN_MEMORY)
            if growth is not None:
                growth.add(len(content))
        file.flush()
        yield Dump(name, path=Path(file.name)), True
