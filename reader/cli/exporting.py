"""`reader export`: posts in any format, on the screen, in a file, or each in its own file of a folder."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

from reader.archive import Archive, open_archive
from reader.cli.output import complain, counted
from reader.errors import ExportError
from reader.export import Format, exported, format_of, has_other_ending, write_text, write_texts


def run(options: SimpleNamespace, archive: Path) -> int:
    """Export; 1 when the archive has no post."""
    if not options.posts and not options.all:
        raise ExportError("Name the posts to export by their ids, or say --all.")
    with open_archive(archive) as opened:
        ids = (
            list(opened.post_ids("oldest")) if options.all else [opened.find(name) for name in options.posts]
        )
        if options.output is None:
            _to_screen(opened, ids, options.width, options.format or "text")
        else:
            into_folder = options.all or len(ids) > 1 or options.output.endswith("/")
            output = Path(options.output)
            form = options.format or format_of(output)
            if options.format is None and not into_folder and has_other_ending(output):
                complain(f"{output.suffix} means no format that reader writes, so this is text.")
            _to_files(opened, ids, output, options.width, form, into_folder=into_folder)
    return 0 if ids else 1


def _to_screen(archive: Archive, ids: list[int], width: int, form: Format) -> None:
    for place, post_id in enumerate(ids):
        if place and form in ("text", "markdown"):
            sys.stdout.write("\n" + ("─" * width if form == "text" else "---") + "\n\n")
        sys.stdout.write(exported(archive.post(post_id), form, width=width))


def _to_files(
    archive: Archive, ids: list[int], output: Path, width: int, form: Format, *, into_folder: bool
) -> None:
    if not into_folder and not output.is_dir():
        write_text(archive.post(ids[0]), output, form=form, width=width)
        complain(f"wrote {output}")
        return
    written = write_texts((archive.post(post_id) for post_id in ids), output, form=form, width=width)
    complain(f"wrote {counted(len(written), 'file')} to {output}")
