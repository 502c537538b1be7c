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
    name: str, stream: IO[bytes], packed_size: int | None, temporary: Path
) -> Iterator[tuple[Dump, bool]]:
    """A file inside another as a dump of its own, and whether that is a temporary file, gone after the block.

    Raises:
        TooLarge: where it is so much larger than its `packed_size` in bytes that it was made to do harm.
    """
    content = stream.read(IN_MEMORY + 1)
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
        file.flush()
        yield Dump(name, path=Path(file.name)), True
