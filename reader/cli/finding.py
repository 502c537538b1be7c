"""`reader search`: one line a hit when piped, two with the matched words marked on a terminal."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from reader.archive import open_archive
from reader.cli.output import complain, counted, hit_json, say_json, say_row
from reader.dates import in_words
from reader.models import Hit
from reader.search import Results, search
from reader.text import safe_line


def run(options: argparse.Namespace, archive: Path) -> int:
    """Search, and print the hits; 1 when there are none."""
    query = " ".join(options.query)
    with open_archive(archive) as opened:
        results = search(opened, query, limit=options.limit, ranked=not options.newest)
    if results.notice or not results.hits:
        complain(results.notice or f"Nothing in {archive} matches {query!r}.")
    for hit in results.hits:
        if options.json:
            say_json(hit_json(hit))
        elif sys.stdout.isatty():
            _show(hit)
        else:
            place = str(hit.id) if hit.comment is None else f"{hit.id}.{hit.comment}"
            say_row(place, hit.published, hit.author, hit.title, hit.snippet)
    if not options.json and sys.stdout.isatty():
        _count(results)
    return 0 if results.hits else 1


def _show(hit: Hit) -> None:
    """A hit in colour: a line that says where, a line of text."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    place = f"{hit.id}" if hit.comment is None else f"{hit.id}.{hit.comment}"
    head = Text(f"{place:>7}  ", style="dim")
    head.append(safe_line(hit.title) or "without a title", style="bold")
    told = " · ".join(part for part in (safe_line(hit.author), safe_line(in_words(hit.published))) if part)
    if hit.comment is not None:
        told = f"comment {hit.comment}" + (f" · {told}" if told else "")
    head.append(f"  {told}", style="dim")
    text = Text(" " * 9)
    position = 0
    # Cleaning may change lengths, so it is done piece by piece around the matches.
    for start, end in hit.matches:
        text.append(safe_line_inside(hit.snippet[position:start]))
        text.append(safe_line_inside(hit.snippet[start:end]), style="bold yellow")
        position = end
    text.append(safe_line_inside(hit.snippet[position:]))
    console.print(head, soft_wrap=True)
    console.print(text, soft_wrap=True)


def safe_line_inside(text: str) -> str:
    """A piece of a line made safe, with the spaces at its ends kept."""
    body = text.strip()
    if not body:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{safe_line(body)}{' ' * text[-1].isspace()}"


def _count(results: Results) -> None:
    number = "" if results.complete else "more than "
    shown = len(results.hits)
    more = f", {shown} shown" if shown < results.total or not results.complete else ""
    sys.stdout.write(f"{number}{counted(results.total, 'hit')}{more}\n")
