"""Comments whose values stand behind labels: « Nom : Zoé », « Date : 3 mai 2006 », « Commentaire : … ».

Forms print so what was typed into them, and forums their heads. The labels repeat with each comment; those that no
table knows, « URL : », « Topic : », are the theme's, too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from blogimport.textpage.cues import (
    DATE,
    TIME,
    Captured,
    FieldKind,
    Sight,
    Sights,
    field_of,
    marked_line,
    no_text,
    signed_name,
    speaker,
)
from blogimport.textpage.labelling import is_crowded
from blogimport.textpage.lines import Line, ends_sentence, first_prose, shape_of
from blogimport.textpage.recasting.layouts import OVER, UNDER
from blogimport.textpage.recasting.recast import (
    FirstReading,
    Recast,
    counting,
    counts,
    opens_comments,
    signed_as,
)
from blogimport.textpage.recasting.shapes import is_name
from blogimport.textpage.recasting.standing import end_of_comments, is_opener, repeated_lines

_FEWEST, _FEWEST_UNCOUNTED = 2, 3
# Under so many headings a label is looked for.
_MOST_TRIED = 3
_SURE = 8
_NEAR = 6
_HALF = 0.5
# So many lines may stand from a name to when it was written.
_MOST_BETWEEN = 3
_LABELLED = re.compile(r"(?P<label>[^\W\d_][^:.!?|\d]{0,24}?)\s*:(?:\s+(?P<value>.*)|$)")
# A further label in the same line: « De : Zoé Objet : … ».
_FURTHER = re.compile(r"\s+[^\W\d_]{3,20}\s?:(?=\s|$)")
# What is printed with each comment: right under who wrote it, and elsewhere.
UNDER_NAME = Sights({"ago": Sight(cue=UNDER, fixed=_SURE)})
"""What a line is that stands under who wrote a comment, and tells of that person."""
_PRINTED = Sights({"tail": Sight(cue="a label that is printed with each comment", fixed=_SURE)})


@dataclass(slots=True)
class _Field:
    """A line that begins with a label, which others begin with, too; `kind` is what the label announces, if known."""

    place: int
    label: str
    value: str
    kind: FieldKind | None


def recast_fields(page: FirstReading) -> Iterator[Recast]:
    """The page with who and when on the lines that begin comments, where labels stand before these."""
    lines, sights, declared, _, language, _ = page
    labelled = repeated_labels(lines)
    names = Counter(one.label for one in labelled.values() if one.kind == "author" and is_name(one.value))
    for label, count in names.most_common(1):
        if count >= _FEWEST:
            recast = _recast(label, labelled, lines, sights, declared, language)
            if recast is not None:
                yield recast
    for label, announced in _announced_under_heading(lines, sights):
        recast = _recast(label, {**labelled, **announced}, lines, sights, len(announced), language)
        if recast is not None:
            yield recast
    for label, announced in _announced(lines).items():
        count, first = len(announced), min(announced)
        is_counted = any(counts(lines[at], count) for at in range(max(0, first - _NEAR), first))
        if count >= _FEWEST and (declared == count or is_counted):
            recast = _recast(label, {**labelled, **announced}, lines, sights, count, language)
            if recast is not None:
                yield recast


def _announced(lines: Sequence[Line]) -> dict[str, dict[int, _Field]]:
    """For each word that announces a name without a colon the lines that begin with it: « De Zoé »."""
    found: dict[str, dict[int, _Field]] = {}
    is_close = is_crowded(lines)
    for index, line in enumerate(lines):
        is_begin = is_close or line.after_blank or (index > 0 and lines[index - 1].marker is not None)
        if line.shape == "short" and is_begin and line.marker is None:
            label, _, name = line.text.partition(" ")
            label = label.casefold()
            if name and field_of(label) == "author" and is_name(name):
                found.setdefault(label, {})[index] = _Field(index, label, signed_name(name), "author")
    return found


def _announced_under_heading(
    lines: Sequence[Line], sights: Sequence[Sights]
) -> Iterator[tuple[str, dict[int, _Field]]]:
    """The lines that begin with the same two words as the one right under a heading: « Réaction de Zoé ».

    What a heading announces at once, and several times with other names, are comments.
    """
    openers = [index for index, seen in enumerate(sights) if seen.by_kind and is_opener(seen)]
    tried: Counter[str] = Counter()
    for first in (index + 1 for index in openers if index + 1 < len(lines)):
        label = _first_words(lines[first])
        # What begins so under each of many headings is text.
        if label is None or tried[label] == _MOST_TRIED:
            continue
        tried[label] += 1
        found: dict[int, _Field] = {}
        for index in range(first, len(lines)):
            name = lines[index].text[len(label) :].strip()
            if _first_words(lines[index]) == label and is_name(name):
                found[index] = _Field(index, label, signed_name(name), "author")
        texts = sum(index + 1 < len(lines) and index + 1 not in found for index in found)
        if len({one.value for one in found.values()}) >= _FEWEST_UNCOUNTED and texts == len(found):
            yield label, found


def _first_words(line: Line) -> str | None:
    """The two words that a short line begins with, where the second is a small one and more follow."""
    words = line.text.split(" ", 2)
    is_led = line.shape == "short" and len(words) > _FEWEST and words[1].islower() and words[1].isalpha()
    return f"{words[0]} {words[1]}".casefold() if is_led and words[0].isalpha() else None


def repeated_labels(lines: Sequence[Line]) -> dict[int, _Field]:
    """The lines that begin with labels that stand on several lines, by their places."""
    found: dict[int, _Field] = {}
    for index, line in enumerate(lines):
        match = _LABELLED.match(line.text) if ":" in line.text else None
        if match is not None:
            label = match["label"].casefold()
            kind, value = field_of(label), (match["value"] or "").strip()
            value = value if kind == "text" else _FURTHER.split(value)[0]
            found[index] = _Field(
                index, label, signed_name(value) if value and kind == "author" else value, kind
            )
    counts = Counter(one.label for one in found.values())
    return {index: one for index, one in found.items() if counts[one.label] >= _FEWEST}


def _recast(
    label: str,
    labelled: dict[int, _Field],
    lines: Sequence[Line],
    sights: Sequence[Sights],
    declared: int | None,
    language: str | None,
) -> Recast | None:
    """The page whose comments begin where a label announces a name; None where these are none."""
    prose = first_prose(lines)
    anchors = sorted(index for index, one in labelled.items() if one.label == label and index > prose)
    names = [value for index in anchors if is_name(value := labelled[index].value)]
    if len(set(names)) < _FEWEST or len(names) <= _HALF * len(anchors):
        return None
    over = anchors[0] - _start(anchors[0], labelled, lines)
    ends = [_start(index, labelled, lines, over) for index in anchors] + [len(lines)]
    while not labelled[anchors[-1]].value:
        anchors.pop()  # what is left empty is the form
    starts = ends[: len(anchors)]
    if starts[-1] < starts[0]:
        return None  # where the last one begins before the first, labels stand over no fields of their own
    begin, stop = starts[0], ends[len(anchors)]
    if all(start and sights[start - 1].date for start in starts):
        return _dated_over(anchors, labelled, lines, sights, declared)
    above = range(begin - 1, max(-1, begin - 1 - _NEAR), -1)
    heading = next((at for at in above if opens_comments(lines[at], sights[at], len(anchors))), None)
    own_lines, own_sights = list(lines), list(counting(heading, len(anchors), lines, sights))
    closing = repeated_lines(lines, sights, anchors[0], anchors[-1], len(anchors), set(anchors))
    end_of_last = end_of_comments(starts, lines, closing)
    for index in range(end_of_last, len(lines)):
        if sights[index].is_blind or "heading" in sights[index].by_kind:
            own_sights[index] = no_text("under the comments")
    is_bare = _LABELLED.match(lines[anchors[0]].text) is None
    printed_under = _under_names(anchors, names, lines, sights) if is_bare else set()
    dated_under = _dates_under(anchors, lines, sights)
    printed_under.update(at for anchor, last in dated_under.items() for at in range(anchor + 1, last + 1))
    usual = _usual_labels(labelled, starts)
    dates = texts = said = whole = 0
    for start, end, anchor in zip(starts, [*starts[1:], stop], anchors, strict=True):
        fields = [labelled[index] for index in range(start, end) if index in labelled]
        labels = _own(fields, usual)
        date = next((when for one in labels if (when := _when(one, language))), None)
        if date is None and anchor in dated_under:
            date = sights[dated_under[anchor]].date
        dates += date is not None or any(sights[index].date for index in range(start, end))
        head = anchor
        while head + 1 in printed_under:
            head += 1
            own_sights[head] = UNDER_NAME
        for index in printed_under.intersection(range(head + 1, end)):
            own_sights[index] = _PRINTED
        head = start if head == anchor else head
        for one in labels:
            is_next = one.place == head + 1
            own_sights[one.place] = UNDER_NAME if is_next else _PRINTED
            head += is_next
            if one.kind == "text":
                whole += bool(one.value) and one.place == end - 1
                texts += not one.value.isdecimal()  # a number counts comments
                if one.value:
                    own_lines[one.place] = replace(
                        lines[one.place], text=one.value, shape=shape_of(one.value)
                    )
                    own_sights[one.place] = Sights()
        name = labelled[anchor].value
        captured = Captured(author=name if is_name(name) else None, date=date)
        own_sights[start] = speaker(captured, OVER)
        printed = {one.place for one in labels if one.kind != "text" or not one.value} | printed_under
        said += any(index not in printed for index in range(start, end))
    if whole == len(anchors) - 1 >= _FEWEST and anchors[-1] < stop:
        _end_with_label(labelled, lines, own_sights, range(anchors[-1], stop))
    least = _HALF * len(anchors)
    if said < len(anchors) or (declared != len(anchors) and not (dates >= least or texts >= least)):
        return None
    if heading is None and declared != len(anchors) and texts < least:
        return None
    return signed_as(own_lines, own_sights, begin, len(anchors))


def _end_with_label(
    labelled: dict[int, _Field], lines: Sequence[Line], sights: list[Sights], last: range
) -> None:
    """Let the last comment end with its labelled text, as all others do: what stands apart below is the site's."""
    text = next(
        (at for at in last if at in labelled and labelled[at].kind == "text" and labelled[at].value), None
    )
    below = range(text + 1, last.stop) if text is not None else range(0)
    said = [at for at in below if sights[at].is_blind]
    if said and lines[below.start].after_blank and not any(_tells(lines[at]) for at in said):
        for at in said:
            sights[at] = no_text("under the comments")


