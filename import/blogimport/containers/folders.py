"""Which files a person means who names files and folders to import."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from blogimport.containers.grouping import group_of
from blogimport.containers.names import readable, site_among

# The expected reading of a sample stands beside it and is no dump itself.
_SIDECAR = ".gold.json"
# What browsers call the folder of pictures and frames that they save beside a page, in their languages.
_PAGE_FOLDER = re.compile(
    r"(?P<page>.+)[-_](?:files|fichiers|Dateien|archivos|file|arquivos|ficheiros|bestanden)", re.I
)
_PAGE_ENDINGS = (".html", ".htm", ".xhtml")
BESIDE_PAGES = "files that a browser saved beside pages"
"""Why such a folder is passed over; its files are counted."""
LINKS = "links to folders"
"""Why such a link is: what it leads to may be round in a circle, or is imported by its own name."""
_BROKEN_LINKS = "links to files that are not there"
_NO_FILES = "neither files nor folders"


@dataclass(frozen=True, slots=True)
class File:
    """A file to import: its path, the name that it gets in the archive, and the folder that its blog is named after.

    `folder` is None for a file that was named itself. `members` are the files of a group, of which `path` is one.
    """

    path: Path
    name: str
    folder: str | None
    members: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Passed:
    """What lies in a folder and is not gone into, with the reason in plain words and how many files it is."""

    name: str
    reason: str
    count: int


def files_at(paths: Iterable[Path]) -> Iterator[File | Passed]:
    """The files at some paths, those in folders in order of their names; each file once."""
    seen: set[Path] = set()
    for path in paths:
        for found in _under(path):
            if isinstance(found, Passed):
                yield found
                continue
            real = found.path.resolve()
            if real not in seen:
                seen.add(real)
                yield found


def saved_pages_of(folder: str) -> tuple[str, ...]:
    """The names of the page beside which a browser has saved a folder of that name; none for other folders."""
    match = _PAGE_FOLDER.fullmatch(folder)
    return tuple(f"{match['page']}{ending}" for ending in _PAGE_ENDINGS) if match else ()


def _under(path: Path) -> Iterator[File | Passed]:
    if not path.is_dir():
        yield File(path, readable(path.name), None)
        return
    yield from _in_folder(path, path.resolve())


def _in_folder(folder: Path, root: Path) -> Iterator[File | Passed]:
    """The files of a folder and of those in it, without recursion: folders may be nested as deep as one likes."""
    waiting = [folder]
    taken: set[Path] = set()
    while waiting:
        here = waiting.pop()
        try:
            entries = sorted(here.iterdir())
        except OSError:
            # A folder that may not be listed is told by its name, like a file that may not be read.
            yield File(here, readable(str(here.relative_to(folder))), here.name)
            continue
        names = {entry.name for entry in entries}
        site = site_among((root.name, *here.relative_to(folder).parts), root.parent.name)
        groups: dict[str, list[Path]] = {}
        below = []
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir():
                if entry.is_symlink():
                    yield Passed(readable(str(entry.relative_to(folder))), LINKS, 1)
                elif any(page in names for page in saved_pages_of(entry.name)):
                    count = sum(len(files) for _, _, files in os.walk(entry))
                    yield Passed(readable(str(entry.relative_to(folder))), BESIDE_PAGES, count)
                else:
                    below.append(entry)
            elif not entry.is_file():
                reason = _BROKEN_LINKS if entry.is_symlink() else _NO_FILES
                yield Passed(readable(str(entry.relative_to(folder))), reason, 1)
            elif entry not in taken and not _is_sidecar(entry.name, names):
                name = str(root / entry.relative_to(folder))
                group = group_of(name)
                if group is not None:
                    groups.setdefault(group, []).append(entry)
                else:
                    yield File(entry, readable(name.removeprefix(f"{root}/")), site)
        for group, members in groups.items():
            members += _below(below, group, folder, root)
            taken.update(members)
            name = group.removeprefix(f"{root}/") if group.startswith(f"{root}/") else root.name
            yield File(members[0], readable(name), site, tuple(members))
        waiting.extend(reversed(below))


def _below(folders: Iterable[Path], group: str, folder: Path, root: Path) -> list[Path]:
    """The files of a group that are in a folder below that of the others."""
    found: list[Path] = []
    for below in folders:
        if group_of(str(root / below.relative_to(folder) / "00000.x.html")) == group:
            with suppress(OSError):
                found += [
                    entry
                    for entry in sorted(below.iterdir())
                    if entry.is_file() and group_of(str(root / entry.relative_to(folder))) == group
                ]
    return found


def _is_sidecar(name: str, names: Iterable[str]) -> bool:
    """Whether a file is the expected reading of a dump beside it."""
    stem = name.removesuffix(_SIDECAR)
    return stem != name and any(other.startswith(f"{stem}.") and other != name for other in names)
