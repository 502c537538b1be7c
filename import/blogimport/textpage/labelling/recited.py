"""Lines that look as if they signed a comment and begin one: « Le 3 mai 2009, Paul a écrit : », over what Paul wrote.

Must not know how comments are cut.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from blogimport.textpage.cues import Sights, unseen
from blogimport.textpage.lines import Line

# So many lines that sign comments in one form tell that another form is none.
_FEWEST = 3
_ENDS = (":", ",")


def without_recited(
    lines: Sequence[Line], sights: Sequence[Sights], seeing: Sequence[int]
) -> Sequence[Sights]:
    """The sights of the (non-blank) lines, with nothing seen in such lines.

    One stands right under a line that signs a comment as several others do, and no other is like it.
    """
    forms: dict[int, str] = {}
    first, is_varied = "", False
    for index in seeing:
        by_kind = sights[index].by_kind
        if "head" in by_kind:
            forms[index] = by_kind["head"].cue
        elif "head_before" in by_kind:
            forms[index] = by_kind["head_before"].cue
        else:
            continue
        first = first or forms[index]
        is_varied = is_varied or forms[index] != first
    if not is_varied or len(forms) <= _FEWEST:
        return sights  # as on most pages
    times = Counter(forms.values())
    usual, count = times.most_common(1)[0]
    if count < _FEWEST:
        return sights
    odd = [
        index
        for index, form in forms.items()
        if times[form] == 1 and lines[index].text.endswith(_ENDS) and _is_under(index, forms, usual, sights)
    ]
    return unseen(sights, odd)


def _is_under(index: int, forms: dict[int, str], usual: str, sights: Sequence[Sights]) -> bool:
    """Whether a line stands right under one that signs a comment, but for when that was."""
    above = index - 1
    while above > 0 and above not in forms and (sights[above].date or sights[above].time):
        above -= 1
    return forms.get(above) == usual
