"""The dump formats that can be read, and which of them a file is in.

A format is a module with three names: `FORMAT` (what a person calls it), `sniff` (whether a file looks like
it) and `read` (the dump as a `Reading`); one whose dumps tell something of each other has `learn` too. To add one, add
it to `_FORMATS`, the surest signs first.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Protocol, runtime_checkable

from blogimport import (
    blogger,
    bloggerapi,
    disqus,
    dotclear,
    feed,
    ghost,
    livejournal,
    medium,
    mhtml,
    movabletype,
    overblog,
    postfile,
    substack,
    textpage,
    tumblr,
    webpage,
    wxr,
)
from blogimport.readings import Dump, Reading

# How much of a file its format is told from.
SNIFF_LENGTH = 64 * 1024
_CODE_ENDINGS = frozenset(
    (
        *(".css", ".scss", ".sass", ".less", ".styl", ".js", ".mjs", ".ts", ".jsx", ".map"),
        *(".rb", ".py", ".sh", ".bat", ".ps1", ".go", ".mod", ".po", ".pot", ".sum"),
        *(".yml", ".yaml", ".toml", ".ini", ".cfg", ".conf", ".lock", ".gemspec"),
        *(".liquid", ".haml", ".slim", ".jinja", ".j2", ".tmpl", ".mako"),
    )
)
# Tables of records are no pages, though they are text; those that some export has are told before.
_TABLE_ENDINGS = (".csv", ".tsv")
_CODE_NAMES = frozenset(
    (
        "gemfile",
        "rakefile",
        "makefile",
        "dockerfile",
        "procfile",
        "cname",
        "license",
        "robots.txt",
        "humans.txt",
    )
)


class Format(Protocol):
    """What a format module offers."""

    FORMAT: str

    def sniff(self, head: bytes, name: str) -> bool:
        """Whether the first bytes of a file, and its name, look like this format."""

    def read(self, dump: Dump) -> Reading:
        """All that is in a dump.

        Raises:
            DumpError: where nothing in it can be read; its text is the sentence for the user.
        """


@runtime_checkable
class Learning(Protocol):
    """A format whose dumps tell something of each other."""

    def learn(self, dumps: Iterable[bytes]) -> frozenset[str]:
        """What some dumps of one folder have in common, which `Dump.recurring` brings to each of them."""


_FORMATS: tuple[Format, ...] = (
    wxr,
    blogger,
    bloggerapi,
    disqus,
    dotclear,
    movabletype,
    overblog,
    ghost,
    tumblr,
    medium,
    substack,
    livejournal,
    feed,
    mhtml,
    postfile,
    webpage,
    textpage,
)


def format_of(head: bytes, name: str) -> Format | None:
    """The format that a file is in by its first bytes and its name, None where nobody knows it."""
    found = next((known for known in _FORMATS if known.sniff(head, name)), None)
    is_no_page = is_code(name) or name.lower().endswith(_TABLE_ENDINGS)
    return None if found is textpage and is_no_page else found


def is_code(name: str) -> bool:
    """Whether a file is by its name part of what makes a site, and no text for its readers."""
    path = PurePosixPath(name.lower())
    return path.suffix in _CODE_ENDINGS or path.name in _CODE_NAMES


def format_named(name: str) -> Format:
    """The format that is called so."""
    return next(known for known in _FORMATS if name == known.FORMAT)


# How far what a format gives is to be believed where two dumps tell the same post differently: an export is what
# the blog itself has written, a saved page what it showed, a text page what somebody's program has left of that.
_LESS_SURE = {"text page": 0, "saved page": 1, "saved page (MHTML)": 1, "feed": 2}
_SURE = 3


def trust_in(name: str) -> int:
    """How far a format is to be believed; the greater, the further."""
    return _LESS_SURE.get(name, _SURE)
