"""Which archive a command means."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from .conftest import Run


@pytest.fixture
def everywhere(run: Run, archive: Path, empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The full archive, with an empty one in each place where a command looks for one."""
    own = tmp_path / "data" / "blog-archive-reader"
    own.mkdir(parents=True)
    for path in (own / "archive.db", tmp_path / "archive.db", tmp_path / "named.db"):
        shutil.copy(empty, path)
    monkeypatch.setenv("READER_ARCHIVE", str(tmp_path / "named.db"))
    return archive


def number_of_posts(run: Run, *arguments: object) -> int:
    """How many posts the archive has that is found."""
    (stats,) = run(*arguments, "stats", "--json").objects
    return int(stats["posts"])


def test_named_archive_comes_first(run: Run, everywhere: Path) -> None:
    """`--archive` names it, before the command or after it, and the last one counts."""
    assert number_of_posts(run, "--archive", everywhere) == 3
    assert run("stats", "--archive", everywhere).lines[0].startswith("3 posts")
    assert run("stats", f"--archive={everywhere}").lines[0].startswith("3 posts")
    assert run("--archive", "nowhere.db", "stats", "--archive", everywhere).status == 0


def test_environment_comes_second(
    run: Run, everywhere: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then comes the one that the environment names; an empty name is none."""
    shutil.copy(everywhere, tmp_path / "named.db")
    assert number_of_posts(run) == 3

    monkeypatch.setenv("READER_ARCHIVE", "")
    assert number_of_posts(run) == 0


def test_folder_comes_third(
    run: Run, everywhere: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then `archive.db` in the folder one is in."""
    monkeypatch.delenv("READER_ARCHIVE")
    shutil.copy(everywhere, tmp_path / "archive.db")

    assert number_of_posts(run) == 3


def test_own_folder_comes_last(
    run: Run, everywhere: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Then the one in the user's data folder."""
    monkeypatch.delenv("READER_ARCHIVE")
    (tmp_path / "archive.db").unlink()
    shutil.copy(everywhere, tmp_path / "data" / "blog-archive-reader" / "archive.db")

    assert number_of_posts(run) == 3


def test_first_import_makes_one_here(run: Run, tmp_path: Path) -> None:
    """Where there is none yet, an import makes `archive.db` in the folder one is in."""
    (tmp_path / "page.txt").write_text(
        "Un bal\n\n3 mai 2005\n\nOn a dansé toute la nuit sur le parquet ciré.\n", "utf-8"
    )

    assert run("import", "page.txt").status == 0
    assert (tmp_path / "archive.db").exists()


def test_folder_that_is_gone(
    run: Run, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A command works in a folder that has been removed meanwhile."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()

    assert run("list", "--archive", archive).status == 0
    assert run("list").err.startswith("reader: There is no archive at archive.db")
