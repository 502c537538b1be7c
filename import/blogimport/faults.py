"""A fault of this program in one dump costs that dump alone: the rest of a long import goes on."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.errors import DumpError, ReaderError


@contextmanager
def told_as_unreadable(name: str) -> Iterator[None]:
    """Within the block, an exception that nobody foresaw becomes a sentence on the dump of that name.

    Raises:
        DumpError: with that sentence; what a user can mend and what the system refuses passes as it is.
    """
    try:
        yield
    except (ReaderError, OSError):
        raise
    except MemoryError as error:
        raise DumpError(f"{name} cannot be read: it needs more memory than there is.") from error
    except Exception as error:
        raise DumpError(
            f"{name} cannot be read because of a fault in this program ({_place(error)}); please report it."
        ) from error


def _place(error: Exception) -> str:
    """What was raised, and by which line."""
    *_, last = traceback.extract_tb(error.__traceback__)
    path = Path(last.filename)
    return f"{type(error).__name__} at {path.parent.name}/{path.name}, line {last.lineno}"
