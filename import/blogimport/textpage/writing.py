"""Who wrote a post, told by who comments on it, for an author mostly answers below, or by whose the site is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from blogimport.textpage.cues import plausible_name
from blogimport.textpage.labelling import Part, Segment
from blogimport.textpage.lines import Line
from blogimport.textpage.published import date_in
from reader.dates import find_dates
from reader.models import Comment

# So far from its end a text may be signed.
_MOST_SIGNED = 3
_BORDER = re.compile(r"\s+[·•|–—-]\s+")
_ROW_BORDER = re.compile(r"\s+[·•/–—-]\s+|\s*\|\s*")
_LONGEST_NAME_WORDS = 4
_FEWEST_LINES = 2


class Writer(NamedTuple):
    """Who seems to have written a post, and why."""

    name: str
    reason: str


def writer_of(
    segment: Segment,
    stated: str | None,
    author: str | None,
    lines: Sequence[Line],
    comments: Sequence[Comment],
    language: str | None,
) -> Writer | None:
    """Who wrote a post whose lines do not tell, or tell with more behind the name; None where nothing does.

    `stated` is the name in the line that says who, `author` that or another one that is known, `lines` are its text.
    """
    shorter = _without_buttons(stated, comments)
    if shorter is not None:
        return Writer(shorter, "the line goes on, but somebody of this name comments below")
    if author is not None:
        return None
    signed = _signed_by(lines, comments)
    if signed is not None:
        return Writer(signed, "the text is signed so, and somebody of this name comments below")
    beside = _commenter_beside_day(segment, comments)
    if beside is not None:
        return Writer(beside, "the name stands beside the day, and somebody of this name comments below")
    owner = _owner(segment, lines, language)
    if owner is not None:
        return Writer(owner, "the site is theirs, and their name stands beside the day or under the text")
    return None


def without_count_behind(author: str | None, declared: int | None) -> str | None:
    """The name without the number of comments that a theme prints behind it, and the page says elsewhere: « Zoé 7 »."""
    return author.removesuffix(f" {declared}") if author and declared else author


def boxed_author(segment: Segment) -> str | None:
    """The author whom a box under the post presents."""
    if not any("about" in entry.sights.by_kind for entry in segment.seen_in(Part.BOX, Part.FOOT)):
        return None
    box = segment.of(Part.BOX, Part.FOOT)
    for place, entry in enumerate(box):
        about = entry.sights.get("about")
        if about is None:
            continue
        if about.captured.author:
            return about.captured.author
        following = box[place + 1] if place + 1 < len(box) else None
        if following is not None and following.line.shape == "short" and plausible_name(following.line.text):
            return following.line.text
    return None


def _without_buttons(author: str | None, comments: Sequence[Comment]) -> str | None:
    """The name with which an author line begins that goes on with buttons: « Zoé Réagir Aller aux réactions »."""
    if author is None or not author.rpartition(" ")[2].islower():
        return None  # names end with a capital: « Jean de La Fontaine » is not the Jean who comments
    names = {comment.author for comment in comments if comment.author}
    found = [name for name in names if author.startswith(f"{name} ")]
    return max(found, key=len) if found and author not in names else None


def _signed_by(lines: Sequence[Line], comments: Sequence[Comment]) -> str | None:
    """The name behind a dash at the end of a text, where somebody of that name comments: else it may be quoted."""
    names = {comment.author for comment in comments if comment.author}
    ends = (line.text.lstrip("—–- ") for line in lines[-_MOST_SIGNED:] if line.text[0] in "—–")
    return next((name for name in ends if name in names), None)


def _commenter_beside_day(segment: Segment, comments: Sequence[Comment]) -> str | None:
    """The part of a row about a post, « 3 mai 2006 / Zoé / Vélo », that is the name of somebody who comments.

    A part that nobody signs with may be where the post is filed.
    """
    names = {comment.author for comment in comments if comment.author and comment.kind == "comment"}
    if not names:
        return None
    rows = _rows_with_day(segment)
    parts = {part.strip() for row in rows for part in _ROW_BORDER.split(row)}
    found = sorted(name for name in names if name in parts or any(row.startswith(f"{name} ") for row in rows))
    return found[0] if len(found) == 1 else None


def _owner_beside_day(heads: Sequence[str], texts: Sequence[str], language: str | None) -> str | None:
    """The name beside the day under a title, « 3 mai 2006 · Zoé », where the site says that it is hers: « © Zoé ».

    `heads` are the lines about the post, `texts` all of the page. Another name there may be where the post is filed.
    """
    for head in heads:
        parts = _BORDER.split(head)
        days = [part for part in parts if _is_day(part, language)]
        names = [part for part in parts if part not in days]
        if len(days) != 1 or len(names) != 1 or names[0].count(" ") >= _LONGEST_NAME_WORDS:
            continue
        owned = re.compile(rf"(?<!\w){re.escape(names[0])}(?!\w)")
        if plausible_name(names[0]) and any(owned.search(text) for text in texts if "©" in text):
            return names[0]
    return None


def _owner_under_text(lines: Sequence[Line], over: Sequence[str]) -> str | None:
    """The whole name under a text, where the site tells above all posts of somebody of that name."""
    if len(lines) < _FEWEST_LINES:
        return None
    name = lines[-1].text
    words = name.split()
    is_whole = 1 < len(words) < _LONGEST_NAME_WORDS and all(word[0].isupper() for word in words)
    if not (is_whole and lines[-1].after_blank and lines[-1].marker is None and plausible_name(name)):
        return None
    owned = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    return name if any(owned.search(text) for text in over) else None


def _rows_with_day(segment: Segment) -> list[str]:
    """The lines about a post that say when, and perhaps more."""
    return [entry.line.text for entry in segment.seen_in(Part.PRE, Part.HEAD, Part.FOOT) if date_in(entry)]


def _owner(segment: Segment, lines: Sequence[Line], language: str | None) -> str | None:
    """The owner of the site, where the line that says when names them, or the text is signed so."""
    heads = [entry.line.text for entry in segment.of(Part.PRE, Part.HEAD) if entry.sights.date is None]
    texts = [entry.line.text for entry in segment.entries] if heads else []
    front = [entry.line.text for entry in segment.of(Part.FRONT)]
    return _owner_beside_day(heads, texts, language) or _owner_under_text(lines, front)


def _is_day(text: str, language: str | None) -> bool:
    """Whether a text is a date and nothing else."""
    found = find_dates(text, language)
    return len(found) == 1 and found[0].end - found[0].start == len(text)
