"""Where a post comes from: its dump, the role of every line of it, and the lines themselves.

A dump may be an export of gigabytes: roles are asked for by the window, and lines are unpacked piece by piece, so
that looking at one post never needs the whole dump in memory.
"""

from __future__ import annotations

import codecs
import io
import json
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from reader.archive.reading import Archive
from reader.errors import ArchiveDamaged, NotFound
from reader.models import Role
from reader.sentences import Sentence
from reader.text import lines_of

_KEPT_PIECES = 3


@dataclass(frozen=True, slots=True)
class DumpFacts:
    """A dump as the archive keeps it; `lines` is how many it has, `left_out` why parts of it became no post."""

    id: int
    name: str
    format: str
    encoding: str | None
    size: int
    url: str | None
    captured: str | None
    lines: int
    left_out: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Span:
    """A run of lines with one role, counted from 1; `post` and `comment` say whose, None: nobody's."""

    first: int
    last: int
    role: Role
    post: int | None
    comment: int | None


def dumps_of(archive: Archive, post_id: int) -> list[DumpFacts]:
    """The dumps that hold a post, the one that its text is from first.

    Raises:
        NotFound: when there is no such post.
        ArchiveDamaged: when what the archive says of them cannot be read.
    """
    sql = """
        SELECT
            dumps.id, dumps.name, dumps.format, dumps.encoding, dumps.size, dumps.url, dumps.captured,
            coalesce((SELECT max(last) FROM spans WHERE spans.dump_id = dumps.id), 0),
            dumps.left_out
        FROM posts
        JOIN dumps ON dumps.id = posts.dump_id
            OR dumps.id IN (SELECT dump_id FROM sources WHERE sources.post_id = posts.id)
        WHERE posts.id = :id
        ORDER BY dumps.id = posts.dump_id DESC, dumps.id
    """
    rows = archive.rows(sql, {"id": post_id})
    if not rows:
        raise NotFound(Sentence("No post in {} has the id {}.", archive.path, post_id))
    return [DumpFacts(*(*row[:8], _left_out(archive, row[8]))) for row in rows]


def spans_between(archive: Archive, dump_id: int, first: int, last: int) -> list[Span]:
    """The roles of the lines from `first` to `last`, as runs that may reach beyond them."""
    # The runs never overlap, so at most one begins before the window and reaches into it.
    sql = """
        SELECT first, last, role, post_id, comment
        FROM spans
        WHERE dump_id = :dump
            AND first <= :last
            AND first >= coalesce(
                (SELECT max(first) FROM spans WHERE dump_id = :dump AND first <= :first), :first
            )
        ORDER BY first
    """
    rows = archive.rows(sql, {"dump": dump_id, "first": first, "last": last})
    return [span for span in map(_span, rows) if span.last >= first]


def spans_of_post(archive: Archive, dump_id: int, post_id: int) -> list[Span]:
    """The runs of lines of a dump that a post was read from."""
    sql = """
        SELECT first, last, role, post_id, comment
        FROM spans
        WHERE post_id = :post AND dump_id = :dump
        ORDER BY first
    """
    return [_span(row) for row in archive.rows(sql, {"post": post_id, "dump": dump_id})]


def next_part(archive: Archive, dump_id: int, line: int, *, step: int) -> int | None:
    """The line where the next run of lines with one role begins, or the one before."""
    return _next_run(archive, dump_id, line, step, "TRUE")


def next_left_out(archive: Archive, dump_id: int, line: int, *, step: int) -> int | None:
    """The line where the next run that became no part of any post begins, or the one before."""
    return _next_run(archive, dump_id, line, step, "role = 'furniture'")


def _next_run(archive: Archive, dump_id: int, line: int, step: int, condition: str) -> int | None:
    compare, order = (">", "first") if step > 0 else ("<", "first DESC")
    sql = f"""
        SELECT first
        FROM spans
        WHERE dump_id = :dump AND {condition} AND first {compare} :line
        ORDER BY {order}
        LIMIT 1
    """
    rows = archive.rows(sql, {"dump": dump_id, "line": line})
    return int(rows[0][0]) if rows else None


