"""The lines of a page that say when, by their shape; and what differs between lines of one shape.

No table of phrases knows every theme, but a theme prints all comments alike: what the lines that sign them share is the
theme's, and what differs is the name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from blogimport.textpage.cues import (
    DATE,
    TIME,
    MarkedLine,
    counted_back,
    cries,
    cue_book,
    has_figure,
    marked_line,
    plausible_name,
)
from blogimport.textpage.lines import Line
from reader.dates import tells_day

# When something was said, and when that was changed.
_MOST_MOMENTS = 2
# Longer lines are texts that tell a date.
_LONGEST = 120
_LONGEST_NAME_WORDS = 5
# Of two different texts a shared word may be a first name; of three it is the theme's.
FEWEST_DIFFERENT = 3
_MOSTLY = 0.7
# One small word stands between names that are no answer, too.
_FEWEST_BETWEEN = 2
_NUMBER = re.compile(r"\d+")
_DAY = re.compile(r"[(\[]\s*(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})\.?\s*[)\]]\W{0,2}$")
_MONTHS, _LONGEST_MONTH = 12, 31
# With these people adorn their names, and themes part nothing.
_ORNAMENTS = "♥♡❤★☆✿❀❁♪♫☼☀☺☻♦♣♠°†"
_TOKEN = re.compile(
    rf"(?:[^\W_]|[{_ORNAMENTS}])+(?:['’.\-_&](?:[^\W_]|[{_ORNAMENTS}])+)*\.?|[^\w\s{_ORNAMENTS}]+|\S"
)
_BRACKETED = re.compile(r"\s*(\([^()]{1,30}\)|\[[^][]{1,30}\])\s*")
# Between a day and a time of day stand signs and a short word or two: „um“, « el Mié, ».
_MOMENT = re.compile(
    f"[{DATE}{TIME}](?:(?:[\\s,.:;@|–—-]*\\b[^\\W\\d_]{{1,4}}\\b){{0,2}}[\\s,.:;@|–—-]*[{DATE}{TIME}])?"
)
# The number or the sign that links to a comment.
_PLACE = re.compile(r"[\s|·•–—-]*#\d*\s*$")
_SIGNS_BEFORE = re.compile(rf"[^\w\s.{_ORNAMENTS}]*\s*$")
_SIGNS_AFTER = re.compile(rf"\s*[^\w\s{_ORNAMENTS}]*")
_CELL, _COLONS = re.compile(r"\s+[|·•]\s+"), re.compile(r"\s+::\s+")
MARKS = '/|·•:;,–—@()[]{}<>#*~="«»- \t'
_ADORNING = "*~="
# « Zoé :) »
_SMILING = re.compile(r"[:;=]['’]?-?[)(DP](?=\s*$)")
_ADORNED = re.compile(rf"[{_ADORNING}]+$")


class Stamp(NamedTuple):
    """A line that says when: the index of its place, the date, and what stands before and behind it.

    `ago` tells that it counts back from a day that is not told.
    """

    place: int
    date: str | None
    before: str
    after: str
    ago: bool = False

    @property
    def has_day_alone(self) -> bool:
        """Whether it tells on which day, and not at what time."""
        return self.date is not None and "T" not in self.date


def stamps_in(lines: Sequence[Line], language: str | None) -> list[Stamp]:
    """The lines that say when, once, and little else."""
    marked: dict[int, MarkedLine] = {}
    ago: set[int] = set()
    for index, line in enumerate(lines):
        if len(line.text) > _LONGEST:
            continue
        one = marked_line(line.text, language) if has_figure(line.text) else None
        if line.shape == "short" and (one is None or not (one.dates or one.times)):
            if one is not None:
                one = _day_in_brackets(line.text, language) or one
            counting = counted_back(line.text)
            if counting is not None:
                ago.add(index)
                one = counting
        if one is not None:
            marked[index] = one
    brackets: Counter[str] = Counter()
    for one in marked.values():
        brackets.update({match[1].casefold() for match in _BRACKETED.finditer(one.written)})
    stamps: list[Stamp] = []
    for index, one in marked.items():
        places = list(_MOMENT.finditer(one.written))
        if (
            not 0 < len(places) <= _MOST_MOMENTS
            or len(one.dates) > len(places)
            or len(one.times) > len(places)
        ):
            continue
        if one.dates and not tells_day(one.dates[0]):
            continue  # a month is when an archive is from
        written = one.written
        before, after = written[: places[0].start()], written[places[0].end() :]
        before, after = (
            _BRACKETED.sub(lambda match: " " if brackets[match[1].casefold()] > 1 else match[0], part)
            for part in (before, after)
        )
        stamps.append(Stamp(index, one.moment, before, _PLACE.sub("", after), index in ago))
    return stamps


def _day_in_brackets(text: str, language: str | None) -> MarkedLine | None:
    """A line that ends with a day and a month in figures: « Zoé (18/06) », elsewhere a score or a price."""
    match = _DAY.search(text)
    if match is None:
        return None
    day, month = int(match["first"]), int(match["second"])
    if (language == "en" and day <= _MONTHS) or month > _MONTHS:
        day, month = month, day
    if not (1 <= day <= _LONGEST_MONTH and 1 <= month <= _MONTHS):
        return None
    written = f"{text[: match.start()]}({DATE})"
    return MarkedLine(written, written, (f"--{month:02d}-{day:02d}",))


def alike(text: str) -> list[str]:
    """The words and signs of a text, any figures alike."""
    return [_NUMBER.sub("0", token).casefold() for token in _TOKEN.findall(text)]


def shape_of_stamp(stamp: Stamp) -> tuple[str, ...]:
    """What tells lines of one layout from others: the signs by the date, and on which sides of it are words."""
    left, right = _SIGNS_BEFORE.search(stamp.before), _SIGNS_AFTER.match(stamp.after)
    return (
        left[0].strip() if left else "",
        right[0].strip() if right else "",
        "before" if stamp.before[: left.start() if left else None].strip() else "",
        "after" if any(map(str.isalnum, stamp.after)) else "",
        "ago" if stamp.ago else "",
    )


def is_name(text: str) -> bool:
    """Whether a text may be what somebody signs with; what announces a day (« Posté le ») is nobody."""
    if not text or text.count(" ") >= _LONGEST_NAME_WORDS or not (plausible_name(text) or cries(text)):
        return False
    return not cue_book().announcing.is_label(text)


def without_answered(names: Sequence[str]) -> list[str]:
    """The names without the others whom they answer: « Zoé answers Marc », where both have comments of their own.

    What stands between two such names does so between others: one of these may have no comment.
    """
    found: list[str] = []
    between: set[str] = set()
    known = {name for name in names if is_name(name)}
    for name in names:
        other = max((one for one in known if name.endswith(f" {one}")), key=len, default="")
        rest = name.removesuffix(other).split() if other else []
        while rest and rest[-1].islower():
            rest.pop()
        is_answer = rest and len(rest) < len(name.removesuffix(other).split())
        found.append(" ".join(rest) if is_answer else name)
        if is_answer:
            between.add(name[len(found[-1]) : len(name) - len(other)])
    for words in between:
        if words.count(" ") > _FEWEST_BETWEEN:
            found = [name.partition(words)[0] or name for name in found]
    return found


def differing(texts: Sequence[str], *, fewest: int = FEWEST_DIFFERENT) -> list[str]:
    """What differs between texts of one shape: without the words that all begin and end with, and without a count.

    Of fewer different texts than `fewest` a shared word may be a first name.
    """
    if len(texts) > 1 and len(set(texts)) == 1:
        return [""] * len(texts)
    tokens = [_TOKEN.findall(text) for text in texts]
    same = [alike(text) for text in texts]
    first = _fixed(shared_beginning(same), [each[:] for each in tokens], len(set(map(tuple, same))), fewest)
    rest = [each[first:] for each in tokens]
    backwards = [each[first:][::-1] for each in same]
    last = _fixed(
        shared_beginning(backwards), [each[::-1] for each in rest], len(set(map(tuple, same))), fewest
    )
    found: list[str] = []
    for text, each, kept in zip(texts, tokens, rest, strict=True):
        kept = kept[: len(kept) - last]
        found.append(_bare(_between(text, each, first, first + len(kept)), text))
    cells = _without_shared_cells([_first_cell(name) for name in found])
    return _beforeshared_beginning(_without_usual(cells))


def _bare(part: str, text: str) -> str:
    """A part of a text without the signs around it; a bracket that opens within it is closed as in the text.

    Who adorns a name does so on both sides: « ~zoé~ », « *~*zoé*~* ».
    """
    bare = part.strip(MARKS)
    smiling = _SMILING.search(part)
    if smiling is not None and bare:
        return part[part.find(bare) : smiling.end()]
    start = part.find(bare)
    before, behind = part[:start], part[start + len(bare) :]
    adorned = _ADORNED.search(before) if behind[:1] in _ADORNING else None
    if adorned is not None and behind.startswith(adorned[0][::-1]):
        return f"{adorned[0]}{bare}{adorned[0][::-1]}"
    for opening, closing in ("[]", "()"):
        if bare.count(opening) > bare.count(closing):
            start = text.rfind(bare)
            end = text.find(closing, start + len(bare))
            return text[start : end + 1] if end >= 0 else bare
    if bare.count('"') == 1 and (start := text.find(bare)) >= 0:
        end = text.find('"', start + len(bare))
        return text[start : end + 1] if end >= 0 else bare
    return bare


def _without_usual(names: Sequence[str]) -> Sequence[str]:
    """Names without the words that most begin with: « Commentaire par Zoé », where one is « Pingback par … »."""
    words = [name.split(" ") for name in names]
    usual = Counter(tuple(each[:2]) for each in words if len(each) > 2 and each[1].islower()).most_common(1)
    if not usual or usual[0][1] < max(FEWEST_DIFFERENT, _MOSTLY * len(names)):
        return names
    return [
        " ".join(each[2:]) if tuple(each[:2]) == usual[0][0] else name
        for name, each in zip(names, words, strict=True)
    ]


def _beforeshared_beginning(names: Sequence[str]) -> list[str]:
    """Names without what follows a small word in all of them: « Zoé a dit », « Marc a dit en réponse à Zoé »."""
    words = [name.split(" ") for name in names]
    small = [{word for word in each[1:] if word.islower()} for each in words]
    shared = set.intersection(*small) if len(set(names)) >= FEWEST_DIFFERENT else set()
    if not shared:
        return list(names)
    ends = [min(each.index(word, 1) for word in shared) for each in words]
    return [" ".join(each[:end]) for each, end in zip(words, ends, strict=True)]


def _first_cell(name: str) -> str:
    """A name without further cells that hold figures: « Zoé · 10p »."""
    first, *others = _CELL.split(name)
    return first if others and all(_NUMBER.search(other) for other in others) else name


def _without_shared_cells(names: list[str]) -> list[str]:
    """Names without further cells that others have, too: « Zoé :: email :: site », « Marc :: email »."""
    cells = [_COLONS.split(name) for name in names]
    having = Counter(cell for each in cells for cell in set(each[1:]))
    return [
        each[0] if len(each) > 1 and all(having[cell] > 1 for cell in each[1:]) else name
        for name, each in zip(names, cells, strict=True)
    ]


def _between(text: str, tokens: Sequence[str], first: int, end: int) -> str:
    """The stretch of a text from one of its tokens to another, as it is written."""
    place, start = 0, len(text)
    for index, token in enumerate(tokens[:end]):
        place = text.index(token, place)
        if index == first:
            start = place
        place += len(token)
    return text[start:place] if start < place else ""


def shared_beginning(tokens: Sequence[Sequence[object]]) -> int:
    """How many tokens all begin with."""
    count = 0
    for column in zip(*tokens, strict=False):
        if any(token != column[0] for token in column):
            break
        count += 1
    return count


def _fixed(shared: int, tokens: Sequence[Sequence[str]], different: int, fewest: int) -> int:
    """How many of the shared tokens are the theme's: two people may share their first name, and some texts."""
    while shared and different < fewest:
        token = tokens[0][shared - 1]
        if not token[0].isalpha() or token.islower():
            break
        shared -= 1
    return shared
