"""`reader check` finds whatever is not as it was imported, and nothing else."""

from __future__ import annotations

import random
import re
import sqlite3
import zlib
from contextlib import closing, suppress
from pathlib import Path

import pytest

from reader.archive import findings, open_archive
from reader.errors import ReaderError

from .building import everything


def found(path: Path) -> list[str]:
    """What is wrong with an archive; the one sentence where it cannot even be opened."""
    try:
        with open_archive(path) as archive:
            return [f"{finding.where}: {finding.sentence}" for finding in findings(archive)]
    except ReaderError as error:
        return [str(error)]


def is_rotten(path: Path) -> bool:
    """Whether anything is wrong with an archive, without looking on once something is."""
    try:
        with open_archive(path) as archive:
            return next(findings(archive), None) is not None
    except ReaderError:
        return True


def test_fresh_archives_are_sound(built: Path, sample_archive: Path) -> None:
    """Nothing is wrong with what was just imported."""
    assert found(built) == []
    assert found(sample_archive) == []


CHANGES = {
    "UPDATE posts SET body = replace(body, 'cuivre', 'laiton') WHERE id = 1": "post 1: Its content is not",
    "UPDATE posts SET title = NULL WHERE id = 2": "post 2: Its content is not",
    "UPDATE posts SET url = url || '/' WHERE id = 1": "post 1: Its content is not",
    "UPDATE posts SET guesses = '{}' WHERE id = 1": "post 1: Its content is not",
    "UPDATE posts SET marks = '[[0, 2]]' WHERE id = 1": "post 1: .* is damaged; `reader check` names",
    "UPDATE posts SET marks = '{}' WHERE id = 1": "post 1: .* is damaged",
    "UPDATE posts SET guesses = '[]' WHERE id = 1": "post 1: .* is damaged",
    "UPDATE comments SET author = 'Yvon' WHERE position = 1": "post 1: Its content is not",
    "UPDATE comments SET depth = 0 WHERE position = 2": "post 1: Its content is not",
    "DELETE FROM comments WHERE position = 2": "post 1: Its content is not",
    "DELETE FROM labels WHERE name = 'cuivre'": "post 1: Its content is not",
    "UPDATE blogs SET name = 'Le phare' WHERE id = 1": "post 2: Its content is not",
    "UPDATE posts SET dump_id = 9 WHERE id = 3": "file: Row [0-9]+ of posts points to nothing in dumps[.]",
    "DELETE FROM posts_fts_data WHERE id > 1": "index: The search index posts_fts does not match the texts",
    "INSERT INTO comments_fts (comments_fts, rowid, author, body) "
    "SELECT 'delete', place, author, body FROM comments WHERE position = 1": "index: The search index comments_fts "
    "does not match",
    "DELETE FROM terms WHERE term = 'goelands'": "index: The word 'goelands' is not in as many texts",
    "UPDATE terms SET comments = 7 WHERE term = 'yvonne'": "index: The word 'yvonne' is not in as many texts",
    "UPDATE posts SET place = place + 1 WHERE id = 1": "index: Row [0-9]+ of posts does not stand where its date",
    "UPDATE pieces SET raw = x'00ff' WHERE dump_id = 1": "dump phare/lanterne.txt: Its raw bytes cannot be",
    f"UPDATE pieces SET raw = x'{zlib.compress(b'other').hex()}' WHERE dump_id = 1": "Its raw bytes are not what",
    "UPDATE dumps SET encoding = 'utf-9' WHERE id = 1": "Its encoding 'utf-9' is not known",
    "DELETE FROM spans WHERE first = 12": "Line 12 has 0 roles instead of one",
    "UPDATE spans SET last = 8 WHERE first = 7": "Line 8 has 2 roles instead of one",
    "UPDATE spans SET last = 900000000000 WHERE first = 12": "lines 12 to 900000000000 have a role",
    "UPDATE spans SET role = 'bodz' WHERE first = 4": "role of lines 4 to 5 is not what was imported",
    "UPDATE spans SET comment = 7 WHERE first = 8": "role of lines 8 to 9 is not what was imported",
}


@pytest.mark.parametrize("sql", CHANGES)
def test_change_is_found(archive: Path, sql: str) -> None:
    """What another tool has changed behind the back of the archive is named, with the place where it is."""
    with closing(sqlite3.connect(archive)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(sql)
        connection.commit()

    sentences = found(archive)

    assert any(re.search(CHANGES[sql], sentence) for sentence in sentences), sentences


def places_of_texts(path: Path) -> list[int]:
    """Where in the file the letters of bodies stand."""
    raw = path.read_bytes()
    with open_archive(path) as archive:
        bodies = [
            row[0] for row in archive.rows("SELECT body FROM posts UNION ALL SELECT body FROM comments")
        ]
    places = []
    for body in bodies:
        text = body.encode()
        for start in range(0, len(text) - 24, 24):
            place = raw.find(text[start : start + 24])
            if place >= 0:
                places.append(place + start % 24)
    return places


def test_every_flipped_bit_of_a_text_is_found(sample_archive: Path, tmp_path: Path) -> None:
    """One changed bit within any body of the archive is found, each time."""
    raw = sample_archive.read_bytes()
    places = places_of_texts(sample_archive)
    assert len(places) > 500
    path = tmp_path / "archive.db"

    chance = random.Random(1869)
    for place in chance.sample(places, 100):
        rotten = bytearray(raw)
        rotten[place] ^= 1 << chance.randrange(8)
        path.write_bytes(rotten)
        assert is_rotten(path), place


def flip_anywhere(sample_archive: Path, path: Path, seed: int, times: int) -> None:
    """Change single bits all over the file, and ask everything; the errors are ours."""
    raw = sample_archive.read_bytes()
    chance = random.Random(seed)
    for _ in range(times):
        rotten = bytearray(raw)
        rotten[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
        path.write_bytes(rotten)
        found(path)
        with suppress(ReaderError), open_archive(path) as archive:
            everything(archive)


def test_rotten_archive_never_crashes(sample_archive: Path, tmp_path: Path) -> None:
    """Whatever bit of the file has changed, what a person gets is the text or one sentence."""
    flip_anywhere(sample_archive, tmp_path / "archive.db", 1, 60)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_rotten_archive_never_crashes_long(sample_archive: Path, tmp_path: Path, seed: int) -> None:
    """The same for many more bits."""
    flip_anywhere(sample_archive, tmp_path / "archive.db", seed, 1500)
