"""How well a line fits each part of a page, by its shape and by what was sighted in it.

The numbers are log-odds in spirit: they were set by hand and tuned against this project's own samples.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache
from operator import add
from typing import NamedTuple

from blogimport.textpage.cues import CueKind, Sights
from blogimport.textpage.labelling.parts import Part
from blogimport.textpage.labelling.steps import Row
from blogimport.textpage.lines import Line
from reader.remembering import remembered

#             FRONT  PRE  TITLE HEAD  BODY  BOX  FOOT  OVER THREAD END
_PROSE = (-1.4, -4.0, -3.0, -3.0, 1.0, 0.0, -3.0, -9.0, 0.95, -1.2)
_SHORT = (0.3, -2.0, 0.5, -2.0, 0.25, 0.2, -1.2, -9.0, 0.25, 0.25)
_PHRASE = (-0.4, 0.0, -0.1, 0.0, 0.3, -0.1, -0.3, 0.0, 0.25, -0.5)
_ITEM_PROSE = (-1.0, -5.0, -5.0, -4.0, 0.9, 0.0, -3.0, -9.0, 0.9, -1.0)
_ITEM_SHORT = (0.3, -4.0, -4.0, -3.0, 0.5, 0.4, -1.5, -9.0, 0.4, 0.3)
_FURNITURE = (3.0, 0.0, -4.0, 1.8, -2.5, 1.5, 2.0, -9.0, -1.8, 3.0)
_BYLINE = (0.2, 3.0, -3.0, 4.8, -2.0, 0.2, 3.5, -9.0, -1.5, -0.5)
_DATE = (0.2, 3.2, -6.0, 4.3, -2.0, -0.5, 1.5, -9.0, 1.2, 0.0)
_HEADING_COUNT = (-0.5, -3.0, -4.0, 2.0, -2.5, -1.0, 1.5, 5.0, -2.5, -0.5)
_HEADING = (-0.2, -3.0, -2.0, -1.0, -1.0, -0.5, 0.5, 3.0, -2.5, 0.2)
_NONE = (0.0, -3.0, -5.0, 1.8, -2.5, 0.5, 2.5, 1.0, -3.0, 2.0)
_CLOSED = (0.0, -3.0, -5.0, 1.8, -3.0, 0.5, 2.5, 0.5, -3.0, 4.0)
_FORM = (0.0, -3.0, -5.0, 0.0, -3.0, 0.5, 2.0, -1.0, -2.5, 4.0)
_STRONG_HEAD = (-2.0, -2.0, -4.0, -1.0, -2.0, -2.0, -2.0, -9.0, 3.0, -3.0)
_WEAK_HEAD = (-0.3, 0.3, -1.0, -0.5, -0.2, -0.3, -0.5, -9.0, 0.9, -0.5)
_TAIL = (-0.5, -3.0, -4.0, 1.0, -2.0, -0.5, -0.5, -9.0, 1.8, 0.2)
_AGO = (0.0, 1.0, -5.0, 1.5, -1.0, -0.5, 0.5, -9.0, 1.2, 0.2)
_ABOUT = (1.5, -3.0, -4.0, 0.5, -2.0, 4.0, 1.0, -9.0, -2.0, 1.0)
_RELATED = (2.2, -3.0, -3.0, -1.0, -1.6, 3.0, 0.8, -9.0, -1.6, 2.5)
_ADDRESS = (1.5, -1.0, -5.0, -0.5, 0.3, 0.3, 0.0, -9.0, 0.3, 0.0)
_IMAGE = (-0.5, -2.0, -5.0, -0.5, 1.2, -0.5, -1.0, -9.0, 0.2, -1.0)
_CODE = (2.0, -2.0, -4.0, -1.0, -0.5, 0.0, 0.0, -9.0, -0.5, 0.0)
_PING = (-1.0, -3.0, -4.0, -2.0, -2.0, 0.5, 0.0, -9.0, 2.5, 0.0)

_one_row = remembered(4096)(Row)
# A site seldom says so much over its posts; its motto is shorter.
_LONG_PROSE_OVER_POSTS = -1.7
PLAIN_PROSE = _one_row((_LONG_PROSE_OVER_POSTS, *_PROSE[1:]))
"""How well prose fits each part in which nothing was sighted, and which is too long for a title."""
LONGEST_TITLE = 110
"""A title is no longer."""
# A title may be a sentence, and seldom is, but for one with a full stop.
_SENTENCE_TITLE = -0.4
# « Zoé a dit : » is none, though a day stands under it.
_SPEAKING_TITLE = -3.0
# What is gained by a date or a byline that stands over a text and not over a title.
_DROPPED_TITLE = 4.0
# A title has its text under it, or a date; a menu and the words that a post is filed under have more of their kind.
_LISTED_TITLE = -0.8
# A byline of this many known letters is no accident.
_SURE_FIXED = 6
_SURELY, _SURE_NO_TITLE = 2, -2.0
# A full stop, whatever closes behind it; « … » is none.
_STATEMENT = re.compile(r"(?<!\.)\.[ \xa0\"»”’)]*$")
# A line that could sign a comment is sure of it with this many.
_STRONG_FIXED = 8
_SIGNING: tuple[CueKind, ...] = ("head", "head_before")
# A line of this many known letters is a whole footer: « 22:59 Publié dans X | Lien permanent | Commentaires (0) ».
_FOOTER_FIXED = 20

# A calendar or a menu that was a table: its cells stand apart.
# What a line means by itself counts for more than that other pages have it too.
_OWN_MEANING = frozenset(
    ("heading", "none", "closed", "form", "byline", "head", "head_before", "tail", "furniture")
)
# « Cher Gaston,Maillot.JPG » is the first line of a text, to which an extractor glued the name of a picture.
_PICTURE_ENDS = frozenset((".jpg", ".JPG", ".png", ".PNG", ".gif", ".GIF"))
_LETTER = re.compile(r"[^\W\d_]")
_ROW = re.compile(r"\S {3,}\S+ {3,}\S")
_QUOTES = re.compile(r"[\"“”«»„‹›]")
# What may stand before the first letter of a title and is not compared.
_UNTOLD = '"“”«»„‹› .…\t\u00a0\u202f\u2009'


def folded(text: str) -> str:
    """A title as it is compared: without quotes, case and spacing."""
    return " ".join(_QUOTES.sub("", text).split()).strip(" .…").casefold()


def are_one_title(text: str, other: str) -> bool:
    """Whether two texts are the same title."""
    # Most begin with another letter, and need not be folded.
    first, its_first = (one.lstrip(_UNTOLD)[:1].casefold() for one in (text, other))
    return first == its_first and folded(text) == folded(other)


def is_named_heading(lines: Sequence[Line], index: int, seen: Sights) -> bool:
    """Whether a line as long as a sentence is a heading over comments, because it names a line above it.

    « Commentaires sur Que rapporter de Lisbonne ? », under a post of that title.
    """
    heading = seen.by_kind.get("heading")
    if heading is None or not heading.captured.title or lines[index].shape != "prose":
        return False
    titles = {folded(heading.captured.title)}
    return any(_is_echo(line.text, titles) for line in lines[:index])


class _Look(NamedTuple):
    """A line as far as its shape and place tell; a page has a few looks, and a look has one row of scores."""

    is_item: bool
    is_marked: bool
    is_prose: bool
    is_phrase: bool
    is_long: bool
    is_tiny: bool
    is_no_title: bool
    is_first: bool
    is_close: bool
    is_listed: bool
    is_echo: bool
    is_recurring: bool


# Of an item no more than this counts: whether it is prose, whether it recurs.
_OF_ITEMS = {
    (is_prose, is_recurring): (True, True, is_prose, *[False] * 8, is_recurring)
    for is_prose in (False, True)
    for is_recurring in (False, True)
}


def scores_of_item(line: Line, seen: Sights, recurring: Collection[str]) -> Row:
    """How well an item of a list fits each part; `recurring` are the texts that the site repeats."""
    is_prose, is_recurring = line.shape == "prose", bool(recurring) and _is_recurring(line, seen, recurring)
    if seen.is_blind:
        return _plain_scores_of_item(is_prose, is_recurring)
    return _scores(_OF_ITEMS[is_prose, is_recurring], _signs_of(seen))


def scores_of(
    line: Line,
    seen: Sights,
    index: int,
    echoes: Collection[str],
    recurring: Collection[str],
    *,
    is_listed: bool,
) -> Row:
    """The same of a line that is no item; `is_listed` where it is short and another such stands right under it.

    `echoes` are titles that headings repeat.
    """
    text = line.text
    is_prose = line.shape == "prose"
    is_recurring = bool(recurring) and _is_recurring(line, seen, recurring)
    length, is_short, is_first = len(text), not is_prose, index == 0
    # Plain tuples, for a page has dozens: named ones take four times as long to make, and are made once for all lines.
    look = (
        False,
        line.marker is not None,
        is_prose,
        is_short and text[-1] in ".!?…",
        # Of nine hundred titles ten ended with a full stop, of which one had seven words, none more.
        length >= LONGEST_TITLE or (is_prose and _STATEMENT.search(text) is not None),
        length < 4,
        text[-1] in ",:;"
        or (
            is_short
            and (text[-4:] in _PICTURE_ENDS or (("   " in text or not text[0].isalpha()) and _is_cells(text)))
        ),
        is_first,
        is_short and not line.after_blank and not is_first,
        is_listed,
        bool(echoes) and _is_echo(seen.dated[0] if seen.dated else text, echoes),
        is_recurring,
    )
    return _plain_scores(look) if seen.is_blind else _scores(look, _signs_of(seen))


def _is_recurring(line: Line, seen: Sights, recurring: Collection[str]) -> bool:
    """Whether the site repeats a line that means nothing by itself."""
    return line.text in recurring and _OWN_MEANING.isdisjoint(seen.by_kind)


class _Signs(NamedTuple):
    """What was sighted in a line, as far as it tells where the line belongs; a few hundred of them make a crawl.

    `comments` is what a heading declares (1 for any number), `byline` how much of a byline is fixed (0 to 3).
    """

    kinds: tuple[CueKind, ...]
    comments: int | None
    byline: int
    is_strong: bool
    is_dated: bool
    has_date: bool
    has_month: bool
    address: bool
    image: bool
    code: bool


def _signs_of(seen: Sights) -> tuple[object, ...]:
    """The values of `_Signs` for what was sighted in a line."""
    if seen.signs is None:
        seen.signs = _told_by(seen)
    return seen.signs


def _told_by(seen: Sights) -> tuple[object, ...]:
    """The same, told anew."""
    by_kind = seen.by_kind
    count = by_kind["heading"].captured.count if "heading" in by_kind else None
    fixed = by_kind["byline"].fixed if "byline" in by_kind else 0
    return (
        tuple(by_kind),
        min(count, 1) if count is not None else None,
        (fixed >= 1) + (fixed >= _SURE_FIXED) + (fixed >= _FOOTER_FIXED),
        bool(by_kind) and is_strong(seen),
        seen.dated is not None,
        seen.date is not None,
        seen.date is not None and len(seen.date) == len("2005-11"),
        seen.address,
        seen.image,
        seen.code is not None,
    )


@remembered(4096)
def _scores(look_values: tuple[bool, ...], signs_values: tuple[object, ...]) -> Row:
    """How well a line of that look in which something was sighted fits each part."""
    look, signs = _Look._make(look_values), _Signs._make(signs_values)
    scores = list(_plain_scores(look_values).scores)
    if signs.is_dated and not signs.kinds and not look.is_item:
        scores[Part.TITLE] += 2.5
    if look.is_marked and signs.has_month:
        _add(scores, _FURNITURE)  # a month in a list is a link to an archive
    _score_signs(scores, signs, is_prose=look.is_prose)
    return _one_row(tuple(scores))


@cache
def _plain_scores(look_values: tuple[bool, ...]) -> Row:
    """How well a line in which nothing was sighted fits each part."""
    look = _Look._make(look_values)
    if look.is_item:
        scores = list(_ITEM_PROSE if look.is_prose else _ITEM_SHORT)
    else:
        scores = list(_PROSE if look.is_prose else _SHORT)
        if look.is_phrase:
            _add(scores, _PHRASE)
        _score_title(scores, look)
    if look.is_recurring:
        _add(scores, _FURNITURE, 0.8)
    return _one_row(tuple(scores))


@cache
def _plain_scores_of_item(is_prose: bool, is_recurring: bool) -> Row:
    """The same of an item: told by two values instead of twelve, for a page has many."""
    return _plain_scores(_OF_ITEMS[is_prose, is_recurring])


def _score_title(scores: list[float], look: _Look) -> None:
    """How likely a line is the title of a post."""
    if look.is_prose and not look.is_long:
        scores[Part.TITLE] = _SENTENCE_TITLE
    if look.is_echo:
        scores[Part.TITLE] = max(scores[Part.TITLE], 0.5) + 6.0
    if look.is_first:
        scores[Part.TITLE] += 0.6
    if look.is_close:
        scores[Part.TITLE] -= 0.3
    if look.is_listed:
        scores[Part.TITLE] += _LISTED_TITLE
    if look.is_tiny:
        scores[Part.TITLE] -= 1.0
    if look.is_no_title:
        scores[Part.TITLE] -= 4.0


def _is_cells(text: str) -> bool:
    """Whether a line is cells of a table, or has no letter at all."""
    return ("   " in text and _ROW.search(text) is not None) or _LETTER.search(text) is None


def _is_echo(text: str, titles: Collection[str]) -> bool:
    """Whether a line is one of the titles that headings repeat."""
    # Most lines begin with another letter than any of the titles, and need not be folded.
    first = text.lstrip(_UNTOLD)[:1].casefold()[:1]
    if not any(title.startswith(first) for title in titles):
        return False
    text = folded(text)
    return any(_echoed(text, title) for title in titles)


def _echoed(text: str, title: str) -> bool:
    """Whether a line is the title that a heading repeats; extractors and themes cut long ones."""
    return text == title or (
        len(title) > 12 and (text.startswith(title) or (title.startswith(text) and len(text) > 12))
    )


def _add(scores: list[float], table: tuple[float, ...], weight: float = 1.0) -> None:
    for part in range(len(scores)):
        scores[part] += table[part] * weight


def _score_signs(scores: list[float], signs: _Signs, *, is_prose: bool) -> None:
    """What was sighted in a line, added up; of kinds that exclude each other, the surer one."""
    kinds = signs.kinds
    over = scores[Part.OVER]
    # « Comments on this can only be read by friends. » is a sentence
    is_heading = "heading" in kinds and not (signs.comments is None and is_prose)
    if is_heading:
        _add(scores, _HEADING_COUNT if signs.comments else _HEADING)
        scores[Part.OVER] -= over
    if "none" in kinds:
        _add(scores, _NONE)
        scores[Part.OVER] -= 0.0 if is_heading else over
    if "closed" in kinds:
        _add(scores, _CLOSED)
    elif "form" in kinds:
        _add(scores, _FORM)
    is_head = "head" in kinds or "head_before" in kinds
    if is_head:
        _add(scores, _STRONG_HEAD if signs.is_strong else _WEAK_HEAD)
        if "head_before" in kinds:
            scores[Part.TITLE] += _SPEAKING_TITLE
    if "byline" in kinds and not is_heading:
        # A line that may as well sign a comment is half a byline: its place decides.
        weight = (0.4, 0.75, 0.75 if is_head else 1.0, 0.75 if is_head else 1.6)[signs.byline]
        _add(scores, _BYLINE, weight)
        if signs.byline >= _SURELY:
            scores[Part.TITLE] += _SURE_NO_TITLE
        if is_head and signs.is_strong:
            scores[Part.PRE] += 2.0
            scores[Part.HEAD] += 1.5
            scores[Part.FOOT] += 2.0
    if "furniture" in kinds:
        _add(scores, _FURNITURE, 0.6 if "byline" in kinds or is_heading else 1.0)
    if "tail" in kinds:
        _add(scores, _TAIL)
    if "about" in kinds:
        _add(scores, _ABOUT, 0.6 if "byline" in kinds else 1.0)
    if "related" in kinds:
        _add(scores, _RELATED)
    if "pings" in kinds:
        _add(scores, _HEADING)
        scores[Part.OVER] -= over
    if "pingback" in kinds or "trackback" in kinds:
        _add(scores, _PING)
    for is_seen, table in (
        (signs.has_date, _DATE),
        ("ago" in kinds, _AGO),
        (signs.address, _ADDRESS),
        (signs.image, _IMAGE),
        (signs.code, _CODE),
    ):
        if is_seen:
            _add(scores, table)


def without_title(row: Row) -> Row:
    """The scores of a line about a post right over its text, where an extractor has dropped the title."""
    scores = list(row.scores)
    scores[Part.PRE] += _DROPPED_TITLE
    return _one_row(tuple(scores))


def with_more(row: Row, table: Sequence[float]) -> Row:
    """The scores of a line of which more is known, as a table says it for each part."""
    return _one_row(tuple(map(add, row.scores, table)))


def is_strong(seen: Sights) -> bool:
    """Whether a line that could sign a comment says more than a name: a date, or several fixed words."""
    for kind in _SIGNING:
        sight = seen.by_kind.get(kind)
        if sight is not None and (sight.captured.date is not None or sight.fixed >= _STRONG_FIXED):
            return True
    return False
