"""Marks: what a person leaves behind while reading (read, place, star, note, tag, searches), in a file of its own.

Must not know the archive, screens, the environment or the clock: where the file is and what time it is are
told to it. The archive is never written for a mark, and a broken file of marks never keeps anybody from reading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.later import later
from reader.marks.keeping import Marks, Place, open_marks

if TYPE_CHECKING:
    from reader.marks.listing import Marked, listed
    from reader.marks.telling import as_text

_LATER = {"Marked": "listing", "listed": "listing", "as_text": "telling"}

__all__ = ["Marked", "Marks", "Place", "as_text", "listed", "open_marks"]

# The screen needs none of it to start.
__getattr__ = later(__name__, _LATER)
