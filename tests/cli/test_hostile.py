"""Archive text that wants to steer the terminal never reaches it as it is."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from .blogs import HOSTILE, PAGE, STEERING
from .blogs import hostile as around
from .conftest import Run

# Tabs stand between the cells of a row; everything else of this kind is an order to a terminal.
ORDERS = [
    *(chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"),
    *"\u202e\u2066",
]

READING = [
    ("list",),
    ("show", "1"),
    ("search", "valse"),
    ("export", "1"),
    ("source", "1"),
    ("check",),
    ("stats",),
]


def assert_harmless(text: str) -> None:
    """Whether a terminal can be given a text."""
    assert [order for order in ORDERS if order in text] == []


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_every_command(run: Run, hostile: Path, arguments: tuple[str, ...], form: tuple[str, ...]) -> None:
    """No command prints what steers, neither for people nor for programs."""
    ran = run(*arguments, *(() if arguments[0] == "export" else form), "--archive", hostile)

    assert ran.status == 0
    assert_harmless(ran.out)
    assert ran.err == ""


def test_text_is_shown_as_it_is(run: Run, hostile: Path) -> None:
    """What steers is shown as a picture of itself, and markup is text like any other."""
    ran = run("show", 1, "--archive", hostile)

    assert "␛]52;c;aGE=␇" in ran.out
    assert "[@click=app.quit]rires[/]" in ran.out
    assert "[sic]" in ran.out


def test_json_keeps_the_text(run: Run, hostile: Path) -> None:
    """JSON carries every character, those that steer as escapes."""
    (shown,) = run("show", 1, "--json", "--archive", hostile).objects
    (listed,) = run("list", "--json", "--archive", hostile).objects

    assert (shown["title"], shown["body"], shown["url"]) == (HOSTILE.title, HOSTILE.body, HOSTILE.url)
    assert shown["comments"][0]["author"] == HOSTILE.comments[0].author
    assert shown["source"]["dump"] == around("dump")
    assert listed["blog"] == HOSTILE.blog


def test_export_to_a_file(run: Run, hostile: Path, tmp_path: Path) -> None:
    """A file that is exported does no harm when it is looked at in a terminal, nor does its name."""
    run("export", "1", "-o", tmp_path / "one.txt", "--archive", hostile)
    run("export", "--all", "-o", tmp_path / "all", "--archive", hostile)

    files = [tmp_path / "one.txt", *(tmp_path / "all").iterdir()]
    assert len(files) == 2
    for file in files:
        assert_harmless(file.name)
        assert_harmless(file.read_text("utf-8"))


def test_names_of_files(run: Run, tmp_path: Path) -> None:
    """The names of dumps and archives are made safe, in reports and in errors."""
    folder = tmp_path / "bal\x1b[2J\u202e"
    folder.mkdir()
    (folder / "page\x1b]0;own\x07\n2.txt").write_text(PAGE, "utf-8")
    (folder / "void\x9b6n.txt").touch()
    (folder / os.fsdecode(b"caf\xe9\x1b.txt")).write_text(PAGE.replace("bal", "goûter"), "utf-8")

    for arguments in (
        ("import", folder),
        ("import", folder, "--json"),
        ("import", folder / "void\x9b6n.txt"),
        ("import", "no\x1b[2J\x9b6n"),
        ("list",),
        ("list", "--json"),
        ("source", "1"),
        ("check",),
    ):
        ran = run(*arguments, "--archive", folder / "own\x1b[2J.db")
        assert_harmless(ran.out + ran.err)
        assert ran.err.count("\n") <= 1
    assert run("list", "--archive", folder / "own\x1b[2J.db").status == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ("\x1b[2J\x9b6n",),
        ("list", "\x1b[2J\n\x9b6n"),
        ("list", "--order", "\x1b[2J"),
        ("list", "--limit", "\x9b2J"),
        ("show", "\x1b]0;own\x07\n"),
        ("show", "caf\udce9"),
        ("search", "\x1b[2J\x9b6n\x00"),
        ("search", "caf\udce9"),
        ("list", "--archive", "\x1b[2J\n\x9b6n.db"),
    ],
)
def test_arguments(run: Run, hostile: Path, arguments: tuple[str, ...]) -> None:
    """What was typed or pasted does no harm when an error repeats it, and the error is one line."""
    ran = run("--archive", hostile, *arguments)

    assert ran.status in (0, 1, 2)
    assert_harmless(ran.out + ran.err)
    assert ran.err.count("\n") <= 1


def through_terminal(arguments: list[str]) -> tuple[int, str]:
    """The status of a command that runs in a terminal, and what the terminal gets."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "TERM": "xterm-256color"}
    command = [sys.executable, "-m", "reader", *arguments]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as run:
        os.close(theirs)
        got = bytearray()
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # the other end has been closed
                break
            if not piece:
                break
            got += piece
    os.close(ours)
    return run.returncode, got.decode("utf-8", "replace")


@pytest.mark.parametrize("arguments", [("search", "valse"), ("list",), ("show", "1")], ids=" ".join)
def test_on_a_terminal(hostile: Path, arguments: tuple[str, ...]) -> None:
    """On a terminal, where search colours what it found, no order comes through but those of colour."""
    status, text = through_terminal([*arguments, "--archive", str(hostile)])

    assert status == 0
    assert "␛]52" in text
    for order in ("\x1b]", "\x1b[2J", "\x9b", "\x9d", "\x7f", "\x08", "\x07", "\u202e", "\u2066"):
        assert order in STEERING
        assert order not in text
