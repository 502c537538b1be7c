"""What tests of all parts share."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
pytest_plugins = ["tests.examples"]

# Where no bytecode is wanted beside the code it is kept beside what pytest keeps: to compile all of it anew takes each
# of the processes of a run two seconds or more.
if sys.dont_write_bytecode:
    sys.dont_write_bytecode = False
    sys.pycache_prefix = str(ROOT / ".pytest_cache" / "bytecode")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix

# A test of archives waits longer for the disk than it computes; what it looks at is the same in memory.
_IN_MEMORY = Path("/dev/shm")
_ROOM = 1_000_000_000
if _IN_MEMORY.is_dir() and os.access(_IN_MEMORY, os.W_OK) and shutil.disk_usage(_IN_MEMORY).free > _ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_IN_MEMORY))

# Each test leaves a heap of objects; to look through them as often as Python would takes a tenth of the time.
gc.set_threshold(50_000, 50, 50)

SAMPLES = ROOT / "import" / "samples"


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Give each process a stretch of the tests, so that what some share is made once; who is done first takes more."""
    from xdist.scheduler import WorkStealingScheduling

    return WorkStealingScheduling(config, log) if config.getoption("dist") == "load" else None


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
    # The process that only hands out tests needs neither.
    from blogimport import load
    from reader.archive import open_for_writing

    path = tmp_path_factory.mktemp("samples") / "archive.db"
    with open_for_writing(path) as writer:
        errors = [report.error for report in load([SAMPLES], writer) if report.error]
    assert not errors
    return path
