"""Short lines between the end of a text and the heading over its comments, or their form: what a site puts there.

Titles of other posts, buttons and topics that no cue knows: where the last sentence has ended, and such a line stands
apart and is no sentence, what follows down to the heading is rarely text. It was in 3 of 35 such lines of whole pages
whose texts are known. Must not know what a line says.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from blogimport.textpage.cues import CueKind, Sights
from blogimport.textpage.lines import Line, ends_text
from blogimport.textpage.voice import closes

#             FRONT PRE TITLE HEAD BODY BOX FOOT OVER THREAD END
UNDER_TEXT = (0.0, 0.0, 0.0, 0.0, -2.0, 0.0, 0.0, 0.0, 0.0, 0.0)
"""How much better than other short lines they fit each part."""
_OVER_COMMENTS: frozenset[CueKind] = frozenset(("heading", "none", "closed", "form"))
_AROUND: frozenset[CueKind] = frozenset(("furniture", "related"))
_FEWEST_AROUND = 2
_TELLING: tuple[CueKind, ...] = ("byline", "head", "head_before")
# With these a signature, a quotation or an aside begins, and with those a line promises more.
_OPENERS, _OPEN_ENDS = "-–—*\"'“”«»„([{", ":,;"


def lines_under_text(lines: Sequence[Line], sights: Sequence[Sights], seeing: Sequence[int]) -> Iterator[int]:
    """The indices of the short lines between texts and what stands over their comments; `seeing` as in `Page`."""
    for heading in seeing:
        if _OVER_COMMENTS.isdisjoint(sights[heading].by_kind):
            continue
        first = heading
        while first and lines[first - 1].shape == "short" and sights[first - 1].is_blind:
            first -= 1
        if first in (0, heading) or not _is_ended_text(first - 1, lines, sights):
            continue
        if not _is_whole(sights, seeing):
            return
        names = _names(sights, seeing)
        apart = (
            at for at in range(first, heading) if _is_set_apart(lines[at]) and lines[at].text not in names
        )
        begin = next(apart, heading)
        yield from range(_behind_closing(begin, heading, lines, names), heading)


def _behind_closing(begin: int, end: int, lines: Sequence[Line], names: Collection[str | None]) -> int:
    """From where on such lines are behind the words with which somebody closes, and the name under them."""
    closing = next((at for at in range(end - 1, begin - 1, -1) if closes(lines[at].text)), None)
    if closing is None:
        return begin
    # « with love », « D&D », alone or over the titles of other posts, which are seldom of one word.
    name = lines[closing + 1].text if closing + 1 < end else " "
    return closing + 1 + (" " not in name or name in names)


def _is_whole(sights: Sequence[Sights], seeing: Sequence[int]) -> bool:
    """Whether a page still has what stands around its posts: extractors that take it away take these lines, too."""
    around = [index for index in seeing if not _AROUND.isdisjoint(sights[index].by_kind)]
    return len(around) >= _FEWEST_AROUND


def _is_ended_text(index: int, lines: Sequence[Line], sights: Sequence[Sights]) -> bool:
    """Whether a line is of a text, and promises nothing."""
    line = lines[index]
    return line.shape == "prose" and sights[index].is_blind and line.text[-1] != ":"


def _is_set_apart(line: Line) -> bool:
    """Whether a line stands apart, ends as no text does, and is neither signature nor quotation nor a credit."""
    text = line.text
    return (
        line.after_blank
        and line.marker in (None, "bullet")
        and not ends_text(text)
        and text[-1] not in _OPEN_ENDS
        and text[0] not in _OPENERS
        and ": " not in text
    )


def _names(sights: Sequence[Sights], seeing: Sequence[int]) -> set[str | None]:
    """Who has written something on a page: one of them may have signed the text."""
    found = (sights[index].by_kind.get(kind) for index in seeing for kind in _TELLING)
    return {sight.captured.author for sight in found if sight is not None}
