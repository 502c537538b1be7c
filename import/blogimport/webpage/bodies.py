"""The text of a post: which elements within it are none of it, and what is left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from blogimport.leadingon import LONGEST_MORE, MORE
from blogimport.markup import Body
from blogimport.textpage import sights_of
from blogimport.webpage.hints import Hint
from blogimport.webpage.posts import PostPlace
from blogimport.webpage.scan import Scan
from blogimport.webpage.sharing import sharing_in
from blogimport.webpage.signatures import Signature, signature_in
from blogimport.webpage.titles import letters
from reader.dates import tells_whole_day
from reader.models import Mark

_NEVER_TEXT = frozenset(("form", "nav", "script", "style", "noscript"))
_SAID_OF_POST = Hint.DATE | Hint.AUTHOR | Hint.TITLE | Hint.CATEGORY | Hint.TAG | Hint.META
_HIDDEN = re.compile(r"\bdisplay\s*:\s*none\b", re.IGNORECASE)
_LONGEST_HIDDEN = 60
# A sentence ends so, and has as many spaces.
_ENDS, _WORDS_APART = (".", "!", "?", "…"), 3
_LARGEST_CONTROL = 300
_LONGEST_LEAD = 120
# How WordPress, Movable Type, b2evolution, Serendipity and PivotX call the place where the rest of a post begins.
_REST = re.compile(r"#(?:more|extended|body-anchor)[-_]?\d*$")
# A link to the rest may stand over so many lines of links less one, with so many signs between them.
_LINES_UNDER, _BETWEEN = 3, 3
_SHORTEST_TEXT = 25


def holes_of(scan: Scan, post: PostPlace, units: Sequence[int]) -> list[int]:
    """What is not of a post within its stretch of the page: comments, forms, what stands beside it or in it."""
    asides = (place for place in scan.asides if not scan.hints[place] & _SAID_OF_POST)
    may_be = {*units, *asides, *scan.with_tags(_NEVER_TEXT), *scan.with_hints(Hint.FORM | Hint.PING)}
    for place in scan.with_hints(Hint.CONTROL):
        if scan.sizes[place] < _LARGEST_CONTROL and scan.is_in_one(place, post.bodies):
            may_be.add(place)
    may_be.update(
        place for place in scan.with_tags(("aside",)) if 0 < scan.sizes[place] == scan.linked(place)
    )
    may_be.update(sharing_in(scan, post.bodies))
    may_be.update(_hidden_beside(scan, [place for place in may_be if scan.is_in_one(place, post.bodies)]))
    for body in post.bodies:
        may_be.update(_behind_comments(scan, body, units))
    holes: list[int] = []
    until = post.first - 1
    for place in sorted(may_be):
        if until < place <= post.last and not scan.holds_one(place, post.bodies):
            holes.append(place)
            until = scan.last[place]
    return holes


def _hidden_beside(scan: Scan, holes: Sequence[int]) -> list[int]:
    """What a style hides right beside what is none of a text, and is no sentence: a version, « Loading … ».

    Blogs fold texts away as well, to show them on a click.
    """
    hidden: list[int] = []
    for place in holes:
        following = scan.last[place] + 1
        is_beside = following < len(scan.parents) and scan.parents[following] == scan.parents[place]
        for at in (scan.previous(place), following if is_beside else None):
            if at is None or not _HIDDEN.search(scan.elements[at].get("style") or ""):
                continue
            text = scan.text(at, _LONGEST_HIDDEN)
            if text and not (text.endswith(_ENDS) and text.count(" ") >= _WORDS_APART):
                hidden.append(at)
    return hidden


def _behind_comments(scan: Scan, body: int, units: Sequence[int]) -> list[int]:
    """What stands in the box of a text behind the first comment in it, where most of the text is before that."""
    inside = [unit for unit in units if body < unit <= scan.last[body]]
    if not inside:
        return []
    before = scan.before[inside[0]] - scan.before[body]
    if before < _SHORTEST_TEXT or scan.after[body] - scan.after[inside[-1]] > before:
        return []
    found: list[int] = []
    place = scan.last[inside[0]] + 1
    while place <= scan.last[body]:
        found.append(place)
        place = scan.last[place] + 1
    return found


def body_of_post(scan: Scan, post: PostPlace, skipped: Sequence[int]) -> Body:
    """The text of a post without some elements in it."""
    hidden = frozenset(scan.elements[place] for place in skipped)
    text, marks = "", list[Mark]()
    for place in post.bodies:
        layout = scan.laid_out(place, hidden)
        if not layout.text and not layout.marks:
            continue
        start = len(text) + 2 if text else 0
        text = f"{text}\n\n{layout.text}" if text else layout.text
        marks += (
            [replace(mark, start=mark.start + start, end=mark.end + start) for mark in layout.marks]
            if start
            else layout.marks
        )
    return Body(text, tuple(marks))


def without_title_in_picture(body: Body, title: str | None) -> Body:
    """A body whose first picture, over the text, says no more than the title: the picture without these words."""
    first = next((mark for mark in body.marks if mark.kind == "image"), None)
    if first is None or first.start or not title or letters(body.text[: first.end]) != letters(title):
        return body
    rest = body.text[first.end :]
    body = body.stretch(first.end + len(rest) - len(rest.lstrip()), len(body.text))
    return Body(body.text, (replace(first, end=0), *body.marks))


def without_more(body: Body) -> tuple[Body, str | None]:
    """A body without the link to its rest, and the reason that says so where there was one."""
    end = _end_of_more(body)
    links = [mark for mark in body.marks if mark.kind == "link" and end - 2 <= mark.end <= end]
    starts = [body.text.rfind("\n", 0, end) + 1, *(mark.start for mark in links)]
    for start in starts:
        is_sentence = body.text.endswith(".", 0, end) and not any(mark.end > start for mark in links)
        if start > 0 and end - start <= LONGEST_MORE and not is_sentence and _leads_on(body, start, end):
            text = body.text[:start].rstrip(" \n\xa0[(…")
            marks = tuple(mark for mark in body.marks if mark.end <= len(text))
            return Body(text, marks), "the page has only its beginning, with a link to the rest"
    return body, None


def _end_of_more(body: Body) -> int:
    """Where a text ends, or the link to its rest, where nothing but a line or two of other links is under that."""
    text, end = body.text, len(body.text)
    for _ in range(_LINES_UNDER):
        start = text.rfind("\n", 0, end) + 1
        links = [mark for mark in body.marks if mark.kind == "link" and start <= mark.start < mark.end <= end]
        linked = sum(mark.end - mark.start for mark in links)
        if not links or end - start - linked > _BETWEEN * len(links):
            break
        if _leads_on(body, start, end):
            return end
        end = len(text[:start].rstrip())
    return len(text)


def _leads_on(body: Body, start: int, end: int) -> bool:
    """Whether a stretch says that it leads to the rest of a post, or is a link to where that begins, in any words."""
    if MORE.fullmatch(body.text, start, end):
        return True
    return any(
        mark.kind == "link"
        and mark.start - start <= _BETWEEN >= end - mark.end
        and _REST.search(mark.value or "")
        for mark in body.marks
        if start <= mark.start < mark.end <= end
    )


def without_lead(body: Body, language: str | None) -> tuple[Body, Signature | None]:
    """A body without a first line that only says who and when, and what that says.

    « Paris, le 12 mars 2004 » is how letters begin, and stays.
    """
    line, _, rest = body.text.partition("\n")
    if not rest or len(line) > _LONGEST_LEAD or not any(map(str.isdigit, line)):
        return body, None
    said = signature_in((line,), language)
    if said is None or not tells_whole_day(said.published):
        return body, None
    if not _is_lead(line, said, language):
        return body, None
    start = len(body.text) - len(rest.lstrip())
    return body.stretch(start, len(body.text)), said


def _is_lead(line: str, said: Signature, language: str | None) -> bool:
    is_clocked = "T" in said.published and said.author is not None
    return said.is_worded or is_clocked or sights_of(line, language).date is not None
