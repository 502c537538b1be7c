"""Where a post comes from: its dumps, their roles by the window, their lines by the piece."""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.archive import (
    DumpLines,
    Entry,
    NewDump,
    NewSpan,
    dumps_of,
    next_left_out,
    next_part,
    open_archive,
    open_for_writing,
    spans_between,
    spans_of_post,
)
from reader.errors import NotFound
from reader.text import lines_of
from tests import bare

SPANS = (
    NewSpan(1, 2, "furniture", None, None),
    NewSpan(3, 3, "title", 0, None),
    NewSpan(4, 9, "body", 0, None),
    NewSpan(12, 14, "comment", 0, 1),
    NewSpan(15, 40, "furniture", None, None),
)


def written(path: Path, raw: bytes, encoding: str | None = "utf-8", lines: list[str] | None = None) -> Path:
    """An archive with one post, read from a dump of these bytes."""
    left_out = {"menu": 3}
    dump = NewDump("a.txt", hashlib.sha256(raw).hexdigest(), "text", encoding, raw, left_out, lines)
    with open_for_writing(path) as writer:
        writer.write(dump, [Entry(bare.post("a"))], SPANS)
    return path


def test_what_is_known_of_the_dump(tmp_path: Path) -> None:
    """The dump's facts, and what of it was left out."""
    with open_archive(written(tmp_path / "archive.db", b"x\n" * 40)) as archive:
        (facts,) = dumps_of(archive, 1)
        assert (facts.name, facts.format, facts.encoding, facts.size) == ("a.txt", "text", "utf-8", 80)
        assert (facts.lines, facts.left_out) == (40, {"menu": 3})
        with pytest.raises(NotFound):
            dumps_of(archive, 2)


def test_roles_by_the_window(tmp_path: Path) -> None:
    """A window gets the runs that reach into it and no others; a post gets its own."""
    with open_archive(written(tmp_path / "archive.db", b"x\n" * 40)) as archive:
        for first in range(1, 42):
            for last in range(first, 42):
                found = [(span.first, span.last) for span in spans_between(archive, 1, first, last)]
                wanted = [(s.first, s.last) for s in SPANS if s.first <= last and s.last >= first]
                assert found == wanted, (first, last)
        roles = [(span.role, span.post, span.comment) for span in spans_of_post(archive, 1, 1)]
        assert roles == [("title", 1, None), ("body", 1, None), ("comment", 1, 1)]
        assert [next_left_out(archive, 1, line, step=1) for line in (0, 1, 15)] == [1, 15, None]
        assert [next_part(archive, 1, line, step=1) for line in (1, 2, 4, 15)] == [3, 3, 12, None]
        assert [next_part(archive, 1, line, step=-1) for line in (1, 4, 5)] == [None, 3, 4]
        assert [next_left_out(archive, 1, line, step=-1) for line in (1, 2, 16)] == [None, 1, 15]


@pytest.fixture(scope="module")
def cut(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive whose one dump can be given other pieces."""
    return written(tmp_path_factory.mktemp("pieces") / "archive.db", b"x\n")


@given(
    st.lists(
        st.sampled_from(["é", "a", "\n", "\r", "\r\n", "日本", "\x85", "\f", "🙂", "ab cd"]), max_size=60
    ),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "shift_jis", None]),
    st.integers(1, 9),
    st.data(),
)
def test_lines_by_the_piece_are_the_lines_of_the_whole(
    cut: Path,
    parts: list[str],
    encoding: str | None,
    size: int,
    data: st.DataObject,
) -> None:
    """Wherever a dump is cut into pieces, and in whatever order they are asked for, its lines are the same."""
    raw = "".join(parts).encode(encoding or "utf-8", "replace")
    wanted = lines_of(raw, encoding or "utf-8")
    pieces = [zlib.compress(raw[start : start + size], 1) for start in range(0, len(raw), size)]
    connection = sqlite3.connect(cut)
    connection.execute("PRAGMA synchronous = OFF")
    with connection:
        connection.execute("UPDATE dumps SET encoding = ?", [encoding])
        connection.execute("DELETE FROM pieces")
        connection.executemany("INSERT INTO pieces VALUES (1, ?, ?)", list(enumerate(pieces, 1)))
    connection.close()
    with open_archive(cut) as archive:
        lines = DumpLines(archive, dumps_of(archive, 1)[0])
        for _ in range(4):
            first = data.draw(st.integers(1, len(wanted) + 2))
            last = data.draw(st.integers(first, len(wanted) + 4))
            assert lines.between(first, last) == wanted[first - 1 : last]
        assert lines.between(1, len(wanted) + 1) == wanted


def test_lines_that_are_kept_beside_the_bytes(tmp_path: Path) -> None:
    """Where the bytes are no lines of text, those that the roles speak of are shown."""
    with open_archive(written(tmp_path / "archive.db", b"\x00\x01", None, ["one", "two"])) as archive:
        lines = DumpLines(archive, dumps_of(archive, 1)[0])
        assert lines.between(1, 5) == ["one", "two"]
        assert lines.between(2, 2) == ["two"]


def test_a_long_dump_is_not_held_whole(tmp_path: Path) -> None:
    """Of a dump of many pieces, a few are kept at a time, wherever one looks."""
    raw = b"".join(b"line %d of a long export\n" % number for number in range(200_000))
    with open_archive(written(tmp_path / "archive.db", raw)) as archive:
        lines = DumpLines(archive, dumps_of(archive, 1)[0])
        for number in (199_990, 5, 100_000, 199_999):
            assert lines.between(number, number) == [f"line {number - 1} of a long export"]
            assert sum(map(len, lines._texts.values())) <= 3 * 1024**2
