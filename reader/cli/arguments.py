"""The commands and their options, each with an example in its help."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from functools import cache
from itertools import islice
from types import SimpleNamespace

from reader import __version__
from reader.text import safe_line
from reader.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn

_FORMATS = ("text", "markdown", "html", "json")
_ORDERS = ("newest", "oldest", "title", "comments", "blog")
_USUAL_COLUMNS = 80


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one sentence, as all of this program's are."""

    def __init__(self, **options: Any) -> None:
        # An abbreviation that works today would be ambiguous with the options of tomorrow.
        super().__init__(allow_abbrev=False, formatter_class=_formatter, **options)

    def error(self, message: str) -> NoReturn:
        self.exit(2, safe_line(f"reader: {message}; see `{self.prog} --help`.") + "\n")


def _formatter(prog: str) -> argparse.HelpFormatter:
    # argparse makes one for every option, and would import shutil and three packers to know how wide it is.
    return argparse.HelpFormatter(prog, width=columns() - 2)


@cache
def columns() -> int:
    """How wide the terminal is, as `shutil.get_terminal_size` tells it."""
    stated = os.environ.get("COLUMNS", "")
    if stated.isascii() and stated.isdigit() and int(stated):
        return int(stated)
    try:
        # Where a program has no standard output, that is None.
        size = os.get_terminal_size(sys.__stdout__.fileno())  # type: ignore[union-attr]
        return size.columns or _USUAL_COLUMNS
    except (AttributeError, ValueError, OSError):
        return _USUAL_COLUMNS


def read(arguments: Sequence[str]) -> SimpleNamespace:
    """The options of a command line; where it names a command, no other command's parser is made."""
    arguments = words_last(arguments)
    place = _place_of_command(arguments)
    if place is None or arguments[place] not in _COMMANDS or not _name_archive_only(arguments[:place]):
        return parser().parse_args(arguments, SimpleNamespace())
    name = arguments[place]
    command = _COMMANDS[name]
    alone = _Parser(prog=f"reader {name}", **command.told)
    command.add_to(alone)
    options = alone.parse_args([*arguments[:place], *arguments[place + 1 :]], SimpleNamespace())
    options.command = name
    return options


def _name_archive_only(arguments: Sequence[str]) -> bool:
    rest = iter(arguments)
    return all(
        one.startswith("--archive=") or (one == "--archive" and not next(rest, "-").startswith("-"))
        for one in rest
    )


def words_last(arguments: Sequence[str]) -> list[str]:
    """The arguments of a search with its words behind a `--`; those of other commands as they are.

    So `-without` is a word and no option, and words and options may come in any order.
    """
    place = _place_of_command(arguments)
    if place is None or arguments[place] != "search":
        return list(arguments)
    options: list[str] = []
    words: list[str] = []
    rest = iter(arguments[place + 1 :])
    for argument in rest:
        if argument == "--":
            words.extend(rest)
        elif argument.startswith("--") or argument == "-h":
            options.append(argument)
            if argument in ("--archive", "--limit", "--export"):
                options.extend(islice(rest, 1))
        else:
            words.append(argument)
    return [*arguments[: place + 1], *options, "--", *words]


