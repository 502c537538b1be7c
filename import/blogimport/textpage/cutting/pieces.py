"""The lines of one comment, and how they are gathered: signing lines, dates, text, buttons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from blogimport.textpage.cues import NOTHING_CAPTURED, Captured, Sights, own_name, plausible_name
from blogimport.textpage.labelling import PLACE, Labelled, are_counting, is_strong
from blogimport.textpage.lines import Line, ends_as_speech
from blogimport.textpage.recasting import ANSWERING, OVER, UNDER, without_answering
from blogimport.textpage.voice import EXCERPT, says
from reader.dates import find_time
from reader.models import CommentKind

# « Le nom de la page - […] ce qu'elle dit […] »
_EXCERPT = re.compile(rf"(?:(?<=\S)\s+[-–—]\s+|^){EXCERPT}")
_WITHOUT_DAY = "the page says “{}”, and not from which day that counts"
_BY_SHAPE = "the lines that sign the comments of this page have one shape, and nothing else tells them"
NO_TEMPLATES: Counter[str] = Counter()
"""That no cue is followed more than once, for lines that sign nothing."""
_ASIDES = frozenset(("tail", "answers", "waiting"))
_BRACKETS = re.compile(r"\[(?P<name>[^][]+)\](?:\s*\[[^][]*\])*")
_NUMBERED = re.compile(r"(?:^|\s#|^#)(\d{1,4})$")
_FEWEST_NAMED = 2
_FEWEST_GIVEN = 2
_FEWEST_SUBJECTS = 2
_LONGEST_NAME_WORDS = 4
_LONGEST_PAGE_NAME = 200


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
    elif entry.line.text.strip("#.) ").isdecimal():
        piece.head.append(entry)  # the theme's own count
    else:
        piece.text.append(entry)


def take(piece: Piece, entry: Labelled, templates: Counter[str]) -> None:
    """A further line of a comment: its date, its author line, or its text."""
    if entry.sights.is_blind:
        piece.text.append(entry)
    elif _says_who_wrote(entry.sights) and piece.head and not piece.text:
        piece.head.append(entry)
    elif "ago" in entry.sights and not piece.captured.date and not piece.text:
        piece.head.append(entry)
        piece.reasons["published"] = _WITHOUT_DAY.format(entry.line.text)
    elif entry.sights.date and not piece.captured.date and (not piece.text or not piece.captured.author):
        piece.head.append(entry)
        piece.captured = piece.captured.merged(Captured(date=entry.sights.date))
    elif piece.captured.author and not (piece.captured.date or piece.text) and _says_when(entry.sights):
        piece.head.append(entry)
        piece.captured = piece.captured.merged(entry.sights.by_kind["byline"].captured)
    elif is_signing(entry, templates) and not piece.is_signed and is_strong(entry.sights):
        sign(piece, entry)
    else:
        piece.text.append(entry)


def _says_when(seen: Sights) -> bool:
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


def finish(cut: Cut) -> None:
    """A date under a text signs it; comments without a word of text tell that the cut is wrong."""
    _head_with_subjects(cut)
    for piece in cut.pieces:
        text = piece.text
        if not text and piece.kind != "comment" and piece.head:
            text.append(piece.head.pop(0))  # a link without an excerpt says no more than from where
        if len(text) > 1 and not text[-1].sights.is_blind:
            _head_with_last(piece)
        if len(text) > 1 and not piece.captured.author and _is_page(text[0].line.text, text[1].line.text):
            piece.kind = "pingback"
            piece.captured = piece.captured.merged(Captured(author=text[0].line.text))
            piece.head.append(text.pop(0))
        if not text:
            cut.score -= 2.0
    _head_with_names(cut)


def _is_page(name: str, said: str) -> bool:
    """Whether a line is the name of a page that links here, over what it says: « Ici » Blog » Titre », « […] »."""
    return " » " in name and len(name) <= _LONGEST_PAGE_NAME and said.startswith(("[…]", "[...]"))


def _head_with_last(piece: Piece) -> None:
    """What is seen in the last line of a text may be the address of its writer, the name, or when it was written."""
    text = piece.text
    if text[-1].sights.address and text[-1].line.text[0] == "(":
        piece.head.append(text.pop())
    if len(text) > 1 and _says_who_wrote(text[-1].sights):
        piece.head.append(text.pop())
    last = text[-1].sights if len(text) > 1 else None
    if last is not None and not piece.captured.date and (last.date or last.time):
        piece.head.append(text.pop())
        piece.captured = piece.captured.merged(Captured(date=last.date, time=last.time))


def _says_who_wrote(seen: Sights) -> bool:
    """Whether a line under a text is known to be the name of its writer."""
    sight = seen.by_kind.get("ago") if seen.by_kind else None
    return sight is not None and sight.cue == UNDER


def _head_with_names(cut: Cut) -> None:
    """A line over or under each text that is nothing but a name says who wrote it, where all have one."""
    for piece in cut.pieces:
        if len(piece.text) > 1 and piece.text[0].line.text == piece.captured.author:
            piece.head.append(piece.text.pop(0))
    if len(cut.pieces) < _FEWEST_NAMED or any(piece.captured.author for piece in cut.pieces):
        return
    for place in (0, -1):
        if all(
            len(piece.text) > 1 and piece.captured.date and _is_bare_name(piece.text[place])
            for piece in cut.pieces
        ):
            for piece in cut.pieces:
                name = piece.text.pop(place)
                piece.head.append(name)
                head = name.sights.by_kind.get("head")
                author = head.captured.author if head is not None else None
                own = author or _without_brackets(name.line.text)
                piece.captured = piece.captured.merged(Captured(author=own))
            return


def _without_brackets(text: str) -> str:
    """The name in brackets before those of addresses: « [Otávio] [http://…] »."""
    match = _BRACKETS.fullmatch(text)
    return match["name"] if match is not None else text


def _is_bare_name(entry: Labelled) -> bool:
    """Whether a line could be a name, and is nothing that people say."""
    text = _without_brackets(entry.line.text)
    if entry.line.shape != "short" or text.count(" ") >= _LONGEST_NAME_WORDS or ends_as_speech(text):
        return False
    return entry.sights.by_kind.keys() <= {"head", "byline"} and plausible_name(text) and not says(text)


def _head_with_subjects(cut: Cut) -> None:
    """A subject that its system has given a comment is no word of its writer.

    It repeats the title of the post over most texts, or answers one that stands over an earlier comment: « Re: … »;
    or all are numbered, as the theme has it: « A word #3 », « 3 ».
    """
    subjects = [_subject(piece) for piece in cut.pieces]
    if not any(subjects):
        return  # as on most pages
    numbered = [_NUMBERED.search(subject) for subject in subjects]
    numbers = [int(number[1]) for number in numbered if number is not None]
    if not numbers and all(subjects):
        numbers = _numbers_of_items(cut.pieces)
    if len(numbers) == len(cut.pieces) >= _FEWEST_NAMED and are_counting(numbers):
        for piece in cut.pieces:
            piece.head.append(piece.text.pop(0))
        return
    given = [subject for subject in subjects if subject]
    if len(given) < _FEWEST_GIVEN:
        return
    answers = [
        bool(subject) and _is_answer(piece) for subject, piece in zip(subjects, cut.pieces, strict=True)
    ]
    if (
        any(answers)
        and len(given) == len(subjects) >= _FEWEST_SUBJECTS
        and not any(map(_is_said, cut.pieces))
    ):
        for piece in cut.pieces:
            piece.head.append(piece.text.pop(0))  # a system that gives some of them gives them all
        return
    ((most, count),) = Counter(given).most_common(1)
    if count < _FEWEST_GIVEN:
        return
    is_usual = 2 * count >= len(cut.pieces)
    for index, (piece, subject) in enumerate(zip(cut.pieces, subjects, strict=True)):
        if subject and ((is_usual and subject == most) or (answers[index] and subject in subjects[:index])):
            piece.head.append(piece.text.pop(0))


def _numbers_of_items(pieces: Sequence[Piece]) -> list[int]:
    """The numbers of the items over texts, where these stand apart under them: « 2. A question », the text."""
    firsts = [piece.text[0].line for piece in pieces]
    is_apart = all(piece.text[1].line.after_blank for piece in pieces)
    if all(line.text.endswith(":") for line in firsts):
        return []  # names lead to what they say
    return [line.ordinal for line in firsts if line.ordinal is not None] if is_apart else []


def _is_answer(piece: Piece) -> bool:
    """Whether the subject of a comment says that it answers another one."""
    return ANSWERING.match(piece.text[0].line.text) is not None


def _is_said(piece: Piece) -> bool:
    """Whether the line over a text ends as sentences do, and no subject that is none."""
    return ends_as_speech(piece.text[0].line.text) and not _is_answer(piece)


def _subject(piece: Piece) -> str:
    """The line over a text that may be its subject, without what says that it answers one; empty where none is."""
    if len(piece.text) < 2 or piece.text[0].line.shape != "short" or not piece.text[0].sights.is_blind:
        return ""
    return without_answering(piece.text[0].line.text)
