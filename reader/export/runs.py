"""A stretch of a body cut wherever its marks change: what Markdown and HTML are both written from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from urllib.parse import quote, urlsplit

from reader.models import Mark
from reader.text import Safe, safe

_INLINE = ("link", "em", "strong", "code", "image")
# What may stand in an address as it is; everything else is written as %20 and the like.
_PLAIN_IN_ADDRESSES = ":/?#[]@!$&'()*+,;=%~-._"


@dataclass(frozen=True, slots=True)
class Run:
    """Some text in one look; `link` and `image` are addresses, None where it is neither."""

    text: Safe
    kinds: frozenset[str]
    link: str | None = None
    image: str | None = None


def runs(body: str, marks: Iterable[Mark], start: int, end: int, *, inside: str = "") -> list[Run]:
    """body[start:end] as runs; marks of the kind that the block itself is (`inside`) are no inline ones."""
    found = [
        mark
        for mark in marks
        if mark.kind in _INLINE and mark.kind != inside and mark.start < end and mark.end > start
    ]
    cuts = sorted(
        {start, end, *(min(max(cut, start), end) for mark in found for cut in (mark.start, mark.end))}
    )
    return [_run(body, found, left, right) for left, right in pairwise(cuts)]


def _run(body: str, marks: Sequence[Mark], left: int, right: int) -> Run:
    over = [mark for mark in marks if mark.start <= left and right <= mark.end]
    addresses = {mark.kind: mark.value for mark in over if mark.value}
    return Run(
        safe(body[left:right]),
        frozenset(mark.kind for mark in over),
        addresses.get("link"),
        addresses.get("image"),
    )


def address(value: str | None) -> str | None:
    """An address that may be followed, written so that it cannot be anything else; None for every other."""
    text = (value or "").strip()
    try:
        parts = urlsplit(text)
        is_web = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:  # an address such as http://[ is no URL
        return None
    if not is_web and parts.scheme.lower() != "mailto":
        return None
    return quote(text, safe=_PLAIN_IN_ADDRESSES, errors="replace")
