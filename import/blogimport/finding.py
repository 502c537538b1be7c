"""Which files a person means who names files and folders to import."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

# The expected reading of a sample stands beside it and is no dump itself.
_SIDECAR = ".gold.json"


@dataclass(frozen=True, slots=True)
class DumpFile:
    """A file to import: its path, the name that it gets in the archive, and the folder it was found in.

    `folder` is None for a file that was named itself: then nobody has said what its folder stands for.
    """

    path: Path
    name: str
    folder: str | None


def dump_files(paths: Iterable[Path]) -> Iterator[DumpFile]:
    """The files at some paths, those in folders in order of their names; each file once."""
    seen: set[Path] = set()
    for path in paths:
        for found in _under(path):
            real = found.path.resolve()
            if real not in seen:
                seen.add(real)
                yield found


def _under(path: Path) -> Iterator[DumpFile]:
    if not path.is_dir():
        yield DumpFile(path, path.name, None)
        return
    root = path.resolve()
    for file in sorted(root.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(root).parts)
        if file.is_file() and not hidden and not _is_sidecar(file):
            yield DumpFile(file, str(file.relative_to(root)), file.parent.name)


def _is_sidecar(file: Path) -> bool:
    """Whether a file is the expected reading of a dump beside it."""
    if not file.name.endswith(_SIDECAR):
        return False
    stem = file.name.removesuffix(_SIDECAR)
    return any(other.name != file.name for other in file.parent.glob(f"{stem}.*"))
