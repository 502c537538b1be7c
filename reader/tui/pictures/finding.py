"""The file of a picture, where somebody has kept it: in a mirror of the site, or in the folder of a saved page.

Looks below one folder only, and takes nothing that merely has the same name: a wrong picture is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from reader.text import Safe

_SCHEMES = ("", "http", "https", "file")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is at hand, what is written under it, and the offset of the body where it stands."""

    path: Path
    caption: Safe
    offset: int


def at_hand(address: str, folder: Path, dump: str = "") -> Path | None:
    """The file of the picture at an address, below a folder; `dump` is the name of what the post was read from.

    As a mirror has it (host and path), or the end of its path, of at least a folder and a name; beside the dump a
    name is enough where the dump itself names no more.
    """
    for name in _names(address, dump):
        path = folder / name
        try:
            if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
                return path
        except (OSError, ValueError):  # a name that is too long, or a link that leads in a circle
            continue
    return None


def _names(address: str, dump: str) -> Iterator[PurePosixPath]:
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return
    segments = _safe_segments(parts.path)
    if parts.scheme not in _SCHEMES or not segments:
        return
    beside = _safe_segments(dump)
    folders = [PurePosixPath(*beside[:-1])] if beside and len(beside) > 1 else []
    if host:
        yield PurePosixPath(host, *segments)
    elif len(segments) == 1:
        yield from (place / segments[0] for place in folders)
    for start in range(len(segments) - 1):
        name = PurePosixPath(*segments[start:])
        yield from (place / name for place in folders)
        yield name


def _safe_segments(path: str) -> list[str]:
    """The names in a path; none where one of them leads elsewhere."""
    segments = [name for part in path.split("/") if (name := unquote(part)) not in ("", ".")]
    is_harmless = all(name != ".." and not set(name) & set("/\\\0:") for name in segments)
    return segments if is_harmless else []
