"""What is found in files and folders: dumps, and what cannot be one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from blogimport.readings import Dump


@dataclass(frozen=True, slots=True)
class FoundDump:
    """A dump, and the name of the folder that it lies in.

    `folder` is None for a file that was named itself: then nobody has said what its folder stands for.
    `neighbours` is the folder on the disk, None inside another file. A dump that `is_brief` is a file that goes
    away when the next dump is asked for.
    """

    dump: Dump
    folder: str | None = None
    neighbours: Path | None = None
    is_brief: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that cannot be opened, with the sentence for the user."""

    name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Unread:
    """What a container holds that is no page and no export, counted by why it was passed over."""

    name: str
    left_out: dict[str, int]


Sources = Callable[[], BinaryIO]
"""Opens standard input, where a person named `-`."""
