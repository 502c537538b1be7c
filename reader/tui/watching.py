"""Whether the archive's file has changed while it is open: replaced by another, or imported into.

Looks at the file's own facts and at nothing in it.
"""

from __future__ import annotations

from pathlib import Path

Stamp = tuple[int, int, int, int] | None

# An import that never rests is followed all the same, one look in so many.
_PATIENCE = 5


class Watch:
    """The file as it was when it was last read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known = self._seen = self._stamps()
        self._restless = 0

    @property
    def is_written_to(self) -> bool:
        """Whether an import has its journal beside the archive."""
        return self._path.with_name(f"{self._path.name}-wal").exists()

    def has_changed(self) -> bool:
        """Whether it should be read again: it is another than it was, and has been at rest since the last look."""
        now = self._stamps()
        if now == self._known:
            self._restless = 0
            return False
        self._restless += 1
        if now != self._seen and self._restless < _PATIENCE:
            self._seen = now
            return False
        self._known = self._seen = now
        self._restless = 0
        return True

    def _stamps(self) -> tuple[Stamp, Stamp]:
        return _stamp(self._path), _stamp(self._path.with_name(f"{self._path.name}-wal"))


def _stamp(path: Path) -> Stamp:
    try:
        facts = path.stat()
    except OSError:
        return None
    return facts.st_dev, facts.st_ino, facts.st_size, facts.st_mtime_ns
