"""How fast search answers, beside other tools in the same run: `python -m bench.searching ARCHIVE [--texts FOLDER]`.

    python -m bench.generating big.db --posts 100000 --texts texts/
    python -m bench.searching big.db --texts texts/

Inside the process: the first 20 hits of every class of queries, as somebody types (newest first) and on Enter (ranked),
in wall time and in CPU time of the thread, since other programs share the machine. Beside them, where they are
installed, tantivy (its index is built for the run) and, as whole processes, `python -c pass`, `reader search`,
`sqlite-utils search`, ripgrep over the same texts as files, and notmuch over some of them as mails; then how fast the
indexes are built, and their size.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path
from statistics import median, quantiles

from bench.other_indexes import MAILS, built, mails, newest, tantivy_search
from reader.archive import Archive, open_archive
from reader.search import search

_LIMIT = 20
_A_CLASS = 12
_ROUNDS = 3
_PROCESSES = 9
_BUILT = 10_000
_TYPED = (
    "la soupe de la grand-mère",
    "l'intelligence collective",
    "web 2.0 et politique",
    "auteur:zoé jardin",
    "date:2007 voyage en train",
    '"peut-être" demain',
    "chat OR chien -noir",
    "aujourd'hui les photographies",
)


def classes(archive: Archive) -> dict[str, list[str]]:
    """Queries of every class, made of the words that the archive has."""
    rows = archive.rows
    ((posts,),) = rows("SELECT max(id) FROM posts")

    def words(least: float, most: float) -> list[str]:
        sql = (
            "SELECT term FROM terms WHERE posts BETWEEN ? AND ? AND length(term) > 3 ORDER BY term LIMIT 600"
        )
        found = [term for (term,) in rows(sql, [max(2, least * posts), max(3, most * posts)])]
        return found[:: max(1, len(found) // _A_CLASS)][:_A_CLASS]

    common = [term for (term,) in rows("SELECT term FROM terms ORDER BY posts DESC LIMIT 90")]
    rare, one, ten = words(3 / posts, 15 / posts), words(0.008, 0.012), words(0.08, 0.12)
    thirty = words(0.2, 0.5) or ten
    pairs = list(zip(thirty * 4, (thirty * 4)[1:], strict=False))[:_A_CLASS]
    return {
        "in 3 to 15 posts": rare,
        "in 1 %": one,
        "in 10 %": ten,
        "in 20 to 50 %": thirty,
        "the commonest (de, le, et…)": common[:_A_CLASS],
        "both of two common ones": [f"{a} {b}" for a, b in pairs],
        "a rarer and a common one": [f"{a} {b}" for a, b in zip(one, thirty * _A_CLASS, strict=False)],
        "either of two common ones": [f"{a} OR {b}" for a, b in pairs],
        "a word among stop words": [f"la {a} de la {b}" for a, b in zip(one, ten * 2, strict=False)],
        "a phrase": [f'"{a} {b}"' for a, b in zip(thirty * _A_CLASS, common[:_A_CLASS], strict=False)],
        "a phrase of stop words": ['"de la"', '"et les"', '"dans un"', '"est une"', '"la de"', '"plus que"'],
        "two letters*": [f"{word[:2]}*" for word in one],
        "three letters*": [f"{word[:3]}*" for word in one],
        "four letters*": [f"{word[:4]}*" for word in one],
        "an author": ["auteur:zoé", "author:paul", f"auteur:anaïs {thirty[0]}", "par:karim"],
        "dates": ["date:2007-03", f"year:2007 {thirty[0]}", f"avant:2005 {ten[0]}", "date:2007 de"],
        "a blog, a tag": [f"blog:rouge {thirty[0]}", "blog:bleu", f"tag:cuisine {ten[0]}"],
        "has: and is:": [f"has:comments {thirty[0]}", f"has:links {ten[0]}", f"is:unread {ten[1]}"],
        "not a word": [f"{a} -{b}" for a, b in zip(thirty * 4, ten, strict=False)],
        "web 2.0, C++, #tag, URL": [
            "web 2.0",
            "C++",
            "#politique",
            ".NET",
            "aujourd'hui",
            "http://www.example.org",
        ],
    }


def keystrokes() -> list[str]:
    """What is in the box after each key of some queries."""
    return [query[:end] for query in _TYPED for end in range(2, len(query) + 1)]


Timing = tuple[list[float], list[float]]


def timed(run: Callable[[str], object], queries: list[str]) -> Timing:
    """The milliseconds of each query, wall and CPU, after a first run that fills the cache."""
    walls, cpus = [], []
    for query in queries:
        run(query)
        for _ in range(_ROUNDS):
            wall, cpu = time.perf_counter(), time.thread_time()
            run(query)
            walls.append((time.perf_counter() - wall) * 1000)
            cpus.append((time.thread_time() - cpu) * 1000)
    return walls, cpus


def shown(times: list[float]) -> str:
    """The median and the 95th percentile."""
    if len(times) < 2:
        return f"{times[0]:.1f}" if times else "–"
    return f"{median(times):.1f} / {quantiles(times, n=20)[-1]:.1f}"


def inside(archive: Archive, others: dict[str, Callable[[str], object]]) -> None:
    """The table of what is answered within the process."""

    def typing(query: str) -> object:
        return search(archive, query, limit=_LIMIT, ranked=False, as_typed=True)

    def entered(query: str) -> object:
        return search(archive, query, limit=_LIMIT)

    heads = ["typing, wall", "typing, CPU", "Enter, wall", "Enter, CPU", *others]
    print(f"| p50 / p95, ms | {' | '.join(heads)} |\n|{'---|' * (len(heads) + 1)}")
    totals: dict[str, list[float]] = {head: [] for head in heads}
    for name, queries in {**classes(archive), "every key of 8 queries": keystrokes()}.items():
        cells: dict[str, list[float]] = {}
        cells["typing, wall"], cells["typing, CPU"] = timed(typing, queries)
        if not name.startswith("every key"):
            cells["Enter, wall"], cells["Enter, CPU"] = timed(entered, queries)
            for other, run in others.items():
                cells[other], _ = timed(run, queries)
        for head, times in cells.items():
            totals[head] += times
        print(f"| {name} | {' | '.join(shown(cells.get(head, [])) for head in heads)} |", flush=True)
    print(f"| **all** | {' | '.join(shown(totals[head]) for head in heads)} |")


def processes(path: Path, texts: Path | None, word: str) -> None:
    """The table of whole processes, run by turns."""
    here = Path(sys.executable).parent
    ours = [str(here / "reader"), "search", word, "--archive", str(path), "--limit", str(_LIMIT)]
    others = [str(here / "sqlite-utils"), "search", str(path), "posts", word, "--limit", str(_LIMIT)]
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "reader search WORD": ours,
        "reader search WORD --newest": [*ours, "--newest"],
        "sqlite-utils search": others,
    }
    if texts is not None and shutil.which("rg"):
        commands["rg -l over the texts"] = ["rg", "-l", "-i", word, str(texts)]
    with tempfile.TemporaryDirectory() as folder:
        # As an installation has it: with bytecode, which the first run writes.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        if shutil.which("notmuch"):
            posts, _ = mails(newest(path, MAILS), Path(folder))
            environment |= posts.environment
            commands[f"notmuch search, {MAILS:,} posts"] = ["notmuch", "search", f"--limit={_LIMIT}", word]
        for command in commands.values():
            ran(command, environment)
        times: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
        for _ in range(_PROCESSES):
            for name, command in commands.items():
                times[name].append(ran(command, environment))
    print(f"\nWhole processes, WORD = {word}, medians of {_PROCESSES} by turns:\n")
    print("| command | ms | times python | CPU, ms | times python |\n|---|---|---|---|---|")
    base = [median(taken) for taken in zip(*times["python -c pass"], strict=True)]
    for name, pairs in times.items():
        cells = [
            cell
            for taken, least in zip(zip(*pairs, strict=True), base, strict=True)
            for cell in (f"{median(taken):.0f}", f"{median(taken) / least:.1f}")
        ]
        print(f"| {name} | {' | '.join(cells)} |")


def ran(command: list[str], environment: Mapping[str, str]) -> tuple[float, float]:
    """The milliseconds that a process took, wall and CPU."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    subprocess.run(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, check=False
    )
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall * 1000, (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def sizes(path: Path) -> None:
    """How large the index is beside the text."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        (text,) = database.execute(
            "SELECT (SELECT sum(length(CAST(coalesce(title, '') || coalesce(author, '') || body AS BLOB))) FROM posts)"
            " + (SELECT sum(length(CAST(coalesce(author, '') || body AS BLOB))) FROM comments)"
        ).fetchone()
        blocks = [
            database.execute(f"SELECT sum(length(block)) FROM {index}_fts_data").fetchone()[0]
            + database.execute(f"SELECT sum(length(sz)) FROM {index}_fts_docsize").fetchone()[0]
            for index in ("posts", "comments")
        ]
        (words,) = database.execute("SELECT sum(length(CAST(term AS BLOB)) + 12) FROM terms").fetchone()
        (stems,) = database.execute(
            "SELECT sum(2 * length(CAST(term AS BLOB)) + 2 * length(CAST(stem AS BLOB)) + 16) FROM stems"
        ).fetchone()
    whole = sum(blocks) + words + stems
    print(
        f"\nIndex: {whole / 1e6:.0f} MB for {text / 1e6:.0f} MB of text, {whole / text:.2f} of it "
        f"(full text {sum(blocks) / text:.2f}, words and stems {(words + stems) / text:.3f})."
    )


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.searching", description="Measure search.")
    parser.add_argument("archive", type=Path)
    parser.add_argument("--texts", type=Path, help="the same texts as files, for ripgrep")
    parser.add_argument("--without-tantivy", action="store_true", help="build no other index")
    options = parser.parse_args()
    with open_archive(options.archive) as archive:
        stats = archive.rows("SELECT (SELECT count(*) FROM posts), (SELECT count(*) FROM comments)")[0]
        print(
            f"{options.archive}: {stats[0]:,} posts, {stats[1]:,} comments; SQLite {sqlite3.sqlite_version}\n"
        )
        inside(archive, {} if options.without_tantivy else tantivy_search(options.archive, _LIMIT))
        word = classes(archive)["in 1 %"][0]
    processes(options.archive, options.texts, word)
    sizes(options.archive)
    print("\n| index of the newest posts | posts | built, MB/s | of the text |\n|---|---|---|---|")
    for name, posts, speed, share in built(options.archive, _BUILT):
        print(f"| {name} | {posts:,} | {speed:.1f} | {share:.2f} |", flush=True)


if __name__ == "__main__":
    main()
