"""A file of marks in any state never keeps anybody from reading, and is never destroyed."""

from __future__ import annotations

import os
import shutil
import sqlite3
from pathlib import Path

import pytest

from reader.errors import MarksError
from reader.marks import open_marks

from .test_marks import Post, ticking


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with marks on some pages, each of which was brought to the disk; no test writes to it."""
    path = tmp_path_factory.mktemp("marked") / "marks.db"
    marks = open_marks(path, ticking())
    for number in range(50):
        marks.set_star(Post(f"https://example.org/{'a-long-title' * 20}/{number}"))
    marks.close()
    assert path.stat().st_size > 10 * 4096
    return path


@pytest.fixture
def marked_file(marked: Path, tmp_path: Path) -> Path:
    """Such a file to do with as one likes."""
    return Path(shutil.copy(marked, tmp_path / "marks.db"))


@pytest.mark.parametrize("damage", ["text", "cut", "scrambled", "table"])
def test_a_damaged_file_is_put_aside(marked_file: Path, tmp_path: Path, damage: str) -> None:
    """A damaged file is kept under another name, a new one is begun, and a sentence says so."""
    path = marked_file
    content = path.read_bytes()
    if damage == "text":
        path.write_bytes(b"no database at all " * 100)
    elif damage == "cut":
        path.write_bytes(content[: len(content) // 2])
    elif damage == "scrambled":
        page = 4096
        path.write_bytes(content[: 3 * page] + bytes(range(256)) * ((len(content) - 3 * page) // 256))
    else:
        connection = sqlite3.connect(path)
        connection.execute("DROP TABLE stars")
        connection.close()
    damaged = path.read_bytes()

    for number in (1, 2):
        marks = open_marks(path, ticking())
        assert marks.notice is not None
        aside = tmp_path / f"marks.db.damaged-{number}"
        assert str(aside) in marks.notice
        assert aside.read_bytes() == damaged
        marks.set_star(Post("a"))
        marks.close()
        marks = open_marks(path, ticking())
        assert (marks.notice, set(marks.starred_keys())) == (None, {"a"})
        marks.close()
        path.write_bytes(damaged)


def test_files_of_others_are_left_alone(marked_file: Path, tmp_path: Path) -> None:
    """A file of another program or of a later version stays as it is; marks last for the session."""
    other, later = tmp_path / "other.db", marked_file
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE cookies (name TEXT)")
    connection.close()
    connection = sqlite3.connect(later)
    connection.execute("PRAGMA user_version = 99")
    connection.close()

    for path, words in ((other, "another program"), (later, "later version")):
        before = path.read_bytes()
        marks = open_marks(path, ticking())
        assert marks.notice is not None
        assert words in marks.notice
        marks.set_star(Post("a"))
        assert marks.is_starred("a")
        marks.close()
        assert path.read_bytes() == before


@pytest.mark.parametrize("kind", ["folder", "parent", "null"])
def test_places_where_no_file_can_be(tmp_path: Path, kind: str) -> None:
    """Where no file can be made, marks last for the session, and a sentence says why."""
    (tmp_path / "file").write_text("x")
    path = {"folder": tmp_path, "parent": tmp_path / "file" / "marks.db", "null": tmp_path / "a\0b"}[kind]
    marks = open_marks(path, ticking())

    assert marks.notice is not None
    assert "not kept" in marks.notice
    marks.set_read(Post("a"))
    assert marks.is_read("a")
    marks.close()


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """In a folder of somebody else, marks last for the session."""
    if os.geteuid() == 0:
        pytest.skip("nothing is forbidden to root")
    tmp_path.chmod(0o500)
    marks = open_marks(tmp_path / "marks.db", ticking())

    assert marks.notice is not None
    marks.close()


def test_a_locked_file_is_told(marked_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where another program does not let go of the file, the mark is not kept, and that is said."""
    monkeypatch.setattr("reader.marks.opening._PATIENCE", 50)
    path = marked_file
    marks = open_marks(path, ticking())
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")

    with pytest.raises(MarksError, match="another reader"):
        marks.set_star(Post("a"))
    assert not marks.is_starred("a")

    other.execute("ROLLBACK")
    other.close()
    marks.set_star(Post("a"))
    assert marks.is_starred("a")
    marks.close()
