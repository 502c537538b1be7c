"""Who wrote a post, told by who comments on it: an author mostly answers below."""

from __future__ import annotations

from collections.abc import Sequence

from blogimport.textpage.lines import Line
from reader.models import Comment

# So far from its end a text may be signed.
_MOST_SIGNED = 3


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
