"""The Markdown within a line: links, pictures, emphasis, code and escapes, as plain text with marks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import accumulate

from reader.models import Mark, MarkKind

# A paragraph has fewer signs, and no links further within each other: some texts are made to take long.
_MOST_SIGNS, _DEEPEST = 600, 8
_SPECIAL = re.compile(r"[\\`*_\[!<~]")
_ESCAPABLE = frozenset("\\`*_{}[]()<>#+-.!|~\"'&$%,/:;=?@^")
_RUN = re.compile(r"\*+|_+|~~")
_ADDRESS = re.compile(r"<((?:https?|ftp|mailto):[^\s<>]+)>")
_PICTURE = re.compile(r"([^/?#=&\s]+\.(?:jpe?g|png|gif|webp|bmp|svg))(?:[?#]|$)", re.IGNORECASE)
_PORTRAIT = re.compile(r"avatar|userpic|profilepic", re.IGNORECASE)
# Some programs count the pictures of a page.
_COUNTED = re.compile(r"Image \d+(?:: |$)")
_TICKS = re.compile("`+")
_BRACKET = re.compile(r"\\.|[\[\]]")
_LABEL_END = re.compile(r"\[([^\]\[]*)\]")
# What emphasis may follow, and be followed by; « ^_^ » and « >_< » are faces.
_BEFORE = frozenset(" \t\xa0([{\"'«“‘’*_~/!?.,:;|—–-")
_AFTER = frozenset(" \t\xa0)]}\"'»”’*_~/!?.,:;…|—–-")
_FACES = frozenset("^<>-.oO;=")
_KINDS: Mapping[str, MarkKind] = {"**": "strong", "__": "strong", "*": "em", "_": "em"}


@dataclass(slots=True)
class _Written:
    """The pieces of a text, without the signs that are none of it, and what is said of some of them."""

    depth: int = 0
    pieces: list[str] = field(default_factory=list)
    ranges: list[tuple[int, int, MarkKind, str | None]] = field(default_factory=list)
    signs: list[tuple[int, bool, bool]] = field(default_factory=list)
    pictures: list[tuple[int, str]] = field(default_factory=list)


def plain_inline(text: str, definitions: Mapping[str, str], depth: int = 0) -> tuple[str, list[Mark]]:
    """A text without Markdown's signs, and its marks; `definitions` are the addresses that a page has at its end.

    A line of more signs than anybody writes, or of links `depth` within each other, stays as it is.
    """
    if _SPECIAL.search(text) is None or depth > _DEEPEST:
        return text, []
    if len(text) > _MOST_SIGNS and len(_SPECIAL.findall(text)) > _MOST_SIGNS:
        return text, []
    written = _Written(depth)
    _write(text, definitions, written)
    _pair(written)
    if written.pictures:
        _without_pictures(written)
    offsets = [0, *accumulate(map(len, written.pieces))]
    said = "".join(written.pieces)
    marks = []
    for first, last, kind, value in written.ranges:
        start, end = offsets[first], offsets[last]
        while start < end and said[start].isspace():
            start += 1
        while end > start and said[end - 1].isspace():
            end -= 1
        if start < end:
            marks.append(Mark(start, end, kind, value))
    return said, marks


def _write(text: str, definitions: Mapping[str, str], written: _Written) -> None:
    """Take a text apart into pieces."""
    at = 0
    while (special := _SPECIAL.search(text, at)) is not None:
        if special.start() > at:
            written.pieces.append(text[at : special.start()])
        at = _written(text, special.start(), definitions, written)
    written.pieces.append(text[at:])


def _written(text: str, at: int, definitions: Mapping[str, str], written: _Written) -> int:
    """Write what a special character begins, and tell where it ends."""
    sign = text[at]
    if sign == "\\":
        is_escape = text[at + 1 : at + 2] in _ESCAPABLE
        written.pieces.append(text[at + 1 : at + 2] if is_escape else sign)
        return at + 1 + is_escape
    if sign == "`":
        ticks = _TICKS.match(text, at)
        run = ticks[0] if ticks is not None else sign
        end = text.find(run, at + len(run))
        if end > 0:
            written.ranges.append((len(written.pieces), len(written.pieces) + 1, "code", None))
            written.pieces.append(text[at + len(run) : end])
            return end + len(run)
        written.pieces.append(run)
        return at + len(run)
    if sign == "<":
        address = _ADDRESS.match(text, at)
        written.pieces.append(address[1] if address is not None else sign)
        return address.end() if address is not None else at + 1
    is_picture = sign == "!"
    if is_picture or sign == "[":
        link_end = _write_link(text, at + is_picture, definitions, written, is_picture=is_picture)
        if link_end is not None:
            return link_end
        written.pieces.append(sign)
        return at + 1
    run_match = _RUN.match(text, at)
    if run_match is None:
        written.pieces.append(sign)
        return at + 1
    _sign(text, run_match, written)
    return run_match.end()


def _sign(text: str, run: re.Match[str], written: _Written) -> None:
    """Write a run of asterisks or the like, of which each may open or close."""
    before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
    is_face = run[0] == "_" and (before in _FACES or after in _FACES) and before != "" and after != ""
    opens = not is_face and (not before or before in _BEFORE or run[0][0] != "_")
    closes = not is_face and (not after or after in _AFTER or run[0][0] != "_")
    if len(run[0]) > 3:
        written.pieces.append(run[0])
        return
    parts = [run[0]] if len(run[0]) < 3 else [run[0][:2], run[0][2:]]
    is_single = parts == ["*"]
    for part in parts:
        written.signs.append(
            (
                len(written.pieces),
                opens and not (is_single and (not after or after.isspace())),
                closes and not (is_single and (not before or before.isspace())),
            )
        )
        written.pieces.append(part)


def _pair(written: _Written) -> None:
    """Take out the signs that stand in pairs, and what is left of those in bold at the ends of a line."""
    open_signs: list[int] = []
    for place, opens, closes in written.signs:
        sign = written.pieces[place]
        known = [index for index, at in enumerate(open_signs) if written.pieces[at] == sign]
        if closes and known:
            first = open_signs[known[-1]]
            del open_signs[known[-1] :]
            written.pieces[first] = written.pieces[place] = ""
            kind = _KINDS.get(sign)
            if kind is not None:
                written.ranges.append((first, place, kind, None))
        elif opens:
            open_signs.append(place)
    for place, _, _ in written.signs:
        # What is bold over several lines begins on one and ends on another.
        if written.pieces[place] == "**" and _is_at_end(written.pieces, place):
            written.pieces[place] = ""


def _is_at_end(pieces: list[str], place: int) -> bool:
    """Whether nothing stands before a piece, or behind it."""
    return not "".join(pieces[:place]).strip() or not "".join(pieces[place + 1 :]).strip()


def _write_link(
    text: str, at: int, definitions: Mapping[str, str], written: _Written, *, is_picture: bool
) -> int | None:
    """Write the link or picture whose bracket opens at a place, and tell where it ends; None where none does."""
    close = _closing(text, at)
    if close is None:
        return None
    label = text[at + 1 : close]
    target = _target(text, close + 1, label, definitions)
    if target is None:
        return None
    address, end = target
    if is_picture:
        alternative, _ = plain_inline(label, definitions, written.depth + 1)
        written.pictures.append((len(written.pieces), address))
        if address.lower().startswith(("http://", "https://")):
            written.ranges.append((len(written.pieces), len(written.pieces) + 1, "image", address))
        written.pieces.append("" if _PORTRAIT.search(address) else _COUNTED.sub("", alternative.strip()))
        return end
    first = len(written.pieces)
    inner = _Written(written.depth + 1)
    if inner.depth > _DEEPEST:
        inner.pieces.append(label)
    else:
        _write(label, definitions, inner)
        _pair(inner)
    written.pieces.extend(inner.pieces)
    written.pictures.extend((first + place, picture) for place, picture in inner.pictures)
    written.ranges.extend(
        (first + start, first + stop, kind, value) for start, stop, kind, value in inner.ranges
    )
    if address.lower().startswith(("http://", "https://")):
        written.ranges.append((first, len(written.pieces), "link", address))
    return end


def _without_pictures(written: _Written) -> None:
    """Take out what is said for pictures that stand alone on their line: it is no text of the page's."""
    said = list(written.pieces)
    for place, _ in written.pictures:
        said[place] = ""
    if not "".join(said).strip():
        written.pieces[:] = said


