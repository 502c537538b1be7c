"""The lines of a text page: what can be told of each without knowing any platform.

Contains no cue and no language.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from blogimport.cleaning import cleaned, is_clean
from reader.dates import find_dates

Marker = Literal["bullet", "number", "dash"]
Shape = Literal["blank", "prose", "short"]

_ITEM = re.compile(
    r"(?P<bullet>[•◦▪‣●○*+]|o(?=\s+[^\W\d_a-zà-öø-ÿ]))\s+(?=\S)|(?P<number>\d{1,4})(?P<dot>[.)])\s+(?=\S)|(?P<dash>-)\s+(?=\S)"
)
# So far in stand items within items.
_INNER = 5
# Which of its groups tells the marker.
_MARKERS: dict[str, Marker] = {"bullet": "bullet", "dot": "number", "dash": "dash"}
# « 12. März 2011 » and « 12. 3. 2011 » are dates and no twelfth items.
_DATE_START = re.compile(
    r"\d{1,2}\.\s+(?:[^\W\d_]+[.,]?|\d{1,2}\.)\s+(?:19|20)\d\d\b|(?:19|20)\d\d\.\s+[^\W\d_]+\.?\s+\d{1,2}\b"
)
# Between two cells of a row in Markdown, and the row under its head.
_CELL_BORDER = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[|:\s-]*-[|:\s-]*")
# How Chinese and Japanese end their sentences, and how all do.
_CJK_ENDS = "。！？"
_STOPS = frozenset(f".!?…{_CJK_ENDS}")
# What may stand behind the end of a sentence: « C'est lui ! ».
_CLOSERS = ' \xa0"»”’)]'
_TEXT_ENDS = _STOPS | frozenset(')»"”')
_SPEECH_ENDS = _STOPS | frozenset(",;:")

# What stands where a text was cut.
CUT_OUT = ("[…]", "[...]")

# A line of at least this many characters is read as prose; headings and menus are shorter.
_PROSE_LENGTH = 90
_SENTENCE_WORDS = 7
# Chinese and Japanese say in a third of the characters what others need words for.
_CJK_PROSE = 12


@dataclass(slots=True)
class Line:
    """One line of a page. Nobody changes one; it is not frozen, and no tuple, because a page asks hundreds of times.

    `text` is what it says: cleaned, without indent and without the item's marker; `indent` is in columns;
    `ordinal` is the number of a numbered item; `after_blank` tells whether a blank line stands before it;
    `shape` whether the text is a sentence or more; `is_row` whether the dump has it as a row of a table.
    """

    number: int
    text: str
    indent: int = 0
    marker: Marker | None = None
    ordinal: int | None = None
    mark: str = ""
    after_blank: bool = False
    shape: Shape = "blank"
    is_row: bool = False

    @property
    def full_text(self) -> str:
        """The text with its marker, as it stands in the dump."""
        return f"{self.mark} {self.text}" if self.mark else self.text

    @property
    def width(self) -> int:
        """The column where the text of an item begins, which its further lines share."""
        return self.indent + (len(self.mark) + 1 if self.mark else 0)


def shape_of(text: str) -> Shape:
    """Whether a text is nothing, a sentence or more, or something shorter."""
    if len(text) >= _PROSE_LENGTH:
        return "prose"
    if not text:
        return "blank"
    last = text[-1]
    if last.isalnum():
        return "short"  # as most short lines end, no sentence does
    if last in _CJK_ENDS:
        return "prose" if len(text) >= _CJK_PROSE else "short"
    is_sentence = stops(text) and text.count(" ") + 1 >= _SENTENCE_WORDS
    return "prose" if is_sentence else "short"


def first_prose(lines: Sequence[Line]) -> int:
    """The index of the first line that is a sentence or more; behind all lines where there is none."""
    return next((index for index, line in enumerate(lines) if line.shape == "prose"), len(lines))


def stops(text: str) -> bool:
    """Whether a text ends with the sign of a sentence, whatever closes behind it."""
    return text.rstrip(_CLOSERS)[-1:] in _STOPS


def ends_text(text: str) -> bool:
    """Whether what is written ends as a text does, and no label; short ones may, too."""
    return text[-1:] in _TEXT_ENDS


def is_count(line: Line) -> bool:
    """Whether a line is the number of a comment: « 3. », « #3 »."""
    return line.text.strip("#.) ").isdecimal()


