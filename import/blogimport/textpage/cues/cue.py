"""One cue: a pattern of a whole line, made of the words of a cue file and of what stands in for the rest."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from blogimport.textpage.cues.edges import ANY, LEAD, TAIL, first_edge, last_edge

CommentCue = Literal[
    "heading",
    "none",
    "closed",
    "form",
    "head",
    "head_before",
    "tail",
    "ago",
    "pings",
    "answering",
    "answered",
    "answers",
    "waiting",
    "pingback",
    "trackback",
]
PostCue = Literal["byline", "about", "related", "absent", "listing"]
CueKind = CommentCue | PostCue | Literal["furniture"]
CuedKind = Literal[
    "heading",
    "none",
    "closed",
    "form",
    "tail",
    "answering",
    "answers",
    "pingback",
    "trackback",
    "related",
    "absent",
]
"""Kinds that cues alone tell, and no labels or figures."""
# Stand-ins for a date and a time of day while a line is compared with a cue.
DATE = "\ufdd0"
TIME = "\ufdd1"
LEFT_OPEN = ("…", "...")
"""How a line ends that is left open."""

# Same length after as before, so that what a cue captures can be taken from the line as it is written.
_SAME = (
    *((quote, "'") for quote in "’‘ʼ`´"),
    *((quote, '"') for quote in "“”„«»‹›"),
    ("：", ":"),
    *((space, " ") for space in "\u00a0\u202f\u2009\t"),
)
# What a theme draws by a font of its own. A range of thousands would take each of the patterns a millisecond to make.
_ICON = re.compile("[\ue000-\uf8ff]")
_UNLIKE = re.compile("[" + "".join(written for written, _ in _SAME) + "\ue000-\uf8ff]")
_PLACEHOLDERS = {
    "author": r"(?P<author>[^|\n]{1,120}?)",
    "date": f"(?P<date>{DATE})",
    "time": f"(?P<time>{TIME}|{DATE})",
    # « 2 794 commentaires », with whatever a country puts between thousands
    "count": r"(?P<count>\d{1,3}(?:[ .,']\d{3})+|\d{1,5})",
    "one": r"(?P<one>une?|one|a|an|eine?|uno|una|uma?|um|een|unha|ett?|én|jed(?:en|na|no)|yksi|egy|bir"
    r"|ένα|μία|один|одна|едно|един)",
    "number": r"\d{1,3}(?:[ .,]?\d{3})*",
    "n": r"\d{1,5}",
    "title": r"(?P<title>.{1,300}?)",
    "quote": r'(?P<quote>".{1,300}?)',
    "category": r"(?P<category>[^|\n]{1,80}?)",
    "tags": r"(?P<tags>[^|\n]{1,300}?)",
    "any": r".{0,200}?",
}
PLACEHOLDER = re.compile(r"\{(\w+)\}")
_WORDS = re.compile(r"[^\W\d_]+")
# An ellipsis may be written as dots.
_HAS_SIGN = re.compile(r"^(?!.*…)(?=.*\w).*[^\w]")
_SHORT_ALONE = re.compile(r"\W*\w{1,3}\s+")
_SHORT_WORD = re.compile(r"\s+[^\W\d_]{1,2}\s")
# What a line must hold that a placeholder stands for.
_SIGNS = {"date": DATE, "quote": '"'}
# The characters with which what a placeholder stands for begins and ends, where that is known.
_EDGES = {
    "date": (DATE, DATE),
    "time": (TIME + DATE, TIME + DATE),
    "count": ("0", "0"),
    "number": ("0", "0"),
    "n": ("0", "0"),
    "quote": ('"', ANY),
}


@dataclass(frozen=True)
class Cue:
    """One pattern of a whole line: what kind of line, and how specific it is.

    `fixed` counts the letters that are fixed in it: the more, the surer; `longest` is one of its `words`. A line
    without one of its `words` or `signs`, or without `token` (a word with signs at it, in lower case), or whose first
    and last characters are none of `firsts` and `lasts` (empty: any), cannot fit, which costs less to see than trying
    the pattern.
    """

    kind: CueKind
    text: str
    fixed: int
    words: frozenset[str]
    longest: str
    signs: frozenset[str]
    token: str
    firsts: str
    lasts: str

    @cached_property
    def may_tell(self) -> tuple[bool, bool, int]:
        """How much a line that fits may tell: whether a date, whether a number of comments, `fixed`."""
        return (
            "{date}" in self.text or "{time}" in self.text,
            "{count}" in self.text or "{one}" in self.text,
            self.fixed,
        )

    @cached_property
    def rank(self) -> int:
        """The order in which cues are tried: once one fits, those that can tell no more need not be."""
        has_date, has_count, fixed = self.may_tell
        return -(100_000 * has_date + 10_000 * has_count + fixed)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, made when a line first needs it: a crawl needs few of the thousands."""
        return re.compile(f"{LEAD}{_pattern_of(self.text)}{TAIL}", re.IGNORECASE)

    @cached_property
    def within(self) -> re.Pattern[str]:
        """The pattern of a stretch of a line."""
        return re.compile(rf"(?<!\w)(?:{_pattern_of(self.text)})(?!\w)", re.IGNORECASE)


