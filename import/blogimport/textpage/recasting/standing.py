"""Where the comments stand of which the signing lines are known: over or under these, from where and how far.

Must not know how the signing lines were found.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from blogimport.textpage.cues import Sights, speaks_of_comments
from blogimport.textpage.lines import Line, ends_sentence

_FEWEST = 2
# What stands alone in so few words, without a full stop, may be a button or a heading.
_LONGEST_LABEL_WORDS = 4
_FEWEST_SUBJECTS = 3
# How far over a line that signs it the item of a list may begin.
_FURTHEST = 60
# The share of a thing's occurrences that makes it the rule of a page.
_MOSTLY = 0.7
_HALF = 0.5
# Counts and votes differ: « 3 Reply », « +1 ».
_NUMBER = re.compile(r"[+\-−]?\d+")
_LABEL = re.compile(r"[^\W\d_][^:.!?]{0,20}:(?=\s)")
ANSWERING = re.compile(r"(?:(?:re|aw|antw|sv|rép|rif)(?:\[\d+\])?\s?:\s*)+", re.IGNORECASE)
"""What mail programs write before the subject of an answer, and forums after them."""
_OPENERS = frozenset(("heading", "form", "closed", "answers"))


def without_answering(subject: str) -> str:
    """A subject without « Re: » before it; what SPIP draws before each, « > », stays."""
    begin = 2 if subject.startswith("> ") else 0
    answering = ANSWERING.match(subject, begin)
    return subject if answering is None else subject[:begin] + subject[answering.end() :]


def is_opener(seen: Sights) -> bool:
    """Whether a line may be what is said over comments; a button within them that reads alike is not."""
    return not _OPENERS.isdisjoint(seen.by_kind) and "tail" not in seen.by_kind


def end_of_comments(heads: Sequence[int], lines: Sequence[Line], repeated: set[int]) -> int:
    """The index after the last comment, of those that begin with their signing lines."""
    end = len(lines)
    first, last = lines[heads[0]], heads[-1]
    closing = sum(head - 1 in repeated for head in heads[1:])
    if closing >= _MOSTLY * (len(heads) - 1):
        # Each ends with a button, and so does the last.
        button = next((index for index in range(last + 1, end) if index in repeated), None)
        while button is not None and button + 1 in repeated:
            button += 1
        end = end if button is None or button <= last + 1 else button + 1
    base = min(lines[index].indent for index in range(heads[0], last + 1))
    if base:
        # The comments stand within a list, and it ends where something stands further out.
        outer = (index for index in range(last + 1, end) if lines[index].indent < base)
        end = next(outer, end)
        if first.marker and all(lines[head].marker for head in heads):
            start = last + 1
            if all(_goes_on(head + 1, base, lines) for head in heads):
                # Who, when and what one may do are items of one list.
                start = next((at for at in range(start, end) if not _goes_on(at, base, lines)), end)
            further = (
                index for index in range(start, end) if lines[index].indent == base and lines[index].marker
            )
            end = next(further, end)
    return end


def _goes_on(index: int, indent: int, lines: Sequence[Line]) -> bool:
    """Whether a line is an item right under another one with that indent."""
    if index >= len(lines):
        return False
    line = lines[index]
    return line.marker is not None and line.indent == indent and not line.after_blank


def repeated_lines(
    lines: Sequence[Line], sights: Sequence[Sights], first: int, last: int, count: int, signing: set[int]
) -> set[int]:
    """The indices of short lines that stand in at least half of the comments, and are the theme's."""
    shapes: dict[str, list[int]] = {}
    for index in range(first, min(len(lines), last + 6)):
        line = lines[index]
        if index not in signing and line.shape == "short" and sights[index].date is None:
            # « Contributions : 17 », « De : Lyon »: what is said of who wrote
            label = _LABEL.match(line.text)
            said = label[0] if label is not None else _NUMBER.sub("0", line.text)
            shapes.setdefault(said.casefold(), []).append(index)
    least = max(_FEWEST, _HALF * count)
    return {index for indices in shapes.values() if len(indices) >= least for index in indices}


