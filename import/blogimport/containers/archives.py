"""Another archive as a container: its raw dumps, to be read again by a later version or together with others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from blogimport.containers.found import FoundDump, Refused
from blogimport.containers.spooling import spooled
from blogimport.readings import Dump
from reader.archive import raw_dumps
from reader.errors import ArchiveError


def dumps_in_archive(dump: Dump, temporary: Path) -> Iterator[FoundDump | Refused]:
    """The raw dumps of an archive of any version, under the names that they have there."""
    with spooled(dump, temporary) as path:
        try:
            for raw in raw_dumps(path):
                content = b"".join(raw.pieces)
                folder = raw.name.rpartition("/")[0].rpartition("/")[2] or None
                yield FoundDump(Dump(raw.name, content=content, url=raw.url, captured=raw.captured), folder)
        except ArchiveError as error:
            yield Refused(dump.name, str(error))
