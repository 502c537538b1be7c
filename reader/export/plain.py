"""A post as plain text, to read in any program and print on any paper: its body, then its thread.

What the importer guessed keeps its `~`. Knows nothing of files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len

from reader.dates import in_words
from reader.export.facts import COMMENT_FIELDS, LEGEND
from reader.export.laying import Lines, body_lines, filled
from reader.models import Comment, Guesses, Post
from reader.text import Safe, safe_line
from reader.threads import ThreadRow, thread

_INDENT = 4
_LEAST_WIDTH = 30

# What is shown of a post: a guess about anything else cannot be seen, so it needs no mark.
_POST_PLACES = ("title", "author", "published", "blog", "url", "categories", "tags", "comments_declared")
_POST_ELSEWHERE = {"body": "the text", "boundary": "where it begins or ends"}
_COMMENT_ELSEWHERE = {"boundary": "where it begins or ends", "body": "the text", "depth": "its place"}


def as_text(post: Post, *, width: int = 78) -> str:
    """The whole post as text: title, date, body, and the comments as an indented thread."""
    width = max(1, width)
    parts = [_head(post, width), body_lines(post.body, post.marks, width), _count(post, width)]
    parts += [_comment(row, post.comments, width) for row in thread(post.comments)]
    if _is_guessed(post.guesses, _POST_PLACES, _POST_ELSEWHERE) or any(
        _is_guessed(comment.guesses, COMMENT_FIELDS, _COMMENT_ELSEWHERE) for comment in post.comments
    ):
        parts.append(filled(LEGEND, width))
    return "\n\n".join("\n".join(line.rstrip() for line in part) for part in parts if part) + "\n"


def _is_guessed(guesses: Guesses, *places: Iterable[str]) -> bool:
    """Whether anything that is shown was guessed."""
    return any(field in guesses for fields in places for field in fields)


def _head(post: Post, width: int) -> Lines:
    """Title, author, date and blog, address, labels."""
    title = filled(_marked(safe_line(post.title) or Safe("(untitled)"), "title", post.guesses), width)
    lines = [*title, "=" * max(cell_len(line) for line in title)]
    meta = [
        _marked(safe_line(post.author), "author", post.guesses),
        _marked(safe_line(in_words(post.published)), "published", post.guesses),
        _marked(safe_line(post.blog), "blog", post.guesses),
    ]
    for text in (
        Safe(" · ".join(part for part in meta if part)),
        _marked(safe_line(post.url), "url", post.guesses),
        _labelled("Categories", "categories", post.categories, post.guesses),
        _labelled("Tags", "tags", post.tags, post.guesses),
    ):
        lines += filled(text, width) if text else []
    return lines + _reasons(post.guesses, _POST_ELSEWHERE, width)


def _marked(text: Safe, field: str, guesses: Guesses) -> Safe:
    """The text, with a sign where it was guessed."""
    return Safe(f"~{text}") if text and field in guesses else text


def _labelled(label: str, field: str, names: Sequence[str], guesses: Guesses) -> Safe:
    text = safe_line(", ".join(names))
    return Safe(f"{label}: {_marked(text, field, guesses)}") if text else text


def _reasons(guesses: Guesses, fields: dict[str, str], width: int) -> Lines:
    """A line for each guess that no single word on the page shows."""
    lines: Lines = []
    for field, name in fields.items():
        if field in guesses:
            lines += filled(safe_line(f"(~ {name}: {guesses[field]})"), width)
    return lines


def _count(post: Post, width: int) -> Lines:
    """How many comments there are, and how many the page says there are."""
    found, declared = len(post.comments), post.comments_declared
    if declared is None or declared == found:
        return filled(safe_line(_comments(found)), width)
    sign = "~" if "comments_declared" in post.guesses else ""
    return filled(safe_line(f"{sign}{_comments(declared)} declared by the page, {found} found"), width)


def _comments(count: int) -> str:
    return f"{count} comment{'' if count == 1 else 's'}"


def _comment(row: ThreadRow, comments: Sequence[Comment], width: int) -> Lines:
    """One comment in its place in the thread."""
    comment = row.comment
    indent = min(row.depth * _INDENT, max(0, width - _LEAST_WIDTH))
    inner = width - indent
    parts = [
        _marked(safe_line(comment.author), "author", comment.guesses) or Safe("unsigned"),
        _marked(safe_line(in_words(comment.published)), "published", comment.guesses),
        _marked(Safe("" if comment.kind == "comment" else comment.kind), "kind", comment.guesses),
    ]
    lines = filled(Safe(" · ".join(part for part in parts if part)), inner)
    if "reply_to" in comment.guesses:
        reason = f"(~ answers {_answered(comment, comments)}: {comment.guesses['reply_to']})"
        lines += filled(safe_line(reason), inner)
    lines += _reasons(comment.guesses, _COMMENT_ELSEWHERE, inner)
    lines += body_lines(comment.body, comment.marks, inner)
    return [" " * indent + line if line else line for line in lines]


def _answered(comment: Comment, comments: Iterable[Comment]) -> str:
    """Whom a comment answers."""
    if comment.reply_to is None:
        return "the post"
    names: Iterator[str | None] = (other.author for other in comments if other.position == comment.reply_to)
    return next(names, None) or f"comment {comment.reply_to}"
