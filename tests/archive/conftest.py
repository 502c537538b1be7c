"""Archives for the tests of the archive."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from .building import build


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sealed archive that no test writes to."""
    return build(tmp_path_factory.mktemp("built") / "archive.db")


@pytest.fixture
def archive(built: Path, tmp_path: Path) -> Path:
    """A sealed archive to do with as one likes."""
    return Path(shutil.copy(built, tmp_path / "archive.db"))


@pytest.fixture
def public() -> Iterator[Path]:
    """A folder that everybody can get to; those of pytest are closed to all but their owner."""
    folder = Path(tempfile.mkdtemp(dir=os.environ.get("PYTEST_DEBUG_TEMPROOT")))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    for within in folder.iterdir():
        if within.is_dir():
            within.chmod(0o755)
    shutil.rmtree(folder)
