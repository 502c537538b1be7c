"""Texts that go on under a line which sites print, too: « J'aime », « Mise à jour du 6 mai 2008 », « Jour 2 : 6 mai ».

The best labelling ends a post with such a line, for what follows might be a box; but where the foot of the post, or the
heading over its comments, stands only below that, or the page ends with it, it is the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from blogimport.leadingon import is_more
from blogimport.textpage.cues import CueKind
from blogimport.textpage.labelling.parts import Part
from blogimport.textpage.labelling.sequence import Labelled

# What sites print within texts; under what asks for comments the site speaks.
_WITHIN: frozenset[CueKind] = frozenset(("byline", "furniture", "related", "head", "tail"))
_UNDER_TEXTS = frozenset((Part.BOX, Part.END))
# Over these stand links to other posts, with the beginnings of these.
_LINKS: frozenset[CueKind] = frozenset(("related",))
# A text of so many letters over the foot of the post is no box, which has a heading of its own; under links, and at
# the end of a page, the site may speak, too, in fewer sentences and letters than these.
_SHORTEST = 80
_FEWEST_IF_DOUBTFUL, _SHORTEST_IF_DOUBTFUL = 2, 200
# So many known letters make a foot.
_SURE_FOOT = 8


def with_text_below(page: list[Labelled]) -> list[Labelled]:
    """The lines of a page, with the parts of those that belong to a text which goes on below such lines."""
    parts = [entry.part for entry in page]
    over = parts.index(Part.OVER) if Part.OVER in parts else 0
    if Part.BOX not in parts and not (over and parts[over - 1] is Part.END):
        return page  # as on most pages
    told = list(page)
    if over:
        page = [*map(_over_comments, page[:over]), *page[over:]]
        parts = [entry.part for entry in page]
    runs = [list(its) for _, its in groupby(range(len(page)), key=parts.__getitem__)]
    for place, run in enumerate(runs):
        if parts[run[0]] is Part.BODY:
            for at in _going_on(page, runs[place + 1 :]):
                told[at] = replace(page[at], part=Part.BODY)
    return told


def _over_comments(entry: Labelled) -> Labelled:
    """A line with the part that it has where comments follow below: known ones are the foot of a post, others a box."""
    if entry.part not in _UNDER_TEXTS:
        return entry
    return replace(entry, part=Part.BOX if entry.sights.is_blind else Part.FOOT)


def _going_on(page: Sequence[Labelled], runs: Sequence[Sequence[int]]) -> Iterator[int]:
    """The lines below a text that belong to it."""
    count = 0
    while count + 1 < len(runs) and _is_within(page, runs[count]) and _is_text(page, runs[count + 1]):
        count += 2
    texts = [page[at].line for run in runs[1:count:2] for at in run if page[at].line.shape == "prose"]
    letters = sum(len(line.text) for line in texts)
    if count < len(runs) and not _ends_post(page[runs[count][0]]):
        return
    is_doubtful = count == len(runs) or any(
        not _LINKS.isdisjoint(page[at].sights.by_kind) for run in runs[:count:2] for at in run
    )
    fewest, shortest = (_FEWEST_IF_DOUBTFUL, _SHORTEST_IF_DOUBTFUL) if is_doubtful else (1, _SHORTEST)
    if len(texts) < fewest or letters < shortest:
        return
    for run in runs[:count]:
        # A button is none of what somebody wrote.
        yield from (at for at in run if page[at].part is Part.BOX or not _is_button(page[at]))


def _is_within(page: Sequence[Labelled], run: Sequence[int]) -> bool:
    """Whether the foot of a text is one line that may stand within it: it says nobody's name, and asks for nothing."""
    entry = page[run[0]]
    if entry.part is not Part.FOOT or len(run) > 1:
        return False
    by_kind = entry.sights.by_kind
    if not _WITHIN.issuperset(by_kind) or is_more(entry.line.text):
        return False
    return not any(sight.captured.author or sight.captured.count is not None for sight in by_kind.values())


def _is_text(page: Sequence[Labelled], run: Sequence[int]) -> bool:
    """Whether what follows is a text: it begins with a sentence, and nothing is known of any of its lines."""
    entries = [page[at] for at in run]
    is_box = entries[0].part is Part.BOX and entries[0].line.shape == "prose"
    return is_box and all(entry.sights.is_blind and entry.line.marker is None for entry in entries)


def _is_button(entry: Labelled) -> bool:
    """Whether a line says nothing but what a site says."""
    captured = (sight.captured for sight in entry.sights.by_kind.values())
    return bool(entry.sights.by_kind) and not any(
        one.date or one.time or one.categories or one.tags for one in captured
    )


def _ends_post(entry: Labelled) -> bool:
    """Whether a line is the foot of a post, or stands over its comments."""
    if entry.part is Part.OVER:
        return True
    byline = entry.sights.get("byline")
    return entry.part is Part.FOOT and byline is not None and byline.fixed >= _SURE_FOOT
