"""Lines that are rows of a theme because they are built alike, whatever their words: « Zoé | ¶ | Zinc | rien ».

Must not know what such a row says, nor where on a page it stands.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from blogimport.textpage.cues import sights_of
from blogimport.textpage.labelling import Page
from blogimport.textpage.lines import Line
from blogimport.textpage.several.sayings import LONGEST_ROW, Saying, is_sentence

_FEWEST = 2
_LONGEST_LABEL = 5
# So many lines a post has at least besides the row.
_TITLE_AND_TEXT = 2
_FIGURES = re.compile(r"\d+")
# What stands between the parts of a row.
_BORDERS = re.compile(r"(?<=\s)(?:[|•·»›>¶]|::|//)(?=\s+\S)")
# One of these is in each row.
_SIGN = re.compile(r"[\d|•·»›>¶:/]")
# The words that a plural changes: « 1 Respuesta », « 3 Respuestas ».
_PLURALS = "sne"

# What rows have, and texts that begin or end alike hardly do: borders, a time, a number in brackets, one first.
_OF_THEME = re.compile(r"[|•·¶]|::|»|\d:\d\d|[(\[]\d+[)\]]|^\d+ \S+$")
_COUNT_BEHIND = re.compile(r"(?<=\S )\d{1,4} [^\W\d_]+$")

_Build = tuple[str, ...]


def rows_alike(page: Page, sayings: Mapping[int, Saying]) -> Iterator[tuple[int, Saying]]:
    """What those lines of a page say that are built alike, and stand apart: rows in words that no cue knows.

    They say what others of them do by their words. A title may be built as others are, too: « Semaine 12 : les semis ».
    """
    texts = [index for index, line in enumerate(page.lines) if line.shape == "prose"]
    told: set[int] = set()
    for number, group in enumerate(_built(page, sayings), 1):
        rows = [index for index in group if index not in told]
        different = {page.lines[index].text for index in rows}
        if len(different) < _FEWEST or not _stand_apart(rows, texts):
            continue
        told.update(rows)
        known = {sayings[index].row for index in rows if index in sayings and not sayings[index].is_unknown}
        if len(known) > 1:
            continue
        dated = {index for index in rows if _is_dated(page, sayings, index)}
        new = Saying(is_dated=len(dated) == len(rows), is_unknown=True, may_title=True, built=number)
        saying = next(iter(known), new)
        yield from (
            (index, saying)
            for index in rows
            # « mai 2009 » of a list is no row with a day.
            if (index in dated or not saying.is_dated)
            and (index not in sayings or (known and sayings[index].is_unknown))
        )


def _stand_apart(rows: Sequence[int], texts: Sequence[int]) -> bool:
    """Whether a text, or a title and the beginning of one, stands between any two rows."""
    between = (
        later - row > _TITLE_AND_TEXT or bisect(texts, later) > bisect(texts, row)
        for row, later in pairwise(rows)
    )
    return all(between)


def _is_dated(page: Page, sayings: Mapping[int, Saying], index: int) -> bool:
    return page.sights[index].dated is not None or (index in sayings and sayings[index].is_dated)


def _built(page: Page, sayings: Mapping[int, Saying]) -> list[list[int]]:
    """The lines that are built alike, the most first."""
    built: dict[_Build, list[int]] = defaultdict(list)
    for index, line in enumerate(page.lines):
        if line.marker is not None or len(line.text) > LONGEST_ROW:
            continue
        if index not in sayings and page.sights[index].by_kind:
            continue
        for build in _builds(line):
            built[build].append(index)
    return sorted(built.values(), key=len, reverse=True)


def _builds(line: Line) -> set[_Build]:
    """How a line is built that has borders or figures: its borders, its first words, its last ones; not any other's.

    A long one may be a sentence that is cut, unless it has several borders.
    """
    text = line.text
    if (text[-1].isalnum() and _SIGN.search(text) is None) or is_sentence(line):
        return set()
    words = _FIGURES.sub("0", text).split()
    borders = _BORDERS.findall(text)
    builds: set[_Build] = {("borders", *borders)} if len(borders) > 1 else set()
    is_label = len(words) <= _LONGEST_LABEL and not any(map(str.isalnum, words[-1]))
    if line.shape == "prose" or len(words) < _FEWEST:
        return builds
    label = next((at for at, word in enumerate(words[:_LONGEST_LABEL]) if word[-1] == ":"), None)
    if label is not None:
        builds.add(("label", *words[: label + 1]))
        builds.add(("label", words[0], *words[max(label - 1, 0) : label + 1]))
    if not (borders or is_label or "0" in "".join(words)):
        return builds
    builds.add(("first", *words[:2]))
    builds.add(("last", *(word.rstrip(_PLURALS) for word in words[-2:])))
    if borders:
        builds.add(("first", words[0], *borders))
    return builds


def is_of_theme(line: Line) -> bool:
    """Whether a line that is built as others are has signs of a row, and not words alone: « Pour 4 personnes »."""
    return _OF_THEME.search(line.text) is not None or count_behind(line.text) is not None


def count_behind(text: str) -> int | None:
    """The number of comments at the end of a row that says something else before: « Vélo, Voyages 4 commentaires »."""
    match = _COUNT_BEHIND.search(text)
    byline = sights_of(match[0]).by_kind.get("byline") if match is not None else None
    return byline.captured.count if byline is not None else None
