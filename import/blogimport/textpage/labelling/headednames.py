"""Names alone, each apart over a comment, under a heading over them: all that an extractor has left of who wrote them.

Must not know how comments are cut apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from blogimport.textpage.cues import Captured, CueKind, Sights, speaker
from blogimport.textpage.lines import Line
from blogimport.textpage.voice import says

_CUE = "a name alone over a comment, under the heading over all"
# So many names are no accident; as many as the heading counts may be two.
_FEWEST, _FEWEST_COUNTED = 3, 2
_LONGEST, _MOST_WORDS = 25, 3
_NO_ENDS = frozenset('.!?…,:;)"»-')
# What stands within comments.
_WITHIN: frozenset[CueKind] = frozenset(("tail",))


def with_headed_names(
    lines: Sequence[Line], sights: Sequence[Sights], headings: Sequence[int]
) -> Sequence[Sights]:
    """The sights of the (non-blank) lines, with such names seen as what signs comments; themselves if there are none.

    `headings` are the indices of the lines that may stand over comments.
    """
    if len(headings) != 1:
        return sights
    begin = headings[0] + 1
    if begin == len(lines) or len(lines[begin].text) > _LONGEST or not sights[begin].is_blind:
        return sights  # as on most pages
    end = next((at for at in range(begin, len(lines)) if not _is_within(sights[at])), len(lines))
    if not _may_name(begin, end, lines, sights):
        return sights
    names = [at for at in range(begin, end) if _may_name(at, end, lines, sights)]
    declared = sights[headings[0]].by_kind["heading"].captured.count
    is_counted = declared == len(names) >= _FEWEST_COUNTED
    if not is_counted and (len(names) < _FEWEST or declared is not None):
        return sights
    if (
        any(later - name == 1 for name, later in pairwise(names))
        or len({lines[at].text for at in names}) < _FEWEST_COUNTED
    ):
        return sights
    found = list(sights)
    for at in names:
        found[at] = speaker(Captured(author=lines[at].text), _CUE)
    return found


def _is_within(seen: Sights) -> bool:
    """Whether a line may be of a comment: nothing is seen in it, or a button of one."""
    return seen.is_blind or seen.by_kind.keys() <= _WITHIN


def _may_name(index: int, end: int, lines: Sequence[Line], sights: Sequence[Sights]) -> bool:
    """Whether a line is a few words apart, with a text apart below it, and nothing that one says."""
    line = lines[index]
    text = line.text
    if len(text) > _LONGEST or line.marker is not None or not line.after_blank or text[-1] in _NO_ENDS:
        return False
    is_over = index + 1 < end and lines[index + 1].after_blank and sights[index + 1].is_blind
    is_bare = sights[index].is_blind and text.count(" ") < _MOST_WORDS and any(map(str.isalpha, text))
    return is_over and is_bare and not says(text)
