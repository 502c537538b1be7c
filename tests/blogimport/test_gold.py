"""The importer reads every dump of this project as a careful person does."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from bench.gold import Tally, golden, score_file
from bench.readings import OWN, below_floors

CASES = list(golden(OWN))


@cache
def tally_of(dump: Path, gold: Path) -> Tally:
    """One dump compared with its gold."""
    tally = Tally()
    score_file(dump, gold, tally)
    return tally


@pytest.mark.parametrize(("dump", "gold"), CASES, ids=[dump.stem for dump, _ in CASES])
def test_reads_exactly(dump: Path, gold: Path) -> None:
    """Title, author, date, labels, body, every comment with author, date and parent: all as in the gold."""
    assert tally_of(dump, gold).misses == []


def test_no_reading_is_below_its_floor() -> None:
    """As many readings are tried as ever, and as many are right."""
    whole = Tally()
    for case in CASES:
        whole.include(tally_of(*case))

    assert below_floors(whole) == []