def is_text(index: int, lines: Sequence[Line], sights: Sequence[Sights], repeated: set[int]) -> bool:
    """Whether a line may be what somebody wrote."""
    kinds = sights[index].by_kind.keys()
    return index not in repeated and kinds <= {"head", "byline", "head_before", "ago"}


def stand_over(
    heads: Sequence[int], lines: Sequence[Line], sights: Sequence[Sights], repeated: set[int]
) -> bool:
    """Whether signing lines stand over what they sign, rather than under it."""
    if all(_holds_next(index, lines) for index in heads):
        return True  # what stands within an item belongs to its first line
    vote = 0.0
    first, last = heads[0], heads[-1]
    opener = max((i for i in range(first) if is_opener(sights[i])), default=None)
    if opener is not None:
        between = [i for i in range(opener + 1, first) if is_text(i, lines, sights, repeated)]
        said = sum(ends_sentence(lines[i]) and not _is_no_text(lines[i].text) for i in between)
        vote += 3.0 if not between else -3.0 if said else 0.5
    else:
        vote += _vote_of_footer(first, lines, sights, repeated)
    after = last + 1
    while after < len(lines) and after in repeated:
        after += 1
    if after == len(lines) or not is_text(after, lines, sights, repeated):
        vote -= 2.0
    elif ends_sentence(lines[after]):
        vote += 1.5
    elif not _is_label(lines[after]) or lines[after].text.count(" ") >= _LONGEST_LABEL_WORDS:
        vote += 0.5
    if lines[first].marker and all(lines[index].marker for index in heads):
        vote += 2.0
    if any(ANSWERING.match(lines[index - 1].text) for index in heads if index):
        vote += 3.0  # subjects stand over what signs
    if _close_items(heads, lines):
        vote -= 3.0
    if all(lines[index].text[-1] == ":" for index in heads):
        vote += 3.0
    tight_above = sum(not lines[index].after_blank for index in heads)
    tight_below = sum(i + 1 < len(lines) and not lines[i + 1].after_blank for i in heads)
    vote += (tight_below - tight_above) / len(heads)
    is_tight_above = not lines[first].after_blank
    is_tight_below = last + 1 < len(lines) and not lines[last + 1].after_blank
    if is_tight_above != is_tight_below:
        vote += 2.0 if is_tight_below else -2.0
    return vote > 0


def _holds_next(index: int, lines: Sequence[Line]) -> bool:
    """Whether a line begins an item that the next line stands in."""
    if lines[index].marker is None or index + 1 >= len(lines):
        return False
    return lines[index + 1].marker is None and lines[index + 1].indent > lines[index].indent


def _is_no_text(text: str) -> bool:
    """Whether a line that ends as texts do speaks of comments, or is the subject of one."""
    return speaks_of_comments(text) or ANSWERING.match(text) is not None


def _vote_of_footer(first: int, lines: Sequence[Line], sights: Sequence[Sights], repeated: set[int]) -> float:
    """What the lines between the post's own footer and the first signing line say: a text there is signed by it."""
    place = first - 1
    while place >= 0 and not _says_who(sights[place]):
        place -= 1
    if place < 0:
        return 0.0
    top = place
    while top > 0 and not is_text(top - 1, lines, sights, repeated):
        top -= 1
    if not top or not ends_sentence(lines[top - 1]):
        return 0.0  # no text stands over it: it is the post's head
    said = any(ends_sentence(lines[index]) for index in range(place + 1, first))
    return -2.0 if said else 1.5


def _says_who(seen: Sights) -> bool:
    """Whether a line says who wrote a post, or when, or where it is filed."""
    return "byline" in seen.by_kind


def _close_items(heads: Sequence[int], lines: Sequence[Line]) -> bool:
    """Whether an item of a list begins right after each signing line, which stands within the one before."""
    following = [(lines[head], lines[head + 1]) for head in heads[:-1]]
    return all(not sign.marker and item.marker and item.indent < sign.indent for sign, item in following)


