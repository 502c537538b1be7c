"""Answers that stand within the comment that they answer, in an element of their own: the host's, mostly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from blogimport.webpage.fields import Comments
from blogimport.webpage.hints import ANSWER_CLASS, Hint

_NAMED = Hint.COMMENT | Hint.TEXT | Hint.REPLIES
# « reply-text », « reponse »: the name of the element of a comment's text elsewhere.
_TEXT = re.compile(
    r"(?:admin[-_]?|host[-_]?)?(?:reponse|reply|answer|antwort|risposta|respuesta|resposta)"
    r"(?:[-_]?(?:texte?|txt|content|body|message))?"
)


def with_answers(comments: Comments, members: Sequence[int]) -> list[int]:
    """Comments by their places, with the answers within them that say who or when, and what."""
    scan = comments.scan
    found: list[int] = []
    for place in scan.with_hints(_NAMED):
        classes = scan.elements[place].get("class") or ""
        if (
            is_answer(classes)
            # What is all links is the button to answer with, which is named so in every comment of most themes.
            and scan.linked(place) < scan.size(place)
            and not scan.is_in_one(place, found)
            and not scan.holds_one(place, members)
            # What begins a comment is its own text.
            and any(scan.holds(one, place) and scan.before[one] < scan.before[place] for one in members)
        ):
            read = comments.fields(place, ())
            if (read.author or read.published) and read.body.text:
                found.append(place)
    return sorted({*members, *found}) if found else list(members)


@lru_cache(maxsize=16384)
def is_answer(classes: str) -> bool:
    """Whether one of the classes is that of an answer which stands in the comment that it answers."""
    names = classes.lower().split()
    return any(ANSWER_CLASS.fullmatch(name) or _TEXT.fullmatch(name) for name in names)
