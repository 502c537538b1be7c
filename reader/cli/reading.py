"""`reader list`, `show`, `source`, `stats` and `check`: what an archive says of itself."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

from reader.archive import findings, open_archive
from reader.cli.output import (
    counted,
    row_json,
    say,
    say_json,
    say_row,
    source_json,
    stats_json,
)
from reader.dates import in_words
from reader.models import PostRow

# Rows are asked for and printed in pages of this many, so that a million posts need no memory.
_PAGE = 500
_TEXT_WIDTH = 78


def run_list(options: SimpleNamespace, archive: Path) -> int:
    """One line a post: id, date, blog, title, number of comments, in columns where a person looks at them.

    An empty list is a complete answer: the status is 0 all the same.
    """
    say_one = _said_on_a_terminal if sys.stdout.isatty() else _said_plainly
    with open_archive(archive) as opened:
        ids = opened.post_ids(options.order, limit=options.limit)
        for start in range(0, len(ids), _PAGE):
            for row in opened.post_rows(ids[start : start + _PAGE]):
                if options.json:
                    say_json(row_json(row))
                else:
                    say_one(row)
    return 0


def _text_width() -> int:
    """The usual width of a text, or less where it would break again at the edge of a terminal."""
    from reader.cli.arguments import columns

    return min(_TEXT_WIDTH, columns()) if sys.stdout.isatty() else _TEXT_WIDTH


def _said_plainly(row: PostRow) -> None:
    say_row(row.id, row.published, row.blog, row.title, row.comments)


def _said_on_a_terminal(row: PostRow) -> None:
    from reader.cli.arguments import columns
    from reader.cli.listing import line_of

    say(line_of(row, columns()))


def run_show(options: SimpleNamespace, archive: Path) -> int:
    """One post with its comments."""
    with open_archive(archive) as opened:
        post = opened.post(opened.find(options.post))
        sources = opened.sources(post.id) if options.json else []
    if options.json:
        from reader.export import post_object

        say_json(post_object(post, sources))
    else:
        from reader.export import as_text

        say(as_text(post, width=_text_width()).rstrip("\n"))
    return 0


def run_source(options: SimpleNamespace, archive: Path) -> int:
    """The raw dump of a post, each line with its role."""
    with open_archive(archive) as opened:
        source = opened.source(opened.find(options.post))
    if options.json:
        say_json(source_json(source))
        return 0
    for line in source.lines:
        role = f"comment {line.comment}" if line.comment else "" if line.role == "blank" else line.role
        say(f"{line.line:5}  {role:<12}{line.text}".rstrip())
    return 0


def run_stats(options: SimpleNamespace, archive: Path) -> int:
    """What the archive holds."""
    with open_archive(archive) as opened:
        stats = opened.stats()
    if options.json:
        say_json(stats_json(stats))
        return 0
    say(
        f"{counted(stats.posts, 'post')} and {counted(stats.comments, 'comment')} "
        f"of {counted(stats.blogs, 'blog')}, from {counted(stats.dumps, 'dump')}"
    )
    if stats.first and stats.last:
        say(f"from {in_words(stats.first, time=False)} to {in_words(stats.last, time=False)}")
    say(f"posts and comments with something that was guessed: {stats.guesses}")
    if stats.declared_differs:
        say(f"posts whose page declares another number of comments than was found: {stats.declared_differs}")
    most = max(stats.years.values(), default=0)
    for year, number in stats.years.items():
        say(f"{year}  {number:6}  {'█' * max(1, round(40 * number / most))}")
    return 0


def run_check(options: SimpleNamespace, archive: Path) -> int:
    """Everything that is wrong with the archive; 2 when there is anything."""
    with open_archive(archive) as opened:
        found = list(findings(opened))
        stats = opened.stats() if not found else None
    if options.json:
        entries = [{"where": finding.where, "sentence": finding.sentence} for finding in found]
        say_json({"archive": str(archive), "sound": not found, "findings": entries})
    elif found:
        for finding in found:
            say(f"{finding.where}: {finding.sentence}")
    elif stats is not None:
        say(
            f"{archive} is sound: {counted(stats.posts, 'post')}, {counted(stats.comments, 'comment')}, "
            f"{counted(stats.dumps, 'dump')}, every line accounted for."
        )
    return 2 if found else 0