def texts_between(
    heads: Sequence[int],
    signing: Collection[int],
    lines: Sequence[Line],
    sights: Sequence[Sights],
    repeated: set[int],
) -> int:
    """Between how many of the lines with which comments are signed something is said; `signing` are all such lines."""
    said = {
        index
        for index in range(heads[0], heads[-1])
        if index not in signing
        and is_text(index, lines, sights, repeated)
        and (lines[index].marker is None or ends_sentence(lines[index]))
    }
    return sum(not said.isdisjoint(range(head + 1, later)) for head, later in pairwise(heads))


def first_text(
    heads: Sequence[int],
    lines: Sequence[Line],
    sights: Sequence[Sights],
    repeated: set[int],
    edge: int | None = None,
) -> int | None:
    """The index where the text over the first signing line begins, None where nothing tells it from the post's.

    The line at `edge` is signed like them, and not theirs.
    A heading in words that no table knows stands apart over it; else it is as long as most of the others.
    """
    first = heads[0]
    item = first_item(heads, lines)
    if item is not None:
        return item
    place = first - 1
    heading: int | None = None
    while (
        place >= 0
        and place != edge
        and "byline" not in sights[place]
        and is_text(place, lines, sights, repeated)
    ):
        if heading is None and place < first - 1 and _stands_apart(place, lines):
            heading = place
        place -= 1
    begin = place + 1
    if place == edge:
        # The post's own text stands above the line that signs it.
        return begin if begin < first and any(line.shape == "prose" for line in lines[:place]) else None
    if place >= 0 and is_opener(sights[place]) and "byline" not in sights[place]:
        heading = None
    elif heading is None:
        while begin + 1 < first and lines[begin + 1].after_blank and _is_label(lines[begin]):
            if lines[begin].ordinal is not None:
                break  # « 1. A subject »
            begin += 1
        said = sorted(later - head - 1 for head, later in pairwise(heads) if later - head > 1)
        usual = said[len(said) // 2] if said else 0
        if usual and any(line.shape == "prose" for line in lines[begin : first - usual]):
            begin = first - usual
    is_told = place >= 0 and "byline" in sights[place]
    if heading is not None and (is_told or any(line.shape == "prose" for line in lines[begin:heading])):
        begin = heading + 1
    while begin < first and speaks_of_comments(lines[begin].text) and lines[begin].marker is None:
        begin += 1
    return begin if 0 < begin < first else None


def first_item(heads: Sequence[int], lines: Sequence[Line]) -> int | None:
    """The index of the item that the first signing line closes, where all the others close one, too."""
    first = lines[heads[0]]
    if first.marker is not None:
        return None
    above = range(heads[0] - 1, max(0, heads[0] - _FURTHEST), -1)
    begin = next((at for at in above if lines[at].indent < first.indent), None)
    if begin is None or lines[begin].marker is None:
        return None
    kind = lines[begin].indent, lines[begin].ordinal is not None
    # Who and when may stand on two lines.
    for before, head in ((one, other) for one, other in pairwise(heads) if other - one > 1):
        item = next((line for line in lines[before + 1 : head] if line.marker is not None), None)
        if item is None or (item.indent, item.ordinal is not None) != kind:
            return None
    return begin


def _stands_apart(index: int, lines: Sequence[Line]) -> bool:
    """Whether a line is a label with blank lines around it."""
    line = lines[index]
    return _is_label(line) and line.marker is None and line.after_blank and lines[index + 1].after_blank


def have_subjects(heads: Sequence[int], lines: Sequence[Line], sights: Sequence[Sights]) -> bool:
    """Whether a label stands apart over each signing line, with a text over it."""
    if len(heads) < _FEWEST_SUBJECTS or not heads[0]:
        return False
    over = [index - 1 for index in heads]
    if is_opener(sights[over[0]]):
        return False
    if any(ANSWERING.match(lines[index].text) for index in over):
        return all(lines[index].shape == "short" and index not in heads for index in over)
    is_apart = all(
        lines[index].shape == "short"
        and lines[index].after_blank
        and not lines[index].marker
        and sights[index].date is None
        and index - 1 not in heads
        for index in over
    )
    return is_apart and 2 * sum(ends_sentence(lines[index]) for index in over) <= len(over)


def _is_label(line: Line) -> bool:
    return line.shape == "short" and not ends_sentence(line)
