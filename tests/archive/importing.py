"""Imports in processes of their own, for tests that stop them: `python importing.py`.

Each line of input is an order, a JSON object with a `folder` and an `archive`. It is carried out by a fork,
because loading everything anew takes longer than the import; what happens is told as JSON, a line each:
`pid`, then a `dump` as each is written or an `error`, and at last `ended` with the status.

With `limit`, no file may grow beyond so many bytes, as on a full disk; with `die_at`, the import kills
itself just before the SQL statement with that number.
"""

from __future__ import annotations

import itertools
import json
import os
import resource
import signal
import sqlite3
import sys
import tempfile
from pathlib import Path
from typing import Any

import sqlite_utils  # noqa: F401  # loaded before the forks, as is all that an import needs

from blogimport import load
from reader.archive import open_for_writing
from reader.errors import ReaderError


def tell(**event: object) -> None:
    """Say what happens, in one write: a kill between a line and its end would glue the next line to it."""
    os.write(1, f"{json.dumps(event)}\n".encode())


def carry_out(order: dict[str, Any]) -> int:
    """Import; 2 where it fails."""
    tell(pid=os.getpid())
    if "limit" in order:
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["limit"], resource.RLIM_INFINITY))
    if "die_at" in order:
        die_at(order["die_at"])
    try:
        with open_for_writing(Path(order["archive"])) as writer:
            for report in load([Path(order["folder"])], writer):
                tell(dump=report.dump)
    except ReaderError as error:
        tell(error=str(error))
        return 2
    return 0


def die_at(number: int) -> None:
    """Have this process killed just before the SQL statement with a number."""
    connect = sqlite3.connect
    left = itertools.count(number, -1)

    def watched(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **options)
        connection.set_trace_callback(
            lambda _: None if next(left) > 1 else os.kill(os.getpid(), signal.SIGKILL)
        )
        return connection

    sqlite3.connect = watched  # type: ignore[assignment]  # in a process that does nothing else


def warm_up() -> None:
    """Import once, so that what is only made at the first import is not made anew in every fork."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "page.txt").write_text(f"Le bac\n\n3 mars 2008\n\n{'On attend le bac. ' * 20}\n", "utf-8")
        with open_for_writing(folder / "archive.db") as writer:
            assert not [report.error for report in load([folder / "page.txt"], writer) if report.error]


def main() -> None:
    """Carry out orders as long as some come."""
    warm_up()
    for line in sys.stdin:
        child = os.fork()
        if not child:
            os._exit(carry_out(json.loads(line)))
        _, status = os.waitpid(child, 0)
        tell(ended=os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
