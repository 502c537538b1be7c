"""What tests of all parts share."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from blogimport import load
from reader.archive import open_for_writing

# The first example that needs a language's data loads them, which a busy machine does in its own time.
# The same examples each time, so that a change is judged by what it changes; `--hypothesis-profile=explore` looks
# for new ones, and what it finds becomes an `@example`.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=2000)
settings.load_profile("same")

# A test of archives waits longer for the disk than it computes; what it looks at is the same in memory.
_IN_MEMORY = Path("/dev/shm")
_ROOM = 1_000_000_000
if _IN_MEMORY.is_dir() and os.access(_IN_MEMORY, os.W_OK) and shutil.disk_usage(_IN_MEMORY).free > _ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_IN_MEMORY))

# Each test leaves a heap of objects; to look through them as often as Python would takes a tenth of the time.
gc.set_threshold(50_000, 50, 50)

SAMPLES = Path(__file__).parents[1] / "import" / "samples"


def pytest_collection_finish() -> None:
    """Look no more for garbage among the tests themselves, which stay to the end."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True, scope="session")
def own_marks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the tests away from the marks of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("READER_MARKS", str(tmp_path_factory.mktemp("marks") / "marks.db"))
        yield


@pytest.fixture(scope="session")
def sample_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with all the samples; no test writes to it."""
    path = tmp_path_factory.mktemp("samples") / "archive.db"
    with open_for_writing(path) as writer:
        errors = [report.error for report in load([SAMPLES], writer) if report.error]
    assert not errors
    return path
