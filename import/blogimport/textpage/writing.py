"""Who wrote a post, told by who comments on it, for an author mostly answers below, or by whose the site is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from blogimport.textpage.cues import plausible_name
from blogimport.textpage.lines import Line
from reader.dates import find_dates
from reader.models import Comment

# So far from its end a text may be signed.
_MOST_SIGNED = 3
_BORDER = re.compile(r"\s+[·•|–—-]\s+")
_LONGEST_NAME_WORDS = 4
_FEWEST_LINES = 2


def author_without_buttons(author: str | None, comments: Sequence[Comment]) -> str | None:
    """The name with which an author line begins that goes on with buttons: « Zoé Réagir Aller aux réactions »."""
    if author is None or not author.rpartition(" ")[2].islower():
        return None  # names end with a capital: « Jean de La Fontaine » is not the Jean who comments
    names = {comment.author for comment in comments if comment.author}
    found = [name for name in names if author.startswith(f"{name} ")]
    return max(found, key=len) if found and author not in names else None


def signed_by(lines: Sequence[Line], comments: Sequence[Comment]) -> str | None:
    """The name behind a dash at the end of a text, where somebody of that name comments: else it may be quoted."""
    names = {comment.author for comment in comments if comment.author}
    ends = (line.text.lstrip("—–- ") for line in lines[-_MOST_SIGNED:] if line.text[0] in "—–")
    return next((name for name in ends if name in names), None)


def owner_beside_day(heads: Sequence[str], texts: Sequence[str], language: str | None) -> str | None:
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


def owner_under_text(lines: Sequence[Line], over: Sequence[str]) -> str | None:
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


def _is_day(text: str, language: str | None) -> bool:
    """Whether a text is a date and nothing else."""
    found = find_dates(text, language)
    return len(found) == 1 and found[0].end - found[0].start == len(text)
