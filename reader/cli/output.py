"""What commands print: text made safe for a terminal, and JSON with the fields of the contract."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Collection, Mapping

from reader.text import safe, safe_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.models import Hit, PostRow, Source, Stats

# JSON escapes control characters below 0x20 itself; these it would pass on to the terminal as they are.
_STEERING = "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"


def say(text: str = "") -> None:
    """Print a text of any origin."""
    sys.stdout.write(safe(text) + "\n")


def say_row(*cells: object) -> None:
    """Print one line of cells with tabs between them; what is unknown is empty."""
    sys.stdout.write("\t".join(safe_line("" if cell is None else str(cell)) for cell in cells) + "\n")


def with_sign(words: str | None, field: str, guessed: Collection[str]) -> str:
    """What a field holds, made safe, with the sign of a guess where it is one."""
    said = safe_line(words)
    return f"~{said}" if said and field in guessed else said


def complain(sentence: str) -> None:
    """Print an error or a notice where it does not mix with the output."""
    sys.stderr.write(safe_line(f"reader: {sentence}") + "\n")


def counted(number: int, noun: str) -> str:
    """`1 post`, `2 posts`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def say_json(value: Mapping[str, object]) -> None:
    """Print one object on one line."""
    text = json.dumps(value, ensure_ascii=False)
    sys.stdout.write(re.sub(_STEERING, lambda match: f"\\u{ord(match[0]):04x}", text) + "\n")


def row_json(row: PostRow) -> dict[str, object]:
    """One line of `list --json`."""
    return {
        "id": row.id,
        "key": row.key,
        "blog": row.blog,
        "title": row.title,
        "author": row.author,
        "published": row.published,
        "comments": row.comments,
    }


def hit_json(hit: Hit) -> dict[str, object]:
    """One line of `search --json`."""
    return {
        "id": hit.id,
        "comment": hit.comment,
        "title": hit.title,
        "blog": hit.blog,
        "author": hit.author,
        "published": hit.published,
        "snippet": hit.snippet,
        "matches": [list(match) for match in hit.matches],
    }


def source_json(source: Source) -> dict[str, object]:
    """The object of `source --json`."""
    lines = [{"line": x.line, "role": x.role, "post": x.post, "comment": x.comment} for x in source.lines]
    return {"dump": source.dump, "format": source.format, "lines": lines}


def stats_json(stats: Stats) -> dict[str, object]:
    """The object of `stats --json`."""
    return {
        "blogs": stats.blogs,
        "posts": stats.posts,
        "comments": stats.comments,
        "dumps": stats.dumps,
        "guesses": stats.guesses,
        "declared_differs": stats.declared_differs,
        "first": stats.first,
        "last": stats.last,
        "years": dict(stats.years),
    }
