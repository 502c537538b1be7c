"""Whether a dump is written in Markdown: by several kinds of its signs, from its beginning to its end.

A page that quotes some Markdown, or begins its lines with « # » or « ** » for its own reasons, is none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_LINK = re.compile(r"\]\((?:<|https?:|/|#|mailto:|javascript:|\.\.?/|\?|\))")
_HEADING = re.compile(r"^ {0,3}(?:[*+-] +)?(#{1,6}) +\S", re.MULTILINE)
# What only some programs write, and people do not: their bullets, rules, rows under heads of tables and bold texts.
_OTHERS = (
    re.compile(r"^(?: {2}\* |\* {3}\S)", re.MULTILINE),
    re.compile(r"^\* \* \*\s*$", re.MULTILINE),
    re.compile(r"^(?=.*\|)\|?[ :]*-{3,}[-| :]*$", re.MULTILINE),
    re.compile(r"\*\*(?=[^\s*])[^*\n]+\*\*"),
    re.compile(r"\\[-.+#*_()\[\]!>|]"),
)
_APART = re.compile(r".*(?:\n[ \t]*){2}|.*\s*\Z")
_LONGEST_GAP = 80
# A page of links has the first of them in this part.
_EARLY = 0.15
# A page is looked at in so many parts.
_PARTS = 5


def is_markdown(text: str) -> bool:
    """Whether a dump is written in Markdown, surely."""
    # A look at the whole text costs next to nothing, and no other page has these.
    if "](" not in text and "\n#" not in text and "* #" not in text and not text.startswith("#"):
        return False
    links = [match.start() for match in _LINK.finditer(text)]
    headings = list(_HEADING.finditer(text))
    others = [[match.start() for match in pattern.finditer(text)] for pattern in _OTHERS]
    kinds = sum(map(bool, (links, headings, *others)))
    places = [*links, *(match.start() for match in headings), *(place for found in others for place in found)]
    if not places:
        return False
    begin = len(text) - len(text.lstrip())
    length = len(text) - begin
    parts = len({_PARTS * (place - begin) // length for place in places})
    first = min(places)
    is_first = first < (text.find("\n", begin) if "\n" in text[begin:] else len(text))
    if is_first and kinds > 2 and parts > 2:
        return True
    return _has_links(text, len(links), len(headings), kinds, parts, is_first, (first - begin) / length) or (
        parts > 2 and _has_headings(headings, kinds)
    )


def _has_links(
    text: str, links: int, headings: int, kinds: int, parts: int, is_first: bool, before: float
) -> bool:
    """Whether so many links are a page's own: from its first line on, or one in a few lines all over it."""
    if not links:
        return False
    lines = sum(1 for line in text.split("\n") if line and not line.isspace())
    is_dense = (links + headings) * 5 >= lines
    if is_first and is_dense:
        return True
    if kinds < 2 or links < 3:
        return False
    return parts == _PARTS or (is_first and parts > 2) or (is_dense and links > 5 and before < _EARLY)


def _has_headings(headings: Sequence[re.Match[str]], kinds: int) -> bool:
    """Whether headings are a page's own: paragraphs each, of several levels, or among other signs.

    « # Posté le 3 mai » and the remarks in code have one level and no blank lines around them.
    """
    apart = [match for match in headings if _APART.match(match.string, match.end()) and _follows_blank(match)]
    if len(apart) < 2:
        return kinds > 2 and len(headings) > 1
    levels = {len(match[1]) for match in apart}
    return len(levels) > 1 or kinds > 2 or (kinds > 1 and levels != {1})


def _follows_blank(heading: re.Match[str]) -> bool:
    """Whether a blank line, or none, stands before a heading."""
    above = heading.string[max(0, heading.start() - _LONGEST_GAP) : max(0, heading.start() - 1)]
    return heading.start() == 0 or above.rstrip(" ")[-1:] in ("", "\n")
