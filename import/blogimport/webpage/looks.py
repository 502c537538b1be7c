"""What elements that repeat have in common: their tag and class, without what changes from one to the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from blogimport.markup import Element

ANSWER_NAMES = frozenset(
    ("fil", "child", "reply", "reponse", "answer", "antwort", "respuesta", "nested", "indent")
)
"""Classes that an answer has beside those of every comment."""
_CHANGING = re.compile(
    r"^(?:odd|even|alt|first|last|pair|impair|row|item)?[-_]?\d*$|odd|even|^alt|thread-|depth|level|"
    r"byuser|bypost|comment-author-|^post-\d|\d{2,}"
)
# Rows of two colours: « row0 », « c1 ».
_ROW = re.compile(r"(?<=[a-z])[01]$")
# WordPress puts into the classes of a post what it is filed under, and its themes who wrote it.
_FILED = ("category-", "tag-", "author-")
# « entry entry_author_Zoe »
_OF_AUTHOR = re.compile(r"^(.+?)[-_]author[-_].")


def look_of(element: Element) -> str:
    """What elements that repeat have in common: tag and class, without what changes from one to the next."""
    return f"{element.tag}.{_lasting(element.get('class') or '')}"


@lru_cache(maxsize=4096)
def _lasting(classes: str) -> str:
    """The classes of an element that others like it have too."""
    names = classes.lower().split()
    filed = _FILED if "hentry" in names else ()
    return ".".join(
        _ROW.sub("", name)
        for name in names
        if name not in ANSWER_NAMES
        and not name.startswith(filed)
        and not _CHANGING.search(name)
        and not ("author" in name and _tells_author(name, names))
    )


def _tells_author(name: str, names: Sequence[str]) -> bool:
    """Whether a class is another one of the same element with who wrote that behind it."""
    of_author = _OF_AUTHOR.match(name)
    return of_author is not None and of_author[1] in names
