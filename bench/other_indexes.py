"""The indexes of other tools over the texts of an archive: how fast they are built, how large, how fast they answer."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from bench.mails import Mails

Row = tuple[int, str, str, str]

# notmuch reads half a megabyte a second.
MAILS = 2_000


def newest(path: Path, posts: int) -> list[Row]:
    """The newest posts of an archive: number, title, author and body."""
    sql = """
        SELECT id, coalesce(title, ''), coalesce(author, ''), body
        FROM posts
        ORDER BY place DESC
        LIMIT ?
    """
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        return database.execute(sql, [posts]).fetchall()


def built(path: Path, posts: int) -> Iterator[tuple[str, int, float, float]]:
    """Indexes of the newest posts, built one after the other: whose, of how many posts, MB/s, size over text."""
    rows = newest(path, posts)
    builders: dict[str, Callable[[list[Row], Path], int]] = {"FTS5": _fts5}
    if tantivy() is not None:
        builders["tantivy"] = _tantivy_on_disk
    if shutil.which("notmuch"):
        builders["notmuch"] = lambda rows, folder: mails(rows, folder)[1]
    for name, build in builders.items():
        taken = rows[:MAILS] if name == "notmuch" else rows
        size = sum(len("".join(row[1:]).encode()) for row in taken)
        with tempfile.TemporaryDirectory() as folder:
            start = time.perf_counter()
            index = build(taken, Path(folder))
            seconds = time.perf_counter() - start
        yield name, len(taken), size / 1e6 / seconds, index / size


def _fts5(rows: list[Row], folder: Path) -> int:
    path = folder / "fts5.db"
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA synchronous = OFF")
        database.execute(
            "CREATE VIRTUAL TABLE words USING fts5 (title, author, body, content='', "
            "tokenize='unicode61 remove_diacritics 2')"
        )
        database.executemany("INSERT INTO words (rowid, title, author, body) VALUES (?, ?, ?, ?)", rows)
        database.commit()
    return path.stat().st_size


def mails(rows: list[Row], folder: Path) -> tuple[Mails, int]:
    """Posts as mails that notmuch has read, and the size of its index."""
    made = Mails(folder)
    for number, title, author, body in rows:
        made.add(number, body, title=title, author=author)
    return made, made.index()


def tantivy() -> Any:
    """The module, None where it is not installed."""
    try:
        import tantivy
    except ImportError:
        return None
    return tantivy


def _tantivy_on_disk(rows: list[Row], folder: Path) -> int:
    _indexed([(number, "\n".join(texts)) for number, *texts in rows], folder)
    return sum(file.stat().st_size for file in folder.iterdir())


def _indexed(rows: list[tuple[int, str]], folder: Path | None = None) -> Any:
    """A tantivy index with its French stemmer, in a folder or in memory; the texts of the rows are in `text`."""
    module = tantivy()
    builder = module.SchemaBuilder()
    builder.add_integer_field("id", stored=True)
    builder.add_text_field("text", tokenizer_name="fr_stem")
    index = module.Index(builder.build(), path=str(folder) if folder else None)
    writer = index.writer(200_000_000, 1)
    for number, text in rows:
        writer.add_document(module.Document(id=number, text=text))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index


def tantivy_search(path: Path, limit: int) -> dict[str, Callable[[str], object]]:
    """A search by tantivy of all posts and comments, ranked; nothing where it is not installed."""
    if tantivy() is None:
        return {}
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        rows = database.execute(
            "SELECT place, coalesce(title, '') || ' ' || coalesce(author, '') || ' ' || body FROM posts "
            "UNION ALL SELECT -place, coalesce(author, '') || ' ' || body FROM comments"
        ).fetchall()
    index = _indexed(rows)
    searcher = index.searcher()

    def run(query: str) -> object:
        try:
            parsed = index.parse_query(query, ["text"])
        except ValueError:
            return None  # it has errors of syntax
        return searcher.search(parsed, limit)

    return {"tantivy, ranked": run}
