"""Who wrote a post, in a line of several texts: « Posté par <a>Zoé</a> dans <a>Mer</a> », « Zoé @ 18:07 ».

A name ends with the text that it is in, or with the word that leads to the next one; knows no element and no page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from blogimport.textpage import own_name, plausible_name
from blogimport.webpage.names import EDGES
from blogimport.webpage.saying import NAMED, WROTE
from blogimport.webpage.signatures import is_beside_names

_LONGEST = 60
# So many texts from the beginning of a line may name who wrote.
_FIRST = 8
_BY = re.compile(
    rf"(?:^|[\s|·•–—(])(?:(?:{WROTE})\s+(?:by|par|von|por|da|de|door|di)\s*:?|(?:{NAMED})\s*:)(?:\s+(?P<name>.*))?$"
    # Behind the time, too: « 21:14:55, von <strong>Zoé</strong> ».
    r"|^\W{0,3}(?:(?:\w+\W{1,3})?\d{1,2}:\d\d(?::\d\d)?(?:\s[ap]m)?\W{1,3})?(?:by|par|von|por|door)\s*:?(?:\s+(?P<bare>.*))?$",
    re.IGNORECASE,
)
_LEADING_ON = re.compile(
    rf"\s+(?:(?:{WROTE}|filed|classé|veröffentlicht)\s+)?(?:in|on|at|dans|le|à|en|el|em|às|nella|il|alle|unter|am|um|op|om|under|filed|a)\s*:?$",
    re.IGNORECASE,
)
_TIME_BEHIND = re.compile(r"\s+(?:@|à|at|um|às|om|alle|a las)\s+\d{1,2}\s?[:h.]")
_INITIAL = re.compile(r"(?:^|[\s.-])[^\W\d_]\.$")
_AT = re.compile(r"^(?:[\W_]*)(?P<name>[^@|:]{1,40}?)\s+@\s+\d{1,2}[:h.]\d\d")
_AT_TIME = re.compile(
    r"^(?:um|at|à|a las|às|alle(?: ore)?|om|kl\.?|@)\s+\d{1,2}\s?[:h.]\s?\d\d", re.IGNORECASE
)


def writer_in(texts: Sequence[str]) -> str | None:
    """The name of who wrote, given the texts of a line one by one; None where no word says that somebody did."""
    texts = [" ".join(text.split()) for text in texts[:_FIRST]]
    following = [*texts[1:], ""]
    for text, after in zip(texts, following, strict=True):
        by = _BY.search(text)
        if by is not None:
            return _name(by["name"] or by["bare"] or after)
        at = _AT.match(text)
        if at is not None:
            return _name(at["name"])
    return _name(texts[0]) if len(texts) > 1 and _AT_TIME.match(texts[1]) else None


def _name(text: str) -> str | None:
    name = _LEADING_ON.sub("", _TIME_BEHIND.split(text, maxsplit=1)[0]).strip(EDGES)
    if not _INITIAL.search(name):
        name = name.rstrip(".")
    if not 0 < len(name) <= _LONGEST or is_beside_names(name) or not plausible_name(name):
        return None
    return own_name(name) if any(map(str.isalpha, name)) else None
