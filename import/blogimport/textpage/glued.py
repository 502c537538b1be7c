"""Names to which an extractor has glued what a theme prints beside them: « 1Zoé », « Zoéel 3 de mayo ».

The elements of a page that no space parts stand in its text as one word. What is glued is the same with all names, or
counts them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.archive import NewPost
from reader.models import Comment

_FEWEST = 2
_FIGURES = re.compile(r"\d{1,4}")
# So many different names do not end alike by chance; of fewer one must stand elsewhere on the page without it.
_SURELY = 4
# What stands before a date.
_WORDS = {
    "fr": ("le", "du"),
    "es": ("el",),
    "de": ("am", "vom"),
    "en": ("on", "at"),
    "it": ("il",),
    "pt": ("em",),
    "nl": ("op",),
}


def unglued(post: NewPost, texts: Sequence[str], language: str | None) -> NewPost:
    """A post whose comments have the names of their authors, where all of these have the same glued to them."""
    said = [comment for comment in post.comments if comment.kind == "comment"]
    if len(said) < _FEWEST or not all(comment.author for comment in said):
        return post
    names = {comment.position: comment.author or "" for comment in said}
    bare = _without_numbers(names) or _without_words(names, texts, language)
    if bare is None:
        return post
    comments = tuple(_named(comment, bare.get(comment.position)) for comment in post.comments)
    return replace(post, comments=comments)


def _named(comment: Comment, name: str | None) -> Comment:
    return comment if name is None else replace(comment, author=name)


def _without_numbers(names: dict[int, str]) -> dict[int, str] | None:
    """Names without the number of each comment before it; None where they do not begin with these."""
    bare: dict[int, str] = {}
    figures = _FIGURES.match(next(iter(names.values())))
    for number, (position, name) in enumerate(names.items(), int(figures[0]) if figures is not None else 1):
        rest = name.removeprefix(str(number)).lstrip()
        if rest == name or not rest or not rest[0].isalpha():
            return None
        bare[position] = rest
    return bare


def _without_words(
    names: dict[int, str], texts: Sequence[str], language: str | None
) -> dict[int, str] | None:
    """Names without the word before a date that all of them end with; None where they do not."""
    several = set(names.values())
    for word in _WORDS.get(language or "", ()):
        if len(several) < _FEWEST or not all(
            name.endswith(word) and name[: -len(word)].strip() for name in several
        ):
            continue
        bare = {position: name[: -len(word)] for position, name in names.items()}
        if any(name[-1].isspace() for name in bare.values()):
            continue
        if len(several) >= _SURELY or _stand_elsewhere(set(bare.values()), texts):
            return bare
    return None


def _stand_elsewhere(names: set[str], texts: Sequence[str]) -> bool:
    """Whether one of some names begins a line of the page, or is all of it."""
    return any(text.strip(" •\t-").startswith((f"{name} ", f"{name}:")) for text in texts for name in names)
