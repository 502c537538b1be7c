"""A post's excerpt and its text as one body. Knows no format."""

from __future__ import annotations

from collections.abc import Callable

from blogimport.markup import Body, plain


def with_excerpt(excerpt: str, content: str, body_of: Callable[[str], Body]) -> Body:
    """The body of a text; an excerpt that somebody wrote for it, and that it does not hold, stands before it."""
    body = body_of(content)
    if not excerpt.strip():
        return body
    if not body.text:
        return body_of(excerpt)
    if _words(plain(excerpt)) in _words(body.text):
        return body
    return body_of(f"{excerpt}\n\n{content}")


def _words(text: str) -> str:
    return " ".join(text.rstrip(" .…[]").split())
