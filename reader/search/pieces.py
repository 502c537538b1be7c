"""A query cut into its pieces: words, quoted phrases, parentheses, each with its sign and its field.

Must not know what the pieces mean.
"""

from __future__ import annotations

import re
import unicodedata

from reader.search.symbols import is_ordinary, split_pictures
from reader.values import Value
from reader.words import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Field = Literal[
        "author", "by", "title", "blog", "tag", "in", "has", "is", "before", "after", "year", "date", "sort"
    ]

_NAMES: dict[Field, str] = {
    "author": "author auteur autrice from",
    "by": "by par",
    "title": "title titre subject",
    "blog": "blog",
    "tag": "tag label category categorie etiquette",
    "in": "in dans",
    "has": "has avec",
    "is": "is est",
    "before": "before avant",
    "after": "after apres",
    "year": "year annee",
    "date": "date",
    "sort": "sort tri",
}
_FIELDS: dict[str, Field] = {name: field for field, names in _NAMES.items() for name in names.split()}

_FIELD = re.compile(r"([^\W\d_]{2,9}):")
_WORD = re.compile(r'[^\s"]+')

# What a keyboard or a word processor makes of an apostrophe and of quotation marks; characters that
# are not seen are dropped, and those that SQLite or a terminal would stumble over are spaces.
_TYPED: dict[int, str | None] = {ord(letter): "'" for letter in "’ʼ′´`＇"}
_TYPED.update(dict.fromkeys(map(ord, "«»“”„＂"), '"'))
_TYPED.update(dict.fromkeys((0x00AD, 0x200B, 0x2060, 0xFEFF)))
_TYPED.update(dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)], " "))


class Piece(Value):
    """A word, a phrase or a parenthesis; `label` is the field as it was typed, with its colon."""

    kind: Literal["word", "(", ")"]
    text: str = ""
    negated: bool = False
    quoted: bool = False
    closed: bool = False
    field: Field | None = None
    label: str = ""

    @property
    def is_operand(self) -> bool:
        """Whether it is something to search for."""
        return self.kind == "word"

    @property
    def is_punctuation(self) -> bool:
        """Whether it is a mark of ordinary prose that stands alone, as French has it: `Pourquoi ?`"""
        return self.kind == "word" and self.field is None and is_ordinary(self.text)

    @property
    def is_unfinished(self) -> bool:
        """Whether more letters typed would belong to it."""
        return self.kind == "word" and not self.closed

    def as_text(self) -> Piece:
        """The piece with its field taken as part of the text."""
        return self.but(text=self.label + self.text, field=None, label="")


def pieces(text: str) -> list[Piece]:
    """The pieces of a query in order."""
    text = unicodedata.normalize("NFC", text.translate(_TYPED))
    found: list[Piece] = []
    place = 0
    while place < len(text):
        if text[place].isspace():
            place += 1
            continue
        if text[place] == ")":
            found.append(Piece(")"))
            place += 1
            continue
        place = _read(text, place, found)
    if found and text[-1].isspace() and not _is_open_phrase(found[-1]):
        found[-1] = found[-1].but(closed=True)
    return found


def _is_open_phrase(piece: Piece) -> bool:
    return piece.quoted and not piece.closed


def _read(text: str, place: int, found: list[Piece]) -> int:
    """Append what begins at a place; where the next piece may begin."""
    rest = text[place + 1 : place + 2]
    negated = text[place] == "-" and bool(rest.strip()) and rest != "-"
    place += negated
    if text[place] == "(":
        found.append(Piece("(", negated=negated))
        return place + 1
    field, label = None, ""
    named = _FIELD.match(text, place)
    if named and fold(named[1]) in _FIELDS:
        field, label = _FIELDS[fold(named[1])], named[0]
        place = named.end()
    if text[place : place + 1] == '"':
        end = text.find('"', place + 1)
        closed = end >= 0
        end = end if closed else len(text)
        if field or text[place + 1 : end].strip():
            found.append(Piece("word", text[place + 1 : end], negated, True, closed, field, label))
        return end + 1
    word = _WORD.match(text, place)
    if word is None:
        found.append(Piece("word", "", negated, field=field, label=label))
        return place
    inner, closings = _balanced(word[0])
    if field:
        found.append(Piece("word", inner, negated, field=field, label=label))
    else:
        found.extend(Piece("word", part, negated) for part in split_pictures(inner))
    found.extend(Piece(")") for _ in range(closings))
    return word.end()


def _balanced(word: str) -> tuple[str, int]:
    """A word without the parentheses at its end that it does not open itself, and how many those are."""
    inner = word
    while inner.endswith(")") and inner.count(")") > inner.count("(") and any(map(str.isalnum, inner)):
        inner = inner[:-1]
    return inner, len(word) - len(inner)
