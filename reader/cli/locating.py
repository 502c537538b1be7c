"""Which archive a command means.

Paths are handled as strings: importing `pathlib` would take a tenth of the time of a search.
"""

from __future__ import annotations

import os
from collections.abc import Mapping

FILE_NAME = "archive.db"
VARIABLE = "READER_ARCHIVE"


def archive_path(named: str | None, environment: Mapping[str, str]) -> str:
    """The archive that is named, else that of the environment, of the current folder, of the user's data folder."""
    told = named or environment.get(VARIABLE)
    if told:
        return told
    if not os.path.exists(FILE_NAME):
        from reader.cli.folders import own_archive  # 5 ms, and most commands end before

        own = own_archive()
        if own.exists():
            return str(own)
    return FILE_NAME
