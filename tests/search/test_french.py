"""French as people type it, case by case; `bench/french.py` shows beside it what other tools find."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reader.archive import Archive, open_archive
from reader.search import matches, search
from tests.bare import write

from .blogs import post
from .french import Case, cases

CASES = cases()


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    posts = [
        post(f"{number} {wanted}", None, text.body, author=text.author)
        for number, case in enumerate(CASES)
        for wanted, text in (("yes", case.found), ("no", case.not_found))
    ]
    with open_archive(write(tmp_path_factory.mktemp("french") / "archive.db", posts)) as archive:
        yield archive


@pytest.mark.parametrize(("number", "case"), list(enumerate(CASES)), ids=[case.typed for case in CASES])
def test_french(archive: Archive, number: int, case: Case) -> None:
    """What must be found is found, as somebody types and on Enter; what must not is not."""
    keys = dict(archive.rows("SELECT id, key FROM posts"))
    for as_typed in (False, True):
        results = search(archive, case.typed, limit=1_000, as_typed=as_typed)
        found = {keys[hit.id] for hit in results.hits}

        assert f"{number} yes" in found
        assert as_typed or f"{number} no" not in found
    (hit,) = [hit for hit in search(archive, case.typed, limit=1_000).hits if keys[hit.id] == f"{number} yes"]
    assert hit.matches or "auteur:" in case.typed


def test_enough_cases() -> None:
    """The table is long enough to mean something, and no case is there twice."""
    assert len(CASES) >= 60
    assert len({(case.typed, case.found) for case in CASES}) == len(CASES)
    assert matches("l’été", "été") == [(2, 5)]
