"""Comments that run on within one line, each with who signs it: what was a cell of a table.

Tables held whole pages together once. An extractor leaves a row of such a table on one line, the post, the heading over
its comments and all of these: « … 2 commentaires Zoé, le 3 mai 2006 à 10:20 Je dors Marc, le … ». A line is cut where
signatures of one form stand, of which there are as many as the page says, or that a word for comments stands over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter

from blogimport.textpage.cues import (
    Captured,
    CueKind,
    Sight,
    Sights,
    no_text,
    sights_of,
    speaks_of_comments,
)
from blogimport.textpage.lines import CUT_OUT, Line, ends_sentence, first_prose, shape_of
from blogimport.textpage.recasting.layouts import OVER, UNDER
from blogimport.textpage.recasting.moments import Moment
from blogimport.textpage.recasting.recast import FirstReading, Recast, opens_comments, recast_of
from blogimport.textpage.recasting.shapes import is_name, shared_beginning
from blogimport.textpage.recasting.stretches import (
    CELL,
    END_OF_TEXT,
    Signed,
    end_of_last,
    form_of,
    moments_in,
    signatures,
)
from reader.dates import find_dates, tells_whole_day

_FEWEST = 2
_SHORTEST = 25
_SURE = 8
_MOSTLY = 0.8
# How far over the first comment the page may say how many there are: lines, and letters.
_NEAR, _NEAR_LETTERS = 8, 1500
_LONGEST_HEADING = 160
# A text over the heading of so many letters is a post.
_SHORTEST_POST = 80
# How many words end with the one for comments or their number, where those follow at once.
_MOST_BEHIND = 4
_WORD = re.compile(r"[^\W\d_]+")
_IS_ROW = attrgetter("is_row")


def recast_running(page: FirstReading) -> Iterator[Recast]:
    """The page with the signatures of such comments on lines of their own, for each form that they may have."""
    lines = page.lines
    if not any(map(_IS_ROW, lines)):
        return
    prose = first_prose(lines)
    groups: dict[tuple[object, ...], list[Moment]] = {}
    for index in page.figured:
        text = lines[index].text
        if index >= prose and len(text) > _SHORTEST:
            for one in moments_in(index, text, page.language):
                groups.setdefault(form_of(one, text), []).append(one)
    for _, group in sorted(groups.items(), key=lambda item: -len(item[1])):
        # The first of them may be the post's.
        for some in (group, group[1:]):
            recast = _recast(some, page) if len(some) >= _FEWEST else None
            if recast is not None:
                yield recast
                break


def _recast(group: Sequence[Moment], page: FirstReading) -> Recast | None:
    """The page where lines are cut at the moments of one form, None where these sign no comments."""
    told = signatures(group, page.lines)
    if told is None:
        return None
    signed, is_over = told
    names = [one.name for one in signed if one.name]
    named = [name for name in names if is_name(name)]
    if names and (len(set(named)) < _FEWEST or len(named) < _MOSTLY * len(names)):
        return None
    beside = _said_beside(signed, page.lines, is_over=is_over)
    if not _say_something(beside) or _stand_apart(signed, page.lines):
        return None
    first, count = signed[0], len(signed)
    over = page.lines[first.place].text[: first.start]
    runs_on = len({one.place for one in signed}) < count
    heading = None
    if runs_on or (is_over and over.strip()):
        heading = _heading_over(over, count) if is_over else _heading_within(over)
        if heading is None:
            return None
    above = range(max(0, first.place - _NEAR), first.place)
    is_headed = heading is not None or any(
        opens_comments(page.lines[at], page.sights[at], count) for at in above
    )
    # A word for comments, and the same words before each name under the texts.
    is_labelled = runs_on and not is_over
    said = " ".join([*(page.lines[at].text for at in above), over[: heading.stop if heading else 0]])
    is_told = _counts(said[-_NEAR_LETTERS:], count) or page.declared == count
    if not (is_told or (is_headed and names and (count > _FEWEST or is_labelled))):
        return None
    return _cut(signed, heading, page, is_over=is_over)


def _said_beside(signed: Sequence[Signed], lines: Sequence[Line], *, is_over: bool) -> list[str]:
    """The text that each signature has in the same line."""
    said: list[str] = []
    for number, one in enumerate(signed):
        text, beside = lines[one.place].text, signed[number + 1 :][:1] if is_over else signed[:number][-1:]
        edge = beside[0] if beside and beside[0].place == one.place else None
        if is_over:
            said.append(text[one.end : edge.start if edge else len(text)].strip())
        else:
            said.append(text[edge.end if edge else 0 : one.start].strip())
    return said


def _say_something(texts: Sequence[str]) -> bool:
    """Whether most of the texts beside signatures are comments: other words in each, none cut short."""
    said = [text for text in texts if any(map(str.isalpha, text))]
    if len(said) < _MOSTLY * len(texts):
        return False  # they have lines of their own already
    if shared_beginning([text.split() for text in said]) >= _FEWEST or len(set(said)) <= len(said) / 2:
        return False  # buttons
    return sum(any(sign in text for sign in CUT_OUT) for text in said) <= len(said) / 2


def _stand_apart(signed: Sequence[Signed], lines: Sequence[Line]) -> bool:
    """Whether sentences stand between most of the lines that have signatures, so that the texts are these."""
    places = sorted({one.place for one in signed})
    gaps = [lines[before + 1 : place] for before, place in pairwise(places)]
    return sum(any(map(ends_sentence, gap)) for gap in gaps) > len(gaps) / 2


# --- what the page says of them ---------------------------------------------------------------------


def _heading_over(over: str, count: int) -> range | None:
    """Where a heading stands at the end of the text over the first comment of a line, None where none does."""
    start = max((match.end() for match in END_OF_TEXT.finditer(over.rstrip())), default=0)
    while start < len(over):
        heading = over[start:]
        if len(heading) <= _LONGEST_HEADING and (speaks_of_comments(heading) or _counts(heading, count)):
            # A text between the heading and the first signature is a comment, which stands over that.
            last = " ".join(heading.split()[-_MOST_BEHIND:])
            told = speaks_of_comments(last) or _counts(last, count)
            return range(start, len(over)) if told else None
        # A bracket ends a heading, too: « Vos réactions (3) ».
        before = [match.end() for match in END_OF_TEXT.finditer(over[:start].rstrip() + " x")]
        earlier = max((at for at in before if at < start), default=0)
        if len(over) - earlier > _LONGEST_HEADING or earlier == start:
            return None
        start = earlier
    return None


def _heading_within(over: str) -> range | None:
    """Where the last heading stands over the first comment of a line and who signs it: a word with a capital."""
    found = [
        match for match in _WORD.finditer(over) if match[0][0].isupper() and speaks_of_comments(match[0])
    ]
    return range(found[-1].start(), found[-1].end()) if found else None


def _counts(text: str, count: int) -> bool:
    """Whether a text says that there are so many comments, or in brackets of how many of something."""
    for match in re.finditer(rf"(?<!\d){count}(?!\d)", text):
        if re.search(r"[^\W\d_]\s*[(\[]\s*$", text[: match.start()]) and text[match.end() :][:1] in ")]":
            return True
        beside = " ".join([*text[: match.start()].split()[-2:], *text[match.end() :].split()[:2]])
        if speaks_of_comments(beside):
            return True
    return False


# --- the page that is made of them ------------------------------------------------------------------


def _cut(signed: Sequence[Signed], heading: range | None, page: FirstReading, *, is_over: bool) -> Recast:
    """The page with the signatures on lines of their own, and the heading over them."""
    by_place: dict[int, list[Signed]] = {}
    for one in signed:
        by_place.setdefault(one.place, []).append(one)
    parts: dict[int, list[tuple[Line, Sights]]] = {}
    first = signed[0].place
    begin = 0
    for place, its_own in by_place.items():
        line = page.lines[place]
        pieces: list[_Piece] = []
        at = 0
        if place == first and heading is not None:
            pieces += _post(line, heading, len(signed), page.language)
            begin = len([piece for piece in pieces if piece is not None])
            at = heading.stop
        for one in its_own:
            before = line.text[at : one.start]
            cells = CELL.split(before)
            if not is_over and one.name and cells[0].strip() == one.name:
                before = before[len(cells[0]) :]
            pieces += [_text(line, before), _sign(line, one, is_over=is_over)]
            at = one.end
        rest = line.text[at:]
        said, *others = CELL.split(rest)
        end = end_of_last(said)
        pieces += [_text(line, said[:end]), _beside(line, said[end:])]
        pieces += [_beside(line, cell) for cell in others]
        parts[place] = [piece for piece in pieces if piece is not None]
    sights = list(page.sights)
    if _holds_post(page.lines[first], heading):
        for index in range(first):
            sights[index] = no_text("over the cell that holds the post")
    last = max(by_place)
    below = (no_text("under the comments") if seen.is_blind else seen for seen in page.sights[last + 1 :])
    sights[last + 1 :] = below
    recast = recast_of(page.lines, sights, parts, first, len(signed))
    return replace(recast, begin=recast.begin + begin, is_shared=True)


_Piece = tuple[Line, Sights] | None


def _made(line: Line, text: str, sights: Sights, *, after_blank: bool) -> _Piece:
    text = text.strip(" \t|\\")
    if not text:
        return None
    return (
        replace(
            line, text=text, shape=shape_of(text), after_blank=after_blank, marker=None, ordinal=None, mark=""
        ),
        sights,
    )


def _text(line: Line, text: str) -> _Piece:
    return _made(line, text, Sights(), after_blank=False)


def _beside(line: Line, text: str) -> _Piece:
    """What stands in another cell, beside the comments."""
    return _made(line, text, no_text("beside the comments"), after_blank=True)


def _sign(line: Line, one: Signed, *, is_over: bool) -> _Piece:
    kind: CueKind = "head_before" if is_over else "head"
    sight = Sights({kind: Sight(one.captured, OVER if is_over else UNDER, _SURE)})
    piece = _made(line, line.text[one.start : one.end], sight, after_blank=is_over)
    return None if piece is None else (replace(piece[0], shape="short"), sight)


def _post(line: Line, heading: range, count: int, language: str | None) -> list[_Piece]:
    """What stands over the first comment of a line: the post with its heading, and other cells beside that."""
    cells = [text for cell in CELL.split(line.text[: heading.start]) if (text := cell.strip())]
    holds_post = _holds_post(line, heading)
    pieces: list[_Piece] = []
    for number, cell in enumerate(cells, 1):
        if holds_post and number < len(cells):
            pieces.append(_beside(line, cell))
            continue
        dates = find_dates(cell, language)
        end = dates[0].end if dates and not dates[0].start and tells_whole_day(dates[0].iso) else 0
        parts = (part for edge in (cell[:end], cell[end:]) if (part := edge.strip()))
        pieces += [_made(line, part, sights_of(part, language), after_blank=True) for part in parts]
    said = line.text[heading.start : heading.stop]
    sight = Sights({"heading": Sight(Captured(count=count if _counts(said, count) else None), OVER, _SURE)})
    return [*pieces, _made(line, said, sight, after_blank=True)]


def _holds_post(line: Line, heading: range | None) -> bool:
    """Whether the cell with the heading over the comments begins with a post, so that all of it is there."""
    if heading is None:
        return False
    *_, cell = CELL.split(line.text[: heading.start])
    return shape_of(cell.strip()) == "prose" and len(cell) >= _SHORTEST_POST
