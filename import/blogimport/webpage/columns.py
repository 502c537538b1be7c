"""Where the names and days stand that nothing tells: at one place in all comments, with other words in each.

What stands at the same place in all of them and says the same is the theme's; what differs and may be a name is one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from blogimport.textpage import own_name, plausible_name
from blogimport.webpage.fields import Comments, Fields
from blogimport.webpage.hints import Hint
from blogimport.webpage.looks import look_of
from blogimport.webpage.own import Own
from blogimport.webpage.scan import Scan
from blogimport.webpage.signatures import is_beside_names
from reader.dates import find_dates, tells_whole_day

_FEWEST = 2
# Of so many comments one may have its name where it was not found.
_MOST_OTHERS = 3
_LONGEST = 50
_MOST_WORDS = 5
_TAGS = frozenset(
    (
        "a",
        "b",
        "strong",
        "cite",
        "em",
        "i",
        "u",
        "span",
        "font",
        "small",
        "div",
        "p",
        "td",
        "h3",
        "h4",
        "h5",
        "h6",
    )
)
# What lines of bare text are wrapped into, in some comments and not in others.
_WRAPPED = "span."
_CELLS = frozenset(("td", "th"))
_FIGURES = re.compile(r"\d+")
_Path = tuple[str, ...]


def sign_by_columns(comments: Comments, units: Sequence[int]) -> None:
    """Says who wrote those comments whose authors are not told, where most are such."""
    if len(units) < _FEWEST:
        return
    read = {unit: comments.fields(unit, comments.scan.right_within(unit, units)) for unit in units}
    unnamed = [unit for unit in units if read[unit].author is None]
    if len(unnamed) < _FEWEST or len(unnamed) * 2 < len(units):
        _sign_like_others(comments, read)
        return
    for column in _columns(read).values():
        if all(unit in column for unit in unnamed) and _are_names(comments, column, read):
            for unit in unnamed:
                text = comments.scan.text(column[unit])
                read[unit].sign(own_name(text) or text, column[unit])
            return


def date_by_columns(comments: Comments, units: Sequence[int]) -> None:
    """Says when comments were written whose dates are not told, where a date stands at one place in all of them."""
    read = {unit: comments.fields(unit, comments.scan.right_within(unit, units)) for unit in units}
    if all(fields.published and fields.body.text for fields in read.values()):
        return
    for column in _columns(read).values():
        days = {
            unit: _day_alone(comments.scan.text(place), comments.language) for unit, place in column.items()
        }
        # What else stands there is the same in all of them.
        if len(days) == len(units) and len({beside for _, beside in days.values()}) == 1:
            for unit, (published, _) in days.items():
                if published is not None:
                    read[unit].date(published, column[unit])
            return


def _day_alone(text: str, language: str | None) -> tuple[str | None, str]:
    """The only date of a short text, and what stands beside it, whatever its figures; (None, the text) without one."""
    dates = find_dates(text, language)
    if len(dates) != 1 or not tells_whole_day(dates[0].iso):
        return None, text
    return dates[0].iso, _FIGURES.sub("0", text[: dates[0].start] + "|" + text[dates[0].end :])


def _columns(read: Mapping[int, Fields], *, by_tag: bool = True) -> dict[_Path, dict[int, int]]:
    """The short texts at one place in some comments, by the looks of what they are in and by comment.

    Where their tags may differ (not `by_tag`), as in « <a>Zoé</a> » and « <b>Léo</b> », their number tells.
    """
    columns: dict[_Path, dict[int, int]] = {}
    for unit, fields in read.items():
        for path, place in _short_texts(fields.own, by_tag=by_tag).items():
            columns.setdefault(path, {})[unit] = place
    return columns


def _sign_like_others(comments: Comments, read: Mapping[int, Fields]) -> None:
    """Says who wrote the few comments whose name was not found, or elsewhere, where that of most others stands."""
    doubtful = [unit for unit, fields in read.items() if fields.author is None or not fields.own.authors]
    if not doubtful or len(read) < _MOST_OTHERS:
        return
    columns = [*_columns(read).values()]
    if any(read[unit].author is None for unit in doubtful):
        columns += _columns(read, by_tag=False).values()
    for column in columns:
        texts = {unit: comments.scan.text(place) for unit, place in column.items()}
        others = [unit for unit, text in texts.items() if read[unit].author != text]
        # Where there is no other name, two tell where it stands; else it takes more.
        enough = _MOST_OTHERS if any(read[unit].author for unit in others) else _FEWEST
        if (
            others
            and len(others) * enough <= len(texts) - len(others)
            and all(unit in doubtful and _is_name(texts[unit]) for unit in others)
        ):
            for unit in others:
                read[unit].sign(own_name(texts[unit]) or texts[unit], column[unit])
            return


def _short_texts(own: Own, *, by_tag: bool) -> dict[_Path, int]:
    """The short texts of a comment outside of its words, by the looks of what they are in; those at one place only."""
    scan = own.scan
    found: dict[_Path, int] = {}
    doubled: set[_Path] = set()
    for place in own.places[1:]:
        if (
            scan.tags[place] not in _TAGS
            or not 0 < scan.sizes[place] <= _LONGEST
            or scan.has_blocks(place)
            or scan.hints[place] & (Hint.TITLE | Hint.DATE)
            or scan.is_in_one(place, own.texts)
            or any(
                0 < scan.sizes[inner] < scan.sizes[place] for inner in range(place + 1, scan.last[place] + 1)
            )
        ):
            continue
        path = [_place_of(scan, place) if by_tag else str(scan.children(scan.parents[place]).index(place))]
        for outer in scan.above(place):
            if outer == own.unit:
                break
            if (at := _place_of(scan, outer)) != _WRAPPED:
                path.append(at)
        key = tuple(path)
        if key in found:
            doubled.add(key)
        found[key] = place
    return {path: place for path, place in found.items() if path not in doubled}


def _place_of(scan: Scan, place: int) -> str:
    """What an element looks like; which of its row, if it is a cell."""
    look = look_of(scan.elements[place])
    if scan.tags[place] not in _CELLS:
        return look
    return f"{look} {scan.children(scan.parents[place]).index(place)}"


def _are_names(comments: Comments, column: Mapping[int, int], read: Mapping[int, Fields]) -> bool:
    """Whether the texts of a column are not all the same, and each may be a name."""
    texts = [comments.scan.text(place) for place in column.values()]
    if any(len(read[unit].body.text) < len(text) + 2 for unit, text in zip(column, texts, strict=True)):
        return False  # it would be all that somebody wrote
    return len(set(texts)) > 1 and all(map(_is_name, texts))


def _is_name(text: str) -> bool:
    return (
        plausible_name(text)
        and text.count(" ") < _MOST_WORDS
        and not text.endswith((".", "!", "?", "…", ":"))
        and not is_beside_names(text)
        and not find_dates(text)
    )
