"""The screens: a post list, a post, its comments, search, drawn with Textual.

Only this package imports Textual. It reads the archive and never writes it; it must not know SQL, dump
formats or the command line.
"""

from __future__ import annotations

import gc
from collections.abc import Sequence
from pathlib import Path

from reader.tui.remembered import Folders

__all__ = ["Folders", "run", "welcome"]


def run(
    path: Path,
    folders: Folders | None = None,
    *,
    open_at: tuple[int, int | None] | None = None,
    query: str | None = None,
    marks: Path | None = None,
    pictures: Path | None = None,
    languages: Sequence[str] = (),
) -> None:
    """Show the archive at a path until the user quits.

    Args:
        folders: the person's own files; without them nothing is remembered.
        open_at: a post's id and, where it is to be shown, the position of one of its comments.
        query: what the search box holds at the start.
        languages: those that the user reads, the most wanted first (ISO 639-1); English where none is spoken.
        pictures: the folder below which the files of pictures may lie; beside the archive, `archive_files`, by default.
        marks: the file of the user's marks; without one they last as long as the program runs.

    Raises:
        ArchiveError: when the archive cannot be opened.
    """
    # While everything is imported and made, nothing of it becomes garbage: to look for some takes a fifth of
    # the time to the first painted list. The screen looks again once that is there.
    gc.disable()
    # Textual takes 0.2 s to import and more to start; a command that needs no screen must not pay for it.
    from reader.tui.app import ReaderApp

    ReaderApp(
        path, folders, open_at=open_at, query=query, marks=marks, pictures=pictures, languages=languages
    ).run()


def welcome(looked_for: Path, own: Path, *, has_sample: bool, languages: Sequence[str] = ()) -> bool:
    """Say what to do where there is no archive yet; whether the sample is to be opened."""
    from reader.tui.first import FirstApp

    return bool(FirstApp(looked_for, own, has_sample=has_sample, languages=languages).run())