def ends_sentence(line: Line) -> bool:
    """Whether a line ends as a text does."""
    return line.text[-1] in _TEXT_ENDS


def ends_as_speech(text: str) -> bool:
    """Whether a text ends at or within a sentence, and is neither a name nor a button; those may have brackets."""
    return text[-1] in _SPEECH_ENDS


def lines_in(texts: Sequence[str], dump: tuple[str, bytes] | None = None) -> list[Line]:
    """The lines that say something, of the text lines of a dump; they keep their numbers.

    `dump` is all of it as text and in UTF-8, if it is these lines and nothing else.
    """
    lines: list[Line] = []
    after_blank = True
    whole, utf8 = dump if dump is not None else ("\n".join(texts), None)
    has_tabs = "\t" in whole
    if not is_clean(whole, utf8):
        # A line may hold characters that carry no text and nothing else: it is not blank to the dump.
        texts = list(map(cleaned, texts))
    for number, text in enumerate(map(str.rstrip, texts), 1):
        if not text:
            after_blank = True
            continue
        if has_tabs:
            text = text.expandtabs(4)
        first = text[0]
        if first.isalpha() or (first.isdigit() and "." not in text[1:5] and ")" not in text[1:5]):
            # Told here as far as most need it, for each line of a page is asked.
            is_short = len(text) < _PROSE_LENGTH
            shape = "prose" if not is_short else "short" if text[-1].isalnum() else shape_of(text)
            lines.append(Line(number, text, 0, None, None, "", after_blank, shape))
            after_blank = False
            continue
        is_row = first == "|" and text[-1] == "|"
        if is_row:
            text = _cells(text)
            if not text:
                continue
        said, indent, marker, ordinal, mark, shape = _item(text)
        lines.append(Line(number, said, indent, marker, ordinal, mark, after_blank, shape, is_row))
        after_blank = False
    return lines


def _cells(text: str) -> str:
    """What the cells of a row say that an extractor has written in Markdown, « | a | b | », apart as in other dumps.

    Tables held whole pages together once, so that a text or a name may be all that stands in a row. The row
    that says where the head of a table ends stays as it is.
    """
    if len(text) < 2 or _RULE.fullmatch(text):
        return text
    cells = (cell.strip().replace(r"\|", "|") for cell in _CELL_BORDER.split(text[1:-1]))
    return "   ".join([cell for cell in cells if cell])


def _begins_with_date(text: str) -> bool:
    """Whether what looks like a numbered item is a date: „12. März 2011“, „2011. március 12.“"""
    if _DATE_START.match(text) is None:
        return False
    found = find_dates(text[:40])
    return bool(found) and found[0].start == 0 and found[0].has_year


def holds_next(index: int, lines: Sequence[Line]) -> bool:
    """Whether the line behind an item stands further in, without a mark of its own: as its text does."""
    within = lines[index + 1] if index + 1 < len(lines) else None
    return within is not None and within.marker is None and within.indent > lines[index].indent


def _item(line: str) -> tuple[str, int, Marker | None, int | None, str, Shape]:
    """What an item says, its indent, marker, number and mark, and its shape; all of the line where it is none."""
    text = line.lstrip()
    indent = len(line) - len(text)
    # Some extractors begin the items of lists within lists with « + », and with « o » in those.
    may_begin = indent >= _INNER if text[0] in "+o" else not text[0].isalpha()
    item = _ITEM.match(text) if may_begin else None
    if item is None:
        return text, indent, None, None, "", shape_of(text)
    marker = _MARKERS[item.lastgroup or ""]
    is_numbered = marker == "number"
    if _begins_with_date(text) if is_numbered else text[0] == text[-1] == "*":
        return text, indent, None, None, "", shape_of(text)
    rest = text[item.end() :]
    ordinal = int(item["number"]) if is_numbered else None
    return rest, indent, marker, ordinal, item[0].rstrip(), shape_of(rest)
