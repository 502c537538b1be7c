"""Initials that some sites show for the pictures of those who comment, where an extractor has dropped names and days.

« M », over what Maïté said. Nothing else tells where a comment begins then. Must not know how comments are cut.
"""

from __future__ import annotations

from collections.abc import Sequence

from blogimport.textpage.cues import ANNOUNCING, Captured, Sights, speaker
from blogimport.textpage.lines import Line

_CUE = "an initial"
# So many lines of the site, or none, stand between what announces comments and the first initial.
_MOST_BETWEEN = 2


def with_initials(lines: Sequence[Line], sights: Sequence[Sights], seeing: Sequence[int]) -> Sequence[Sights]:
    """The sights of the (non-blank) lines, with initials over texts seen as who said these.

    The first stands right under what announces comments, and no name or day under any of them.
    """
    # Asked without a call, for a page has many lines.
    found = [
        index for index, line in enumerate(lines) if not line.text[1:] and _is_initial(index, lines, sights)
    ]
    if not found:
        return sights
    opener = next((at for at in reversed(seeing) if at < found[0]), None)
    openers = [at for at in seeing if found[0] - 1 - _MOST_BETWEEN <= at < found[0]]
    if opener != found[0] - 1 or all(ANNOUNCING.isdisjoint(sights[at].by_kind) for at in openers):
        return sights
    if any(sights[index + 2].date for index in found if index + 2 < len(lines)):
        return sights  # the name stands under its initial, over the day
    places = frozenset(found)
    return [
        speaker(Captured(author=lines[index].text), _CUE) if index in places else seen
        for index, seen in enumerate(sights)
    ]


def _is_initial(index: int, lines: Sequence[Line], sights: Sequence[Sights]) -> bool:
    """Whether a line of a letter stands over a text, and no further one."""
    line = lines[index]
    if not line.text.isalpha() or line.marker is not None or index + 1 == len(lines):
        return False
    return sights[index + 1].is_blind and bool(lines[index + 1].text[1:])
