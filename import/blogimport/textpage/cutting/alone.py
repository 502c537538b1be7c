"""Who signed the only comment of a page, and when: no other one tells which of its lines do.

A line that says when stands first or last, and the name right by it, or at the other end of the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from blogimport.textpage.cues import Captured
from blogimport.textpage.cutting.finishing import is_bare_name
from blogimport.textpage.cutting.pieces import Cut, Piece, says_when
from blogimport.textpage.labelling import PLACE, Labelled
from blogimport.textpage.recasting import looks_like_name

_AT_THE_END = "a name alone at the other end of the only comment than when it was written"
# So many lines at an end of a comment may be who, when and its number.
_MOST_SIGNING = 3
# A label before a day has fewer words.
_MOST_WORDS = 2


def sign_alone(cut: Cut) -> None:
    """Signs the only comment of a page with the lines at its ends, where no line that says both does."""
    if len(cut.pieces) != 1:
        return
    piece = cut.pieces[0]
    if piece.kind != "comment" or len(piece.text) < 2:
        return
    if not (piece.captured.author and piece.captured.date):
        _sign(piece)
    if piece.is_signed:
        while len(piece.text) > 1 and (number := _number_at_end(piece.text)) is not None:
            piece.text.remove(number)
            piece.head.append(number)


def _sign(piece: Piece) -> None:
    """Signs a comment with the line that says when, and with the name by it."""
    entries = sorted([*piece.head, *piece.text], key=PLACE)
    place = _place_of_moment(entries, piece)
    if place is None:
        return
    moment = entries[place]
    when = _moment(moment)
    who = None if piece.captured.author else _name_by(place, entries, piece)
    if who is None and not piece.captured.author and "T" not in (when.date or ""):
        return  # a day alone stands over what follows a comment, too
    signing = [entry for entry in (who, moment) if entry is not None and entry in piece.text]
    if all(entry in signing or _is_number(entry) for entry in piece.text):
        return
    author = None if who is None else _name(who)
    if who is not None and abs(entries.index(who) - place) > 1 and who.sights.head is None:
        piece.reasons["author"] = _AT_THE_END
    piece.captured = piece.captured.merged(Captured(author=author, date=when.date, time=when.time))
    for entry in signing:
        piece.text.remove(entry)
        piece.head.append(entry)


def _number_at_end(text: Sequence[Labelled]) -> Labelled | None:
    """The theme's number of the comment over or under its text."""
    return next((entry for entry in (text[0], text[-1]) if _is_number(entry)), None)


def _place_of_moment(entries: Sequence[Labelled], piece: Piece) -> int | None:
    """Where among the lines at the ends of a comment the one stands that says when, and nothing of who."""
    count = len(entries)
    for place in range(count):
        if _MOST_SIGNING <= place < count - _MOST_SIGNING:
            continue
        entry = entries[place]
        is_open = entry in piece.text and piece.captured.date is None
        if (is_open or entry in piece.head) and _moment(entry).date is not None:
            return place
    return None


def _moment(entry: Labelled) -> Captured:
    """When a line says that something was written, if it says nothing else."""
    seen = entry.sights
    if seen.date:
        return Captured(date=seen.date, time=seen.time)
    if seen.dated is not None and "T" in seen.dated[1] and seen.dated[0].count(" ") < _MOST_WORDS:
        return Captured(date=seen.dated[1])  # in words that no cue knows
    return seen.by_kind["byline"].captured if says_when(seen) else Captured()


def _name_by(place: int, entries: Sequence[Labelled], piece: Piece) -> Labelled | None:
    """The line that says who, of the one over the moment, the one under it, and the one at the other end."""
    over = next((entry for entry in reversed(entries[:place]) if not _is_number(entry)), None)
    under = next((entry for entry in entries[place + 1 :] if not _is_number(entry)), None)
    has_time = "T" in (_moment(entries[place]).date or "")
    for entry in (over, under):
        name = _name(entry) if entry is not None and entry in piece.text else None
        if name is not None and (has_time or looks_like_name(name)):
            return entry
    if not has_time:
        return None  # a title stands over a text, and under that the day of the next post
    told = [entry for entry in entries if not _is_number(entry)]
    if entries[place] is told[0]:
        other = told[-1]
    elif entries[place] is told[-1]:
        other = told[0]
    else:
        return None
    name = _name(other) if other in piece.text else None
    return other if name is not None and looks_like_name(name) else None


def _name(entry: Labelled) -> str | None:
    """The name that a line says, if it says no more: « Zoé », « Zoé a dit : »."""
    before = entry.sights.by_kind.get("head_before")
    if before is not None:
        return before.captured.author if before.captured.date is None else None
    return entry.line.text if is_bare_name(entry) else None


def _is_number(entry: Labelled) -> bool:
    """Whether a line is the number that a theme gives the first comment: « #1 », « 1. »."""
    text = entry.line.text
    return text.strip("#.) ") == "1" and not text.isdecimal()
