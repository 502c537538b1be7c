"""`archive.db` is what `reader import` makes of `import/samples` today."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from blogimport import load
from reader.archive import findings, open_archive, open_for_writing
from reader.models import Post, Source

ROOT = Path(__file__).parents[2]


def content(path: Path) -> dict[str, tuple[Post, Source]]:
    """Every post with the roles of its dump's lines, by key; ids depend on the order of import alone."""
    with open_archive(path) as archive:
        posts = [archive.post(post_id) for post_id in archive.post_ids()]
        keys = {post.id: post.key for post in posts}
        found = {}
        for post in posts:
            source = archive.source(post.id)
            lines = tuple(replace(line, post=None) for line in source.lines)
            assert {keys[line.post] for line in source.lines if line.post is not None} == {post.key}
            found[post.key] = (replace(post, id=0), replace(source, lines=lines))
        return found


def test_rebuilt_archive_is_the_same(tmp_path: Path) -> None:
    """A change in what is read is a change in the sample archive, made on purpose."""
    rebuilt = tmp_path / "archive.db"
    with open_for_writing(rebuilt) as writer:
        assert all(report.error is None for report in load([ROOT / "import" / "samples"], writer))

    assert content(rebuilt) == content(ROOT / "archive.db"), (
        "run: rm archive.db; reader import import/samples"
    )


def test_sample_archive_is_sound() -> None:
    """The archive that users meet first passes its own check."""
    with open_archive(ROOT / "archive.db") as archive:
        assert list(findings(archive)) == []
