"""`reader search`: hits as lines, as JSON, in context, counted, exported, or opened on the screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection
from types import SimpleNamespace

from reader.archive import Archive, open_archive
from reader.cli.output import complain, counted, hit_json, say, say_json, say_row
from reader.search import Results, search

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypedDict

    from reader.models import Hit

    class _Kept(TypedDict, total=False):
        """The keys of the posts that the reader starred and read."""

        starred: Collection[str]
        read: Collection[str]


# More than any archive has: where all hits are meant.
_ALL = 10**9


def run(options: SimpleNamespace, archive: str) -> int:
    """Search, and print what was found; 1 when that is nothing."""
    query = " ".join(options.query)
    with open_archive(archive) as opened:
        marks = _marks(query)
        if options.explain:
            from reader.search import explain

            sentence = explain(query, opened)
            if options.json:
                say_json({"query": query, "explanation": sentence})
            else:
                say(sentence)
            return 0
        if options.count:
            return _count(opened, query, marks, as_json=options.json)
        if options.stats:
            return _stats(opened, query, marks, as_json=options.json)
        if options.kwic:
            from reader.cli.context import run as run_context

            return run_context(opened, query, limit=options.limit, as_json=options.json, **marks)
        if options.export is not None:
            return _export(opened, query, options.export, marks)
        results = search(opened, query, limit=options.limit, ranked=not options.newest, **marks)
        if options.open:
            return _open(archive, query, results)
        _say(opened, query, results, as_json=options.json)
    if not results.hits or results.notice:
        complain(results.notice or f"Nothing in {archive} matches {query!r}.")
    if results.suggestion is not None:
        complain(f"Did you mean {results.suggestion!r}?")
    return 0 if results.hits else 1


def _marks(query: str) -> _Kept:
    """The keys of the posts that the reader starred and read, where the query asks for such."""
    if "is:" not in query.lower() and "est:" not in query.lower():
        return {}
    from reader.cli.folders import marks_path
    from reader.marks import open_marks

    path = marks_path(os.environ)
    if not path.exists():
        return {}
    marks = open_marks(path, str)
    try:
        return {"starred": marks.starred_keys(), "read": marks.read_keys()}
    finally:
        marks.close()


def _say(archive: Archive, query: str, results: Results, *, as_json: bool) -> None:
    if as_json:
        for hit in results.hits:
            say_json(hit_json(hit))
    elif sys.stdout.isatty():
        from reader.cli.showing import show
        from reader.search import facets

        if results.hits:
            show(results, facets(archive, query))
    else:
        for hit in results.hits:
            say_row(name_of(hit), hit.published, hit.author, hit.title, hit.snippet)


def name_of(hit: Hit) -> str:
    """`12`, or `12.3` for a comment."""
    return str(hit.id) if hit.comment is None else f"{hit.id}.{hit.comment}"


def _count(archive: Archive, query: str, marks: _Kept, *, as_json: bool) -> int:
    from reader.search import count

    number = count(archive, query, **marks)
    if as_json:
        say_json({"query": query, "total": number})
    else:
        say(str(number))
    return 0 if number else 1


def _stats(archive: Archive, query: str, marks: _Kept, *, as_json: bool) -> int:
    """How many hits each year has, as bars; and how many each blog and author."""
    from reader.search import facets

    found = facets(archive, query, most=_ALL, **marks)
    if as_json:
        told = {"years": found.years, "blogs": found.blogs, "authors": found.authors}
        named = {kind: {name or "": number for name, number in names.items()} for kind, names in told.items()}
        say_json({"query": query, "total": found.counted, **named})
        return 0 if found.counted else 1
    most = max(found.years.values(), default=0)
    for year, number in found.years.items():
        say(f"{year or 'none'}  {number:7,}  {'█' * max(1, round(40 * number / most))}")
    for kind, names in (("blog", found.blogs), ("author", found.authors)):
        for name, number in list(names.items())[:10]:
            say(f"{number:13,}  {name or 'unknown'}  ({kind})")
    say(counted(found.counted, "hit"))
    return 0 if found.counted else 1


def _export(archive: Archive, query: str, folder: str, marks: _Kept) -> int:
    """Every post with a hit as a text file, with its comments."""
    from pathlib import Path

    from reader.export import write_texts
    from reader.search import posts_found

    ids = posts_found(archive, query, **marks)
    if not ids:
        complain(f"Nothing matches {query!r}.")
        return 1
    written = write_texts((archive.post(post_id) for post_id in ids), Path(folder))
    complain(f"wrote {counted(len(written), 'file')} to {folder}")
    return 0


def _open(archive: str, query: str, results: Results) -> int:
    """Open the screen at the first hit."""
    if not results.hits:
        complain(results.notice or f"Nothing in {archive} matches {query!r}.")
        return 1
    from pathlib import Path

    from reader.cli.opening import open_screen

    hit = results.hits[0]
    return open_screen(Path(archive), open_at=(hit.id, hit.comment), query=query)
