"""How much of a page speaks for comments that begin and end somewhere: what stands over, under and between them.

Must not know which lines are looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from blogimport.textpage.cues import Sights
from blogimport.textpage.lines import Line, ends_sentence, first_prose, stops
from blogimport.textpage.recasting.layouts import counts
from blogimport.textpage.recasting.ordering import share
from blogimport.textpage.recasting.shapes import Stamp, alike
from blogimport.textpage.recasting.standing import is_opener, is_text

_FEWEST = 2
_LONGEST_LABEL_WORDS = 7
_NEAR = 6
# What it weighs that lines which sign share no word on either side of when.
_OTHERWISE = 2.0


@dataclass(slots=True)
class Period:
    """One way to see where comments begin and end.

    `head` and `foot` tell what stands over and under all texts, each place by the index of its line in the first
    comment; `names` has for the place of each line that says when that of the name, and the name.
    """

    stamps: Sequence[Stamp]
    spans: list[range]
    names: dict[int, tuple[int, str]] = field(default_factory=dict)
    head: list[str] = field(default_factory=list)
    foot: list[str] = field(default_factory=list)
    printed: set[int] = field(default_factory=set)
    value: float = 0.0
    own: Stamp | None = None

    def texts(self) -> list[range]:
        """The lines of each comment between what stands over its text and under it."""
        over, under = len(self.head), len(self.foot)
        return [range(span.start + over, span.stop - under) for span in self.spans]


def say_alike(stamps: Sequence[Stamp]) -> bool:
    """Whether some lines say the same on one side of when at least."""
    return any(
        len({tuple(alike(text)) for text in texts}) == 1
        for texts in ([one.before for one in stamps], [one.after for one in stamps])
    )


def speaks_for(period: Period, lines: Sequence[Line], sights: Sequence[Sights]) -> float:
    """How much of a page speaks for comments beginning and ending somewhere."""
    value = _at_top(period, lines, sights) + _at_bottom(period, lines, sights) + _apart(period, lines)
    value += sum(0.5 if kind == "number" else -1.0 for kind in period.head if kind in ("printed", "number"))
    value += sum(1.0 if kind == "printed" else 0.0 for kind in period.foot)
    value -= 0.0 if say_alike(period.stamps) else _OTHERWISE
    value += 2.0 if "subject" in period.head else 0.0
    named = [name for _, name in period.names.values()]
    if (
        len(named) > _FEWEST
        and len(set(named)) == _FEWEST
        and 1 in (named.count(named[0]), named.count(named[-1]))
    ):
        value -= 1.0  # a button, and what stands over the first or under the last
    # What comes again in most texts is none of theirs.
    said = Counter(text for one in period.texts() for text in {lines[at].text for at in one})
    value -= 1.5 * sum(count >= max(_FEWEST, len(period.spans) - 1) for count in said.values())
    return value


def _at_top(period: Period, lines: Sequence[Line], sights: Sequence[Sights]) -> float:
    """What is said over the first comment: a heading stands right over it, and the text of the post."""
    start, first = period.spans[0].start, period.stamps[0].place
    count = len(period.stamps)
    prose = first_prose(lines)
    if prose >= start:
        return -3.0
    value = 0.0
    opening = [
        at
        for at in range(max(prose + 1, start - _NEAR), first)
        if at not in period.printed
        and (is_opener(sights[at]) or (counts(lines[at], count) and lines[at].marker is None))
    ]
    if opening and opening[-1] == start - 1:
        value += 4.0
    elif opening and opening[-1] >= start:
        value -= 6.0
    elif opening:
        value -= 3.0
    elif _is_label(lines[start - 1]) and "byline" not in sights[start - 1]:
        value += 1.5
    elif not period.head:
        # Nothing tells the text from that of the post.
        said = sorted(map(len, period.texts()[1:]))
        usual = said[len(said) // 2]
        value -= 0.5 * abs(len(period.texts()[0]) - usual)
    begin = period.texts()[0].start
    if not period.head and _is_label(lines[begin]) and len(period.texts()[0]) > 1:
        value -= 1.5
    return value


def _at_bottom(period: Period, lines: Sequence[Line], sights: Sequence[Sights]) -> float:
    """What is said under the last comment: something of the site, and no further text."""
    stop = period.spans[-1].stop
    text = period.texts()[-1]
    value = -3.0 * sum(not is_text(at, lines, sights, period.printed) for at in text)
    if stop >= len(lines):
        value += 1.0
    elif not is_text(stop, lines, sights, period.printed):
        value += 2.0
    elif _is_label(lines[stop]):
        value += 1.0
    elif ends_sentence(lines[stop]):
        value -= 5.0
    if period.head and stops(lines[text.start].text):
        value += 1.5
    if not period.foot and _is_label(lines[text[-1]]):
        others = sum(_is_label(lines[one[-1]]) for one in period.texts()[:-1])
        value -= (3.0 if len(text) == 1 else 1.5) if not others else 0.0
    return value


def _apart(period: Period, lines: Sequence[Line]) -> float:
    """Whether blank lines stand where comments begin, and none within what stands over or under a text."""
    starts = [span.start for span in period.spans[1:]]
    value = 1.5 * share(lines[at].after_blank for at in starts)
    value += 2.0 * share(lines[at].marker is not None for at in starts)
    # A theme has blank lines by its texts or has none.
    for edges in (
        [text.start for text in period.texts()] if period.head else [],
        [text.stop for text in period.texts()] if period.foot else [],
    ):
        apart = share(lines[at].after_blank for at in edges)
        value -= 2.0 if 0 < apart < 1 else 0.0
        # What signs stands not nearer to the text of another.
        value -= 4.0 * max(0.0, apart - share(lines[at].after_blank or lines[at].marker for at in starts))
    for kinds, ways in (
        (period.head, [span.start for span in period.spans]),
        (period.foot, [span.stop - len(period.foot) for span in period.spans]),
    ):
        order = kinds if kinds is period.head else kinds[::-1]
        # A button ends a comment, and stands not between who and when.
        signing = [at for at, kind in enumerate(order) if kind in ("name", "date")]
        value -= 2.0 * sum(
            kind == "printed" for kind in order[: max(signing, default=0)][min(signing, default=0) :]
        )
        for at, (one, other) in enumerate(pairwise(order), 1):
            if {one, other} == {"name", "date"}:
                value -= 1.5 * share(lines[start + at].after_blank for start in ways)
    return value


def _is_label(line: Line) -> bool:
    """Whether a line may be a heading, or a button: it is short, ends no sentence, and begins with a capital."""
    text = line.text
    return (
        line.shape == "short"
        and (not ends_sentence(line) or text[-1] in ")»”")
        and not text[0].islower()
        and text.count(" ") <= _LONGEST_LABEL_WORDS
    )
