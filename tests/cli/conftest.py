"""What the tests of the commands share: a way to run them, and archives to run them on."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from reader.cli import main

from . import blogs


@dataclass(frozen=True)
class Ran:
    """What a command gave back and wrote."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The lines of its output."""
        return self.out.splitlines()

    @property
    def objects(self) -> list[dict[str, Any]]:
        """The JSON objects of its output, one a line."""
        return [json.loads(line) for line in self.lines]


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs a command in this process, in an empty folder and without archives anywhere."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("READER_ARCHIVE", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    def run_command(*arguments: object) -> Ran:
        capsys.readouterr()
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as stop:  # as argparse ends
            status = int(stop.code or 0)
        written = capsys.readouterr()
        return Ran(status, written.out, written.err)

    return run_command


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small archive with all that a post can have, and posts that have nothing."""
    return blogs.write(tmp_path_factory.mktemp("cli") / "archive.db", blogs.POSTS)


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive whose every text wants to steer the terminal."""
    return blogs.write(tmp_path_factory.mktemp("hostile") / "archive.db", [blogs.HOSTILE])


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive without a post."""
    return blogs.write(tmp_path_factory.mktemp("empty") / "archive.db", [])