def _closing(text: str, at: int) -> int | None:
    """Where the bracket that opens at a place closes; None where none opens there."""
    if text[at : at + 1] != "[":
        return None
    depth = 0
    for match in _BRACKET.finditer(text, at):
        if match[0] == "[":
            depth += 1
        elif match[0] == "]":
            depth -= 1
            if depth == 0:
                return match.start()
    return None


def _target(text: str, at: int, label: str, definitions: Mapping[str, str]) -> tuple[str, int] | None:
    """The address behind the text of a link, and where it ends."""
    if text[at : at + 1] == "(":
        return _address(text, at + 1)
    if not definitions:
        return None
    name = _LABEL_END.match(text, at)
    if name is not None:
        address = definitions.get((name[1] or label).lower())
        return (address, name.end()) if address is not None else None
    address = definitions.get(label.lower())
    return (address, at) if address is not None else None


def _address(text: str, at: int) -> tuple[str, int] | None:
    """The address in brackets that open before a place, perhaps with a title, and where they end."""
    depth, end = 0, at
    if text[at : at + 1] == "<":
        end = text.find(">", at) + 1
        if end == 0:
            return None
    else:
        while end < len(text) and not text[end].isspace():
            if text[end] == "(":
                depth += 1
            elif text[end] == ")":
                if depth == 0:
                    return _checked(text[at:end], end + 1)
                depth -= 1
            elif text[end] == "\\":
                end += 1
            end += 1
    address = text[at:end].strip("<>")
    rest = text[end:].lstrip()
    end = len(text) - len(rest)
    if rest.startswith(")"):
        return _checked(address, end + 1)
    if rest[:1] in ('"', "'"):
        stop = text.find(f"{rest[0]})", end + 1)
        if stop >= 0:
            return _checked(address, stop + 2)
    # An address with spaces, as some programs leave them.
    stop = text.find(")", end)
    if stop >= 0 and "://" in address:
        return _checked(text[at:stop], stop + 1)
    return None


def _checked(address: str, end: int) -> tuple[str, int] | None:
    """An address and its end, where it is one: « [1](voir plus bas) » is none."""
    is_address = (
        not address or "/" in address or "." in address or ":" in address or address.startswith(("#", "?"))
    )
    return (address.replace("\\", ""), end) if is_address else None
