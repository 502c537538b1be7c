"""A dump of a text browser as plain lines: links by number, pictures, fields and buttons, frames of tables.

lynx numbers links and lists their addresses at the end, w3m draws frames; all break lines at the width of a screen.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from blogimport.textpage.plainer.page import PlainLine
from blogimport.textpage.plainer.wrapping import (
    MOST_JOINED,
    begins_item,
    columns,
    goes_on,
    indent_of,
    together,
)
from reader.models import Mark

_REFERENCE = re.compile(r"\s*(\d{1,5})\.(?: (\S.*)?)?")
_SCHEME = re.compile(r"[A-Za-z][\w+.-]*:\S|/")
# Nothing stands between the number of a link and its text; behind that of a footnote does.
_BEFORE_LINK = re.compile(r"\[(\d{1,5})\](?=\S|$)")
_PICTURE = re.compile(
    r"\[[^\[\]\s/]{1,80}(?:\.(?:jpe?g|png|gif|webp|bmp|svg)|\?\w+=[^\[\]\s]*)\] ?|"
    r"\[(?:INLINE|EMBED|USEMAP|LINK|IMAGE|ISMAP|OBJECT)\] ?",
    re.IGNORECASE,
)
# w3m gives the name of a picture, as much of it as that is wide. A word in brackets is a text: « [INFO] ».
_FACE = re.compile(r"\[[a-z]+_[a-z]*\] ?")
_CUT_PICTURE = re.compile(
    r"(\s*(?:(?:[•□☆○]|\d{1,4}\.)\s+)?)(?:\[(?!\d{1,3}\])(?:[\w.%-]*[\d_-][\w.%-]*)?\] ?)+"
)
# A picture right behind the mark of an item may be named by a figure, without a space as behind a count.
_ITEM_PICTURE = re.compile(r"(\s*(?:[•□☆○■★◎●△▲]|\d{1,4}\.)\s+)\[(?:[\da-f]{4,8}\] ?|\d{1,3}\](?=\S))")
_ONLY_PICTURE = re.compile(r"(\s*(?:[•□☆○■★◎●△▲]|\d{1,4}\.)\s+)\[[^\[\]]{0,80}\]\s*")
_OF_W3M = ("  • ", "□ ", "━━━", "───", "┃", "│")
_FIELD = re.compile(r"_{3,}|\[\s{3,}\]|\(BUTTON\) ?|^\s*CAPTION: ")
_NO_TEXT = ("IFRAME: ", "#[")
_FRAMES = "┃│━─┏┓┗┛┌┐└┘├┤┬┴┼┣┫┳┻╋┠┨┝┥┯┷╂┿"
_FRAME = re.compile(r"(\s*)[┃│](.*)[┃│]\s*")
_ONLY_FRAMES = re.compile(f"[\\s{_FRAMES}]+")
_WITHIN_FRAME = re.compile(r"\s*[┃│]\s*")
# How lynx begins the items of lists within lists.
_INNER_ITEM = re.compile(r"(\s{5,})[+o#@=]\s+(?=\S)")
_W3M_ITEM = re.compile(r"(\s{4,})[□☆○■★◎●△▲]\s+(?=\S)")
_ITEM = re.compile(r"(?:[*+•◦○●▪▫□☆■★◎△▲o#@-]|\d{1,4}\.)\s+")
_STOPS = frozenset(".!?…")
# A list that lynx makes has so many of its numbers in the text: what links by a picture alone may have none.
_SHOWN = 0.5


@dataclass(frozen=True, slots=True)
class References:
    """The list of addresses at the end of a dump: the index of its first line, and the address of each link."""

    begin: int
    addresses: Mapping[int, str]


def references_in(text: str, texts: Sequence[str]) -> References | None:
    """The list at the end of a dump of lynx; None of any other one."""
    # Two looks at the whole text, and no other page has both.
    if "\n   1. " not in text or "[1]" not in text:
        return None
    addresses: dict[int, str] = {}
    begin = len(texts)
    for index in range(len(texts) - 1, -1, -1):
        said = texts[index].strip()
        reference = _REFERENCE.fullmatch(texts[index])
        if reference is not None:
            addresses[int(reference[1])] = reference[2] or ""
            begin = index
        elif said and not said.endswith(":"):
            if not texts[index][0].isspace() and begin < len(texts):
                begin = index
            break
    # An address may have spaces, as lynx shows it, and most have none.
    known = [address for address in addresses.values() if _SCHEME.match(address)]
    single = sum(1 for address in known if " " not in address)
    if (
        1 not in addresses
        or len(known) < len(list(filter(None, addresses.values())))
        or single * 2 < len(known)
    ):
        return None
    shown = {int(match[1]) for line in texts[:begin] for match in _BEFORE_LINK.finditer(line)}
    if len(shown & addresses.keys()) < _SHOWN * len(addresses):
        return None
    return References(begin, addresses)


def plain_of_browser(
    texts: Sequence[str], width: int | None, references: References | None
) -> list[PlainLine]:
    """The plain lines of a dump of a text browser, whose lines were broken at a width."""
    end = references.begin if references is not None else len(texts)
    lines = list(_joined(texts[:end], width))
    numbers = _numbers(lines, references.addresses) if references is not None else {}
    addresses = references.addresses if references is not None else {}
    is_w3m = references is None and any(sign in text for text in texts for sign in _OF_W3M)
    plain = [
        _without_w3m(line) if is_w3m else _plain(line, numbers.get(index, []), addresses)
        for index, line in enumerate(lines)
    ]
    plain.extend(PlainLine("", number, number) for number in range(end + 1, len(texts) + 1))
    return plain


def _joined(texts: Sequence[str], width: int | None) -> Iterator[PlainLine]:
    """The lines without frames, with those as one that were broken at the width of the page or of a frame."""
    whole: PlainLine | None = None
    above = ""
    column = 0
    for number, raw in enumerate(texts, 1):
        said, inner = _unframed(raw)
        own_width = inner or width
        picture = _ONLY_PICTURE.fullmatch(above) if whole is not None and above[-1:] == "]" else None
        if whole is not None and picture is not None and column == indent_of(said) < len(said):
            whole.text = picture[1] + said.lstrip()
            whole.last = number
        elif (
            whole is not None
            and own_width is not None
            and whole.last - whole.first < MOST_JOINED
            and _is_rest(above, said, column, own_width)
            and not _is_own(above, said, texts[number] if number < len(texts) else "")
        ):
            whole.text = together(whole.text, said)
            whole.last = number
        else:
            if whole is not None:
                yield whole
            whole = PlainLine(said, number, number)
            column = _column(said)
        above = said
    if whole is not None:
        yield whole


def _unframed(text: str) -> tuple[str, int | None]:
    """What a line says within the frame of a table, and how wide the frame is; all of a line without one."""
    if text.isascii():
        return text, None
    frame = _FRAME.fullmatch(text)
    if frame is None:
        return ("", None) if _ONLY_FRAMES.fullmatch(text) and not text.isspace() else (text, None)
    inner = frame[2]
    if not inner.strip(_FRAMES + " "):
        return "", None
    said = _WITHIN_FRAME.sub("   ", inner).rstrip()
    return frame[1] + said, len(frame[1]) + columns(inner)


def _column(text: str) -> int:
    """Where the text of a line begins, behind the mark of an item."""
    indent = indent_of(text)
    item = _ITEM.match(text, indent)
    return item.end() if item is not None else indent


def _is_rest(above: str, text: str, column: int, width: int) -> bool:
    """Whether a line is the rest of the one above it, whose text begins at a column."""
    if not text or text.isspace() or not above or above.isspace():
        return False
    indent = indent_of(text)
    if indent != column or begins_item(text.lstrip()):
        return False
    return goes_on(above, text, width)


def _is_own(above: str, text: str, below: str) -> bool:
    """Whether a line under a full one, which ends a sentence, may as well be one of its own: a row with a date."""
    said = text.strip()
    if above.rstrip()[-1] not in _STOPS or said[0].islower():
        return False
    return (not below or below.isspace() or said[-1] not in _STOPS) and any(map(str.isdecimal, said))


def _numbers(lines: Sequence[PlainLine], addresses: Mapping[int, str]) -> dict[int, list[re.Match[str]]]:
    """The numbers of links in each line, by its index: of all numbers in brackets those that go up through the page."""
    # Some have a number and no address in the list.
    highest = max(addresses)
    found = [
        (index, match)
        for index, line in enumerate(lines)
        if "[" in line.text
        for match in _BEFORE_LINK.finditer(line.text)
        if int(match[1]) <= highest
    ]
    # The longest sequence of them that goes up.
    ends: list[int] = []
    ends_at: list[int] = []
    before: list[int | None] = []
    for place, (_, match) in enumerate(found):
        value = int(match[1])
        at = bisect_left(ends, value)
        before.append(ends_at[at - 1] if at else None)
        if at == len(ends) or ends[at] != value:  # of two alike the first is the link's
            ends[at : at + 1], ends_at[at : at + 1] = [value], [place]
    numbers: dict[int, list[re.Match[str]]] = {}
    place_now = ends_at[-1] if ends_at else None
    while place_now is not None:
        index, match = found[place_now]
        numbers.setdefault(index, []).insert(0, match)
        place_now = before[place_now]
    return numbers


def _plain(line: PlainLine, numbers: Sequence[re.Match[str]], addresses: Mapping[int, str]) -> PlainLine:
    """A line without what a browser put into it, with the addresses of its links: of each the first word is marked."""
    text = line.text
    if text.lstrip().startswith(_NO_TEXT) or text.strip() in ("*", "•", "+", "o", "·"):
        return PlainLine("", line.first, line.last)
    parts: list[str] = []
    marks: list[Mark] = []
    at = length = 0
    for match in numbers:
        parts.append(_without_fields(text[at : match.start()]))
        length += len(parts[-1])
        at = match.end()
        word = re.match(r"\S+", text[at:])
        address = addresses.get(int(match[1]), "")
        if word is not None and address.startswith(("http://", "https://")):
            said = _without_fields(word[0]).rstrip(".,;:!?»”)")
            marks.append(Mark(length, length + len(said), "link", address))
    parts.append(_without_fields(text[at:]))
    said = "".join(parts).rstrip()
    if not said:
        return PlainLine("", line.first, line.last)
    inner = _INNER_ITEM.match(said)
    if inner is not None:
        said = f"{inner[1]}* {said[inner.end() :]}"
    return PlainLine(
        said, line.first, line.last, [mark for mark in marks if mark.start < mark.end <= len(said)]
    )


def _without_w3m(line: PlainLine) -> PlainLine:
    """A line of w3m without pictures and fields, and with the marks of items that others have, too."""
    text = line.text
    if "[" in text:
        text = _ITEM_PICTURE.sub(r"\1", text, count=1) if _ITEM_PICTURE.match(text) else text
        text = _FACE.sub("", _CUT_PICTURE.sub(r"\1", text, count=1) if _CUT_PICTURE.match(text) else text)
    text = _FIELD.sub("", text).rstrip()
    if text.strip() in ("•", "□", "☆", "○"):
        text = ""
    elif not text.isascii():
        text = _W3M_ITEM.sub(r"\1• ", text, count=1)
    return PlainLine(text, line.first, line.last)


def _without_fields(text: str) -> str:
    """A text without pictures, fields and buttons."""
    if "[" in text:
        text = _PICTURE.sub("", text)
    return (
        _FIELD.sub("", text)
        if "_" in text or "(BUTTON)" in text or "CAPTION" in text or "[ " in text
        else text
    )
