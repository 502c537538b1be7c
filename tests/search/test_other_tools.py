"""The archive opens in other tools, and their search finds in it what it can: Datasette, sqlite-utils."""

from __future__ import annotations

import asyncio
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.bare import write

from .blogs import POSTS

# It takes long to import.
in_datasette = pytest.mark.slow


@pytest.mark.parametrize(
    ("table", "word", "column", "found"),
    [
        ("posts", "ete", "title", ["L’été à Sète"]),
        ("posts", "pain perdu", "title", ["L’été à Sète"]),
        ("posts", "rienrien", "title", []),
        ("comments", "gateaux", "position", [2]),
    ],
)
def test_sqlite_utils_finds(tmp_path: Path, table: str, word: str, column: str, found: list[object]) -> None:
    """sqlite-utils sees the index of a table and finds its rows."""
    from sqlite_utils import Database

    database = Database(sqlite3.connect(write(tmp_path / "archive.db", POSTS)))
    rows = [row[column] for row in database.table(table).search(word, quote=True)]
    database.close()

    assert rows == found


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What Datasette answers to some addresses."""
    path = write(tmp_path_factory.mktemp("datasette") / "archive.db", POSTS)
    return asyncio.run(_pages(path))


ADDRESSES = (
    "/archive.json",
    "/archive/posts",
    "/archive/posts.json?_shape=objects",
    *(
        f"/archive/posts.json?_shape=objects&_search={word}"
        for word in ("été", "ETE", "pain perdu", "rienrien")
    ),
    *(f"/archive/comments.json?_shape=objects&_search={word}" for word in ("gâteaux", "gateaux", "recette")),
    "/archive/readable_posts.json?_shape=objects",
)


async def _pages(path: Path) -> dict[str, Any]:
    from datasette.app import Datasette

    server = Datasette([str(path)])
    await server.invoke_startup()
    found = {}
    for address in ADDRESSES:
        response = await server.client.get(address)
        assert response.status_code == 200, address
        found[address] = response.json() if ".json" in address else response.text
    return found


def titles(page: Any) -> set[str | None]:
    return {row["title"] for row in page["rows"]}


@in_datasette
def test_the_archive_opens(pages: dict[str, Any]) -> None:
    """Its tables and views are there to be looked at, with all their rows."""
    tables = {table["name"]: table["count"] for table in pages["/archive.json"]["tables"]}

    assert tables["posts"] == len(POSTS)
    assert tables["comments"] == sum(len(post.comments) for post in POSTS)
    assert {view["name"] for view in pages["/archive.json"]["views"]} == {
        "readable_posts",
        "readable_comments",
    }
    assert titles(pages["/archive/posts.json?_shape=objects"]) == {post.title for post in POSTS}
    assert titles(pages["/archive/readable_posts.json?_shape=objects"]) == {post.title for post in POSTS}


@in_datasette
def test_the_search_box_is_there(pages: dict[str, Any]) -> None:
    """Datasette sees that posts have a full-text index."""
    assert 'name="_search"' in pages["/archive/posts"]


@in_datasette
@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("été", {"L’été à Sète"}),
        ("ETE", {"L’été à Sète"}),
        ("pain perdu", {"L’été à Sète"}),
        ("rienrien", set()),
    ],
)
def test_posts_are_found(pages: dict[str, Any], word: str, found: set[str]) -> None:
    """A word finds the posts that hold it, whatever its accents and capitals, and no others."""
    assert titles(pages[f"/archive/posts.json?_shape=objects&_search={word}"]) == found


@in_datasette
@pytest.mark.parametrize(("word", "position"), [("gâteaux", 2), ("gateaux", 2), ("recette", 1)])
def test_comments_are_found(pages: dict[str, Any], word: str, position: int) -> None:
    """Comments have a search box of their own."""
    (row,) = pages[f"/archive/comments.json?_shape=objects&_search={word}"]["rows"]

    assert row["position"] == position
