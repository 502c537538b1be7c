"""Where a page ends for its first post, where what follows is rather the site than further posts.

Must not know whether it does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from blogimport.textpage.labelling import Labelled, Part, Roles, segments_of
from blogimport.textpage.soundness import is_signed, is_unsigned
from reader.archive import NewPost

_FORM = frozenset(("form", "closed"))


def ended(labelled: Sequence[Labelled], posts: Sequence[NewPost], roles: Roles) -> list[Labelled] | None:
    """The page as it ends under the comments of its first post, where these are as many as it declares.

    Where it declares none, and has none, it ends with the form for them.
    """
    post, *others = posts
    if not post.comments and not post.comments_declared:
        form = _form_under(labelled) if post.author or post.published else None
        is_under = form is not None and len(segments_of(labelled[:form])) == 1
        return _until(form, labelled) if form is not None and is_under else None
    if not post.comments or post.comments_declared != len(post.comments):
        return None
    if is_unsigned(post) and any(map(is_signed, others)):
        return None  # the number in its head stands over its text
    last = max(number for number, role in roles.by_line.items() if role[:2] == ("comment", 0))
    return _until(sum(entry.line.number <= last for entry in labelled), labelled)


def ended_at_heading(labelled: Sequence[Labelled]) -> list[Labelled] | None:
    """The page as it ends with the heading over comments that has none; None where nothing tells that the post does.

    So it does where the line right over that heading says under the text who wrote it and when.
    """
    heading = next((at for at, entry in enumerate(labelled) if _is_under_foot(at, labelled)), None)
    return None if heading is None else _until(heading, labelled)


def _is_under_foot(at: int, labelled: Sequence[Labelled]) -> bool:
    """Whether a heading over comments stands right under who and when under a text."""
    if not at or "heading" not in labelled[at].sights or labelled[at - 1].part is not Part.FOOT:
        return False
    byline = labelled[at - 1].sights.get("byline")
    return byline is not None and bool(byline.captured.author) and byline.captured.date is not None


def _until(end: int, labelled: Sequence[Labelled]) -> list[Labelled]:
    """The page whose line at an index is the first that says nothing of the post."""
    return [entry if at < end else replace(entry, part=Part.END) for at, entry in enumerate(labelled)]


def _form_under(labelled: Sequence[Labelled]) -> int | None:
    """The index of the form for comments under the first text, or of what says that there is none; None without."""
    text = next((at for at, entry in enumerate(labelled) if entry.part is Part.BODY), len(labelled))
    under = enumerate(labelled[text:], text)
    return next((at for at, entry in under if _is_form(entry)), None)


def _is_form(entry: Labelled) -> bool:
    return entry.part is Part.END and not _FORM.isdisjoint(entry.sights.by_kind)
