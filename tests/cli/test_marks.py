"""`reader marks` tells what was marked, and makes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from reader.marks import open_marks

from .conftest import Run


@dataclass(frozen=True)
class Post:
    """A post that is marked."""

    key: str = "https://example.org/bal"
    title: str | None = "Le bal \x1b[2J"
    blog: str | None = "Carnet"
    published: str | None = "2006-05"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the marks are to be."""
    path = tmp_path / "state" / "marks.db"
    monkeypatch.setenv("READER_MARKS", str(path))
    return path


def test_no_marks(run: Run, path: Path) -> None:
    """Where there are none, the status is 1, a sentence says so, and no file is made."""
    ran = run("marks")

    assert (ran.status, ran.out) == (1, "")
    assert f"no marks in {path}" in ran.err
    assert not path.exists()


def test_marks_are_told(run: Run, path: Path) -> None:
    """As text for people, as one object a line for programs."""
    marks = open_marks(path, lambda: "2020-01-01T00:00:00")
    marks.set_star(Post())
    marks.set_note(Post(), "encore", 2)
    marks.close()

    ran = run("marks")
    assert (ran.status, ran.err) == (0, "")
    assert ran.lines[0] == "★ Le bal ␛[2J · 2006-05 · Carnet"
    assert "  | encore" in ran.lines
    objects = run("marks", "--json").objects
    assert [(one["key"], one["comment"], one["is_starred"], one["note"]) for one in objects] == [
        (Post().key, None, True, ""),
        (Post().key, 2, False, "encore"),
    ]


def test_damaged_marks_are_told(run: Run, path: Path) -> None:
    """A damaged file is put aside, which is said."""
    path.parent.mkdir()
    path.write_bytes(b"no database " * 500)

    ran = run("marks")
    assert ran.status == 1
    assert "damaged-1" in ran.err
    assert (path.parent / "marks.db.damaged-1").exists()
