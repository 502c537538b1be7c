"""The raw dumps of an archive of any version, so that they can be read anew into another one."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.archive.opening import (
    APPLICATION_ID,
    FAILURES,
    Connection,
    open_guarded,
    sentence_for,
)
from reader.errors import ArchiveDamaged

_ID_PLACE = slice(68, 72)


@dataclass(frozen=True, slots=True)
class RawDump:
    """A dump as it was given to import; `pieces` are its raw bytes."""

    name: str
    url: str | None
    captured: str | None
    pieces: Iterator[bytes]


def is_archive(head: bytes) -> bool:
    """Whether the first bytes of a file are those of an archive."""
    return head.startswith(b"SQLite format 3\0") and head[_ID_PLACE] == APPLICATION_ID.to_bytes(4, "big")


def raw_dumps(path: Path) -> Iterator[RawDump]:
    """Every dump of an archive, in the order of import.

    Raises:
        ArchiveError: one of its kinds, where the file cannot be opened or is damaged.
    """
    connection = open_guarded(path)
    try:
        # Version 1 kept the raw bytes beside the name, and knew no web archives.
        columns = {row[1] for row in connection.execute("PRAGMA table_info(dumps)")}
        told = "url, captured" if "url" in columns else "NULL, NULL"
        for dump_id, name, url, captured in connection.execute(
            f"SELECT id, name, {told} FROM dumps ORDER BY id"
        ):
            yield RawDump(name, url, captured, _pieces(connection, dump_id, path, is_first="raw" in columns))
    except FAILURES as error:
        raise sentence_for(error, path) from error
    finally:
        connection.close()


def _pieces(connection: Connection, dump_id: int, path: Path, *, is_first: bool) -> Iterator[bytes]:
    sql = (
        "SELECT raw FROM dumps WHERE id = ?"
        if is_first
        else "SELECT raw FROM pieces WHERE dump_id = ? ORDER BY place"
    )
    try:
        for (packed,) in connection.execute(sql, [dump_id]):
            yield zlib.decompress(packed)
    except (zlib.error, TypeError, sqlite3.DatabaseError) as error:
        raise ArchiveDamaged(f"Dump {dump_id} of {path} cannot be unpacked: {error}.") from error