def comparable(text: str) -> str:
    """A text as cues see it: one kind of quote, apostrophe, space and icon; the length is unchanged."""
    # Of text in plain ASCII, which costs nothing to tell, two characters are changed.
    if not (_UNLIKE.search(text) if not text.isascii() else "`" in text or "\t" in text):
        return text
    # Sixteen replacements of what is mostly absent take a tenth of the time of one translation.
    for written, same in _SAME:
        text = text.replace(written, same)
    return _ICON.sub("▸", text)


def _spaced(part: str) -> str:
    """The fixed words between two placeholders, whose spaces may be missing or many.

    A short word that is glued to what stands beside it is a part of that: « bellringer » is not « bellr in ger », nor
    « Interests » « In terests ».
    """
    pattern = re.sub(r"(?:\\ )+", r"\\s*", re.escape(part)).replace("…", r"(?:…|\.{2,3})")
    if _SHORT_ALONE.fullmatch(part):
        pattern = pattern.removesuffix(r"\s*") + r"(?!\w)\s*"
    return r"\s+" + pattern.removeprefix(r"\s*") if _SHORT_WORD.match(part) else pattern


def _parts(text: str) -> list[str]:
    """What is fixed in a cue, and at each odd place the name of a placeholder."""
    return PLACEHOLDER.split(comparable(text).rstrip("….:"))


def _pattern_of(text: str) -> str:
    """A cue as a pattern: spaces may be missing or many."""
    return "".join(
        _PLACEHOLDERS[part] if index % 2 else _spaced(part) for index, part in enumerate(_parts(text))
    )


def cue_of(kind: CueKind, text: str) -> Cue:
    """A cue, and what a line must have that fits it; the end of that may be decorated."""
    parts = _parts(text)
    written = " ".join(parts[::2])
    # Of a word that thousands of cues share there is one, and of each set of signs.
    words = list(map(sys.intern, _WORDS.findall(written.casefold())))
    # An ellipsis may be written as dots.
    signs = {sign for sign in set(written) if not (sign.isalnum() or sign.isspace() or sign == "…")}
    for part in parts[1::2]:
        if part in _SIGNS:
            signs.add(_SIGNS[part])
    # With white space alone between, placeholders stand at every odd place.
    ends = [
        _EDGES.get(part, (ANY, ANY)) if index % 2 else (first_edge(part), last_edge(part))
        for index, part in enumerate(parts)
        if index % 2 or part.strip()
    ]
    return Cue(
        kind,
        text,
        sum(map(str.isalnum, written)),
        frozenset(words),
        max(words, key=len, default=""),
        _one(frozenset(signs)),
        max(filter(_HAS_SIGN.search, written.casefold().split()), key=len, default=""),
        sys.intern(ends[0][0]),
        sys.intern(ends[-1][1]),
    )


@cache
def _one(signs: frozenset[str]) -> frozenset[str]:
    """The one set of those signs, of which there are some dozens."""
    return signs


def any_of(texts: Iterable[str], frame: str) -> re.Pattern[str]:
    """A pattern in whose frame any of some (comparable) texts may stand, the longest first."""
    ordered = sorted((comparable(text) for text in texts), key=len, reverse=True)
    return re.compile(frame % "|".join(map(re.escape, ordered)))