def _place_of_command(arguments: Sequence[str]) -> int | None:
    is_value = False
    for place, argument in enumerate(arguments):
        if not is_value and not argument.startswith("-"):
            return place
        is_value = argument == "--archive"
    return None


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    top = _Parser(
        prog="reader",
        description="Read the archives of blogs that are no longer there.",
        epilog="Without a command the archive is opened on the screen. Example: reader --archive old-blog.db",
    )
    _add_archive(top)
    top.add_argument("--version", action="version", version=f"reader {__version__}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    for name, command in _COMMANDS.items():
        command.add_to(commands.add_parser(name, help=command.help, **command.told))
    return top


class _Command(Value):
    """A command: what its help says, and what adds the options that only it has."""

    help: str
    example: str
    add: Callable[[argparse.ArgumentParser], None] | None = None
    has_json: bool = True

    @property
    def told(self) -> dict[str, Any]:
        """What its help says before and after its options."""
        return {
            "description": self.help[:1].upper() + self.help[1:] + ".",
            "epilog": f"Example: {self.example}",
        }

    def add_to(self, parser: argparse.ArgumentParser) -> None:
        """Add its options to a parser."""
        _add_archive(parser)
        if self.has_json:
            parser.add_argument("--json", action="store_true", help="print JSON, for programs")
        if self.add is not None:
            self.add(parser)


def _add_archive(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--archive",
        metavar="PATH",
        default=argparse.SUPPRESS,
        help="the archive (else $READER_ARCHIVE, ./archive.db, or the one in your data folder)",
    )


def _add_import(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "paths",
        nargs="+",
        metavar="PATH",
        help="a file, a zip or web archive, or a folder with all that is in it; - is standard input",
    )
    command.add_argument(
        "--include",
        action="append",
        default=[],
        metavar="WHAT",
        help="bring in what the blog did not show: drafts, private, spam, unapproved, trash, attachments, all",
    )
    command.add_argument("--dry-run", action="store_true", help="tell what would be read, and write nothing")


def _add_list(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--order", choices=_ORDERS, default="newest", help="newest first unless told otherwise"
    )
    command.add_argument("--limit", type=_count, metavar="N", help="the first N only")


def _add_post(command: argparse.ArgumentParser) -> None:
    command.add_argument("post", metavar="ID", help="its id in the list, its key or its address")


def _add_search(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "query", nargs="*", metavar="WORD", help='words, "phrases", -without, author:name, year:2007'
    )
    command.add_argument("--limit", type=_count, default=50, metavar="N", help="at most N results (50)")
    command.add_argument("--newest", action="store_true", help="newest first instead of best first")
    ways = command.add_mutually_exclusive_group()
    ways.add_argument("--explain", action="store_true", help="tell how the query is understood")
    ways.add_argument("--count", action="store_true", help="print nothing but how many hits there are")
    ways.add_argument("--stats", action="store_true", help="count the hits by year, blog and author")
    ways.add_argument("--kwic", action="store_true", help="print each word in its context, aligned")
    ways.add_argument("--open", action="store_true", help="open the screen at the first hit")
    ways.add_argument("--export", metavar="FOLDER", help="write every post with a hit as a text file")


def _add_serve(command: argparse.ArgumentParser) -> None:
    command.add_argument("--port", type=_port, default=8000, metavar="N", help="where to listen (8000)")
    command.add_argument(
        "--host",
        default="127.0.0.1",
        metavar="ADDRESS",
        help="for whom to listen (127.0.0.1: this machine only)",
    )


def _add_export(command: argparse.ArgumentParser) -> None:
    command.add_argument("posts", nargs="*", metavar="ID", help="ids, keys or addresses of posts")
    command.add_argument("--all", action="store_true", help="every post of the archive")
    command.add_argument(
        "-o",
        "--output",
        metavar="PATH",
        help="a file for one post, a folder for several (else standard output)",
    )
    command.add_argument(
        "--format", choices=_FORMATS, help="text unless told otherwise, or what the ending of PATH means"
    )
    command.add_argument(
        "--width", type=_width, default=78, metavar="N", help="columns to wrap the text to (78)"
    )


def _count(text: str) -> int:
    if not _is_number(text) or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of results")
    return int(text)


def _width(text: str) -> int:
    if not _is_number(text) or int(text) < 20:
        raise argparse.ArgumentTypeError(f"{text!r} is not a width of at least 20 columns")
    return int(text)


def _port(text: str) -> int:
    if not _is_number(text) or not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port")
    return int(text)


def _is_number(text: str) -> bool:
    """Whether a text is a number that SQLite can count to."""
    return text.isascii() and text.isdigit() and len(text) <= 18


_COMMANDS = {
    "import": _Command(
        "read raw dumps into an archive", "reader import pages/ export.txt --archive blog.db", _add_import
    ),
    "list": _Command("list the posts", "reader list --order oldest --limit 20", _add_list),
    "show": _Command("show one post with its comments", "reader show 12", _add_post),
    "search": _Command(
        "find words in posts and comments", "reader search l'intelligence collective", _add_search
    ),
    "export": _Command(
        "write posts as text, Markdown, HTML or JSON",
        "reader export 12 -o post.md",
        _add_export,
        has_json=False,
    ),
    "source": _Command("show the raw dump of a post, each line with its role", "reader source 12", _add_post),
    "marks": _Command("tell what you have starred, noted and tagged", "reader marks > marks.txt"),
    "check": _Command("prove that the archive holds what was imported", "reader check --archive blog.db"),
    "stats": _Command("tell what the archive holds", "reader stats"),
    "serve": _Command(
        "show the screen in the browser of this machine",
        "reader serve --port 8000",
        _add_serve,
        has_json=False,
    ),
}
