"""The row right under a text and over its comments that a program writes, in words that nobody knows.

Must not know what stands elsewhere beside a post; that is `asides`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from blogimport.textpage.cues import Captured, CueKind, Sight, Sights
from blogimport.textpage.lines import Line, ends_as_speech

_SURE = 8
_NEXT: frozenset[CueKind] = frozenset(("heading", "byline", "none", "closed", "form"))
# « Voyages (3) », and what stands between the names of several such.
_COUNTED_ITEM = re.compile(r"(?P<name>.{2,40}?)\s*\(\d{1,4}\)")
_LIST_BORDER = re.compile(r"[,•·|/]")
# A number of comments, and what a line has beside it that tells one: « (3 réactions) », « Zoé, 10:30 :: 3 miettes ».
_FIGURE = re.compile(r"(?<![\d:.,/-])\d{1,3}(?![\d:.,/-])")
_COUNTING = re.compile(r"\(\d{1,3}\b[^()]*\)|[|\[]|::|:\s*\d{1,3}$")
_FEWEST_COUNTED = 2


def over_comments(
    lines: Sequence[Line], sights: Sequence[Sights], seeing: Sequence[int], text_at: int
) -> dict[int, Sights]:
    """A line under a text, right over what follows it, that tells how many comments there are, or where it is filed.

    Nothing for others: a line of the text that says as many is a sentence.
    """
    over = next((at for at in seeing if at > text_at + 1 and not _NEXT.isdisjoint(sights[at].by_kind)), None)
    if over is None:
        return {}
    signed = _signed(sights, seeing, text_at)
    if signed is not None:
        return signed
    line = lines[over - 1]
    if (
        not sights[over - 1].is_blind
        or line.shape != "short"
        or line.marker is not None
        or not line.after_blank
    ):
        return {}
    names = _filed(line.text, lines)
    if names:
        return {over - 1: Sights({"byline": Sight(Captured(categories=names), "counted in a box", _SURE)})}
    if ends_as_speech(line.text) or _FIGURE.search(line.text) is None:
        return {}
    heading = sights[over].by_kind.get("heading")
    declared = None if heading is None else heading.captured.count
    heads = (sights[at].head for at in seeing if at > over)
    signatures = sum(head is not None and head.captured.date is not None for head in heads)
    counts = {int(match[0]) for match in _FIGURE.finditer(line.text)} & {declared, signatures}
    if not counts or max(counts) < _FEWEST_COUNTED or _COUNTING.search(line.text) is None:
        return {}
    return {
        over - 1: Sights({"byline": Sight(Captured(count=max(counts)), "how many comments follow", _SURE)})
    }


def _signed(sights: Sequence[Sights], seeing: Sequence[int], text_at: int) -> dict[int, Sights] | None:
    """The first line under a text that says who and when as a comment does, right over what stands over comments.

    It signs the post: no comment stands there. None where the first such line stands elsewhere.
    """
    head = next((at for at in seeing if at > text_at and "head" in sights[at].by_kind), None)
    if head is None or head + 1 >= len(sights) or "heading" not in sights[head + 1].by_kind:
        return None
    sight = sights[head].by_kind["head"]
    captured = sight.captured
    # « La fête est le 30 août » may end a text; no text tells the minute so.
    is_sure = sight.fixed >= _SURE or "T" in (captured.date or "")
    if "byline" in sights[head].by_kind or captured.date is None or not is_sure:
        return None
    return {head: Sights({"byline": Sight(captured, "over the comments", _SURE)})}


def _filed(text: str, lines: Sequence[Line]) -> tuple[str, ...]:
    """The categories that a line names, all of which a box of the site counts: « voyages », « Voyages (3) »."""
    counted = {
        match["name"].casefold()
        for one in lines
        if one.marker == "bullet" and one.text[-1] == ")" and (match := _COUNTED_ITEM.fullmatch(one.text))
    }
    names = tuple(name for part in _LIST_BORDER.split(text) if (name := part.strip(" .#")))
    return names if all(name.casefold() in counted for name in names) else ()
