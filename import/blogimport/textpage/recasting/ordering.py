"""In which order the lines of a comment follow each other: who, when and what, all on lines of their own.

The lines between two dates are the same whichever order is meant; what tells is the edges (what stands over the first
and under the last), blank lines and markers where a comment begins, buttons where it ends, and colons.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from blogimport.textpage.cues import Sights
from blogimport.textpage.lines import Line, ends_sentence
from blogimport.textpage.recasting.shapes import alike
from blogimport.textpage.recasting.standing import is_opener, is_text, repeated_lines

_HALF = 0.5
_NEAR = 6
# How far over the first line that signs a comment the heading over all of them may stand.
_FURTHEST = 40


class Order(NamedTuple):
    """One order: whether the text stands under what signs it, over it, or between its two lines."""

    is_over: bool
    is_split: bool
    begins_with_name: bool


NAME_DATE_TEXT = Order(is_over=True, is_split=False, begins_with_name=True)
DATE_NAME_TEXT = Order(is_over=True, is_split=False, begins_with_name=False)
TEXT_NAME_DATE = Order(is_over=False, is_split=False, begins_with_name=True)
TEXT_DATE_NAME = Order(is_over=False, is_split=False, begins_with_name=False)
NAME_TEXT_DATE = Order(is_over=False, is_split=True, begins_with_name=True)
DATE_TEXT_NAME = Order(is_over=False, is_split=True, begins_with_name=False)


def likeliest(
    orders: Sequence[Order], pairs: Sequence[tuple[int, int]], lines: Sequence[Line], sights: Sequence[Sights]
) -> tuple[float, Order]:
    """Of some orders the one for which most of a page speaks, and how much.

    `pairs` are the places of the date and of the name of each comment.
    """
    blocks = [(min(pair), max(pair)) for pair in pairs]
    signing = {place for pair in pairs for place in pair}
    repeated = repeated_lines(lines, sights, blocks[0][0], blocks[-1][1], len(blocks), signing)
    texts = {
        index
        for index in range(blocks[0][0], blocks[-1][1])
        if index not in signing and is_text(index, lines, sights, repeated)
    }
    names = [alike(lines[at].text) for _, at in pairs]
    above = range(max(0, blocks[0][0] - _NEAR), blocks[0][0])
    named = _likeness(names) - (3.0 if any(_is_like(names, lines[index]) for index in above) else 0.0)
    found = [(named + _agreement(order, blocks, texts, lines, sights, repeated), order) for order in orders]
    return max(found, key=lambda one: one[0])


def _agreement(
    order: Order,
    blocks: Sequence[tuple[int, int]],
    texts: set[int],
    lines: Sequence[Line],
    sights: Sequence[Sights],
    repeated: set[int],
) -> float:
    """How much of a page speaks for an order."""
    spans = _spans(order, blocks)
    said = sum(not texts.isdisjoint(range(first, end)) for first, end in spans)
    value = 3.0 * said / max(1, len(spans))
    value += _edges(order, blocks, lines, sights, repeated)
    apart = [lines[end].after_blank for _, end in blocks]
    if not order.is_split and any(apart) and not all(apart):
        value -= 2.0  # a theme prints who and when alike each time: what stands apart is something else
    return value + _gaps(order, blocks, lines, repeated)


def _likeness(names: Sequence[Sequence[str]]) -> float:
    """Whether all lines with names begin, or end, with a word of the theme, which a line that is none does not."""
    value = 0.0
    for edge in (0, -1):
        count = _commonest(names, edge)[1]
        if count == len(names) > 1:
            value += 1.5
        elif count >= max(2, _HALF * len(names)):
            value -= 3.0
    return value


def _is_like(names: Sequence[Sequence[str]], line: Line) -> bool:
    """Whether a line begins with the word of the theme with which most lines with names begin."""
    word, count = _commonest(names, 0)
    words = alike(line.text)
    return count >= max(2, _HALF * len(names)) and len(words) > 1 and words[0] == word


def _commonest(names: Sequence[Sequence[str]], edge: int) -> tuple[str, int]:
    """The word with which most of several lines of more than a word begin or end, and how many do."""
    counts = Counter(words[edge] for words in names if len(words) > 1)
    return counts.most_common(1)[0] if counts else ("", 0)


def _spans(order: Order, blocks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches that hold the texts, as far as lines that sign comments stand on both sides of them."""
    if order.is_split:
        return [(first + 1, last) for first, last in blocks]
    return [(before[1] + 1, after[0]) for before, after in pairwise(blocks)]


def _edges(
    order: Order,
    blocks: Sequence[tuple[int, int]],
    lines: Sequence[Line],
    sights: Sequence[Sights],
    repeated: set[int],
) -> float:
    """What stands over the first comment and under the last one, as the order has it."""
    first, last = blocks[0][0], blocks[-1][1]
    begins_with_text = not (order.is_over or order.is_split)
    value = 0.0
    above = range(first - 1, max(-1, first - _FURTHEST), -1)
    opener = next((index for index in above if is_opener(sights[index])), None)
    if opener is not None:
        between = [i for i in range(opener + 1, first) if is_text(i, lines, sights, repeated)]
        said = any(ends_sentence(lines[i]) for i in between)
        # A word or two over the first may be a label, or all that somebody wrote.
        weight = 3.0 if said or not between else 1.0
        value += weight if begins_with_text == bool(between) else -weight
    after = last + 1
    while after < len(lines) and after in repeated:
        after += 1
    goes_on = after < len(lines) and is_text(after, lines, sights, repeated)
    if not goes_on:
        value += -3.0 if order.is_over else 2.0
    elif ends_sentence(lines[after]):
        value += 2.0 if order.is_over else -2.0
    elif order.is_over:
        value += 0.5
    if all(lines[end].text[-1] == ":" for _, end in blocks):
        value += 2.0 if order.is_over else -3.0
    return value


def _gaps(
    order: Order, blocks: Sequence[tuple[int, int]], lines: Sequence[Line], repeated: set[int]
) -> float:
    """Whether blank lines, markers and buttons stand where the order has one comment end and the next one begin."""
    if order.is_over or order.is_split:
        begins = [start for start, _ in blocks]
        inside = [end + 1 for _, end in blocks] if order.is_over else [start + 1 for start, _ in blocks]
    else:
        begins = [end + 1 for _, end in blocks[:-1]]
        inside = [start for start, _ in blocks]
    printed_within = 0.0
    if order.is_split:
        inside += [end for _, end in blocks]
        # Buttons end a comment.
        printed_within = share(end - 1 in repeated for _, end in blocks)
    while any(begin in repeated for begin in begins):
        begins = [begin + 1 if begin in repeated else begin for begin in begins]
    begins, inside = ([place for place in places if place < len(lines)] for places in (begins, inside))
    if not begins or not inside:
        return -2.0 * printed_within
    later = begins[1:] if order.is_over or order.is_split else begins
    value = 2.0 * (share(lines[place].after_blank for place in later or begins))
    value -= 2.0 * share(lines[place].after_blank for place in inside)
    value += 3.0 * share(lines[place].marker is not None for place in begins)
    value -= 3.0 * share(lines[place].marker is not None for place in inside)
    value += share(place - 1 in repeated for place in later)
    return value - 2.0 * printed_within


def share(claims: Iterable[object]) -> float:
    """Which share of some claims is true, 0 to 1; 0 of none."""
    told = list(claims)
    return sum(map(bool, told)) / max(1, len(told))
