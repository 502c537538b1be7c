"""Errors are one sentence, and status 2."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .blogs import COMMANDS
from .conftest import Run

READING = [name for name in COMMANDS if name != "import"]


def assert_one_sentence(text: str) -> None:
    """Whether a complaint is one line that says who complains and ends like a sentence."""
    assert text.startswith("reader: ")
    assert text.endswith(".\n")
    assert text.count("\n") == 1
    assert "Traceback" not in text


@pytest.mark.parametrize("command", READING)
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_no_archive(run: Run, command: str, form: tuple[str, ...]) -> None:
    """Each command says in one sentence that there is no archive, and how to make one."""
    if command == "export" and form:
        form = ()
    ran = run(command, *COMMANDS[command], *form, "--archive", "nowhere.db")

    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "reader: There is no archive at nowhere.db; `reader import` makes one from raw dumps.\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_no_archive_but_something_else(run: Run, command: str, tmp_path: Path) -> None:
    """Each command says in one sentence that a file is no archive, and leaves it alone."""
    path = tmp_path / "letter.txt"
    path.write_text("Chère Lison,\n")
    (tmp_path / "pages").mkdir()

    ran = run(command, *COMMANDS[command], "--archive", path)

    assert (ran.status, ran.out, ran.err) == (2, "", f"reader: {path} is not a blog archive.\n")
    assert path.read_text() == "Chère Lison,\n"


@pytest.mark.parametrize("command", ["show", "source", "export"])
def test_no_such_post(run: Run, archive: Path, command: str) -> None:
    """A post that is not there is told in one sentence."""
    ran = run(command, "99", "--archive", archive)

    assert (ran.status, ran.out) == (2, "")
    assert ran.err == f"reader: No post in {archive} has the id, key or address '99'.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("dance",),
        ("list", "--order", "random"),
        ("list", "--limit", "many"),
        ("list", "--limit", "²"),
        ("list", "--limit", "-1"),
        ("search", "--limit", "0", "bal"),
        ("list", "--limit", "9" * 30),
        ("list", "more"),
        ("list", "--jso"),
        ("search", "--limit"),
        ("show",),
        ("import",),
        ("export",),
        ("export", "1", "--width", "3"),
        ("export", "1", "--json"),
        ("export", "--all", "-o", "file.txt/inside"),
    ],
    ids=" ".join,
)
def test_wrong_arguments(run: Run, archive: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """What cannot be meant is told in one sentence."""
    (tmp_path / "file.txt").touch()
    ran = run(*arguments, "--archive", archive)

    assert (ran.status, ran.out) == (2, "")
    assert_one_sentence(ran.err)


def test_screen_needs_a_terminal(run: Run, archive: Path) -> None:
    """Without a command the screen opens, which needs a terminal; and an archive, which is told first."""
    no_terminal, no_archive = run("--archive", archive), run()

    assert (no_terminal.status, no_archive.status) == (2, 2)
    assert_one_sentence(no_terminal.err)
    assert "needs a terminal" in no_terminal.err
    assert "There is no archive at archive.db" in no_archive.err


def in_a_pipe(arguments: list[str], output: int) -> subprocess.CompletedProcess[str]:
    """A command as a shell runs it, with a file as its output."""
    return subprocess.run(
        [sys.executable, "-m", "reader", *arguments],
        stdout=output,
        stderr=subprocess.PIPE,
        text=True,
        # Output that is still in Python's buffer is what gives trouble at the end.
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONUNBUFFERED": ""},
        check=False,
    )


def test_closed_pipe_is_no_error(sample_archive: Path) -> None:
    """`reader list | head` ends quietly when head has seen enough."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ran = in_a_pipe(["list", "--archive", str(sample_archive)], writing)
    finally:
        os.close(writing)

    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_full_disk_under_the_output(sample_archive: Path) -> None:
    """An output that cannot be written is told in one sentence."""
    with Path("/dev/full").open("w") as full:
        ran = in_a_pipe(["list", "--archive", str(sample_archive)], full.fileno())

    assert ran.returncode == 2
    assert ran.stderr == "reader: The output cannot be written: No space left on device.\n"
