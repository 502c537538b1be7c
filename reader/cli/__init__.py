"""The command `reader`: where the importer, the archive and the screen meet.

The only room that prints, exits, and reads the environment. Each command imports what it needs when it
runs, because a search must answer faster than Textual can be imported.
"""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Sequence
from types import SimpleNamespace

from reader.cli.plainly import plain_search
from reader.errors import ReaderError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

__all__ = ["main"]

_MANY_OBJECTS = 50_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0 for found, 1 for nothing found, 2 for an error."""
    from reader.cli.locating import archive_path
    from reader.cli.output import complain

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A terminal that is not UTF-8 shows what it cannot as \u2019 rather than failing.
            stream.reconfigure(errors="backslashreplace")
    given = sys.argv[1:] if arguments is None else arguments
    if "search" in given:
        # What a start makes is no garbage: to look through it again and again takes a thirtieth of a search.
        gc.set_threshold(max(_MANY_OBJECTS, gc.get_threshold()[0]))
    options = _options(given)
    try:
        path = archive_path(getattr(options, "archive", None), os.environ)
        status = _run(options, path)
        sys.stdout.flush()
        sys.stderr.flush()  # the screen writes there
        if arguments is None and options.command == "search":
            # It all goes with the process: to look through it for garbage before takes a twelfth of a search.
            gc.freeze()
        return status
    except ReaderError as error:
        complain(str(error))
        return 2
    except BrokenPipeError:
        # `reader list | head` has seen enough.
        _close_output()
        return 0
    except OSError as error:
        if error.errno == errno.EIO and (options.command is None or getattr(options, "open", False)):
            # The terminal has gone, with what the screen had still to write to it.
            _close_output()
            _close_output(sys.stderr)
            return 0
        if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise
        complain(f"The output cannot be written: {error.strerror}.")
        _close_output()
        return 2
    except KeyboardInterrupt:
        is_import = options.command == "import"
        complain("Stopped; what was imported so far is whole and stays." if is_import else "Stopped.")
        return 130


def _options(given: Sequence[str]) -> SimpleNamespace:
    """The options of a command line, with as little as it takes to read them."""
    if not given:
        # The screen: a tenth of what its start takes would go into a parser of nothing.
        return SimpleNamespace(command=None)
    plain = plain_search(given)
    if plain is not None:
        return plain
    from reader.cli.arguments import read

    return read(given)


def _close_output(stream: TextIO | None = None) -> None:
    """Drop what could not be written, or Python would complain once more at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), (stream or sys.stdout).fileno())


def _run(options: SimpleNamespace, archive: str) -> int:
    if options.command == "search":
        from reader.cli.finding import run as run_search

        return run_search(options, archive)
    from pathlib import Path  # a search has ended before

    path = Path(archive)
    match options.command:
        case None:
            from reader.cli.opening import run as run_screen

            return run_screen(options, path)
        case "serve":
            from reader.cli.opening import serve

            return serve(options, path)
        case "import":
            from reader.cli.importing import run as run_import

            return run_import(options, path)
        case "export":
            from reader.cli.exporting import run as run_export

            return run_export(options, path)
        case "marks":
            from reader.cli.folders import marks_path
            from reader.cli.marking import run as run_marks

            return run_marks(options, marks_path(os.environ))
        case _:
            from reader.cli import reading

            runs = {
                "list": reading.run_list,
                "show": reading.run_show,
                "source": reading.run_source,
                "stats": reading.run_stats,
                "check": reading.run_check,
            }
            return runs[options.command](options, path)
