"""French as it is typed, and what each tool finds of it: `python -m bench.french > docs/french-search.md`.

Every case of the table (`tests/search/data/french.txt`) is put to reader, and to those of these that are installed:
Datasette (on the very same archive), PostgreSQL's `french` configuration (where `psql` reaches a server), notmuch and
ripgrep. A case is right when the text that must be found is found and the one that must not be is not.
"""

from __future__ import annotations

import asyncio
import hashlib
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.mails import Mails
from reader.archive import Entry, NewDump, open_archive, open_for_writing
from reader.search import search
from tests.bare import post
from tests.search.french import Case, Text, cases

# What a tool finds of a case: the numbers of texts, 2 n for the one that must be found, 2 n + 1 for the other.
Tool = Callable[[list[Case], list[Text], Path], list[set[int]]]


def write(texts: list[Text], path: Path) -> Path:
    """An archive that holds each text as a post."""
    dump = NewDump("french", hashlib.sha256(b"french").hexdigest(), "text page", None, b"french", {})
    posts = [
        Entry(post(str(number), body=text.body, author=text.author, language="fr"))
        for number, text in enumerate(texts)
    ]
    with open_for_writing(path) as writer:
        writer.write(dump, posts, [])
    return path


def by_reader(known: list[Case], texts: list[Text], folder: Path) -> list[set[int]]:
    """What reader finds."""
    with open_archive(folder / "archive.db") as archive:
        return [{hit.id - 1 for hit in search(archive, case.typed, limit=len(texts)).hits} for case in known]


def by_datasette(known: list[Case], texts: list[Text], folder: Path) -> list[set[int]]:
    """What the search box of Datasette finds in the same file."""
    from datasette.app import Datasette

    async def ask() -> list[set[int]]:
        datasette = Datasette([str(folder / "archive.db")])
        await datasette.invoke_startup()
        found = []
        for case in known:
            params = {"_search": case.typed, "_shape": "array", "_size": "max", "_col": "id"}
            response: Any = await datasette.client.get("/archive/posts.json", params=params)
            response.raise_for_status()
            found.append({row["id"] - 1 for row in response.json()})
        return found

    return asyncio.run(ask())


def by_postgresql(known: list[Case], texts: list[Text], folder: Path) -> list[set[int]]:
    """What `websearch_to_tsquery('french', …)` finds."""

    def quoted(text: str) -> str:
        return "'" + text.replace("'", "''") + "'"

    rows = ", ".join(
        f"({number}, {quoted(f'{text.author or str()} {text.body}')})" for number, text in enumerate(texts)
    )
    script = [f"CREATE TEMP TABLE texts AS SELECT * FROM (VALUES {rows}) AS given (number, body);"]
    for place, case in enumerate(known):
        script.append(
            f"SELECT {place}, number FROM texts WHERE to_tsvector('french', body) "
            f"@@ websearch_to_tsquery('french', {quoted(case.typed)});"
        )
    command = ["psql", "-qAt", "-F", " ", "-v", "ON_ERROR_STOP=1"]
    done = subprocess.run(command, input="\n".join(script), capture_output=True, text=True, check=True)
    found: list[set[int]] = [set() for _ in known]
    for line in done.stdout.splitlines():
        place, number = map(int, line.split())
        found[place].add(number)
    return found


def by_notmuch(known: list[Case], texts: list[Text], folder: Path) -> list[set[int]]:
    """What notmuch finds, each text a mail."""
    mails = Mails(folder)
    for number, text in enumerate(texts):
        mails.add(number, text.body, author=text.author)
    mails.index()
    return [mails.found(case.typed) for case in known]


def by_ripgrep(known: list[Case], texts: list[Text], folder: Path) -> list[set[int]]:
    """What `rg -iF` finds."""
    files = folder / "files"
    files.mkdir()
    for number, text in enumerate(texts):
        (files / str(number)).write_text(f"{text.author or ''}\n{text.body}\n", "utf-8")
    found = []
    for case in known:
        done = subprocess.run(
            ["rg", "-liF", "-e", case.typed, str(files)], capture_output=True, text=True, check=False
        )
        found.append({int(Path(line).name) for line in done.stdout.splitlines()})
    return found


def tools() -> dict[str, Tool]:
    """The tools that are there."""
    found: dict[str, Tool] = {"reader": by_reader}
    try:
        import datasette.app  # noqa: F401 - whether it is installed
    except ImportError:
        pass
    else:
        found["Datasette"] = by_datasette
    is_served = (
        shutil.which("psql")
        and not subprocess.run(
            ["psql", "-qAt", "-c", "SELECT 1"], capture_output=True, check=False
        ).returncode
    )
    if is_served:
        found["PostgreSQL french"] = by_postgresql
    for name, tool in (("notmuch", by_notmuch), ("rg", by_ripgrep)):
        if shutil.which(name):
            found[{"rg": "ripgrep"}.get(name, name)] = tool
    return found


def verdict(place: int, found: set[int]) -> str:
    """How right a tool is: found, missed, or found with what must not be."""
    if 2 * place not in found:
        return "–"
    return "✓ (and the other)" if 2 * place + 1 in found else "✓"


def main() -> None:
    """Print the table."""
    known = cases()
    texts = [text for case in known for text in (case.found, case.not_found)]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(texts, folder / "archive.db")
        answers = {tool: run(known, texts, folder) for tool, run in tools().items()}
    print("# French as it is typed\n")
    print(
        "Made by `python -m bench.french`; each line is also a test (`tests/search/test_french.py`).\n"
        "✓: what must be found is found, and what must not be is not. –: it is not found.\n"
    )
    heads = ["typed", "must be found in", "must not be found in", *answers]
    print(f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}")
    right = dict.fromkeys(answers, 0)
    for place, case in enumerate(known):
        told = [verdict(place, answers[tool][place]) for tool in answers]
        for tool, said in zip(answers, told, strict=True):
            right[tool] += said == "✓"
        print(f"| `{case.typed}` | {case.found.body} | {case.not_found.body} | {' | '.join(told)} |")
    sums = " | ".join(f"**{count} of {len(known)}**" for count in right.values())
    print(f"| **right** | | | {sums} |")


if __name__ == "__main__":
    main()