class DumpLines:
    """The lines of one dump, unpacked as far as they are asked for; from one thread at a time."""

    def __init__(self, archive: Archive, dump: DumpFacts) -> None:
        """Begin to read.

        Raises:
            ArchiveDamaged: when the dump cannot be unpacked.
        """
        self._archive = archive
        self._dump = dump
        self._whole = self._own_lines()
        # For each piece that was met: how many line breaks come before it, and the decoder's state there.
        self._breaks = array("q", [0])
        self._states = [self._decoder().getstate()]
        self._texts: dict[int, str] = {}
        self._is_at_end = False

    def between(self, first: int, last: int) -> list[str]:
        """The lines from `first` to `last`, counted from 1; fewer where the dump ends before.

        Raises:
            ArchiveDamaged: when the dump cannot be unpacked.
            Interrupted: when the archive was told to stop.
        """
        if self._whole is not None:
            return list(self._whole[max(0, first - 1) : last])
        before = max(0, first - 1)
        while self._breaks[-1] < before and self._text(len(self._breaks) - 1) is not None:
            pass
        if self._breaks[-1] < before:
            return []
        # The line begins right after its break, which is in the piece before the first that has it behind it.
        piece = max(0, bisect_left(self._breaks, before) - 1) if before else 0
        skipped = before - self._breaks[piece]
        parts, found = [], 0
        while found <= last - first + skipped and (text := self._text(piece)) is not None:
            parts.append(text)
            found += text.count("\n")
            piece += 1
        lines = "".join(parts).split("\n")
        if not lines[-1] and found <= last - first + skipped:
            del lines[-1]
        return lines[skipped : skipped + last - first + 1]

    def _text(self, piece: int) -> str | None:
        """The text of a piece, with its line breaks made one; None where the dump has ended."""
        text = self._texts.get(piece)
        if text is not None:
            return text
        if piece >= len(self._states):
            return None
        decoder = self._decoder()
        decoder.setstate(self._states[piece])
        raw = self._piece(piece)
        # After the last piece comes what the decoder still holds back: half a character, a lone CR.
        text = decoder.decode(raw or b"", final=raw is None)
        if piece == len(self._states) - 1 and not self._is_at_end:
            self._breaks.append(self._breaks[-1] + text.count("\n"))
            if raw is None:
                self._is_at_end = True
            else:
                self._states.append(decoder.getstate())
        self._texts[piece] = text
        if len(self._texts) > _KEPT_PIECES:
            del self._texts[next(iter(self._texts))]
        return text

    def _piece(self, piece: int) -> bytes | None:
        sql = "SELECT raw FROM pieces WHERE dump_id = :dump ORDER BY place LIMIT 1 OFFSET :piece"
        rows = self._archive.rows(sql, {"dump": self._dump.id, "piece": piece})
        return self._unpacked(rows[0][0]) if rows else None

    def _own_lines(self) -> Sequence[str] | None:
        """The lines that were kept beside the raw bytes, where those are no lines of text."""
        rows = self._archive.rows("SELECT lines FROM dumps WHERE id = :id", {"id": self._dump.id})
        packed = rows[0][0] if rows else None
        return None if packed is None else lines_of(self._unpacked(packed), "utf-8")

    def _unpacked(self, packed: object) -> bytes:
        try:
            return zlib.decompress(cast("bytes", packed))
        except (zlib.error, TypeError) as error:
            raise self._damaged(error) from error

    def _decoder(self) -> io.IncrementalNewlineDecoder:
        try:
            decoder = codecs.getincrementaldecoder(self._dump.encoding or "utf-8")("replace")
        except LookupError as error:
            raise self._damaged(error) from error
        return io.IncrementalNewlineDecoder(decoder, translate=True)

    def _damaged(self, error: Exception) -> ArchiveDamaged:
        return ArchiveDamaged(
            Sentence("The dump {} in {} is damaged: {}.", self._dump.name, self._archive.path, error)
        )


def _span(row: tuple[object, ...]) -> Span:
    first, last, role, post, comment = row
    return Span(
        cast("int", first),
        cast("int", last),
        cast("Role", role),
        cast("int | None", post),
        cast("int | None", comment),
    )


def _left_out(archive: Archive, text: object) -> dict[str, int]:
    try:
        found = json.loads(cast("str", text))
    except (TypeError, ValueError) as error:
        raise _broken(archive) from error
    if not isinstance(found, dict):
        raise _broken(archive)
    return {str(reason): count for reason, count in found.items() if isinstance(count, int)}


def _broken(archive: Archive) -> ArchiveDamaged:
    return ArchiveDamaged(Sentence("{} is damaged; `reader check` names the posts.", archive.path))
