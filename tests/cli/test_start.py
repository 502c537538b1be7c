"""A command pays only for what it needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli import main

HEAVY = ("textual", "sqlite_utils", "dateparser", "blogimport", "click", "asyncio")
# Each takes longer to import, or to define what it is used for, than a search takes.
HEAVY_TO_SEARCH = (
    *(
        "dataclasses",
        "inspect",
        "pathlib",
        "typing",
        "shutil",
        "tempfile",
        "importlib.resources",
        "importlib.metadata",
    ),
    *(
        "argparse",
        "gettext",
        "rich",
        "platformdirs",
        "reader.models",
        "reader.marks",
        "reader.export",
        "reader.dates",
    ),
)


@pytest.mark.parametrize(
    "arguments",
    [("search", "lune"), ("list",), ("list", "--json"), ("show", "1"), ("source", "1"), ("stats",)],
    ids=" ".join,
)
def test_quick_commands_load_nothing_heavy(sample_archive: Path, arguments: tuple[str, ...]) -> None:
    """What only the screen or an import needs is not loaded to read or search an archive."""
    loaded, output = loaded_by(arguments, sample_archive)

    assert not loaded & set(HEAVY)
    assert output


@pytest.mark.parametrize("arguments", [("search", "lune"), ("search", "lune", "--json")], ids=" ".join)
def test_search_loads_no_more_than_it_needs(sample_archive: Path, arguments: tuple[str, ...]) -> None:
    """A search whose output is piped defines no dataclass and imports nothing to draw, type or place files."""
    loaded, output = loaded_by(arguments, sample_archive)

    assert not loaded & set(HEAVY_TO_SEARCH)
    assert output


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("--archive {} stats", True),
        ("--archive={} stats --json", True),
        ("--version stats", True),
        ("--archive --json stats", False),
        ("nonsense", False),
    ],
    ids=str,
)
def test_options_before_the_command(
    sample_archive: Path, line: str, told: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """What stands before a command is read as the whole parser reads it."""
    given = [part.format(sample_archive) for part in line.split()]
    try:
        status = main(given)
    except SystemExit as end:
        status = int(end.code or 0)

    printed = capsys.readouterr()
    assert status == (0 if told else 2)
    assert bool(printed.out) is told
    assert bool(printed.err) is not told


def loaded_by(arguments: tuple[str, ...], archive: Path) -> tuple[set[str], str]:
    """The modules that a command has loaded at its end, and what it printed."""
    program = f"""
import sys
before = set(sys.modules)
from reader.cli import main
status = main({[*arguments, "--archive", str(archive)]!r})
print(status, *sorted(set(sys.modules) - before), file=sys.stderr)
"""
    ran = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        check=True,
    )
    status, *loaded = ran.stderr.split()
    assert status == "0"
    return set(loaded), ran.stdout
