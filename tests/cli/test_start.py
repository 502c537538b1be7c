"""A command pays only for what it needs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("textual", "sqlite_utils", "dateparser", "blogimport", "click", "asyncio")


@pytest.mark.parametrize(
    "arguments",
    [("search", "lune"), ("list",), ("list", "--json"), ("show", "1"), ("source", "1"), ("stats",)],
    ids=" ".join,
)
def test_quick_commands_load_nothing_heavy(sample_archive: Path, arguments: tuple[str, ...]) -> None:
    """What only the screen or an import needs is not loaded to read or search an archive."""
    program = f"""
import sys
from reader.cli import main
status = main({[*arguments, "--archive", str(sample_archive)]!r})
print(status, *sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)
"""
    ran = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        check=True,
    )

    assert ran.stderr == "0\n"
    assert ran.stdout
