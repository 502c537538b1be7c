"""Comparing what the importer reads in a dump with what a careful person reads in it.

A gold reading is a JSON file beside its dump (`page.txt`, `page.gold.json`); CONTRIBUTING.md tells its
fields.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from blogimport.textpage import Page, read_page
from reader.archive import NewPost
from reader.models import Comment


@dataclass
class Tally:
    """How many readings of each kind are right, of how many, and a sentence for each that is wrong."""

    right: dict[str, int] = field(default_factory=dict)
    total: dict[str, int] = field(default_factory=dict)
    misses: list[str] = field(default_factory=list)

    def add(self, kind: str, is_right: bool, miss: str) -> None:
        """Count one reading."""
        self.right[kind] = self.right.get(kind, 0) + is_right
        self.total[kind] = self.total.get(kind, 0) + 1
        if not is_right:
            self.misses.append(f"{kind}: {miss}")

    def include(self, other: Tally) -> None:
        """Count the readings of another tally too."""
        for own, others in ((self.right, other.right), (self.total, other.total)):
            for kind, count in others.items():
                own[kind] = own.get(kind, 0) + count
        self.misses += other.misses

    def share(self, kind: str) -> float:
        """The share of readings of a kind that are right."""
        return self.right.get(kind, 0) / max(1, self.total.get(kind, 0))


def golden(folders: Iterable[Path]) -> Iterator[tuple[Path, Path]]:
    """The dumps below some folders that have a gold reading, each with it, in order of their names."""
    for folder in folders:
        for gold in sorted(folder.rglob("*.gold.json")):
            yield gold.with_name(gold.name.removesuffix(".gold.json") + ".txt"), gold


def score_file(dump: Path, gold_path: Path, tally: Tally) -> None:
    """Read a dump and count every reading against its gold."""
    gold = json.loads(gold_path.read_text("utf-8"))
    reading = read_page(dump.read_bytes())
    wanted = gold.get("posts", [gold])
    name = dump.stem
    tally.add(
        "posts", len(reading.posts) == len(wanted), f"{name}: {len(reading.posts)} posts for {len(wanted)}"
    )
    roles = _roles(reading)
    if not wanted:
        return
    for gold_post in wanted:
        index = next(
            (i for i, post in enumerate(reading.posts) if _same(post.title, gold_post["title"])), None
        )
        tally.add(
            "titles",
            index is not None,
            f"{name}: {[p.title for p in reading.posts]} for {gold_post['title']!r}",
        )
        if index is None:
            continue
        _score_post(name, reading.posts[index], gold_post, tally)
        _score_lines(name, gold_post, roles, tally, alone=len(wanted) == 1)
        _score_comments(name, gold_post, reading.posts[index], index, roles, tally)


_Roles = Mapping[int, tuple[str, int | None, int | None]]


def _roles(reading: Page) -> _Roles:
    return {
        line: (span.role, span.post, span.comment)
        for span in reading.spans
        for line in range(span.first, span.last + 1)
    }


def _score_post(name: str, post: NewPost, gold: dict[str, Any], tally: Tally) -> None:
    tally.add(
        "authors", _same(post.author, gold["author"]), f"{name}: {post.author!r} for {gold['author']!r}"
    )
    tally.add(
        "dates", post.published == gold["published"], f"{name}: {post.published!r} for {gold['published']!r}"
    )
    labels = {_fold(text) for text in (*post.categories, *post.tags)}
    wanted = {_fold(text) for text in (*gold["categories"], *gold["tags"])}
    tally.add("labels", labels == wanted, f"{name}: {sorted(labels)} for {sorted(wanted)}")
    declared = gold["comments_declared"]
    tally.add(
        "declared", post.comments_declared == declared, f"{name}: {post.comments_declared} for {declared}"
    )
    is_open = gold.get("comments_open")
    tally.add("open", post.comments_open == is_open, f"{name}: {post.comments_open} for {is_open}")


def _score_lines(name: str, gold: dict[str, Any], roles: _Roles, tally: Tally, *, alone: bool) -> None:
    first, last = gold["body_lines"] or (1, 0)
    wanted = dict.fromkeys(range(first, last + 1), "body")
    for comment in gold["comments"]:
        wanted.update(dict.fromkeys(range(comment["lines"][0], comment["lines"][1] + 1), "comment"))
    wanted.update(dict.fromkeys(gold.get("asides", ()), "other"))
    for line, (role, _, _) in roles.items():
        if not alone and line not in wanted:
            continue
        kind = role if role in ("body", "comment") else "other"
        want = wanted.get(line, "other")
        tally.add("lines", kind == want, f"{name}:{line}: {kind} for {want}")


def _score_comments(
    name: str, gold: dict[str, Any], post: NewPost, index: int, roles: _Roles, tally: Tally
) -> None:
    spans: dict[int, tuple[int, int]] = {}
    for line, (role, owner, comment) in roles.items():
        if role == "comment" and owner == index and comment is not None:
            low, high = spans.get(comment, (line, line))
            spans[comment] = (min(low, line), max(high, line))
    place: dict[int, int | None] = {}
    for number, wanted in enumerate(gold["comments"], 1):
        accepted = {tuple(wanted["lines"]), *(tuple(lines) for lines in wanted.get("or_lines", []))}
        place[number] = next((p for p, span in spans.items() if span in accepted), None)
        found = place[number]
        tally.add(
            "cuts",
            found is not None,
            f"{name}: comment {number} at {wanted['lines']}, seen {sorted(spans.values())}",
        )
    for number, wanted in enumerate(gold["comments"], 1):
        found = place[number]
        if found is not None:
            _score_comment(f"{name}: comment {number}", post.comments[found - 1], wanted, place, tally)
    extra = len(post.comments) - sum(found is not None for found in place.values())
    missing = sum(found is None for found in place.values())
    tally.add(
        "invented", extra <= missing, f"{name}: {len(post.comments)} comments for {len(gold['comments'])}"
    )


def _score_comment(
    name: str, comment: Comment, wanted: dict[str, Any], place: Mapping[int, int | None], tally: Tally
) -> None:
    if "author" in wanted or "signed" in wanted:
        author = wanted.get("author", wanted.get("signed"))
        tally.add("names", _same(comment.author, author), f"{name}: {comment.author!r} for {author!r}")
    if "published" in wanted:
        tally.add(
            "times",
            comment.published == wanted["published"],
            f"{name}: {comment.published!r} for {wanted['published']!r}",
        )
    answers = wanted["reply_to"] if isinstance(wanted["reply_to"], list) else [wanted["reply_to"]]
    replies = {place.get(answer) if answer else None for answer in answers}
    tally.add("replies", comment.reply_to in replies, f"{name}: answers {comment.reply_to} for {answers}")
    tally.add("kinds", comment.kind == wanted.get("kind", "comment"), f"{name}: {comment.kind}")


def _fold(text: str | None) -> str:
    return " ".join((text or "").split()).casefold()


def _same(seen: str | None, wanted: str | list[str | None] | None) -> bool:
    allowed = wanted if isinstance(wanted, list) else [wanted]
    return any(_fold(seen) == _fold(value) for value in allowed)
