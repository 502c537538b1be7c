"""Lists of other posts, months or comments that a site shows over a post, and under all: their rows are dated alike.

« Derniers billets » over « Un titre - 3 mai 2009 » and « Un autre - 28 avril 2009 », « Archives » over « mai 2009 » and
« avril 2009 ». Each row alone says who and when, as the lines about a post do. Must not know how a post is told apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from blogimport.textpage.cues import ANNOUNCING, LEFT_OPEN, CueKind, Sight, Sights, no_text
from blogimport.textpage.lines import Line, Marker
from reader.dates import tells_day, tells_whole_day

# So many rows are a list under the label of a box, and without one.
_FEWEST, _FEWEST_UNLABELLED = 2, 3
# An item has so many rows at most: on what, who and when, how it begins.
_LONGEST_ITEM = 3
_FEWEST_DAYS = 2
# No site shows more of it at once; a page may be made so that looking on takes long.
_LONGEST_LIST = 400
# So near over a text its own title and day stand.
_NEAR_TEXT = 4
_SURE = 8
# So many known letters of a line are a phrase of its own.
_KNOWN = 6
_A_YEAR = len("2005")
_A_MONTH = len("2005-05")
_ROW = no_text("in a list of other posts, or of comments")
# Under a text what is said of the post may follow.
_ROW_BELOW = Sights({"related": Sight(cue="in a list under the text", fixed=_SURE)})
_OPENING: frozenset[CueKind] = frozenset(("heading", "form", "related", "closed", "none"))
_UNDATED = ("", "")
_DATING: tuple[CueKind, ...] = ("byline", "head", "head_before", "tail")


class _Row(NamedTuple):
    """What a row of a list has in common with others: its marker, and how it gives its date, "" where it has none."""

    marker: Marker | None
    dated: str
    tells_day: bool


def with_side_lists(
    lines: Sequence[Line], sights: Sequence[Sights], seeing: Sequence[int], text_at: int
) -> Sequence[Sights]:
    """The sights of the lines, with the rows of such lists as no text of anybody's.

    `seeing` are the indices of the lines in which anything is seen, `text_at` is that of the first text: a page without
    one may be such a list, and nothing else.
    """
    told: set[int] = set()
    telling = frozenset(seeing)
    passed = -1
    for index in seeing if text_at < len(lines) else ():
        if index in told:
            continue
        kinds = sights[index].by_kind
        if "related" in kinds:
            # Of most boxes nothing is known.
            if "heading" not in kinds and not telling.isdisjoint(range(index + 1, index + 1 + _LONGEST_ITEM)):
                listed = _list_from(index + 1, lines, sights, _FEWEST)
                told.update(listed or (_month_at(index + 1, sights, seeing) if index < text_at else ()))
        elif (
            passed < index < text_at
            and ({index + 1, index + 2} <= telling or {index + 2, index + 4} <= telling)
            and _dated(sights[index])[0]
        ):
            listed = _list_from(index, lines, sights, _FEWEST_UNLABELLED)
            told.update(listed)
            passed = index
            while not listed and passed + 1 in telling:
                passed += 1  # nor does a list begin further in
    last = _last_list(lines, sights, seeing) if text_at < len(lines) else range(0)
    if not told and not last:
        return sights
    while text_at in told:
        text_at += 1  # it was the beginning of a comment in such a list
    over = next((at for at in seeing if at > text_at and not ANNOUNCING.isdisjoint(sights[at].by_kind)), None)
    below = told.intersection(range(text_at, over or len(lines))).difference(last)
    told.update(last)
    return [
        _ROW_BELOW if index in below else _ROW if index in told else seen for index, seen in enumerate(sights)
    ]


def _list_from(start: int, lines: Sequence[Line], sights: Sequence[Sights], fewest: int) -> range:
    """The lines of a list that begins at one, of the most lines that are alike item by item; none of too few items."""
    rows = _rows_from(start, lines, sights)
    best = range(0)
    for length in range(1, min(_LONGEST_ITEM, len(rows) // fewest) + 1):
        if not any(row.dated for row in rows[:length]):
            continue
        alike = next((at for at in range(length, len(rows)) if rows[at] != rows[at - length]), len(rows))
        places = range(start, start + alike - alike % length)
        # A post may say twice when it was published, in two languages.
        days = {date for at in places if (date := _date_in(sights[at]))}
        if (
            len(places) < fewest * length
            or len(days) < _FEWEST_DAYS
            or not _stand_first(places, length, lines)
        ):
            continue
        if _ends_over_text(places, lines, sights):
            places = places[:-length]
        if len(places) >= fewest * length and len(places) > len(best):
            best = places
    return best


def _last_list(lines: Sequence[Line], sights: Sequence[Sights], seeing: Sequence[int]) -> range:
    """The rows « Un titre - 3 mai 2009 », or months, that a page ends with: the newest first, no text between them."""
    end = len(lines)
    for at in reversed(seeing):
        if sights[at].dated is not None or sights[at].date is not None:
            end = at + 1
            break
    start, later = end, ""
    while start and lines[start - 1].shape == "short":
        date = _listed_day(sights[start - 1])
        if date is None or date < later or (later and len(date) != len(later)):
            break
        start, later = start - 1, date
    is_list = end - start >= _FEWEST_UNLABELLED and all(line.shape == "short" for line in lines[end:])
    return range(start, end) if is_list else range(0)


def _listed_day(seen: Sights) -> str | None:
    """The day behind the title of a post, or a month alone; None where a line gives neither, or the time, too."""
    if seen.dated is not None:
        return seen.dated[1] if tells_whole_day(seen.dated[1]) and "T" not in seen.dated[1] else None
    return seen.date if seen.date is not None and len(seen.date) == _A_MONTH else None


def _month_at(at: int, sights: Sequence[Sights], seeing: Sequence[int]) -> range:
    """The row of months that stands there alone, unless days of the page have their year from it."""
    date = sights[at].date
    if date is None or len(date) != _A_MONTH:
        return range(0)
    is_needed = any(_date_in(sights[index]).startswith("--") for index in seeing)
    return range(0) if is_needed else range(at, at + 1)


def _rows_from(start: int, lines: Sequence[Line], sights: Sequence[Sights]) -> list[_Row]:
    """The lines as rows of a list, up to the first that can be none. Lists with bullets are told elsewhere."""
    rows: list[_Row] = []
    end = start + _LONGEST_LIST
    for line, seen in zip(lines[start:end], sights[start:end], strict=True):
        if (line.shape == "prose" and not _is_beginning(line)) or line.marker == "bullet":
            break
        if not _OPENING.isdisjoint(seen.by_kind):
            break
        how, date = _UNDATED if seen.is_blind else _dated(seen)
        byline = seen.by_kind.get("byline")
        if not how and byline is not None and byline.captured.count is not None:
            break  # « Classé dans : jardin - 3 commentaires », which is said of posts alone
        rows.append(_Row(line.marker, how, tells_day(date)))
    return rows


def _is_beginning(line: Line) -> bool:
    """Whether no more than the beginning of a text is shown."""
    return line.text.endswith(LEFT_OPEN)


def _stand_first(places: range, length: int, lines: Sequence[Line]) -> bool:
    """Whether what items show of texts stands over all else that they say: so it is with comments, not with posts."""
    return not any(lines[at].shape == "prose" for at in places if length == 1 or (at - places.start) % length)


def _ends_over_text(places: range, lines: Sequence[Line], sights: Sequence[Sights]) -> bool:
    """Whether the last item of a list is rather what stands over the text that follows, which tells no other day."""
    days = [date for at in places if (date := _date_in(sights[at])) and tells_day(date)]
    text_at = next((at for at in range(places.stop, len(lines)) if lines[at].shape == "prose"), None)
    if not days or text_at is None or text_at - places.stop > _NEAR_TEXT:
        return False
    if text_at > places.stop and _are_falling(days):
        return False
    for at in range(places.stop, len(lines)):
        seen = sights[at]
        if at > text_at and not _OPENING.isdisjoint(seen.by_kind):
            break
        if tells_day(_date_in(seen)) and (at < text_at or seen.date is not None or "byline" in seen.by_kind):
            return False
    return True


def _are_falling(days: Sequence[str]) -> bool:
    """Whether the last of some days is of their list, where the latest stands first, and all are near each other."""
    last = days[-1][:_A_YEAR]
    return any(day[:_A_YEAR] == last for day in days[:-1]) and all(
        later >= day for later, day in pairwise(days)
    )


def _date_in(seen: Sights) -> str:
    return _dated(seen)[1]


def _dated(seen: Sights) -> tuple[str, str]:
    """How a row gives a date, whatever else it says, and the date; "" twice where it gives none."""
    if seen.date is not None:
        return "alone", seen.date
    for kind in _DATING:
        sight = seen.by_kind.get(kind)
        if sight is not None and sight.captured.date is not None:
            # « Publié par Zoé le 3 mai », under such a list, is no row of it.
            return sight.cue if sight.fixed >= _KNOWN else kind, sight.captured.date
    return _UNDATED if seen.dated is None else ("behind", seen.dated[1])
