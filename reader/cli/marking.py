"""`reader marks`: what the user has starred, noted and tagged, as text or JSON."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

from reader.cli.output import complain, say, say_json
from reader.marks import as_text, listed, open_marks


def run(options: SimpleNamespace, path: Path) -> int:
    """All marks; 1 when there are none."""
    # To look is no reason to make a file.
    marks = open_marks(path if path.exists() else None, lambda: datetime.now(UTC).isoformat())
    try:
        if marks.notice:
            complain(marks.notice)
        found, searches = listed(marks), marks.saved_searches()
    finally:
        marks.close()
    if options.json:
        for one in found:
            say_json({**asdict(one), "tags": list(one.tags)})
    else:
        text = as_text(found, searches).rstrip("\n")
        if text:
            say(text)
    if not found and not searches:
        complain(f"There are no marks in {path}.")
    return 0 if found or searches else 1