def _tells(line: Line) -> bool:
    return line.shape != "short" or ends_sentence(line)


def _dated_over(
    anchors: Sequence[int],
    labelled: dict[int, _Field],
    lines: Sequence[Line],
    sights: Sequence[Sights],
    declared: int | None,
) -> Recast | None:
    """The page where a line with the date stands over each name."""
    own = list(sights)
    first = anchors[0] - 1
    above = range(first - 1, max(-1, first - 1 - _NEAR), -1)
    is_told = any(opens_comments(lines[at], sights[at], len(anchors)) for at in above)
    if not is_told and declared != len(anchors):
        return None
    for anchor in anchors:
        name = labelled[anchor].value
        captured = Captured(author=name if is_name(name) else None, date=sights[anchor - 1].date)
        own[anchor - 1] = speaker(captured, OVER)
        own[anchor] = UNDER_NAME
    return signed_as(lines, own, first, len(anchors))


def _under_names(
    anchors: Sequence[int], names: Collection[str], lines: Sequence[Line], sights: Sequence[Sights]
) -> set[int]:
    """The lines that are printed with each comment, and those that say under a name whom it answers."""
    printed = repeated_lines(lines, sights, anchors[0], anchors[-1], len(anchors), set(anchors))
    for at in (anchor + 1 for anchor in anchors if anchor + 1 < len(lines)):
        if lines[at].text.partition(" ")[2] in names:
            printed.add(at)
            below = lines[at + 1] if at + 1 < len(lines) else None
            if below and below.shape == "short" and not below.after_blank and not ends_sentence(below):
                printed.add(at + 1)  # what somebody is, right under whom that one answers
    return printed


