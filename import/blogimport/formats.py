"""The dump formats that can be read, and which of them a file is in.

A format is a module with four names: `FORMAT` (what a person calls it), `sniff` (whether the first bytes
of a file look like it), `learn` (what dumps of one folder tell of each other) and `read` (the bytes as a
`Reading`). To add one, add it to `_FORMATS`, the surest signs first.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from blogimport import textpage
from blogimport.readings import Reading

# How much of a file its format is told from.
SNIFF_LENGTH = 64 * 1024


class Format(Protocol):
    """What a format module offers."""

    FORMAT: str

    def sniff(self, head: bytes) -> bool:
        """Whether the first bytes of a file look like this format."""

    def learn(self, dumps: Iterable[bytes]) -> frozenset[str]:
        """What dumps of one folder tell of each other: the texts that most of them repeat."""

    def read(self, raw: bytes, recurring: frozenset[str] = frozenset()) -> Reading:
        """All that is in a dump, of which `learn` may have told what recurs."""


_FORMATS: tuple[Format, ...] = (textpage,)


def format_of(head: bytes) -> Format | None:
    """The format that the first bytes of a file are in, None where nobody knows it."""
    return next((known for known in _FORMATS if known.sniff(head)), None)
