"""Writing: one writer at a time, sealed at the end, posts completed without losing their place."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reader.archive import Entry, NewSpan, findings, open_archive, open_for_writing
from reader.errors import ArchiveBusy, ArchiveForeign
from reader.models import Comment, Mark
from tests.bare import post

from .building import FOG, LANTERN, add, build, comment, dump


def names(folder: Path) -> list[str]:
    """What lies in a folder."""
    return sorted(file.name for file in folder.iterdir())


def test_archive_is_sealed(tmp_path: Path) -> None:
    """After an import there is one file, in the mode that read-only media need."""
    path = build(tmp_path / "archive.db")

    assert names(tmp_path) == ["archive.db"]
    assert path.read_bytes()[18:20] == b"\x01\x01"
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_post_comes_out_as_it_went_in(tmp_path: Path) -> None:
    """Everything that is written of a post is what is read of it."""
    whole = replace(
        LANTERN,
        marks=(Mark(3, 9, "link", "http://cuivre.example"), Mark(0, 28, "quote")),
        comments=(replace(LANTERN.comments[0], marks=(Mark(0, 2, "em"),)), LANTERN.comments[1]),
    )
    add(tmp_path / "archive.db", "phare.txt", [whole])

    with open_archive(tmp_path / "archive.db") as archive:
        read = archive.post(1)

    assert read.source.dump == "phare.txt"
    assert {name: getattr(read, name) for name in whole.__slots__} == {
        name: getattr(whole, name) for name in whole.__slots__
    }


def test_one_writer_at_a_time(archive: Path) -> None:
    """A second import is told at once that it has to wait, and may write as soon as the first has ended."""
    with open_for_writing(archive) as writer:
        with pytest.raises(ArchiveBusy, match=r"^Another import is writing to .*; wait until it ends[.]$"):
            open_for_writing(archive)
        assert not writer.knows("0")

    open_for_writing(archive).close()
    assert names(archive.parent) == ["archive.db"]


def test_left_lock_is_no_obstacle(archive: Path) -> None:
    """The lock file of an import that was killed does not stop the next, and goes with it."""
    archive.with_name("archive.db.lock").touch()

    open_for_writing(archive).close()

    assert names(archive.parent) == ["archive.db"]


def test_archive_is_read_while_it_is_written(archive: Path) -> None:
    """Who reads during an import sees whole dumps only, and keeps what was seen first while looking."""
    with open_for_writing(archive) as writer, open_archive(archive) as reading:
        assert reading.stats().posts == 3
        writer.write(dump("more.txt", ""), [Entry(post("a")), Entry(post("b"))], [])
        assert reading.stats().posts == 5

    with open_archive(archive) as reading:
        assert reading.stats().posts == 5


def test_unsealed_archive_is_sealed_by_the_next_import(archive: Path) -> None:
    """Where a reader was in the way of the seal, the archive is whole and the next import seals it."""
    writer = open_for_writing(archive)
    with open_archive(archive) as reading:
        writer.write(dump("more.txt", ""), [Entry(post("a"))], [])
        reading.stats()
        writer.close()
        assert reading.stats().posts == 4
    with open_archive(archive) as reading:
        assert (reading.stats().posts, list(findings(reading))) == (4, [])

    open_for_writing(archive).close()

    assert names(archive.parent) == ["archive.db"]


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_import_stopped_at_its_very_start(tmp_path: Path, mode: str) -> None:
    """A file without tables, which is what the first moments of an import leave, becomes an archive."""
    path = tmp_path / "archive.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(f"PRAGMA journal_mode = {mode}; CREATE TABLE a (b); DROP TABLE a;")

    build(path)

    with open_archive(path) as archive:
        assert archive.stats().posts == 3


def test_empty_file_of_another_program_is_left_alone(tmp_path: Path) -> None:
    """A file that another program has signed is not taken, though it has no tables yet."""
    path = tmp_path / "archive.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 252006674")

    with pytest.raises(ArchiveForeign, match="of another program"):
        open_for_writing(path)


def test_half_written_pages_are_taken_back(archive: Path) -> None:
    """A journal that lies beside the archive is played back before anything is written."""
    journal = archive.with_name("archive.db-journal")
    with closing(sqlite3.connect(archive, isolation_level=None)) as connection:
        # With a cache of one page, pages reach the file before the end; the journal says what was there.
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN")
        connection.execute("UPDATE posts SET body = zeroblob(9000) || 'lost'")
        pages, before = archive.read_bytes(), journal.read_bytes()
    archive.write_bytes(pages)
    journal.write_bytes(before)

    open_for_writing(archive).close()

    with open_archive(archive) as reading:
        assert list(findings(reading)) == []
    assert names(archive.parent) == ["archive.db"]


def test_checkpoint_that_was_stopped_is_carried_on(archive: Path) -> None:
    """A main file that already tells of pages which are still in the journal beside it is no damaged file."""
    wal = archive.with_name("archive.db-wal")
    with closing(sqlite3.connect(archive, isolation_level=None)) as connection:
        connection.executescript("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0;")
        connection.execute("UPDATE pieces SET raw = zeroblob(200000)")
        size, journal = archive.stat().st_size, wal.read_bytes()
        connection.execute("PRAGMA wal_checkpoint")
        first_page = archive.read_bytes()[:4096]
    os.truncate(archive, size)
    with archive.open("r+b") as file:
        file.write(first_page)
    wal.write_bytes(journal)

    with open_archive(archive) as reading:
        assert reading.rows("SELECT max(length(raw)) FROM pieces") == [(200000,)]
    open_for_writing(archive).close()
    assert names(archive.parent) == ["archive.db"]


def fuller(*bodies: Comment) -> Entry:
    """The lantern post with other comments, in the place of the one that is there."""
    moved = {1: 2, 2: None}
    return Entry(replace(LANTERN, author="Maël Kerdoncuff", comments=bodies), replaces=1, moved=moved)


def test_completed_post_keeps_its_place(archive: Path) -> None:
    """A post that a fuller dump completes keeps its id and its key, and belongs to that dump."""
    comments = (comment(1, "Enfin !"), comment(2, "Et la corne de brume ?", reply_to=1, depth=1))
    with open_for_writing(archive) as writer:
        ids = writer.write(
            dump("plus.txt", "Enfin !\n"), [fuller(*comments)], [NewSpan(1, 1, "comment", 0, 1)]
        )

    with open_archive(archive) as reading:
        now = reading.post(1)
        assert (ids, now.key, now.author) == ([1], LANTERN.key, "Maël Kerdoncuff")
        assert (now.comments, now.source.dump) == (comments, "plus.txt")
        assert reading.stats().posts == 3


def test_lines_follow_their_comments(archive: Path) -> None:
    """The lines of an earlier dump point to where their comments stand now, or to none of them."""
    with open_for_writing(archive) as writer:
        comments = (comment(1, "Enfin !"), comment(2, "Et la corne de brume ?"))
        writer.write(dump("plus.txt", ""), [fuller(*comments)], [])

    sql = "SELECT first, comment FROM spans WHERE dump_id = 1 AND role = 'comment' ORDER BY first"
    with open_archive(archive) as reading:
        assert reading.rows(sql) == [(8, 2), (10, None)]
        assert list(findings(reading)) == []


def test_post_may_keep_its_dump(archive: Path) -> None:
    """A post that a poorer dump only adds to goes on belonging to the dump it was read from."""
    entry = Entry(replace(LANTERN, tags=("optique",)), replaces=1, keeps_dump=True)
    with open_for_writing(archive) as writer:
        writer.write(dump("moins.txt", ""), [entry], [])

    with open_archive(archive) as reading:
        assert reading.post(1).source.dump == "phare/lanterne.txt"
        assert reading.post(1).tags == ("optique",)
        assert list(findings(reading)) == []


def test_known_post_is_not_written_again(archive: Path) -> None:
    """Of a post that the archive holds already nothing changes but where its lines can be found."""
    entry = Entry(replace(LANTERN, title="Not this"), replaces=1, keeps_dump=True, is_known=True)
    with open_for_writing(archive) as writer:
        assert writer.write(dump("encore.txt", "x\n"), [entry], [NewSpan(1, 1, "body", 0, None)]) == [1]

    with open_archive(archive) as reading:
        assert reading.post(1).title == LANTERN.title
        assert reading.rows("SELECT post_id FROM spans WHERE dump_id = 3") == [(1,)]


def test_dump_is_written_whole_or_not_at_all(archive: Path) -> None:
    """When the last post of a dump cannot be written, neither are the dump and its other posts."""
    twice = [Entry(post("one")), Entry(FOG)]
    with open_for_writing(archive) as writer:
        with pytest.raises(sqlite3.IntegrityError, match=r"posts[.]key"):
            writer.write(dump("twice.txt", "x\n"), twice, [])
        assert not writer.has_key("one")
        assert not writer.knows(dump("twice.txt", "x\n").sha256)

    with open_archive(archive) as reading:
        assert (reading.stats().dumps, list(findings(reading))) == (2, [])


def test_half_characters_are_stored_as_signs(tmp_path: Path) -> None:
    """What UTF-8 cannot hold, as in the name of an old file, becomes a sign of the same length."""
    broken = post(
        "k", blog="caf\udce9", title="nul\0", body="a\ud83d b", marks=(Mark(3, 4, "link", "\udc80"),)
    )
    broken = replace(broken, tags=("\udce9",), comments=(comment(1, "x\0", author="\udce9"),))
    with open_for_writing(tmp_path / "archive.db") as writer:
        writer.write(replace(dump("x", ""), name="caf\udce9.txt"), [Entry(broken)], [])

    with open_archive(tmp_path / "archive.db") as archive:
        read = archive.post(1)
        assert (read.blog, read.title, read.body, read.tags) == ("caf�", "nul␀", "a� b", ("�",))
        assert (read.marks, read.source.dump) == ((Mark(3, 4, "link", "�"),), "caf�.txt")
        assert (read.comments[0].author, read.comments[0].body) == ("�", "x␀")
        assert list(findings(archive)) == []
