"""The importer reads every dump of this project as a careful person does."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.gold import Tally, golden, score_file
from bench.readings import OWN, below_floors, scored

CASES = list(golden(OWN))


@pytest.mark.parametrize(("dump", "gold"), CASES, ids=[dump.stem for dump, _ in CASES])
def test_reads_exactly(dump: Path, gold: Path) -> None:
    """Title, author, date, labels, body, every comment with author, date and parent: all as in the gold."""
    tally = Tally()

    score_file(dump, gold, tally)

    assert tally.misses == []


def test_no_reading_is_below_its_floor() -> None:
    """As many readings are tried as ever, and as many are right."""
    assert below_floors(scored(OWN)) == []
