"""What elements that repeat have in common: their tag and class, without what changes from one to the next."""

from __future__ import annotations

import re
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
# WordPress puts into the classes of a post what it is filed under.
_FILED = ("category-", "tag-")


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
        if name not in ANSWER_NAMES and not name.startswith(filed) and not _CHANGING.search(name)
    )
