"""`reader` and `reader serve`: the screen, in the terminal or in a browser; and what is shown without an archive."""

from __future__ import annotations

import ipaddress
import os
import shlex
import sys
from pathlib import Path
from types import SimpleNamespace

from reader.errors import ArchiveMissing, ReaderError


def run(options: SimpleNamespace, path: Path) -> int:
    """Open the screen; where no archive was named and there is none, say how to make one."""
    from reader.cli.locating import VARIABLE

    try:
        return open_screen(path)
    except ArchiveMissing:
        is_named = getattr(options, "archive", None) or os.environ.get(VARIABLE)
        if is_named or not _has_terminal():
            raise
        return _welcome(path)


def open_screen(
    path: Path, *, open_at: tuple[int, int | None] | None = None, query: str | None = None
) -> int:
    """Open the screen, at a post or comment where one is named, once the archive is known to be one.

    Raises:
        ReaderError: when there is no archive, or no terminal to show it on.
    """
    from reader.archive import open_archive
    from reader.cli.folders import marks_path, own_folders, pictures_path
    from reader.cli.language import wanted_languages

    open_archive(path).close()
    if not _has_terminal():
        raise ReaderError("The screen needs a terminal; `reader --help` names the commands that do not.")
    from reader.tui import Folders, run

    run(
        path,
        Folders(*own_folders()),
        open_at=open_at,
        query=query,
        marks=marks_path(os.environ),
        pictures=pictures_path(os.environ),
        languages=wanted_languages(os.environ),
    )
    return 0


def serve(options: SimpleNamespace, path: Path) -> int:
    """Show the screen in a browser until the server is stopped.

    Raises:
        ReaderError: when there is no archive, no server to be had, or nobody can listen there.
    """
    from reader.archive import open_archive
    from reader.cli.output import complain

    open_archive(path).close()
    try:
        from reader.tui.web import serve as serve_web
    except ModuleNotFoundError as error:
        raise ReaderError(
            "`reader serve` needs textual-serve: install reader with its extra, `pip install '.[serve]'`."
        ) from error
    if not _is_loopback(options.host):
        complain(f"Whoever reaches {options.host}:{options.port} can read this archive; there is no login.")
    command = [sys.executable, "-m", "reader", "--archive", str(path.absolute())]
    try:
        serve_web(shlex.join(command), host=options.host, port=options.port, tell=complain)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ReaderError(f"Nobody can listen at {options.host}:{options.port}: {reason}.") from error
    return 0


def _welcome(path: Path) -> int:
    """What to do first; the sample archive, where the user wants to see it."""
    from reader.cli.folders import own_archive, sample_archive
    from reader.cli.language import wanted_languages
    from reader.tui import welcome

    sample = sample_archive()
    languages = wanted_languages(os.environ)
    if not welcome(path, own_archive(), has_sample=sample is not None, languages=languages):
        return 1
    assert sample is not None, "without a sample there is no such choice"
    return open_screen(sample)


def _has_terminal() -> bool:
    # In a browser, Textual writes to a pipe and says so.
    return "TEXTUAL_DRIVER" in os.environ or (sys.stdin.isatty() and sys.stdout.isatty())


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
