"""How much of the comments of real pages is found: `python -m bench.pages PAGES TRUTH [--suffix SUFFIX] [--show]`.

PAGES holds text pages, TRUTH a file `NAME.json` for each, as the markup told it:
`{"comments": [{"id", "author", "date", "body", "parent"}, …]}`; SUFFIX stands in the page's name for `.json`.
Beside what is found stands how much of the truth is in the text at all: what an extractor dropped nobody can find.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from blogimport.textpage import read_page
from reader.models import Comment

# How many of a comment's words must be found, and how many of those found must be its own.
_RECALL, _PRECISION = 0.9, 0.8
# A body is in a text where this share of its runs of so many words is.
_RUN, _SHARE = 4, 0.9
# How many words from a comment's text who wrote it and when may stand.
_NEAR = 30
_WORD = re.compile(r"\w+")
_KINDS = ("bodies", "authors", "dates", "parents")


@dataclass
class Figures:
    """What is found of each kind, of how many that could be asked for, and what of the truth is in the text at all."""

    found: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)
    in_text: Counter[str] = field(default_factory=Counter)
    extra: int = 0
    notes: list[str] = field(default_factory=list)

    def add(self, kind: str, is_right: bool, note: str) -> None:
        """Count one reading."""
        self.asked[kind] += 1
        self.found[kind] += is_right
        if not is_right:
            self.notes.append(f"{kind}: {note}")

    def include(self, other: Figures) -> None:
        """Add those of another page."""
        self.found += other.found
        self.asked += other.asked
        self.in_text += other.in_text
        self.extra += other.extra
        self.notes += other.notes

    def line(self) -> str:
        """All in one line."""
        parts = [
            f"{kind} {self.found[kind]}/{self.asked[kind]} ({self.in_text[kind]} in the text)"
            if kind != "parents"
            else f"{kind} {self.found[kind]}/{self.asked[kind]}"
            for kind in _KINDS
        ]
        return f"{' · '.join(parts)} · further comments {self.extra}"


def words(text: str | None) -> list[str]:
    """The words of a text in lower case."""
    return _WORD.findall((text or "").casefold())


def own_text(true: dict[str, Any]) -> list[str]:
    """The words of a true comment without the line that signs it, which some markup holds within the text.

    A text without a word (a row of signs) is compared by its signs.
    """
    body = words(true["body"].replace("\u00ad", ""))
    signed = [*words(true.get("author")), *words(true.get("date"))]
    for end in (len(body), len(body) - 1):
        if signed and body[max(0, end - len(signed)) : end] == signed:
            body = body[: end - len(signed)]
    return body or true["body"].split()


def figures_of(raw: bytes, truth: Sequence[dict[str, Any]], name: str) -> Figures:
    """Read a page and compare its comments with the true ones."""
    figures = Figures()
    page = read_page(raw)
    seen = [(place, comment) for place, post in enumerate(page.posts) for comment in post.comments]
    _count_in_text(words(raw.decode(page.encoding, "replace")), truth, figures)
    pairs = _paired([comment for _, comment in seen], truth)
    for true in truth:
        body = " ".join(true["body"].split())[:60]
        figures.add("bodies", true["id"] in pairs, f"{name}: no comment reads {body!r}")
    for true in truth:
        if true["id"] in pairs:
            _compare(seen[pairs[true["id"]]][1], true, seen, pairs, figures, name)
    others = set(range(len(seen))) - set(pairs.values())
    figures.extra = len(others)
    figures.notes += [f"further: {name}: {seen[index][1].body[:60]!r}" for index in sorted(others)]
    return figures


def _paired(seen: Sequence[Comment], truth: Sequence[dict[str, Any]]) -> dict[Any, int]:
    """For the id of each true comment the index of the one that reads the same."""
    free = {index: Counter(words(comment.body) or comment.body.split()) for index, comment in enumerate(seen)}
    pairs: dict[Any, int] = {}
    for true in truth:
        wanted = Counter(own_text(true))
        best, best_score = None, 0.0
        for index, found in free.items():
            both = sum((wanted & found).values())
            recall, precision = both / max(1, wanted.total()), both / max(1, found.total())
            if recall >= _RECALL and precision >= _PRECISION and recall + precision > best_score:
                best, best_score = index, recall + precision
        if best is not None:
            pairs[true["id"]] = best
            del free[best]
    return pairs


def _compare(
    comment: Comment,
    true: dict[str, Any],
    seen: Sequence[tuple[int, Comment]],
    pairs: dict[Any, int],
    figures: Figures,
    name: str,
) -> None:
    if true.get("author"):
        is_right = words(comment.author) == words(true["author"])
        figures.add("authors", is_right, f"{name}: by {comment.author!r} for {true['author']!r}")
    if true.get("date"):
        is_right = _same_moment(comment.published, true["date"])
        figures.add("dates", is_right, f"{name}: at {comment.published!r} for {true['date']!r}")
    parent = pairs.get(true.get("parent"))
    wanted = None if parent is None else seen[parent][1].position
    told = f"{name}: {comment.body[:40]!r} answers {comment.reply_to} for {wanted}"
    figures.add("parents", comment.reply_to == wanted, told)


def _same_moment(iso: str | None, written: str) -> bool:
    """Whether an ISO date says the year, the day, the hour and the minute that a written one says."""
    if not iso:
        return False
    year, *rest = [int(number) for number in re.findall(r"\d+", iso)]
    numbers = [int(number) for number in re.findall(r"\d+", written)]
    years = [number for number in numbers if number >= 1990]
    if years and (year not in years or len(rest) < 2 or rest[1] not in numbers):
        return False
    after_year = written.split(str(years[-1]))[-1] if years else written
    clock = re.search(
        r"(\d{1,2})\s*(?::|h|\s)\s*(\d{2})(?:\s*min)?\s*([ap])?\.?m?\b", after_year, re.IGNORECASE
    )
    if clock is None:
        return True
    hour = int(clock[1]) if not clock[3] else int(clock[1]) % 12 + 12 * (clock[3].lower() == "p")
    return rest[2:4] == [hour, int(clock[2])]


def _count_in_text(text: Sequence[str], truth: Sequence[dict[str, Any]], figures: Figures) -> None:
    """Count the true comments whose text the page holds, and those with author and date near it."""
    runs: dict[tuple[str, ...], int] = {}
    for index in range(len(text) - 1, -1, -1):
        runs[tuple(text[index : index + _RUN])] = index
    whole = " ".join(text)
    for true in truth:
        body = own_text(true)
        wanted = [tuple(body[index : index + _RUN]) for index in range(len(body) - _RUN + 1)]
        held = [run for run in wanted if run in runs]
        start = runs[held[0]] if held else -1
        if not wanted and f" {' '.join(body)} " in f" {whole} ":
            start = len(whole[: f" {whole} ".index(f" {' '.join(body)} ")].split())
        if start < 0 or len(held) < _SHARE * len(wanted):
            continue
        figures.in_text["bodies"] += 1
        before, after = text[max(0, start - _NEAR) : start], text[start + len(body) :][:_NEAR]
        for kind, value in (("authors", true.get("author")), ("dates", true.get("date"))):
            figures.in_text[kind] += any(_holds(near, words(value)) for near in (before, after) if value)


def _holds(text: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether some words stand together in a text; the first and last may be glued to others."""
    return bool(wanted) and " ".join(wanted) in " ".join(text)


def main() -> None:
    """Print the figures of each page that has comments, then of all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pages", type=Path)
    parser.add_argument("truth", type=Path)
    parser.add_argument("--suffix", default=".txt")
    parser.add_argument("--show", action="store_true", help="print every miss")
    options = parser.parse_args()
    whole = Figures()
    for path in sorted(options.truth.glob("*.json")):
        page = options.pages / (path.name.removesuffix(".json") + options.suffix)
        if page.exists():
            truth = json.loads(path.read_text("utf-8"))["comments"]
            one = figures_of(page.read_bytes(), truth, path.stem)
            print(f"{one.line()}  {path.stem[:60]}")
            whole.include(one)
    if options.show:
        print("\n".join(whole.notes))
    print(f"{whole.line()}  all")


if __name__ == "__main__":
    main()
