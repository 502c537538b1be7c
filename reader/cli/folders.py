"""The files that are one user's own, and the sample that was installed with the program."""

from __future__ import annotations

import site
import sys
from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_config_path, user_data_path, user_state_path

from reader.cli.locating import FILE_NAME

MARKS_NAME = "marks.db"
MARKS_VARIABLE = "READER_MARKS"
PICTURES_VARIABLE = "READER_PICTURES"
_OWN = "blog-archive-reader"


def own_archive() -> Path:
    """The archive that is found from everywhere."""
    return user_data_path(_OWN, appauthor=False) / FILE_NAME


def sample_archive() -> Path | None:
    """The archive made for this program: where it was installed to, or at the top of a clone."""
    installed = Path("share", _OWN, "sample.db")
    roots = (Path(sys.prefix), Path(site.getuserbase()))
    places = (Path(__file__).parents[2] / FILE_NAME, *(root / installed for root in roots))
    return next((place for place in places if place.is_file()), None)


def marks_path(environment: Mapping[str, str]) -> Path:
    """The user's marks: what the environment names, else a file in the user's state folder."""
    if environment.get(MARKS_VARIABLE):
        return Path(environment[MARKS_VARIABLE])
    return user_state_path(_OWN, appauthor=False) / MARKS_NAME


def pictures_path(environment: Mapping[str, str]) -> Path | None:
    """The folder that the environment names for the files of pictures; None where it names none."""
    named = environment.get(PICTURES_VARIABLE)
    return Path(named) if named else None


def own_folders() -> tuple[Path, Path]:
    """Where this person's own files are: what the screen remembers, and what they wrote to set it up."""
    return user_state_path(_OWN, appauthor=False), user_config_path(_OWN, appauthor=False)
