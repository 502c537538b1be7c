"""What everything on the desk reads from, handed from pane to pane as one thing.

Knows no widget.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reader.archive import Order
from reader.marks import Marks
from reader.tui.asking import Asking
from reader.tui.posts.places import Places


@dataclass(frozen=True, slots=True)
class Shelf:
    """An archive: its file, the connection that is open, the marks on its posts, and how its list was last seen."""

    path: Path
    asking: Asking
    marks: Marks
    places: Places
    order: Order = "newest"
