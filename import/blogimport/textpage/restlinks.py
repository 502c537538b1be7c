"""The link to the rest of a post that a theme prints right behind the last words of its excerpt.

« … la fin du voyage… Lire la suite → »: an extractor leaves it in the line of the text, which it is no part of.
"""

from __future__ import annotations

import re
from dataclasses import replace

from blogimport.leadingon import is_more
from blogimport.textpage.cues import sights_of
from blogimport.textpage.lines import Line

# Where an excerpt is cut off, or its last sentence ends.
_CUT_OFF = re.compile(r"(?:…|\.{2,})\s*[\])]?\s*(?=[^\s.])")
_ENDED = re.compile(r"[.!?…»\"”)]\s+(?=\S)")
_LETTER = re.compile(r"[^\W\d_]")
_BRACKETED = re.compile(r"(?=[\[(][^\[\]()]*[\])]$)")
_ARROWS, _CLOSERS = "→»›>", "])"
_LONGEST_LINK = 160


def without_link_behind(line: Line, language: str | None) -> Line:
    """The last line of a text without the link to its rest; the same line where none stands there."""
    text = line.text
    has_arrow = text[-1] in _ARROWS
    start = max(0, len(text) - _LONGEST_LINK)
    ends = [match.end() for match in _CUT_OFF.finditer(text, start)]
    if has_arrow or text[-1] in _CLOSERS:
        ends += [match.end() for match in (_ENDED if has_arrow else _BRACKETED).finditer(text, start)]
    for end in sorted(ends):
        if _leads_on(text[end:], language, has_arrow=has_arrow):
            return replace(line, text=text[:end].rstrip())
    return line


def _leads_on(link: str, language: str | None, *, has_arrow: bool) -> bool:
    """Whether a text is a theme's link: words that a cue knows, and an arrow or words that lead on; no name or day."""
    said = link.strip(_ARROWS + " []()")
    if link.startswith("(") and link.endswith(("…)", "...)")) and " " not in said:
        return is_more(said)  # « (more…) »
    if not _LETTER.search(said) or (not has_arrow and (" " not in said or not is_more(said))):
        return False
    by_kind = sights_of(link.strip(" []()"), language).by_kind
    if "furniture" in by_kind:
        return True
    byline = by_kind.get("byline")
    if byline is None:
        return False
    captured = byline.captured
    return not (captured.author or captured.date or captured.categories or captured.tags or captured.time)
