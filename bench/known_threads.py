"""Conversations of which it is known who answers whom, shown as pages show them.

A set is `NAME:PATH`: a dump that the importer reads and that states parents, or a page's comments as JSON
(`{"comments": [{"id", "author", "date", "body", "parent"}, …]}`) in the order in which the page shows them; of its
post the page itself tells, where it lies in `html` beside the folder.
`NAME=AUTHOR:PATH` is for a dump that does not say who writes the posts, though their pages did; as not every text has
kept its byline, every other post is left without.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from blogimport.containers import FoundDump, dumps_at
from blogimport.formats import SNIFF_LENGTH, format_of
from blogimport.including import shown
from blogimport.textpage.answering import POST, Said
from reader.archive import NewPost
from reader.dates import read_date

Arrangement = Literal["as shown", "by date", "either", "bare"]
"""In threads without indentation; in the order of dates (`either` where both are one); without names and dates."""

# A page on which all answers stand in one row below what began the thread says no more than that.
_ROW = 3


@dataclass(frozen=True, slots=True)
class Conversation:
    """The comments under a post in one arrangement.

    `right` has for each the places that count as answered, the post among them; `exact` is the one that is stated.
    """

    corpus: str
    blog: str
    post: int
    arrangement: Arrangement
    author: str | None
    body: str
    said: tuple[Said, ...]
    exact: tuple[int, ...]
    right: tuple[frozenset[int], ...]
    heads_only: bool


def conversations(sets: Sequence[tuple[str, Path]]) -> Iterator[Conversation]:
    """All conversations of some sets, in each arrangement that they can be shown in."""
    for post, known in enumerate(_known(sets)):
        corpus, _, author = known.corpus.partition("=")
        told = known.author or (author if post % 2 else None)
        yield from replace(known, corpus=corpus, author=told).arranged(post)


@dataclass(frozen=True, slots=True)
class _Known:
    """The comments of a post with the index of each one's parent."""

    corpus: str
    blog: str
    author: str | None
    body: str
    said: tuple[Said, ...]
    parents: tuple[int | None, ...]
    heads_only: bool = False

    def arranged(self, post: int) -> Iterator[Conversation]:
        as_shown = list(range(len(self.said)))
        dates = [comment.published for comment in self.said]
        by_date = as_shown
        if all(dates):
            by_date = sorted(as_shown, key=lambda index: (dates[index] or "")[:19])
        if by_date == as_shown:
            yield self._in(as_shown, post, "either")
        else:
            yield self._in(as_shown, post, "as shown")
            if all(dates):
                yield self._in(by_date, post, "by date")
        bare = replace(self, author=None, said=tuple(Said(None, comment.body) for comment in self.said))
        yield bare._in(as_shown, post, "bare")

    def _in(self, order: Sequence[int], post: int, arrangement: Arrangement) -> Conversation:
        place_of = {index: place for place, index in enumerate(order)}
        heads = [self._head(index) for index in order]
        exact = []
        right = []
        for place, index in enumerate(order):
            parent = self.parents[index]
            exact.append(POST if parent is None else place_of[parent])
            same = {at for at, head in enumerate(heads) if head == heads[place] and at != place}
            right.append(frozenset(same if self.heads_only and parent is not None else {exact[-1]}))
        said = tuple(self.said[index] for index in order)
        return Conversation(
            self.corpus,
            self.blog,
            post,
            arrangement,
            self.author,
            self.body,
            said,
            tuple(exact),
            tuple(right),
            self.heads_only,
        )

    def _head(self, index: int) -> int:
        while (parent := self.parents[index]) is not None:
            index = parent
        return index


def _known(sets: Sequence[tuple[str, Path]]) -> Iterator[_Known]:
    """Every post with comments, those of pages only where a parent is known."""
    for corpus, path in sets:
        found = list(_of_page(corpus, path) if path.suffix == ".json" else _of_dump(corpus, path))
        # Where nothing ever answers an answer, though three stand under one comment, only the beginning is stated.
        deeper = any(
            parent is not None and known.parents[parent] is not None
            for known in found
            for parent in known.parents
        )
        many = max(
            (max(Counter(p for p in known.parents if p is not None).values(), default=0) for known in found),
            default=0,
        )
        yield from (replace(known, heads_only=not deeper and many >= _ROW) for known in found)


def _of_dump(corpus: str, path: Path) -> Iterator[_Known]:
    for post in _posts(path):
        comments = [comment for comment in post.comments if comment.kind == "comment"]
        index_of = {comment.position: index for index, comment in enumerate(comments)}
        if comments:
            yield _Known(
                corpus,
                path.name,
                post.author,
                post.body,
                tuple(Said(comment.author, comment.body, comment.published) for comment in comments),
                tuple(
                    None if "reply_to" in comment.guesses else index_of.get(comment.reply_to or 0)
                    for comment in comments
                ),
            )


def _of_page(corpus: str, path: Path) -> Iterator[_Known]:
    comments = json.loads(path.read_text("utf-8"))["comments"]
    index_of = {str(comment["id"]): index for index, comment in enumerate(comments)}
    parents = [index_of.get(str(comment["parent"])) for comment in comments]
    if all(parent is None for parent in parents):
        return
    page = path.parent.parent / "html" / path.name.removesuffix(".json")
    post = next(_posts(page), NewPost()) if page.exists() else NewPost()
    said = [
        Said(
            comment["author"],
            comment["body"] or "",
            read_date(comment["date"], post.language) if comment["date"] else None,
        )
        for comment in comments
    ]
    yield _Known(corpus, post.blog or path.name, post.author, post.body, tuple(said), tuple(parents))


def _posts(path: Path) -> Iterator[NewPost]:
    for found in dumps_at([path]):
        if not isinstance(found, FoundDump):
            continue
        with found.dump.open() as file:
            known = format_of(file.read(SNIFF_LENGTH), found.dump.name)
        if known is not None:
            for part in known.read(found.dump).parts:
                for one in shown(part, frozenset(), Counter()).posts:
                    yield one.post


def named_sets(arguments: Sequence[str]) -> list[tuple[str, Path]]:
    """The sets that are named on the command line."""
    return [(name, Path(path)) for name, _, path in (text.partition(":") for text in arguments)]