def _dates_under(anchors: Sequence[int], lines: Sequence[Line], sights: Sequence[Sights]) -> dict[int, int]:
    """The line that says only when, for each name, where it stands as far under most: « Zoé », « cook », « 3 May »."""
    found: dict[int, int] = {}
    for anchor in anchors:
        for at in range(anchor + 1, min(len(lines), anchor + 1 + _MOST_BETWEEN)):
            if lines[at].after_blank or lines[at].shape != "short":
                break
            if sights[at].date:
                found[anchor] = at
                break
    offsets = Counter(at - anchor for anchor, at in found.items())
    usual, count = offsets.most_common(1)[0] if offsets else (0, 0)
    return found if usual > 1 and count > _HALF * len(anchors) else {}


def _start(anchor: int, labelled: dict[int, _Field], lines: Sequence[Line], most: int | None = None) -> int:
    """Where the comment begins to which a name belongs: with the labelled lines right over that, so many at most."""
    start = anchor
    while most is None or anchor - start < most:
        over = labelled.get(start - 1)
        if over is None or lines[start].after_blank or over.kind not in ("date", "other", None):
            break
        start -= 1
    return start


def _usual_labels(labelled: dict[int, _Field], starts: Collection[int]) -> set[str]:
    """The labels that the theme prints in comments which begin at `starts`: what somebody writes has labels, too."""
    first = min(starts)
    everywhere = Counter(one.label for place, one in labelled.items() if place >= first)
    # What only some have typed in stands between what all have.
    within = Counter(
        one.label
        for place, one in labelled.items()
        if place >= first and place - 1 in labelled and place + 1 in labelled
    )
    return {
        label for label, count in everywhere.items() if count >= _HALF * len(starts) or within[label] == count
    }


def _own(fields: Sequence[_Field], usual: Collection[str]) -> list[_Field]:
    """Of the labelled lines of a comment those with a label that the theme prints, each once."""
    seen: set[str] = set()
    found: list[_Field] = []
    for one in fields:
        if one.label not in seen and one.label in usual:
            seen.add(one.label)
            found.append(one)
    return found


def _when(one: _Field, language: str | None) -> str | None:
    """The date behind a label."""
    if one.kind != "date":
        return None
    marked = marked_line(one.value, language)
    if not marked.dates or len(marked.written.strip(f" ,;.()@-–{DATE}{TIME}")) > _NEAR:
        return None
    return marked.moment
