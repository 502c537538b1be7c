"""The language of a text, told from its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from blogimport.textpage.cues import Sights, cue_book
from blogimport.textpage.lines import Line
from reader.dates import tells_whole_day

# What stands at the end of words: cutting it off costs a tenth of looking for words.
_MARKS = '.,;:!?()"«»'
_WIDE_MARKS = "…\u202f\u2009"
# For each byte of Latin-1 a space if it is a mark, or the small letter: bytes are changed at once, letters one by one.
_COMPARED = bytes(ord(" " if (sign := chr(code)) in _MARKS else sign.lower()) for code in range(256))
# Fewer hits than this say nothing; more text than this says nothing new.
_FEWEST_HITS = 3
# From which sign to which; Japanese is told from Chinese by its kana, one in a few signs.
_SCRIPTS = {"ja": ("\u3040", "\u30ff"), "zh": ("\u4e00", "\u9fff"), "ko": ("\uac00", "\ud7a3")}
_FEW_KANA = 5
_FEWEST_SIGNS = 20
_ENOUGH_TEXT = 2500
_FIGURES = re.compile(r"(?<![\d/.-])(\d\d?)[/.-](\d\d?)[/.-](\d{4}|\d\d)(?![\d/])")
_MONTHS = 12
# A language whose all-figures dates have the day first, as `reader.dates` takes it of any that it does not know.
_MONTH_FIRST = "en"
_MERIDIEM = re.compile(r",?\s+\d{1,2}:\d\d(?::\d\d)?\s?[AP]M\b")
_DAY_FIRST = "en-GB"
# Most pages are told by their first lines: where one language has so many hits, and so many times those of any other,
# the rest would not change it.
_FIRST_LOOK = 800
_MANY_HITS, _CLEARLY = 30, 2.0


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language whose common words a text holds most, None where that is open."""
    best, score, second = _ranked(text[:_FIRST_LOOK])
    if score < _MANY_HITS / 2 or score < _CLEARLY * second:
        best, score, second = _ranked(text[:_ENOUGH_TEXT])
    if best is not None and score >= _FEWEST_HITS / 2 and score > 1.2 * second:
        return best
    return _by_script(text[:_ENOUGH_TEXT])


def _ranked(text: str) -> tuple[str | None, float, float]:
    """The language that a text is most likely in, how much speaks for it, and how much for the next one."""
    hits: dict[str, int] = {}
    for languages, count in Counter(filter(None, map(_languages_by_word().get, _words(text)))).items():
        for language in languages.split():
            hits[language] = hits.get(language, 0) + count
    weights = _weights()
    ranked = sorted([(-count * weights[language], language) for language, count in hits.items()])
    if not ranked:
        return None, 0.0, 0.0
    return ranked[0][1], -ranked[0][0], -ranked[1][0] if len(ranked) > 1 else 0.0


def _by_script(text: str) -> str | None:
    """The language of a text without spaces between words, from its script."""
    signs = {
        language: sum(low <= sign <= high for sign in text) for language, (low, high) in _SCRIPTS.items()
    }
    if signs["ja"] * _FEW_KANA > signs["zh"] and signs["ja"] > _FEWEST_SIGNS:
        return "ja"
    best = max(signs, key=lambda language: signs[language])
    return best if signs[best] > _FEWEST_SIGNS else None


def order_of_dates(lines: Sequence[Line], sights: Sequence[Sights], language: str | None) -> str | None:
    """A language in whose order the all-figures dates of a page are, None where that is its own."""
    if language == "en":
        return _british(lines, sights)
    return _MONTH_FIRST if _are_american(lines, sights) else None


def _are_american(lines: Sequence[Line], sights: Sequence[Sights]) -> bool:
    """Whether dates have the month first though the page is in another language, as Blogger wrote them at first.

    A day after the twelfth tells it, or « PM » behind a time.
    """
    matches = [
        match
        for line, seen in zip(lines, sights, strict=True)
        # What is no date of anything says nothing, and most lines are none.
        if not seen.is_blind
        and "/" in line.text
        and (match := _FIGURES.search(line.text)) is not None
        and "/" in match[0]
    ]
    if not matches or any(int(match[1]) > _MONTHS for match in matches):
        return False
    return any(int(match[2]) > _MONTHS for match in matches) or all(
        _MERIDIEM.match(match.string, match.end()) for match in matches
    )


