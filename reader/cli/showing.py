"""Hits on a terminal: the hits of a post under its title, the words that matched in colour, and a summary."""

from __future__ import annotations

from collections.abc import Mapping

from rich.console import Console
from rich.text import Text

from reader.cli.output import counted, with_sign
from reader.dates import in_words
from reader.models import Hit
from reader.search import Facets, Results, by_post
from reader.text import safe_line

_MOST_NAMES = 6
_INDENT = " " * 9


def show(results: Results, facets: Facets) -> None:
    """Print the hits of a search, and how many there are of what."""
    console = Console(highlight=False)
    for hits in by_post(results.hits):
        console.print(_head(hits[0]), soft_wrap=True)
        for hit in hits:
            if hit.comment is not None:
                console.print(_of_comment(hit), soft_wrap=True)
            console.print(_words(hit), soft_wrap=True)
    number = "" if results.complete else "more than "
    shown = len(results.hits)
    more = f", {shown} shown" if shown < results.total or not results.complete else ""
    posts = "" if shown < results.total else f" in {counted(len(by_post(results.hits)), 'post')}"
    console.print(f"{number}{counted(results.total, 'hit')}{posts}{more}")
    for kind, names in (("by year", facets.years), ("by blog", facets.blogs), ("by author", facets.authors)):
        if len(names) > 1:
            of_newest = "" if facets.complete else f" (of the newest {facets.counted:,})"
            console.print(Text(f"{kind}{of_newest}: {_numbers(kind, names)}", style="dim"), soft_wrap=True)


def _numbers(kind: str, names: Mapping[str | None, int]) -> str:
    told = [f"{safe_line(name) or 'unknown'} {number:,}" for name, number in names.items()]
    most = len(told) if kind == "by year" else _MOST_NAMES
    return " · ".join(told[:most]) + (" · …" if len(told) > most else "")


def _head(hit: Hit) -> Text:
    head = Text(f"{hit.id:>7}  ", style="dim")
    head.append(with_sign(hit.title, "title", hit.guessed) or "without a title", style="bold")
    told = [with_sign(hit.blog, "blog", hit.guessed)]
    if hit.comment is None:
        told = [*_who_and_when(hit), *told]
    if facts := " · ".join(fact for fact in told if fact):
        head.append(f"  {facts}", style="dim")
    return head


def _of_comment(hit: Hit) -> Text:
    facts = " · ".join(fact for fact in _who_and_when(hit) if fact)
    return Text(f"{f'{hit.id}.{hit.comment}':>9}  ╰ {facts or 'a comment'}", style="dim")


def _who_and_when(hit: Hit) -> tuple[str, str]:
    guessed = hit.guessed
    return (
        with_sign(hit.author, "author", guessed),
        with_sign(in_words(hit.published), "published", guessed),
    )


def _words(hit: Hit) -> Text:
    text = Text(_INDENT if hit.comment is None else _INDENT + "    ")
    position = 0
    # Cleaning may change lengths, so it is done piece by piece around the matches.
    for start, end in hit.matches:
        text.append(inside(hit.snippet[position:start]))
        text.append(inside(hit.snippet[start:end]), style="bold yellow")
        position = end
    text.append(inside(hit.snippet[position:]))
    return text


def inside(text: str) -> str:
    """A piece of a line made safe, with the spaces at its ends kept."""
    body = text.strip()
    if not body:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{safe_line(body)}{' ' * text[-1].isspace()}"
