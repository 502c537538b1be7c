"""`reader search --kwic`: each place where a word stands on a line of its own, the words below each other."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Collection

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from reader.archive import Archive
from reader.cli.output import say, say_json
from reader.cli.showing import inside
from reader.search import Line, concordance

_WIDTH = 100
_NAME = 12


def run(
    archive: Archive,
    query: str,
    *,
    limit: int,
    as_json: bool,
    starred: Collection[str] = (),
    read: Collection[str] = (),
) -> int:
    """Print the words of the first hits in their context; 1 when there are none."""
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else _WIDTH
    side = max(10, (columns - _NAME - 12) // 2)
    console = Console(highlight=False) if sys.stdout.isatty() else None
    is_empty = True
    for line in concordance(archive, query, limit=limit, width=side, starred=starred, read=read):
        is_empty = False
        if as_json:
            say_json(_as_json(line))
            continue
        name = str(line.id) if line.comment is None else f"{line.id}.{line.comment}"
        before, word, after = inside(line.before), inside(line.word), inside(line.after)
        lead = f"{name:<{_NAME}}{' ' * max(0, side - cell_len(before))}{before}"
        if console is None:
            say(f"{lead}{word}{after}")
        else:
            console.print(
                Text.assemble((lead[:_NAME], "dim"), lead[_NAME:], (word, "bold yellow"), after),
                soft_wrap=True,
            )
    return 1 if is_empty else 0


def _as_json(line: Line) -> dict[str, object]:
    return {
        "id": line.id,
        "comment": line.comment,
        "before": line.before,
        "word": line.word,
        "after": line.after,
    }
