"""What somebody remembers of a post finds it first."""

from __future__ import annotations

from pathlib import Path

from bench.known_items import ranks
from reader.archive import open_archive


def test_known_items_come_first(sample_archive: Path) -> None:
    """Title words, with accents right, wrong or left out, a phrase, a commenter: found first."""
    with open_archive(sample_archive) as archive:
        found = ranks(archive, 100)

    assert set(found) == {"title", "title, no accents", "title, wrong accents", "phrase", "commenter"}
    for kind, ranked in found.items():
        assert len(ranked) >= 3, kind
        assert sum(ranked) / len(ranked) >= 0.95, kind
