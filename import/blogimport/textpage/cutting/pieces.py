"""The lines of one comment, and how they are gathered: signing lines, dates, text, buttons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from blogimport.textpage.cues import NOTHING_CAPTURED, Captured, Sights, own_name, plausible_name
from blogimport.textpage.labelling import PLACE, Labelled, is_strong
from blogimport.textpage.lines import Line, is_count
from blogimport.textpage.recasting import OVER, UNDER
from blogimport.textpage.voice import EXCERPT
from reader.dates import find_time
from reader.models import CommentKind

# « Le nom de la page - […] ce qu'elle dit […] »
_EXCERPT = re.compile(rf"(?:(?<=\S)\s+[-–—]\s+|^){EXCERPT}")
_WITHOUT_DAY = "the page says “{}”, and not from which day that counts"
_BY_SHAPE = "the lines that sign the comments of this page have one shape, and nothing else tells them"
NO_TEMPLATES: Counter[str] = Counter()
"""That no cue is followed more than once, for lines that sign nothing."""
_ASIDES = frozenset(("tail", "answers", "waiting"))


@dataclass(slots=True)
class Piece:
    """The lines of one comment: those that say who and when (`head`), and its text; `depth` where stated.

    `answers_one` and `is_answered` are what its buttons tell, where they tell it; `answers_before` tells that it
    stands under another one as its answer.
    """

    head: list[Labelled] = field(default_factory=list)
    text: list[Labelled] = field(default_factory=list)
    captured: Captured = field(default_factory=lambda: NOTHING_CAPTURED)
    depth: int | None = None
    kind: CommentKind = "comment"
    reasons: dict[str, str] = field(default_factory=dict)
    answers_one: bool = False
    is_answered: bool = False
    answers_before: bool = False

    @property
    def is_signed(self) -> bool:
        """Whether a line has said who wrote it, or when."""
        return bool(self.captured.author or self.captured.date)

    @property
    def first(self) -> Line:
        """Its first line on the page, whatever that says."""
        entries = [*self.head, *self.text[:1]]
        return entries[0].line if len(entries) == 1 else min(entries, key=PLACE).line

    @property
    def last(self) -> Line:
        """Its last line on the page, whatever that says."""
        return max([*self.head, *self.text[-1:]], key=PLACE).line


@dataclass(slots=True)
class Cut:
    """The comments of a page in reading order, and the lines among them that are none of theirs."""

    pieces: list[Piece]
    furniture: list[Labelled] = field(default_factory=list)
    score: float = 0.0
    nested: bool = False


def is_signing(entry: Labelled, templates: Counter[str]) -> bool:
    """Whether a line signs a comment on this page: it is sure in itself, or looks like others."""
    seen = entry.sights
    if seen.head is None:
        return False
    return "head_before" in seen.by_kind or is_strong(seen) or templates[seen.head.cue] > 1


def ping_kind(seen: Sights) -> CommentKind | None:
    """Which kind of link from another page a line is, None where it is none."""
    if not seen.by_kind:
        return None
    return "pingback" if "pingback" in seen.by_kind else "trackback" if "trackback" in seen.by_kind else None


def take_ping(piece: Piece) -> None:
    """What stands under a heading over links from other pages: the name of the page, and an excerpt of it."""
    first = piece.text[0].line.text if piece.text else ""
    excerpt = _EXCERPT.search(first)
    if piece.kind == "comment":
        piece.kind = "pingback" if excerpt is not None else "trackback"
    name = first[: excerpt.start()].strip() if excerpt is not None else ""
    if name and not piece.is_signed and plausible_name(name):
        piece.captured = piece.captured.merged(Captured(author=name))


def is_aside(entry: Labelled) -> bool:
    """A line among comments that is part of none: buttons, « Réponses », a notice."""
    kinds = entry.sights.by_kind
    if not kinds or entry.sights.head is not None:
        return False
    return not _ASIDES.isdisjoint(kinds) or ("furniture" in kinds and entry.line.shape == "short")


def templates_in(region: Sequence[Labelled]) -> Counter[str]:
    """How often each cue of a signing line is followed in a region."""
    cues = [head.cue for entry in region if (head := entry.sights.head) is not None and head.cue]
    return Counter(cues) if cues else NO_TEMPLATES


def take_first(piece: Piece, entry: Labelled, templates: Counter[str]) -> None:
    """The line of an item that begins a comment: it signs it, or its text begins there."""
    kind = ping_kind(entry.sights)
    if kind is not None:
        sight = entry.sights.by_kind["pingback" if kind == "pingback" else "trackback"]
        piece.kind = kind
        piece.captured = Captured(author=sight.captured.title, date=sight.captured.date)
        (piece.head if piece.captured.author else piece.text).append(entry)
    elif is_signing(entry, templates):
        sign(piece, entry)
    elif is_count(entry.line):
        piece.head.append(entry)  # the theme's own count
    else:
        piece.text.append(entry)


def take(piece: Piece, entry: Labelled, templates: Counter[str]) -> None:
    """A further line of a comment: its date, its author line, or its text."""
    if entry.sights.is_blind:
        piece.text.append(entry)
    elif says_who_wrote(entry.sights) and piece.head and not piece.text:
        piece.head.append(entry)
    elif "ago" in entry.sights and not piece.captured.date and not piece.text:
        piece.head.append(entry)
        piece.reasons["published"] = _WITHOUT_DAY.format(entry.line.text)
    elif entry.sights.date and not piece.captured.date and (not piece.text or not piece.captured.author):
        piece.head.append(entry)
        piece.captured = piece.captured.merged(Captured(date=entry.sights.date))
    elif piece.captured.author and not (piece.captured.date or piece.text) and says_when(entry.sights):
        piece.head.append(entry)
        piece.captured = piece.captured.merged(entry.sights.by_kind["byline"].captured)
    elif is_signing(entry, templates) and not piece.is_signed and is_strong(entry.sights):
        sign(piece, entry)
    else:
        piece.text.append(entry)


def says_when(seen: Sights) -> bool:
    """Whether a line under an author says when, and nothing else: « Date: 2011-10-08 10:02 pm »."""
    byline = seen.by_kind.get("byline")
    if byline is None or not byline.captured.date:
        return False
    said = byline.captured
    return not (said.author or said.categories or said.tags or said.count is not None or said.title)


def sign(piece: Piece, entry: Labelled) -> None:
    """Add a signing line to a comment, with what it states."""
    sight = entry.sights.head
    assert sight is not None, "only a signing line signs"
    if len(piece.text) == 1 and _is_of_picture(piece.text[0].line, sight.captured.author):
        piece.head.append(piece.text.pop())
    piece.head.append(entry)
    piece.captured = piece.captured.merged(sight.captured)
    if sight.cue in (OVER, UNDER):
        piece.reasons["boundary"] = _BY_SHAPE
    if not piece.captured.date and "ago" in entry.sights:
        piece.reasons["published"] = _WITHOUT_DAY.format(entry.line.text)
    elif not piece.captured.date and sight.captured.time and (time := find_time(entry.line.text)):
        # A time of day is no date, and better told than lost.
        said = entry.line.text[time[0] : time[1]]
        piece.reasons["published"] = f"the page says “{said}”, and not on which day"
    if " » " in (sight.captured.author or ""):
        piece.kind = "pingback"


def _is_of_picture(line: Line, author: str | None) -> bool:
    """Whether a line over the one that signs is the text of a picture of who signs: « Zoé », „Zoe’s avatar“."""
    if author is None or author not in line.text:
        return False
    return line.text == author or (line.marker is not None and own_name(line.text) == author)


def says_who_wrote(seen: Sights) -> bool:
    """Whether a line under a text is known to be the name of its writer."""
    sight = seen.by_kind.get("ago") if seen.by_kind else None
    return sight is not None and sight.cue == UNDER
