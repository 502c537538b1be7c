"""What the lines of a page say of its posts, by their words and because they come again.

A theme prints the same beside all days, in words that no cue knows; the same few words over, or under, several posts
of a category; how many comments there are as a figure alone.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from blogimport.leadingon import is_more
from blogimport.textpage.cues import FIRST_BLOG, has_figure
from blogimport.textpage.labelling import LONGEST_TITLE, Page
from blogimport.textpage.lines import Line, stops
from blogimport.textpage.several.alike import rows_alike
from blogimport.textpage.several.daytitles import day_title
from blogimport.textpage.several.sayings import (
    LEADING_ON,
    LONGEST_ROW,
    Saying,
    are_no_names,
    are_of_common_words,
    author_said,
    files_weakly,
    is_sentence,
    saying_of,
)
from reader.dates import FoundDate, find_dates, tells_day

_FEWEST, _FEWEST_LABELS, _FEWEST_TITLES = 2, 3, 3
# So many known letters of who signs are no accident.
_SURE = 6
_LONGEST_LABEL = 5
_LONGEST_DAY, _BESIDE_DAY = 50, 4
_DATED = Saying(is_dated=True)
# The cue for such days.
_COUNTED_DAY = "{date} {number}"
_TIME, _FIGURE = re.compile(r"\d{1,2}:\d\d"), re.compile(r"\d+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|[./-]\d\d(?!\d)")


def sayings_in(page: Page, language: str | None) -> Mapping[int, Saying]:
    """What the lines of a page say of its posts, by their index."""
    sayings = {
        index: saying
        for index in page.seeing
        if (saying := saying_of(page.lines[index], page.sights[index])) is not None
    }
    weak = [index for index, saying in sayings.items() if saying.files and files_weakly(page.sights[index])]
    if len(weak) < _FEWEST:
        sayings = {index: saying for index, saying in sayings.items() if index not in weak}
    titles = [index for index, saying in sayings.items() if saying.may_title]
    # A list beside the posts names their titles again.
    whose = [author_said(page.sights[index]) for index in titles if not sayings[index].is_item]
    if len(set(whose)) < len(whose):
        # Who writes is named again and again, no title is.
        sayings.update((index, sayings[index]._replace(may_title=False)) for index in titles)
    sayings.update(list(_of_one_form(page, sayings)))
    blind = [
        index
        for index, (line, seen) in enumerate(zip(page.lines, page.sights, strict=True))
        if line.marker is None and seen.is_blind
    ]
    sayings.update(_labels(page, blind, sorted(sayings)))
    figured = [index for index in blind if has_figure(page.lines[index].text)]
    sayings.update(_figures(page, figured))
    # To look for days takes long; most figures are none.
    dated = [
        index
        for index in figured
        if len(page.lines[index].text) <= LONGEST_ROW and _YEAR.search(page.lines[index].text)
    ]
    sayings.update(_days(page, dated, language))
    sayings.update(_day_titles(page, language))
    sayings.update(_lone_days(page, sayings))
    sayings.update(_uncounted_days(page, sayings))
    sayings.update(list(rows_alike(page, sayings)))
    return sayings


def _of_one_form(page: Page, sayings: Mapping[int, Saying]) -> Iterator[tuple[int, Saying]]:
    """The rows that name somebody, or where they are filed, as others of their form do: « 9 mai 2012   Interviews »."""
    named: dict[str, Saying] = {}
    unnamed: list[tuple[int, str, Saying]] = []
    for index, saying in sayings.items():
        byline = page.sights[index].by_kind.get("byline")
        if byline is None or not saying.is_dated or "{author}" not in byline.cue:
            continue
        if saying.names:
            named[byline.cue] = saying
        else:
            unnamed.append((index, byline.cue, saying))
    for index, cue, saying in unnamed:
        other = named.get(cue)
        if other is not None and saying == other._replace(names=False, may_title=False):
            yield index, other


def _labels(page: Page, blind: Sequence[int], rows: Sequence[int]) -> Iterator[tuple[int, Saying]]:
    """The short lines that come again, or begin with one that does: a category, or who writes, as a theme has them.

    Where some `rows` say something of posts, others stand between them: else one post says the same again.
    """
    short = [
        (index, text)
        for index in blind
        if (text := page.lines[index].text).count(" ") < _LONGEST_LABEL
        and page.lines[index].shape == "short"
        and not is_sentence(page.lines[index])
    ]
    # « Zoé 22:19:00 0 », « Zoé 18:12 3 »: who wrote at what time, and how many comments there are.
    timed = [(index, _FIGURE.sub("0", text)) for index, text in short if _TIME.search(text)]
    shapes = Counter(shape for _, shape in timed)
    yield from ((index, Saying(is_label=True)) for index, shape in timed if shapes[shape] >= _FEWEST_LABELS)
    times = Counter(text for _, text in short)
    for again in (text for text, count in times.items() if count > 1 and any(map(str.isalpha, text))):
        indices = [index for index, text in short if text.startswith(again)]
        between = {bisect(rows, index) for index in indices}
        if len(indices) >= _FEWEST_LABELS and (not rows or len(between) >= _FEWEST_LABELS):
            said = LEADING_ON if is_more(again) else Saying(is_label=True)
            yield from ((index, said) for index in indices)


def _figures(page: Page, figured: Sequence[int]) -> Iterator[tuple[int, Saying]]:
    """The lines that are a figure alone, how many comments a post has, but where they count something."""
    places = [index for index in figured if page.lines[index].text.isdecimal()]
    figures = [int(page.lines[index].text) for index in places]
    if len(figures) >= _FEWEST and figures != list(range(figures[0], figures[0] + len(figures))):
        yield from ((index, Saying(counts=True, is_unknown=True)) for index in places)


def _days(page: Page, dated: Sequence[int], language: str | None) -> Iterator[tuple[int, Saying]]:
    """The lines that have the same words beside a day: « samedi 3 mai 2008 · 2 min », « Zoé Date 3 mai 2008 Fil »."""
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index in dated:
        first, *rest = page.lines[index].text.split()
        alike[first, ""].append(index)
        if rest:
            alike["", rest[-1]].append(index)
            if first[0].isdecimal():
                alike[_FIGURE.sub("0", first), rest[0]].append(index)
    # Days are looked for only where lines begin or end alike.
    for indices in alike.values():
        beside: dict[tuple[str, str], list[int]] = defaultdict(list)
        for index in indices if len(indices) >= _FEWEST else ():
            words = _words_at_day(page.lines[index].text, language)
            if words is not None:
                beside[words].append(index)
        for rows in beside.values():
            if len(rows) >= _FEWEST:
                yield from ((index, Saying(is_dated=True, is_unknown=True)) for index in rows)


def _day_titles(page: Page, language: str | None) -> Iterator[tuple[int, Saying]]:
    """The lines that are a day and a title: « Mardi 3 mai 2005 - Le four banal », « Mercato · 3 mai 2005 »."""
    dated = [
        index
        for index, line in enumerate(page.lines)
        if line.marker is None and len(line.text) <= LONGEST_TITLE and _YEAR.search(line.text)
    ]
    if len(dated) < _FEWEST_TITLES:
        return
    # « Écrit par : Zoé | lundi 3 mai 2005 » says who in words.
    told = {
        index: day_title(page.lines[index].text, language)
        for index in dated
        if (head := page.sights[index].by_kind.get("head")) is None or head.fixed < _SURE
    }
    titles = {index: parts.title for index, parts in told.items() if parts is not None}
    # Names beside days sign comments.
    are_names = not (are_no_names(titles.values()) or are_of_common_words(titles.values()))
    if len(set(titles.values())) >= max(_FEWEST_TITLES, len(titles)) and not are_names:
        saying = Saying(is_dated=True, names=True, may_title=True, is_title=True)
        yield from ((index, saying) for index in titles)


def _lone_days(page: Page, sayings: Mapping[int, Saying]) -> Iterator[tuple[int, Saying]]:
    """The lines of several words with a day, as no other is: titles, « 15 août 2020 : ce qui est ouvert »."""
    lone = [
        index
        for index, saying in sayings.items()
        if saying == _DATED and page.lines[index].text.count(" ") >= _LONGEST_LABEL
    ]
    if len(lone) == 1 and sum(saying.row == _DATED for saying in sayings.values()) == 1:
        yield lone[0], _DATED._replace(may_title=True)


def _uncounted_days(page: Page, sayings: Mapping[int, Saying]) -> Iterator[tuple[int, Saying]]:
    """The one day alone among others with a figure behind them: of a post without comments, and else as they are."""
    alone = [index for index, saying in sayings.items() if saying.is_day_alone]
    if len(alone) != 1:
        return
    bylines = (
        page.sights[index].by_kind.get("byline") for index, saying in sayings.items() if saying == _DATED
    )
    if sum(byline is not None and byline.cue == _COUNTED_DAY for byline in bylines) >= _FEWEST:
        yield alone[0], _DATED


def whole_day(text: str) -> str | None:
    """The first day with its year in a text, ISO; None where there is none."""
    date = _first_whole(text)
    return None if date is None else date.iso


def day_right_over(lines: Sequence[Line], start: int) -> str | None:
    """The day, ISO, that is all of the line right over one, but for a sign or two: « ➠ April 17, 2003 »."""
    text = lines[start - 1].text if start else ""
    date = _first_whole(text) if len(text) <= _LONGEST_DAY else None
    return date.iso if date is not None and len(text) - (date.end - date.start) <= _BESIDE_DAY else None


def _first_whole(text: str) -> FoundDate | None:
    return next(filter(_is_whole, find_dates(text)), None)


def _is_whole(date: FoundDate) -> bool:
    return date.has_year and tells_day(date.iso) and date.iso >= FIRST_BLOG


def _words_at_day(text: str, language: str | None) -> tuple[str, str] | None:
    """The words before and behind the first whole date of a text; None of a sentence, and of a date alone."""
    if stops(text):
        return None
    for date in filter(_is_whole, find_dates(text, language)):
        before, behind = text[: date.start].split(), text[date.end :].split()
        words = (before[-1] if before else "", _FIGURE.sub("0", behind[0]) if behind else "")
        return words if any(words) else None
    return None