def _british(lines: Sequence[Line], sights: Sequence[Sights]) -> str | None:
    """British English where the all-figures dates of an English page have the day first, None where none says so.

    Where no figure is too great for a month, the days follow a date in words, or each other, as comments do.
    """
    is_told = False
    open_ones: list[tuple[str, str]] = []
    in_words: str | None = None
    for line, seen in zip(lines, sights, strict=True):
        if seen.is_blind:
            continue
        text = line.text
        # What stands between the figures is looked for by itself, in a tenth of the time.
        is_marked = "/" in text or "." in text or "-" in text
        match = _FIGURES.search(text) if is_marked else None
        if match is None:
            in_words = in_words or _whole_date(seen)
            continue
        first, second, year = match.groups()
        if int(second) > _MONTHS:
            return None
        is_told = is_told or int(first) > _MONTHS
        full = year if len(year) > 2 else f"20{year}"
        open_ones.append((f"{full}-{first:0>2}-{second:0>2}", f"{full}-{second:0>2}-{first:0>2}"))
    return _DAY_FIRST if is_told or _follow_by_day(open_ones, in_words) else None


def _whole_date(seen: Sights) -> str | None:
    """The day that a line states with its year, if any."""
    byline = seen.by_kind.get("byline")
    date = seen.date or (byline.captured.date if byline is not None else None)
    return date[: len("2006-05-03")] if date is not None and tells_whole_day(date) else None


def _follow_by_day(dates: Sequence[tuple[str, str]], in_words: str | None) -> bool:
    """Whether dates follow one in words, or each other, if the day stands first in them, and only then.

    Each is given with the month first and with the day first.
    """
    if not dates:
        return False
    by_month, by_day = ([one[place] for one in dates] for place in (0, 1))
    if in_words is not None:
        follow = [min(each) >= in_words for each in (by_month, by_day)]
        if follow[0] != follow[1]:
            return follow[1]
    # A day later, the month would be another one.
    return _months_between(by_day) < _months_between(by_month)


def _months_between(dates: Sequence[str]) -> int:
    """How many months lie between the first and the last of some dates."""
    months = [int(date[:4]) * _MONTHS + int(date[5:7]) for date in (min(dates), max(dates))]
    return months[1] - months[0]


def beginning(lines: Iterable[Line]) -> str:
    """Enough of the text of some lines to tell their language."""
    texts: list[str] = []
    size = 0
    for line in lines:
        texts.append(line.text)
        size += len(line.text) + 1
        if size >= _ENOUGH_TEXT:
            break
    return " ".join(texts)[:_ENOUGH_TEXT]


def _words(text: str) -> list[str]:
    """The words of a text as they are compared, in small letters; letters that Latin-1 lacks are spelled out."""
    text = text.replace("’", "'").replace("ß", "ss")
    for sign in _WIDE_MARKS:
        text = text.replace(sign, " ")
    return text.encode("latin-1", "backslashreplace").translate(_COMPARED).decode("latin-1").split()


@cache
def _languages_by_word() -> dict[str, str]:
    """For each common word the languages that have it, with a space between, of which there are few combinations."""
    found: dict[str, list[str]] = {}
    for language, common in cue_book().common_words.items():
        # Where letters are spelled out, a capital is another one.
        forms = " ".join(form for word in common for form in (word, word.capitalize(), word.upper()))
        for word in set(_words(forms)):
            found.setdefault(word, []).append(language)
    return {word: " ".join(languages) for word, languages in found.items()}


@cache
def _weights() -> dict[str, float]:
    """What a word of each language weighs: a long list of words hits more."""
    return {language: len(common) ** -0.25 for language, common in cue_book().common_words.items()}
