"""What the texts of all comments of a page begin with is the theme's: their numbers, a label: « 1. », « Message : »."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from blogimport.conversation import Remark
from blogimport.markup import Body
from blogimport.textpage import field_of

_FEWEST = 2
_NUMBER = re.compile(r"#?(\d{1,4})\s?[.):°-]\s+(?=\S)")
_LABEL = re.compile(r"([^\W\d_][^\n:]{0,23}?)\s?:\s+(?=\S)")


def without_given(remarks: list[Remark]) -> list[Remark]:
    """Comments without the number or the label that all their texts begin with."""
    if len(remarks) < _FEWEST:
        return remarks
    for pattern, is_given in ((_NUMBER, _count), (_LABEL, _are_one_label)):
        if pattern.match(remarks[0].body) is None:
            continue
        found = [found for remark in remarks if (found := pattern.match(remark.body)) is not None]
        if len(found) == len(remarks) and is_given(found):
            return [_from(remark, match.end()) for remark, match in zip(remarks, found, strict=True)]
    return remarks


def _count(numbers: Sequence[re.Match[str]]) -> bool:
    """Whether numbers go up, or down, by one."""
    return {int(two[1]) - int(one[1]) for one, two in pairwise(numbers)} in ({1}, {-1})


def _are_one_label(labels: Sequence[re.Match[str]]) -> bool:
    """Whether all are the same, and lead to a text."""
    return len({label[1] for label in labels}) == 1 and field_of(labels[0][1]) == "text"


def _from(remark: Remark, start: int) -> Remark:
    body = Body(remark.body, remark.marks).stretch(start, len(remark.body))
    return replace(remark, body=body.text, marks=body.marks)
