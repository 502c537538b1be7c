"""Which elements carry the address of a comment, by their id or name. Knows no tree."""

from __future__ import annotations

import re

from blogimport.markup import Element

ADDRESS = re.compile(r"(?:comment|commentaire|c|com|cmt|comm|t|msg|message|kommentar)[-_]?\d+", re.IGNORECASE)
"""How an element is named that carries the address of a comment."""
# Systems that number or count all their comments name their anchors by that alone.
_NUMBER_ALONE = re.compile(r"\d{3,}|comment-[0-9a-f]{8,}")


def is_address(element: Element) -> bool:
    """Whether an element carries the address of a comment."""
    name = element.get("id") or element.get("name") or ""
    if not name:
        return False
    if ADDRESS.fullmatch(name):
        return True
    return element.tag == "a" and element.get("href") is None and _NUMBER_ALONE.fullmatch(name) is not None
