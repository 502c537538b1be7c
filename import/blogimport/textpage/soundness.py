"""How well the comments of a reading agree with what their page declares, and with each other.

Must not know how they were found.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from blogimport.textpage.cues import CuedKind, are_some
from reader.archive import NewPost
from reader.models import Comment

# So many comments are a thread.
_A_THREAD = 2
# What a line is that is no name, though it may stand where one is expected.
_NO_NAMES: frozenset[CuedKind] = frozenset(("tail", "form", "related", "heading", "closed", "answers"))


def is_sound(post: NewPost) -> bool:
    """Whether nothing speaks against the comments of a post: as many as declared, each by somebody at some time."""
    said = [comment for comment in post.comments if comment.kind == "comment"]
    if post.comments_declared == 0 or not said:
        # Some programs count the links from other pages, too.
        return post.comments_declared == 0 or 0 < len(post.comments) == post.comments_declared
    if len(post.comments) < (post.comments_declared or 0):
        return False
    # The page may say when, though not from which day that counts.
    are_told = all(one.author and (one.published or "published" in one.guesses) for one in said)
    return are_told and not _share_words(said)


def visitors_of(post: NewPost) -> int:
    """How many comments of a post are others' than its own writer's: some sites count no answers of theirs."""
    return sum(
        comment.kind == "comment" and (comment.author is None or comment.author != post.author)
        for comment in post.comments
    )


def is_signed(post: NewPost) -> bool:
    """Whether all comments of a post say who wrote them and when, several of them."""
    signed = sum(bool(comment.author and comment.published) for comment in post.comments)
    return _A_THREAD <= signed == len(post.comments)


def is_unsigned(post: NewPost) -> bool:
    """Whether a post has comments of which none says who wrote it and when."""
    return bool(post.comments) and not any(one.author and one.published for one in post.comments)


def _share_words(said: Sequence[Comment]) -> bool:
    """Whether what several comments are signed with begins or ends alike, or with numbers: these are no names."""
    names = {(comment.author or "").casefold() for comment in said}
    if len(names) < _A_THREAD:
        # One name under a whole thread is rather a button, or everybody's: nothing is lost by looking closer.
        return len(said) > _A_THREAD or any(name[:1].isdigit() for name in names)
    if are_some(names, _NO_NAMES):
        return True
    words = [name.split() or [""] for name in names]
    return (
        all(name[:1].isdigit() for name in names)
        or len({name[0] for name in words}) == 1
        or len({name[-1] for name in words}) == 1
    )


def worth(posts: Sequence[NewPost]) -> float:
    """How well the comments of a reading agree with what the page declares and with each other."""
    if len(posts) != 1:
        return -math.inf if posts else 0.0
    said = [comment for comment in posts[0].comments if comment.kind == "comment"]
    if not said:
        return 0.0
    dated = sum(1 for one in said if one.published or "published" in one.guesses)
    signed = (dated + sum(bool(one.author) + bool(one.body) for one in said)) / (3 * len(said))
    declared = posts[0].comments_declared
    # Some programs count the links from other pages, too, and some no answers of the host.
    counted = (len(said), len(posts[0].comments), visitors_of(posts[0]))
    missed = 0.0 if not declared or declared in counted else min(_missed(declared, each) for each in counted)
    return signed - missed - (0.5 if _share_words(said) else 0.0)


def _missed(declared: int, found: int) -> float:
    """The share of the comments by which two numbers of them differ."""
    return abs(declared - found) / max(declared, found)
