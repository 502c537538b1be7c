"""Each dump of `tests/data` with a file of what is expected of it beside it is read so."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.blogimport.exports import DATA, as_told, expected_beside, reading_of

DUMPS = sorted(
    path
    for path in DATA.rglob("*.*")
    if ".expected" not in path.name and path.with_suffix(".expected.json").exists()
)


@pytest.mark.parametrize("path", DUMPS, ids=lambda path: str(path.relative_to(DATA)))
def test_a_dump_is_read_as_expected(path: Path) -> None:
    """All that a dump holds is read as stands beside it: posts, comments, roles of lines, what is left out."""
    assert as_told(reading_of(path.read_bytes(), path.name)) == expected_beside(path)


def test_there_are_dumps() -> None:
    """The dumps with expectations are found."""
    assert DUMPS
