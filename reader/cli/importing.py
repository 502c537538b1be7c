"""`reader import`: progress while it reads, and at the end a table of what was read, guessed and left out."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

from reader.archive import open_archive, open_for_writing
from reader.cli.output import complain, counted, say, say_json, say_row
from reader.errors import DumpError
from reader.text import safe_line

if TYPE_CHECKING:
    from rich.progress import Progress

    from blogimport import DumpReport

# More dumps than this are told in sum, or the table would be longer than anyone reads.
_MOST_ROWS = 40
_MOST_NOTICES = 20
_COLUMNS = ("dump", "posts", "comments", "guesses", "left out")

_WORDS_FOR = {
    "blog": "the blog of a post",
    "body": "whether a text is a whole post",
    "language": "the language of a post",
    "author": "the author of a post",
    "published": "the date of a post",
    "title": "the title of a post",
    "comment reply_to": "whom a comment answers",
    "comment author": "who wrote a comment",
    "comment published": "the date of a comment",
    "comment boundary": "where a comment begins or ends",
}


def run(options: SimpleNamespace, archive: Path) -> int:
    """Import, and report; 1 when there was no file, 2 when one could not be read or the import was stopped."""
    # The importer loads its cues and sqlite-utils, 0.2 s that no other command needs.
    from blogimport import Options, load, size_of, survey, unusual

    paths = [Path(path) for path in options.paths]
    if not any(os.path.lexists(path) or path == Path("-") for path in paths):
        # Told before an archive is made, which would be empty and in the way.
        raise DumpError(f"There is no file or folder {' nor '.join(options.paths)}.")
    if words := unusual(options.include):
        complain(
            f"Blogs seldom call what they do not show {' or '.join(map(repr, words))}; "
            "the report tells by which words it was left out."
        )
    reports: list[DumpReport] = []
    is_new, is_stopped = not archive.exists(), False
    with _Progress(size_of(paths) if sys.stderr.isatty() else 0) as progress:
        how = Options(
            include=tuple(options.include),
            cores=os.cpu_count() or 1,
            stdin=lambda: sys.stdin.buffer,
            progress=progress.at,
            looking=progress.looks,
        )
        try:
            if options.dry_run:
                _gather(survey(paths, how), reports, progress)
            else:
                with open_for_writing(archive) as writer:
                    _gather(load(paths, writer, how), reports, progress)
                    progress.seals()
        except KeyboardInterrupt:
            is_stopped = True
    is_written = not options.dry_run and (is_stopped or not is_new or not _is_taken_away(archive))
    if options.json:
        say_json({"dumps": [_as_json(report) for report in reports]})
    else:
        _tell(reports, archive if is_written else None, is_dry=options.dry_run)
    if is_stopped:
        complain(_stopped(reports, archive, progress.share, is_dry=options.dry_run))
        return 2
    if not reports:
        complain("There is no file to import.")
        return 1
    return 2 if any(report.error for report in reports) else 0


def _is_taken_away(archive: Path) -> bool:
    """Whether an archive that was made for this import holds nothing; then it is gone, for it would be in the way."""
    if not archive.exists():
        return True
    with open_archive(archive) as opened:
        if opened.stats().dumps:
            return False
    archive.unlink()
    return True


def _stopped(reports: list[DumpReport], archive: Path, share: str, *, is_dry: bool) -> str:
    """Where an import stood that was stopped, and what is left of it."""
    stood = f"Stopped{share}"
    if is_dry:
        return f"{stood}; nothing was written."
    if not reports:
        return (
            f"{stood}, before a dump was read to its end: {archive} holds what it held before, "
            "and the same command begins anew."
        )
    return (
        f"{stood} after {safe_line(reports[-1].dump)}. What was read so far is whole in {archive}; "
        "the same command goes on from there."
    )


def _gather(found: Iterable[DumpReport], reports: list[DumpReport], progress: _Progress) -> None:
    """Collect reports as they come, and tell errors at once."""
    for report in found:
        reports.append(report)
        progress.count(len(reports))
        if report.error is not None:
            complain(report.error)


class _Progress:
    """On a terminal, a bar with rate and time left while dumps are read; nothing where there are no bytes to read."""

    def __init__(self, total: int) -> None:
        self._bar: Progress | None = None
        self._done, self._total = 0, total
        if not total:
            return
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            DownloadColumn,
            Progress,
            TextColumn,
            TimeRemainingColumn,
            TransferSpeedColumn,
        )

        self._bar = Progress(
            TextColumn("{task.fields[dumps]} dumps{task.fields[doing]}"),
            BarColumn(),
            DownloadColumn(),
            TransferSpeedColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task("", total=total, dumps=0, doing="")

    def __enter__(self) -> _Progress:
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.stop()

    @property
    def share(self) -> str:
        """How far it is, in words; "" where nobody knows."""
        return f" at {100 * self._done // self._total} %" if self._total else ""

    def at(self, done: int) -> None:
        """So many bytes were gone through."""
        self._done = done
        if self._bar is not None:
            self._bar.update(self._task, completed=done)

    def looks(self, is_looking: bool) -> None:
        """A large dump is looked through: what is known already is not read again."""
        if self._bar is not None:
            doing = ", looking whether the next is new" if is_looking else ""
            self._bar.update(self._task, doing=doing)

    def seals(self) -> None:
        """All is read: what follows takes a while where the archive is large."""
        if self._bar is not None:
            self._bar.update(self._task, doing=", counting words and sealing the archive")

    def count(self, dumps: int) -> None:
        """So many dumps were reported on."""
        if self._bar is not None:
            self._bar.update(self._task, dumps=dumps)


def _as_json(report: DumpReport) -> dict[str, object]:
    return {
        "dump": report.dump,
        "format": report.format,
        "posts": report.posts,
        "comments": report.comments,
        "guesses": sum(report.guessed.values()),
        "left_out": report.left_out,
        "error": report.error,
    }


def _tell(reports: list[DumpReport], archive: Path | None, *, is_dry: bool) -> None:
    """The table: a row a dump where they are few, then the sums, then what a person should know.

    `archive` is None where none was written.
    """
    if 0 < len(reports) <= _MOST_ROWS:
        rows = [_cells(report) for report in reports]
        if sys.stdout.isatty():
            _show_table(rows)
        else:
            for row in (_COLUMNS, *rows):
                say_row(*row)
        say()
    read = [report for report in reports if report.error is None]
    sums = {
        name: sum(getattr(report, name) for report in read)
        for name in ("posts", "comments", "completed", "joined")
    }
    if is_dry:
        would = f"{counted(sums['posts'], 'post')}, {counted(sums['comments'], 'comment')}"
        say(f"{'Would read':<11}{counted(len(read), 'dump')}: {would}; nothing was written")
    else:
        new = f"{counted(sums['posts'], 'new post')}, {counted(sums['comments'], 'new comment')}"
        where = "; nothing was written" if archive is None else f" → {archive}"
        say(f"{'Read':<10}{counted(len(read), 'dump')}: {new}{where}")
    if sums["completed"]:
        say(f"Completed {counted(sums['completed'], 'post')} that the archive already had in part")
    if sums["joined"]:
        say(f"{'Joined':<10}{counted(sums['joined'], 'post')} that the archive already had whole")
    guessed: Counter[str] = Counter()
    left_out: Counter[str] = Counter()
    for report in read:
        guessed.update(report.guessed)
        left_out.update(report.left_out)
    _tell_counts("Guessed", {_WORDS_FOR.get(name, name): n for name, n in guessed.most_common()})
    _tell_counts("Left out", dict(left_out.most_common()))
    _tell_notices([notice for report in read for notice in report.notices])
    failed = len(reports) - len(read)
    if failed:
        say(f"{'Failed':<10}{counted(failed, 'file')}, named above")


def _cells(report: DumpReport) -> tuple[object, ...]:
    out = report.error or " · ".join(f"{reason}: {number}" for reason, number in report.left_out.items())
    return report.dump, report.posts, report.comments, sum(report.guessed.values()), out


def _show_table(rows: Sequence[Sequence[object]]) -> None:
    """The rows in columns as wide as the terminal, the numbers always whole."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    table = Table(box=None, pad_edge=False, header_style="bold")
    longest = max(len(safe_line(str(row[0]))) for row in rows)
    for place, name in enumerate(_COLUMNS):
        is_number = 0 < place < len(_COLUMNS) - 1
        table.add_column(
            name,
            justify="right" if is_number else "left",
            width=len(name) + 2 if is_number else min(longest, console.width // 2) if place == 0 else None,
            # Where the terminal is narrow, names and reasons are cut, and no number and what it counts.
            min_width=len(name) + 2 if is_number else None,
            overflow="ellipsis",
            no_wrap=True,
        )
    for row in rows:
        table.add_row(*(Text(safe_line(str(cell))) for cell in row))
    console.print(table)


def _tell_counts(head: str, counts: dict[str, int]) -> None:
    for place, (what, number) in enumerate(counts.items()):
        say(f"{head if not place else '':<10}{number} × {what}")


def _tell_notices(notices: list[str]) -> None:
    for place, notice in enumerate(notices[:_MOST_NOTICES]):
        say(f"{'Note' if not place else '':<10}{safe_line(notice)}")
    if len(notices) > _MOST_NOTICES:
        say(f"{'':<10}and {len(notices) - _MOST_NOTICES} more like this")
