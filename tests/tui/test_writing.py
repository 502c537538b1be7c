"""Writing what was found to files: all of it, or as far as it came until it was stopped."""

from __future__ import annotations

from pathlib import Path

from reader.tui.exporting.writing import Writing, Written


def test_every_post_is_written(archive: Path, tmp_path: Path) -> None:
    """Each post that is found has its file, and one is told how far it has come."""
    told: list[tuple[int, int]] = []
    writing = Writing(archive)
    found = writing.posts(
        lambda one: one.post_ids(limit=12), tmp_path / "all" / "*.md", lambda *how_far: told.append(how_far)
    )
    assert found == Written(tmp_path / "all", 12, 12)
    assert len(list((tmp_path / "all").glob("*.md"))) == 12
    assert told[0] == (0, 12)


def test_an_export_is_stopped(archive: Path, tmp_path: Path) -> None:
    """What is written when somebody stops it stays, whole; nothing is written after that."""
    writing = Writing(archive)

    def stop(files: int, posts: int) -> None:
        writing.stop()

    found = writing.posts(lambda one: one.post_ids(), tmp_path / "some" / "*.txt", stop)
    assert found.files < found.posts == 33
    assert len(list((tmp_path / "some").glob("*"))) == found.files


def test_nothing_found_makes_no_folder(archive: Path, tmp_path: Path) -> None:
    """Where nothing is found, no empty folder is left."""
    found = Writing(archive).posts(lambda one: [], tmp_path / "none" / "*.txt", lambda files, posts: None)
    assert found.files == 0
    assert not (tmp_path / "none").exists()
