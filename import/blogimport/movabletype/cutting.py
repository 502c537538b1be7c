"""Cutting an export into entries, and an entry into its sections, although the separators may stand in texts too.

A line of dashes separates only where what follows begins as an entry or a section does; else it belongs to the text
before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

ENTRY_END = "--------"
SECTION_END = "-----"
# A separator within a text is marked as none by a tab behind it.
_ESCAPED = re.compile(r"-{5,8}\t")
HEADER_KEYS = (
    *("AUTHOR", "AUTHOR EMAIL", "TITLE", "BASENAME", "STATUS", "ALLOW COMMENTS", "ALLOW PINGS"),
    *("CONVERT BREAKS", "PRIMARY CATEGORY", "CATEGORY", "DATE", "TAGS", "NO ENTRY", "UNIQUE URL", "IMAGE"),
)
_SECTIONS = ("BODY", "EXTENDED BODY", "EXCERPT", "KEYWORDS", "COMMENT", "PING")
_HEADER = re.compile(rf"(?:{'|'.join(HEADER_KEYS)}):(?:\s|$)")
_SECTION = re.compile(rf"({'|'.join(_SECTIONS)}):\s*")


class Line(NamedTuple):
    """A line of the file, counted from 1, without its break."""

    number: int
    text: str


class Section(NamedTuple):
    """A part of an entry: `name` is None for its header; `is_closed` tells that it was not cut off."""

    name: str | None
    lines: list[Line]
    is_closed: bool = True


class RawEntry(NamedTuple):
    """The lines of an entry, and whether the line that ends an entry follows them."""

    lines: list[Line]
    is_ended: bool


def entries_of(lines: Iterable[Line]) -> Iterator[RawEntry]:
    """The entries in the lines of a file."""
    current: list[Line] = []
    waiting: list[Line] = []
    for line, is_last in _with_last(lines):
        if waiting:
            if not line.text.strip():
                waiting.append(line)
                continue
            begins = _HEADER.match(line.text) or (is_last and _is_begun(line.text, HEADER_KEYS))
            if begins and _has_words(current):
                yield RawEntry(current, True)
                current = []
            else:
                current += waiting
            waiting = []
        if line.text.rstrip(" ") == ENTRY_END:
            waiting = [line]
        else:
            current.append(line)
    if _has_words(current):
        yield RawEntry(current, bool(waiting))


def sections_of(entry: RawEntry) -> list[Section]:
    """The header and the sections of an entry, in their order; separators are in none of them."""
    lines = entry.lines if entry.is_ended else _without_cut_off_word(entry.lines)
    sections: list[Section] = []
    name: str | None = None
    current: list[Line] = []
    following = _following_words(lines)
    for line, after in zip(lines, following, strict=True):
        begins = None if after is None else _SECTION.fullmatch(lines[after].text)
        if line.text.rstrip(" ") == SECTION_END and (after is None or begins is not None):
            if _has_words(current):
                sections.append(Section(name, current))
            name, current = None, []
        elif not current and sections and line.text.strip():
            found = _SECTION.fullmatch(line.text)
            name = found[1] if found else None
            current.append(line)
        elif current or line.text.strip() or not sections:
            current.append(line)
    if _has_words(current):
        sections.append(Section(name, current, entry.is_ended))
    return sections


def _with_last(lines: Iterable[Line]) -> Iterator[tuple[Line, bool]]:
    """Each line, and whether it is the last one."""
    before: Line | None = None
    for line in lines:
        if before is not None:
            yield before, False
        before = line
    if before is not None:
        yield before, True


def _is_begun(text: str, names: Iterable[str]) -> bool:
    """Whether a line at which a file was cut is the beginning of a name with its colon."""
    return any(f"{name}:".startswith(text) for name in names)


def _without_cut_off_word(lines: list[Line]) -> list[Line]:
    """The lines of an entry without a separator, or the name after one, of which the end is missing."""
    if lines and lines[-1].text and not lines[-1].text.strip("-"):
        return lines[:-1]
    if len(lines) > 1 and lines[-2].text.rstrip(" ") == SECTION_END and _is_begun(lines[-1].text, _SECTIONS):
        return lines[:-1]
    return lines


def unescaped(text: str) -> str:
    """A line of a text, without what was added so that it separates nothing."""
    return text[:-1] if _ESCAPED.fullmatch(text) else text


def _has_words(lines: Iterable[Line]) -> bool:
    return any(line.text.strip() and line.text.strip() not in (ENTRY_END, SECTION_END) for line in lines)


def _following_words(lines: list[Line]) -> list[int | None]:
    """For each line, the next one that is neither blank nor a separator that nothing follows."""
    following: list[int | None] = [None] * len(lines)
    after: int | None = None
    for place in range(len(lines) - 1, -1, -1):
        following[place] = after
        text = lines[place].text.strip(" ")
        if text.strip() and not (after is None and text in (ENTRY_END, SECTION_END)):
            after = place
    return following
