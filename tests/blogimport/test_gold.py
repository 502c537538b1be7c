"""The importer reads every dump of this project as a careful person does."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.gold import Tally, golden, score_file

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "import" / "samples", ROOT / "tests" / "data")
CASES = list(golden(FOLDERS))


@pytest.mark.parametrize(("dump", "gold"), CASES, ids=[dump.stem for dump, _ in CASES])
def test_reads_exactly(dump: Path, gold: Path) -> None:
    """Title, author, date, labels, body, every comment with author, date and parent: all as in the gold."""
    tally = Tally()

    score_file(dump, gold, tally)

    assert tally.misses == []


def test_there_are_enough_cases() -> None:
    """A folder that was moved would make the test above pass with nothing tested."""
    assert len(CASES) >= 59
