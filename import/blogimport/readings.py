"""What a format is given, a dump, and what it gives for it: posts, the role of each line, what was left out.

The words that `load` and the formats share; knows no format.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Protocol, TypeVar

from reader.archive import NewPost, NewSpan

_From = TypeVar("_From")
_To = TypeVar("_To")

_BUFFER = 256 * 1024

Withheld = str
"""Why a blog did not show a post or comment of its dump: draft, private, trash, spam, unapproved, attachment…"""


CUT_OFF = "the file breaks off within it"
"""Why the text of a post is a guess where its dump ends in the middle of it."""


class InOrder(Protocol):
    """`map`, perhaps on several cores: the results come in the order of what they are made from.

    The function must be one of a module, and what it takes and gives must be picklable.
    """

    def __call__(self, function: Callable[[_From], _To], items: Iterable[_From], /) -> Iterator[_To]:
        """The results."""


class _Watched(io.FileIO):
    """A file that tells how far it was read."""

    def __init__(self, path: Path, watch: Callable[[int], None]) -> None:
        super().__init__(path)
        self._watch = watch

    def readinto(self, buffer: Any, /) -> int:
        """Read on."""
        size = super().readinto(buffer)
        self._watch(self.tell())
        return size or 0


@dataclass(frozen=True, slots=True)
class Dump:
    """One raw file: on the disk, or in memory where it came out of another file or is small enough to be read once.

    `name` is what it is called in the archive: its path below the folder or inside the file that was given to
    import. `url`, `captured` (ISO 8601) and `charset` are what a web archive says beside the page, `recurring` is
    what `learn` found in its neighbours, `include` are the reasons for which something was withheld by its blog and
    is wanted all the same, `in_order` runs a function over many things, `watch` is told how many bytes of a large
    file were read.
    """

    name: str
    path: Path | None = None
    content: bytes = b""
    url: str | None = None
    captured: str | None = None
    charset: str | None = None
    recurring: frozenset[str] = frozenset()
    include: frozenset[str] = frozenset(("all",))
    in_order: InOrder = map
    watch: Callable[[int], None] | None = None

    def open(self) -> BinaryIO:
        """The raw bytes as a file that can be read from its start, and sought in."""
        if self.path is None or self.content:
            return io.BytesIO(self.content)
        if self.watch is None:
            return self.path.open("rb")
        return io.BufferedReader(_Watched(self.path, self.watch), _BUFFER)

    def raw(self) -> bytes:
        """All raw bytes; not for exports, which may be larger than the memory."""
        return self.content if self.path is None or self.content else self.path.read_bytes()


@dataclass(frozen=True, slots=True)
class FoundPost:
    """A post as a dump has it.

    The post has no key yet, and no blog where the dump does not name it. `names` are further names under which
    another dump of the same blog may know the post ("slug:mon-billet", "id:1234", "url:…"), each with a word for
    what kind of name it is; an id with its list ("id:blogger/70/1234") is the only one of its kind. `withheld` says
    why the blog did not show the post (None: it did), and `withheld_comments` the same of comments by their
    position. `is_partial` marks a post of which the dump holds only what hangs on it: its comments, its place in a
    list.
    """

    post: NewPost
    names: tuple[str, ...] = ()
    withheld: Withheld | None = None
    withheld_comments: Mapping[int, Withheld] = field(default_factory=dict)
    is_partial: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a dump: a page, or one record of an export.

    `spans` are runs of lines (counted from 1 over the whole dump); their `post` is an index into `posts`. A
    line that is in no span and not blank is furniture.
    """

    posts: tuple[FoundPost, ...] = ()
    spans: tuple[NewSpan, ...] = ()


@dataclass(slots=True)
class Reading:
    """All that was read in a dump.

    `parts` may be an iterator that reads on as it is asked; `left_out` (why something became part of no post,
    and how much) and `notices` (sentences for a person: where a file is cut off) are complete when it has ended, and so
    are the `withheld`, posts that their blog did not show and that were not worth building, by reason.
    `encoding` is a Python codec name, None for a dump that is no text. `lines` are the lines that the roles speak of
    where these are not those of the raw text: the text blocks of a page, the records of a file in one line.
    """

    encoding: str | None
    parts: Iterable[Part]
    left_out: Counter[str] = field(default_factory=Counter)
    notices: list[str] = field(default_factory=list)
    lines: list[str] | None = None
    withheld: Counter[Withheld] = field(default_factory=Counter)

    def breaks_off(self, line: int, count: int, what: str = "post") -> None:
        """Tell that the file is cut off at a line, and how many posts were read before that."""
        noun = f"{what} was" if count == 1 else f"{what}s were"
        self.notices.append(f"The file breaks off at line {line:,}; {count:,} {noun} read.")
