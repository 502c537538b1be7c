"""Made-up archives are archives like any other."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import vocabulary
from bench.generating import generate
from reader.archive import findings, open_archive


def test_a_made_up_archive_is_sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the generator writes by its short way passes every check, and is searched like what was imported."""
    dictionary = tmp_path / "french"
    dictionary.write_text("été étés chat chats pain mangeons mangeait photographe île", "utf-8")
    monkeypatch.setattr(vocabulary, "DICTIONARY", dictionary)
    monkeypatch.setattr(vocabulary, "BITS", 15)
    comments, size = generate(tmp_path / "a.db", posts=7, comments=3, seed=1, texts=tmp_path / "texts")

    texts = list((tmp_path / "texts").rglob("*.txt"))
    with open_archive(tmp_path / "a.db") as archive:
        assert list(findings(archive)) == []
        stats = archive.stats()
        bodies = [archive.post(post_id).body for post_id in archive.post_ids()]
    assert (stats.posts, stats.comments) == (7, comments)
    assert sum(file.stat().st_size - 1 for file in texts) == size
    assert all(any(body in file.read_text("utf-8") for file in texts) for body in bodies)
