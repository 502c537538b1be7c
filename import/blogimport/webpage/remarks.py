"""The comments of one post, from their elements to comments in their threads."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from blogimport.conversation import Remark
from blogimport.markup import Body
from blogimport.textpage import CuedKind, sight_of
from blogimport.webpage.fields import Comments, Fields
from blogimport.webpage.given import without_given
from blogimport.webpage.hints import Hint
from blogimport.webpage.scan import Scan
from blogimport.webpage.threads import answered
from blogimport.webpage.tracked import told_of_blog
from reader.models import Comment, CommentKind

# The first words of a comment that is a link from another page.
_LONGEST_FIRST = 200
# WordPress shows of a page that links here what stands around the link: « […] … […] ».
_CUT = ("[…]", "[...]")
_SHORTEST_EXCERPT = 20
# Between the name of such a page and the date.
_BORDERS = " |·,–—-@"
# Some themes put the day of a link into brackets, and leave out the day.
_NO_DAY = re.compile(r"\s*\(\s*\)$")
_PINGS: tuple[Literal["pingback", "trackback"], ...] = ("pingback", "trackback")


def remarks_of(comments: Comments, units: Sequence[int]) -> list[Remark]:
    """What is said in the elements at some places, and which of them answers which."""
    scan = comments.scan
    answers = answered(scan, units)
    remarks: list[Remark] = []
    for index, unit in enumerate(units):
        fields = comments.fields(unit, scan.right_within(unit, units))
        parent = answers[index]
        kind = _kind(scan, unit, fields)
        remarks.append(
            Remark(
                id=str(index),
                answers=None if parent is None else str(parent),
                author=_named(fields.author, kind),
                published=fields.published,
                body=fields.body.text,
                marks=fields.body.marks,
                kind=kind,
                guesses=fields.reasons,
                place=unit,
            )
        )
    return _without_empty(without_given([_from_page(remark) for remark in remarks]))


def with_year(comment: Comment, published: str | None) -> Comment:
    """A comment whose date has no year takes that of the post, or the next where it would be earlier."""
    date = comment.published
    if date is None or not date.startswith("--"):
        return comment
    if published is None or len(published) < len("2005-11-17"):
        return replace(comment, published=None)
    year, rest = int(published[:4]), date[2:]
    if rest[:5] < published[5:10]:
        year += 1
    reason = "the page gives no year: it is that of the post, or the one after"
    return replace(comment, published=f"{year:04d}-{rest}", guesses={**comment.guesses, "published": reason})


def _named(author: str | None, kind: CommentKind) -> str | None:
    """The name of a page that links here without the word before it, and without brackets for no day behind it.

    « Rétrolien: Les carnets d'en face », « The larder() ».
    """
    if author and kind != "comment":
        author = _NO_DAY.sub("", author) or author
    for ping in _PINGS if author and (kind != "comment" or ":" in author) else ():
        sight = sight_of(author or "", ping)
        if sight is not None and sight.captured.title:
            return sight.captured.title
    return author


def _from_page(remark: Remark) -> Remark:
    """A link from another page with the name that stands in words over the excerpt: « Pingback von Zettelkasten | »."""
    if remark.kind == "trackback" and (told := told_of_blog(Body(remark.body, remark.marks))) is not None:
        name, body = told
        return replace(remark, author=name, body=body.text, marks=body.marks)
    if remark.author is not None:
        return _without_word(remark)
    first, _, rest = remark.body.partition("\n")
    if remark.kind == "comment":
        is_page = " » " in first and len(first) <= _LONGEST_FIRST and rest.lstrip().startswith(_CUT)
        return _named_over(remark, first) if is_page else remark
    sight = sight_of(first.rstrip(_BORDERS), remark.kind) if len(first) <= _LONGEST_FIRST else None
    if sight is None or not sight.captured.title:
        return remark
    return _named_over(remark, sight.captured.title)


def _without_word(remark: Remark) -> Remark:
    """A link from another page without a text that is no more than the word for it: « Pingback: »."""
    if remark.kind == "comment" or len(remark.body) > _LONGEST_FIRST:
        return remark
    body = _NO_DAY.sub("", remark.body).removesuffix(remark.author or "").rstrip()
    if not body.endswith(":"):
        return remark
    sight = sight_of(f"{body} {remark.author}", remark.kind)
    is_word = sight is not None and sight.captured.title == remark.author
    return replace(remark, body="", marks=()) if is_word else remark


def _named_over(remark: Remark, name: str) -> Remark:
    """A link from a page of that name, which the first line of its text gives, without that line."""
    rest = remark.body.partition("\n")[2].lstrip()
    body = Body(remark.body, remark.marks).stretch(len(remark.body) - len(rest), len(remark.body))
    kind = "pingback" if remark.kind == "comment" else remark.kind
    return replace(remark, author=_NO_DAY.sub("", name) or name, body=body.text, marks=body.marks, kind=kind)


def _kind(scan: Scan, unit: int, fields: Fields) -> CommentKind:
    """Whether a comment is a link from another page, by its names or its first words."""
    around = scan.parents[unit]
    of_list = scan.parents[around] if around >= 0 and scan.tags[around] in ("ul", "ol") else -1
    pings = [place for place in (unit, around, of_list) if place >= 0 and scan.hints[place] & Hint.PING]
    if pings:
        worded = _ping_by_words(fields.author or "")
        if worded is not None:
            return worded
        elements = [scan.elements[place] for place in pings]
        names = " ".join(f"{one.get('class') or ''} {one.get('id') or ''}" for one in elements).lower()
        return "pingback" if "pingback" in names else "trackback"
    text = fields.body.text
    if text.startswith(_CUT) and text.endswith(_CUT) and len(text) > _SHORTEST_EXCERPT:
        return "pingback"
    return _ping_by_words(text.split("\n", 1)[0][:_LONGEST_FIRST]) or "comment"


def _ping_by_words(line: str) -> Literal["pingback", "trackback"] | None:
    """What kind of link from another page the words of a line say that it is."""
    return next((kind for kind in _PINGS if sight_of(line, kind) is not None), None)


def _says_nothing(remark: Remark) -> bool:
    """Whether an element has no words of anybody, but perhaps those of the blog: « No comments yet »."""
    if not remark.body:
        is_told = remark.author and (remark.published or remark.kind != "comment")
        return not remark.marks and not is_told
    if remark.published is not None or "published" in remark.guesses:
        return False
    line = remark.body.split("\n", 1)[0]
    kinds: tuple[CuedKind, ...] = ("none", "closed", "form")
    return len(line) <= _LONGEST_FIRST and any(sight_of(line, kind) is not None for kind in kinds)


def _without_empty(remarks: list[Remark]) -> list[Remark]:
    """Comments without those elements that say nothing at all; what answers these answers what they answer."""
    gone = {remark.id: remark.answers for remark in remarks if _says_nothing(remark)}
    if not gone:
        return remarks
    kept: list[Remark] = []
    for remark in remarks:
        if remark.id in gone:
            continue
        parent = remark.answers
        while parent in gone:
            parent = gone[parent]
        kept.append(remark if parent == remark.answers else replace(remark, answers=parent))
    return kept
