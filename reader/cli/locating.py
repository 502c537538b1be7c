"""Which archive a command means, and where the user's marks are."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

FILE_NAME = "archive.db"
MARKS_NAME = "marks.db"
MARKS_VARIABLE = "READER_MARKS"
PICTURES_VARIABLE = "READER_PICTURES"
VARIABLE = "READER_ARCHIVE"
_OWN = "blog-archive-reader"


def archive_path(named: str | None, environment: Mapping[str, str], folder: Path) -> Path:
    """The archive that is named, else that of the environment, of the folder, of the user's data folder."""
    if named:
        return Path(named)
    if environment.get(VARIABLE):
        return Path(environment[VARIABLE])
    here = folder / FILE_NAME
    if here.exists():
        return Path(FILE_NAME)
    own = own_archive()
    return own if own.exists() else Path(FILE_NAME)


def own_archive() -> Path:
    """The archive that is found from everywhere."""
    from platformdirs import user_data_path  # 5 ms, and most commands end before

    return user_data_path(_OWN, appauthor=False) / FILE_NAME


def sample_archive() -> Path | None:
    """The archive made for this program: where it was installed to, or at the top of a clone."""
    import site

    installed = Path("share", _OWN, "sample.db")
    roots = (Path(sys.prefix), Path(site.getuserbase()))
    places = (Path(__file__).parents[2] / FILE_NAME, *(root / installed for root in roots))
    return next((place for place in places if place.is_file()), None)


def marks_path(environment: Mapping[str, str]) -> Path:
    """The user's marks: what the environment names, else a file in the user's state folder."""
    if environment.get(MARKS_VARIABLE):
        return Path(environment[MARKS_VARIABLE])
    from platformdirs import user_state_path

    return user_state_path(_OWN, appauthor=False) / MARKS_NAME


def pictures_path(environment: Mapping[str, str]) -> Path | None:
    """The folder that the environment names for the files of pictures; None where it names none."""
    named = environment.get(PICTURES_VARIABLE)
    return Path(named) if named else None


def own_folders() -> tuple[Path, Path]:
    """Where this person's own files are: what the screen remembers, and what they wrote to set it up."""
    from platformdirs import user_config_path, user_state_path

    return user_state_path(_OWN, appauthor=False), user_config_path(_OWN, appauthor=False)
