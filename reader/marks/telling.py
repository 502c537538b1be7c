"""Marks as a text to keep: one entry a paragraph, in the order in which the posts were written.

The same marks give the same text, so that it can be kept under version control.
"""

from __future__ import annotations

from collections.abc import Iterable

from reader.marks.listing import Marked
from reader.text import safe, safe_line

_STAR = "★"
_NO_STAR = " "


def as_text(marked: Iterable[Marked], saved_searches: Iterable[str] = ()) -> str:
    """All marks as text; nothing where there are none."""
    ordered = sorted(marked, key=lambda one: (one.published or "9", one.key, one.comment or 0))
    parts = ["\n".join(_entry(one)) for one in ordered]
    queries = [f"  {safe_line(query)}" for query in saved_searches]
    if queries:
        parts.append("\n".join(["Saved searches", *queries]))
    return "\n\n".join(parts) + "\n" if parts else ""


def _entry(one: Marked) -> list[str]:
    place = "" if one.comment is None else f", comment {one.comment}"
    title = safe_line(one.title) or "untitled"
    facts = [fact for fact in (safe_line(one.published), safe_line(one.blog)) if fact]
    lines = [
        f"{_STAR if one.is_starred else _NO_STAR} {title}{place}" + "".join(f" · {fact}" for fact in facts)
    ]
    lines.append(f"  {safe_line(one.key)}")
    if one.tags:
        lines.append("  " + " ".join(f"#{safe_line(tag)}" for tag in one.tags))
    lines += [f"  | {line}" for line in safe(one.note).split("\n")] if one.note else []
    return lines
