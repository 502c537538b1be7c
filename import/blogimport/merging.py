"""When two dumps hold the same post: its key, and which reading of it the archive keeps.

The fuller reading is kept whole, and completed with what only the other one states, so that it makes no
difference in which order dumps are imported.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import fields, replace

from reader.archive import Entry, NewPost
from reader.models import Comment, Post

_WORD = re.compile(r"\w+")
# Two texts of which the shorter shares this much of its words with the other are one text.
_SAME_TEXT = 0.6
_FILLED = ("title", "author", "published", "url", "language", "comments_declared", "comments_open", "blog")


def key_of(post: NewPost, *, by_body: bool = False) -> str:
    """The key of a post: from its address, else its blog, title and day, else its text.

    With `by_body` the text is part of the key: for another post of the same name.
    """
    if post.url:
        parts = ["url", post.url]
    else:
        parts = ["post", post.blog or "", post.title or "", (post.published or "")[:10]]
        if by_body or not (post.title or post.published):
            parts.append(" ".join(_words(post.body)[:200]))
    return hashlib.sha256("\n".join(parts).casefold().encode("utf-8", "surrogatepass")).hexdigest()[:16]


def same_text(one: str, other: str) -> bool:
    """Whether two bodies are readings of one text, of which one may be cut."""
    first, second = set(_words(one)), set(_words(other))
    if not first or not second:
        return True
    return len(first & second) >= _SAME_TEXT * min(len(first), len(second))


def merged(known: Post, new: NewPost) -> Entry:
    """What is to be written of a post that the archive holds and a further dump has too."""
    old = _as_new(known)
    is_fuller = _fullness(new) > _fullness(old)
    filled = _filled(new, old) if is_fuller else _filled(old, new)
    return Entry(
        filled,
        replaces=known.id,
        moved=places(old.comments, filled.comments),
        keeps_dump=not is_fuller,
        is_known=filled == old,
    )


def places(before: tuple[Comment, ...], now: tuple[Comment, ...]) -> dict[int, int | None]:
    """Where each comment of one reading stands in another, None where it is part of none."""
    free = {}
    for comment in reversed(now):
        free[_text(comment.body)] = comment.position
    return {comment.position: free.get(_text(comment.body)) for comment in before}


def _as_new(post: Post) -> NewPost:
    return NewPost(**{entry.name: getattr(post, entry.name) for entry in fields(NewPost)})


def _fullness(post: NewPost) -> tuple[int, int, int, int, str]:
    """How much a reading holds; the text itself decides between equals, so that the order never does."""
    signed = sum(comment.author is not None for comment in post.comments)
    dated = sum(comment.published is not None for comment in post.comments)
    return (len(post.comments), signed + dated, len(_words(post.body)), len(post.marks), post.body)


def _filled(fuller: NewPost, other: NewPost) -> NewPost:
    """The fuller reading with the fields and comments that only the other one has."""
    values = {name: getattr(other, name) for name in _FILLED if getattr(fuller, name) is None}
    values = {name: value for name, value in values.items() if value is not None}
    published = fuller.published
    if (
        published
        and other.published
        and other.published.startswith(published)
        and other.published != published
    ):
        values["published"] = other.published
    guesses = dict(fuller.guesses)
    guesses.update({name: reason for name, reason in other.guesses.items() if name in values})
    return replace(
        fuller,
        **values,
        categories=_union(fuller.categories, other.categories),
        tags=_union(fuller.tags, other.tags),
        guesses=guesses,
        comments=_comments(fuller.comments, other.comments),
    )


def _union(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    known = {name.casefold() for name in first}
    return first + tuple(name for name in second if name.casefold() not in known)


def _comments(fuller: tuple[Comment, ...], other: tuple[Comment, ...]) -> tuple[Comment, ...]:
    """The fuller comments, completed, and after them those of the other reading that are not among them."""
    texts = {_text(comment.body): comment for comment in other}
    found = [_completed(comment, texts.get(_text(comment.body))) for comment in fuller]
    held = " ".join(_text(comment.body) for comment in fuller)
    for comment in other:
        if _text(comment.body) not in held:
            found.append(replace(comment, position=len(found) + 1, reply_to=None, depth=0))
    return tuple(found)


def _completed(comment: Comment, twin: Comment | None) -> Comment:
    """A comment with the author and date that only another reading of it states."""
    if twin is None:
        return comment
    guesses = dict(comment.guesses)
    values: dict[str, str] = {}
    for name in ("author", "published"):
        stated = getattr(twin, name)
        is_better = getattr(comment, name) is None or (name in comment.guesses and name not in twin.guesses)
        if stated is not None and is_better:
            values[name] = stated
            guesses.pop(name, None)
            if name in twin.guesses:
                guesses[name] = twin.guesses[name]
    return replace(comment, **values, guesses=guesses) if values else comment  # type: ignore[arg-type] # both fields are texts


def _text(body: str) -> str:
    return " ".join(_words(body))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
