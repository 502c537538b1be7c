"""Short lines under a text that a program wrote: a category, a link back, a row of buttons that no cue knows.

What stands apart between the end of a text and what a site says below it, and neither speaks nor signs, is no part of
the text. Must not know how comments are cut.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from blogimport.textpage.cues import has_figure, speaks_of_comments
from blogimport.textpage.labelling import Labelled, Part, Segment
from blogimport.textpage.voice import is_finished, is_personal, says, voice_of

_LONGEST, _LONGEST_HEADING, _LONGEST_CELL = 60, 5, 4
_LICENCE, _LONGEST_LICENCE = "Creative Commons", 400
_LICENSING = re.compile(r"licen[csz]|lizenz|contrat|disposition|rights|droits", re.IGNORECASE)
_FEWEST_STARS = 3
# So many such lines may stand under a text.
_MOST = 3
# With these a signature, a quotation or an aside begins.
_OPENERS = "-–—*\"'“”«»„([{"
# A value behind a label may be a credit: « Photo : Zoé ».
_CREDIT = re.compile(r"[@©]")
_VALUE = re.compile(r":(?=.)|[@©]")
_FACE = re.compile(r"[\U0001f300-\U0001faff\u2600-\u27bf]$")
_CELLS = re.compile(r"\s+(?:\||::)\s+")


def lines_under_text(segment: Segment, language: str | None) -> list[Labelled]:
    """The lines at the end of the body of a post that are no part of its text."""
    body = segment.of(Part.BODY)
    place = len(body)
    while place > 1 and _is_licence(body[place - 1].line.text):
        place -= 1
    place -= _stars_at_end([entry.line.text for entry in body[:place] if entry.line.marker == "bullet"])
    most = len(body) - place + _MOST
    while place > 1 and len(body) - place < most:
        before, last = body[place - 2 : place]
        if not (_stands_apart(last, before) and _ends(before.line.text)):
            break
        if not (
            _is_sure(last, segment, language)
            or (_is_label(last, language) and _is_over_foot(segment, body[-1]))
        ):
            break
        place -= 1
    return body[place:]


def _stars_at_end(items: Sequence[str]) -> int:
    """How many items at the end of a text count from one on: the stars that a reader may give."""
    count = len(list(itertools.takewhile(str.isdecimal, reversed(items))))
    return count if count >= _FEWEST_STARS and items[-count:] == [str(one + 1) for one in range(count)] else 0


def _is_licence(text: str) -> bool:
    """Whether a text is, or ends with, what a site says of the licence of all its posts."""
    return _LICENCE in text and len(text) <= _LONGEST_LICENCE and _LICENSING.search(text) is not None


def _ends(text: str) -> bool:
    """Whether a text is said to its end, maybe with a smile alone."""
    return (is_finished(text) and text[-1] != ":") or _FACE.search(text) is not None


def _stands_apart(entry: Labelled, before: Labelled) -> bool:
    """Whether a short line of which nothing is known, and no item of a list, stands under a gap."""
    line = entry.line
    return (
        entry.sights.is_blind
        and line.after_blank
        and (line.marker is None or (line.marker == "bullet" and before.line.marker != "bullet"))
        and line.shape == "short"
        and len(line.text) <= _LONGEST
    )


def _is_over_foot(segment: Segment, last: Labelled) -> bool:
    """Whether right under the last line of a text stands what a site says of the post or its comments."""
    entries = segment.entries
    place = next(index for index, entry in enumerate(entries) if entry is last)
    return any(not entry.sights.is_blind for entry in entries[place + 1 : place + 2])


def _is_sure(entry: Labelled, segment: Segment, language: str | None) -> bool:
    """Whether a line tells by itself that a program wrote it: it counts comments, is in cells, or in a box."""
    text = entry.line.text
    if has_figure(text) and speaks_of_comments(text):
        return not _speaks(text, language)
    cells = _CELLS.split(text)
    if len(cells) > 1 and not _CREDIT.search(text) and all(cell.count(" ") < _LONGEST_CELL for cell in cells):
        return not _speaks(text, language)
    return _is_filed(text, segment.entries)


def _is_filed(text: str, entries: Sequence[Labelled]) -> bool:
    """Whether a text is an item of a list under the title of a box, « Catégories »: the post is filed under it."""
    same = text.casefold()
    for index, entry in enumerate(entries):
        line = entry.line
        if line.marker != "bullet" or line.text.casefold() != same:
            continue
        over = next((at for at in range(index - 1, -1, -1) if entries[at].line.marker != "bullet"), 0)
        if "related" in entries[over].sights.by_kind and index + 1 - over > 1:
            return True
    return False


def _is_label(entry: Labelled, language: str | None) -> bool:
    """Whether a line is rather what a program wrote than somebody's last words."""
    text = entry.line.text
    return (
        text[0] not in _OPENERS
        and any(map(str.isalnum, text))
        and not text[0].islower()
        and "," not in text
        and _VALUE.search(text) is None
        and (text.count(" ") < _LONGEST_HEADING if text[-1] == ":" else not is_finished(text))
        and not _speaks(text, language)
    )


def _speaks(text: str, language: str | None) -> bool:
    """Whether a line is somebody's: it greets, closes, smiles, signs, or speaks of oneself or to others."""
    voice = voice_of(text, language)
    if voice.closes or voice.is_name or voice.smiles or voice.calls or voice.is_postscript or says(text):
        return True
    return is_personal(text, language) is not False
