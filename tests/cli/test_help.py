"""Every command is explained, in its help and in the README."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .blogs import COMMANDS, OTHERS
from .conftest import Run

README = Path(__file__).parents[2] / "README.md"


def test_help_names_every_command(run: Run) -> None:
    """`reader --help` tells in a line what each command is for."""
    ran = run("--help")

    assert ran.status == 0
    for command in (*COMMANDS, *OTHERS):
        assert re.search(rf"^ +{command}  +\w", ran.out, re.MULTILINE)


@pytest.mark.parametrize("command", [*COMMANDS, *OTHERS])
def test_command_has_an_example(run: Run, command: str) -> None:
    """The help of each command says what it does and ends with an example, which is a command that exists."""
    ran = run(command, "--help")
    example = " ".join(ran.out.split()).rpartition("Example: ")[2]

    assert ran.status == 0
    assert example.startswith(f"reader {command}")
    assert "--archive PATH" in ran.out


@pytest.mark.parametrize("command", [*COMMANDS, *OTHERS])
def test_command_is_in_the_readme(command: str) -> None:
    """The README shows every command."""
    assert f"reader {command}" in README.read_text("utf-8")


def test_version(run: Run) -> None:
    """`reader --version` says which one it is."""
    ran = run("--version")

    assert (ran.status, bool(re.fullmatch(r"reader \d+\.\d+\.\d+\n", ran.out))) == (0, True)
