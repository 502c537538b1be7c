"""An import that is killed, or whose disk is full, leaves whole posts and can be run again."""

from __future__ import annotations

import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from blogimport import load
from reader.archive import findings, open_archive, open_for_writing

ROOT = Path(__file__).parents[2]
KILLS = 12
# Those that make the connection safe and the tables.
FIRST_STATEMENTS = 72


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty-four pages of one blog, each with three comments, every sixth in a fuller version too."""
    folder = tmp_path_factory.mktemp("pages") / "le-carnet-du-bac"
    folder.mkdir()
    for number in range(1, 25):
        text = page(number)
        (folder / f"{number:02}.txt").write_text(text, "utf-8")
        if not number % 6:
            later = f"{text}\nRose\n{number % 28 + 1} mai 2008 à 10:12\nJ'arrive bien tard, merci !\n"
            (folder / f"{number:02}-plus-tard.txt").write_text(later.replace("3 comm", "4 comm"), "utf-8")
    return folder


def page(number: int) -> str:
    """A page as an extractor leaves it."""
    story = f"Le bac a passé {number} fois aujourd'hui, et le passeur a compté {number * 7} vélos. " * 12
    comments = "".join(
        f"\n{author}\n{number % 28 + 1} avril 2008 à {hour}:12\nPassage {number}, {hour} heures : {words}\n"
        for author, hour, words in (
            ("Odile", 10, "la rivière était haute, on a attendu."),
            ("Firmin", 14, "j'ai laissé ma place à une brouette."),
            ("Rose", 18, "le câble a encore grincé sous l'orage."),
        )
    )
    return f"Passage numéro {number}\n\n{number % 28 + 1} mars 2008\n\n{story}\n\n3 commentaires\n{comments}"


def content(path: Path) -> dict[str, str]:
    """The key and hash of each post; every post is proved to be what its hash says."""
    with open_archive(path) as archive:
        assert list(findings(archive)) == []
        return dict(archive.rows("SELECT key, hash FROM posts"))


@pytest.fixture(scope="module")
def states(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, str]]:
    """What an archive may hold: the posts after each of the dumps, from none to all."""
    path = tmp_path_factory.mktemp("whole") / "archive.db"
    found: list[dict[str, str]] = [{}]
    with open_for_writing(path) as writer:
        for _ in load([pages], writer):
            with open_archive(path) as archive:
                found.append(dict(archive.rows("SELECT key, hash FROM posts")))
    assert len(found[-1]) == 24
    return found


class Importer:
    """Imports that run in processes of their own, one after the other."""

    def __init__(self, folder: Path, temporary: Path) -> None:
        script = Path(__file__).with_name("importing.py")
        # One that is killed leaves its temporary folders.
        environment = {
            **os.environ,
            "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'import'}",
            "TMPDIR": str(temporary),
        }
        self._folder = folder
        self._process = subprocess.Popen(
            [sys.executable, script],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )

    def start(self, archive: Path, **order: object) -> int:
        """Begin an import; the id of its process."""
        assert self._process.stdin is not None
        self._process.stdin.write(
            json.dumps({"folder": str(self._folder), "archive": str(archive), **order}) + "\n"
        )
        self._process.stdin.flush()
        return int(self.event()["pid"])

    def event(self) -> dict[str, Any]:
        """The next thing that happens."""
        assert self._process.stdout is not None
        told: dict[str, Any] = json.loads(self._process.stdout.readline())
        return told

    def rest(self) -> list[dict[str, Any]]:
        """Everything else that happens, to the end of the import."""
        told = [self.event()]
        while "ended" not in told[-1]:
            told.append(self.event())
        return told

    def close(self) -> None:
        """End."""
        self._process.communicate()


@pytest.fixture(scope="module")
def importer(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Importer]:
    """Imports of the pages."""
    opened = Importer(pages, tmp_path_factory.mktemp("temporary"))
    yield opened
    opened.close()


def complete(pages: Path, archive: Path) -> dict[str, str]:
    """Import the pages to the end, and give what the archive then holds."""
    with open_for_writing(archive) as writer:
        assert not [report.error for report in load([pages], writer) if report.error]
    assert [file.name for file in archive.parent.iterdir()] == [archive.name]
    return content(archive)


def kill_at_random(
    importer: Importer, states: list[dict[str, str]], pages: Path, folder: Path, seed: int
) -> None:
    """Kill imports somewhere, look at what each has left, and import again."""
    chance = random.Random(seed)
    midway = 0
    for number in range(KILLS):
        archive = folder / str(number) / "archive.db"
        archive.parent.mkdir()
        process = importer.start(archive)
        for _ in range(chance.randrange(1, len(states) - 8)):
            importer.event()
        time.sleep(chance.random() * 0.01)
        os.kill(process, signal.SIGKILL)
        importer.rest()
        left = content(archive)
        assert left in states
        midway += left not in (states[0], states[-1])
        assert complete(pages, archive) == states[-1]
    # Kills that all came too early or too late would prove nothing.
    assert midway >= 0.6 * KILLS


def test_killed_import_leaves_whole_dumps(
    importer: Importer, states: list[dict[str, str]], pages: Path, tmp_path: Path
) -> None:
    """Killed at any moment, an import leaves whole dumps, and the next import makes the archive complete."""
    kill_at_random(importer, states, pages, tmp_path, 7)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(20))
def test_killed_import_leaves_whole_dumps_long(
    importer: Importer, states: list[dict[str, str]], pages: Path, tmp_path: Path, seed: int
) -> None:
    """The same at many more moments."""
    kill_at_random(importer, states, pages, tmp_path, seed)


def kill_at_statement(
    importer: Importer, states: list[dict[str, str]], pages: Path, archive: Path, number: int
) -> None:
    """Kill an import at one SQL statement, look at what it has left, and import again."""
    importer.start(archive, die_at=number)
    assert importer.rest()[-1] == {"ended": -signal.SIGKILL}
    if number > FIRST_STATEMENTS:
        assert content(archive) in states
    assert complete(pages, archive) == states[-1]


@pytest.mark.parametrize("number", [1, 2, 3, 5, 8, 13, 21, FIRST_STATEMENTS])
def test_import_killed_at_its_very_start(
    importer: Importer, states: list[dict[str, str]], pages: Path, tmp_path: Path, number: int
) -> None:
    """An import that is killed while it makes the tables can be run again too."""
    kill_at_statement(importer, states, pages, tmp_path / "archive.db", number)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(1, 700, 3))
def test_import_killed_at_each_statement(
    importer: Importer, states: list[dict[str, str]], pages: Path, tmp_path: Path, number: int
) -> None:
    """The same at every third statement of many dumps."""
    kill_at_statement(importer, states, pages, tmp_path / "archive.db", number)


@pytest.mark.parametrize("limit", [3_000, 340_000])
def test_full_disk_gets_one_sentence(
    importer: Importer, states: list[dict[str, str]], pages: Path, tmp_path: Path, limit: int
) -> None:
    """On a full disk an import ends in one sentence, leaves whole dumps, and can be run again."""
    archive = tmp_path / "archive.db"
    importer.start(archive, limit=limit)
    *_, told, ended = importer.rest()

    assert ended == {"ended": 2}
    assert re.fullmatch(rf"{archive} cannot be written to: [^\n.]*[.]", told["error"])
    if limit > 100_000:
        assert content(archive) in states[1:-1]
    assert complete(pages, archive) == states[-1]
