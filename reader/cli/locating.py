"""Which archive a command means."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

FILE_NAME = "archive.db"
VARIABLE = "READER_ARCHIVE"


def archive_path(named: str | None, environment: Mapping[str, str], folder: Path) -> Path:
    """The archive that is named, else that of the environment, of the folder, of the user's data folder."""
    if named:
        return Path(named)
    if environment.get(VARIABLE):
        return Path(environment[VARIABLE])
    here = folder / FILE_NAME
    if here.exists():
        return Path(FILE_NAME)
    from platformdirs import user_data_path  # 5 ms, and most commands end before

    own = user_data_path("blog-archive-reader", appauthor=False) / FILE_NAME
    return own if own.exists() else Path(FILE_NAME)
