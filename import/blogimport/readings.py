"""What a format gives for a dump: posts, the role of each line, and what was left out.

The words that `load` and the formats share; knows no format.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.archive import NewPost, NewSpan


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in a dump.

    The posts have no key and no blog yet, because a dump alone does not tell them. `left_out` says why
    lines became part of no post and how many; `encoding` is None for a dump that is no text.
    """

    format: str
    encoding: str | None
    posts: tuple[NewPost, ...]
    spans: tuple[NewSpan, ...]
    left_out: Mapping[str, int] = field(default_factory=dict)
