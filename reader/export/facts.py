"""What is said of a post and of a comment beside their text, in order, with its guesses: for every format.

Knows words and no layout.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reader.dates import in_words
from reader.models import Comment, Guesses, Post
from reader.text import Safe, safe_line

LEGEND = Safe("~ guessed by the importer, not stated by the page")


@dataclass(frozen=True, slots=True)
class Fact:
    """One of them; `why` is the reason where it was guessed."""

    words: Safe
    why: Safe | None = None


def of_post(post: Post) -> list[Fact]:
    """Author, date, blog, labels."""
    facts = [
        _fact(post.author, "author", post.guesses),
        _fact(in_words(post.published), "published", post.guesses),
        _fact(post.blog, "blog", post.guesses),
        _fact(", ".join(post.categories), "categories", post.guesses),
        _fact(", ".join(post.tags), "tags", post.guesses),
    ]
    return [fact for fact in facts if fact.words]


def of_comment(comment: Comment, comments: Sequence[Comment]) -> list[Fact]:
    """Author, date, kind, and whom it answers where that was guessed."""
    facts = [
        _fact(comment.author or "unsigned", "author", comment.guesses),
        _fact(in_words(comment.published), "published", comment.guesses),
        _fact("" if comment.kind == "comment" else comment.kind, "kind", comment.guesses),
    ]
    if "reply_to" in comment.guesses:
        facts.append(_fact(f"answers {answered(comment, comments)}", "reply_to", comment.guesses))
    return [fact for fact in facts if fact.words]


def further_reasons(guesses: Guesses, told: Sequence[str]) -> list[Safe]:
    """`boundary: …` for each guess that none of the facts tells."""
    return [safe_line(f"{field}: {why}") for field, why in guesses.items() if field not in told]


POST_FIELDS = ("title", "author", "published", "blog", "categories", "tags", "comments_declared")
COMMENT_FIELDS = ("author", "published", "kind", "reply_to")


def count(post: Post) -> Safe:
    """`5 comments`, or how many the page declares beside how many there are."""
    found, declared = len(post.comments), post.comments_declared
    words = f"{found} comment{'' if found == 1 else 's'}"
    if declared is None or declared == found:
        return Safe(words)
    sign = "~" if "comments_declared" in post.guesses else ""
    return Safe(f"{sign}{declared} comment{'' if declared == 1 else 's'} declared by the page, {found} found")


def answered(comment: Comment, comments: Sequence[Comment]) -> str:
    """Whom a comment answers."""
    if comment.reply_to is None:
        return "the post"
    names = (other.author for other in comments if other.position == comment.reply_to)
    return next(names, None) or f"comment {comment.reply_to}"


def is_guessed(post: Post) -> bool:
    """Whether anything of a post or its comments was guessed."""
    return bool(post.guesses) or any(comment.guesses for comment in post.comments)


def _fact(text: str | None, field: str, guesses: Guesses) -> Fact:
    words = safe_line(text)
    if not words or field not in guesses:
        return Fact(words)
    return Fact(Safe(f"~{words}"), safe_line(guesses[field]))
