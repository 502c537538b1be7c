"""How well it is guessed whom a comment answers: `python -m bench.threads FILE…`.

Each file holds comments whose parents are known: a WordPress export (`wp:comment_parent`), or JSON
`{"comments": [{"id", "author", "date", "body", "parent"}, …]}` in reading order. The parents are hidden, the
comments put in the order of their dates as a flat page shows them, guessed, and compared.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from blogimport.textpage.answers import Said, guessed_answers

_TAGS = re.compile(r"<[^>]+>")


@dataclass(frozen=True)
class Known:
    """A comment whose parent is known; `parent` is None where it answers the post."""

    id: str
    parent: str | None
    said: Said


@dataclass
class Score:
    """Answers that are known, guessed, and guessed right."""

    known: int = 0
    guessed: int = 0
    right: int = 0
    comments: int = 0

    def line(self, name: str) -> str:
        """The figures of one file."""
        precision = self.right / self.guessed if self.guessed else 1.0
        recall = self.right / self.known if self.known else 1.0
        figures = f"{self.comments:6} comments  {self.known:5} answers  {self.guessed:5} guessed  {self.right:5} right"
        return f"{figures}  precision {precision:.2f}  recall {recall:.2f}  {name}"

    def add(self, other: Score) -> None:
        """Add another file's figures."""
        self.known += other.known
        self.guessed += other.guessed
        self.right += other.right
        self.comments += other.comments


def threads_in(path: Path) -> Iterator[tuple[list[Known], str | None]]:
    """The comments of each post of a file, and the post's author where the file tells."""
    if path.suffix == ".json":
        data = json.loads(path.read_text("utf-8"))["comments"]
        found = [
            Known(
                str(c["id"]),
                str(c["parent"]) if c.get("parent") not in (None, "", "0", 0) else None,
                Said(c.get("author"), c.get("body") or ""),
            )
            for c in data
        ]
        yield found, _likely_author(found)
        return
    yield from _wordpress(path)


def _wordpress(path: Path) -> Iterator[tuple[list[Known], str | None]]:
    try:
        items = list(ElementTree.parse(path).iter("item"))
    except ElementTree.ParseError:
        return
    for item in items:
        children = {_plain(child.tag): (child.text or "") for child in item}
        comments = []
        for node in (child for child in item if _plain(child.tag) == "comment"):
            fields = {_plain(child.tag): (child.text or "") for child in node}
            if fields.get("comment_approved") == "1" and fields.get("comment_type") in ("", "comment"):
                comments.append(fields)
        comments.sort(key=lambda fields: fields.get("comment_date", ""))
        ids = {fields["comment_id"] for fields in comments}
        found = [
            Known(
                fields["comment_id"],
                fields["comment_parent"] if fields.get("comment_parent") in ids else None,
                Said(fields.get("comment_author") or None, _TAGS.sub(" ", fields.get("comment_content", ""))),
            )
            for fields in comments
        ]
        if found:
            # The writer's login is no name that a page shows: whoever comments as the site's user is the author.
            own = [
                f.get("comment_author") for f in comments if f.get("comment_user_id") not in ("", "0", None)
            ]
            yield found, own[0] if own else children.get("creator")


def _plain(tag: str) -> str:
    return tag.rpartition("}")[2]


def _likely_author(found: list[Known]) -> str | None:
    """The post's author, where a saved page does not tell: who writes most of the answers, if anyone does."""
    answers: dict[str, int] = {}
    for comment in found:
        if comment.parent and comment.said.author:
            answers[comment.said.author] = answers.get(comment.said.author, 0) + 1
    best = max(answers, key=lambda name: answers[name], default=None)
    return best if best is not None and answers[best] > max(2, 0.4 * sum(answers.values())) else None


def score(path: Path) -> Score:
    """Guess the threads of a file and compare."""
    total = Score()
    for found, author in threads_in(path):
        places = {comment.id: index for index, comment in enumerate(found)}
        guesses = guessed_answers([comment.said for comment in found], author)
        for comment, guess in zip(found, guesses, strict=True):
            parent = places.get(comment.parent) if comment.parent else None
            total.comments += 1
            total.known += parent is not None
            if guess is not None:
                total.guessed += 1
                total.right += guess.place == parent
    return total


def main() -> None:
    """Print the figures of each file, then of all."""
    whole = Score()
    for name in sys.argv[1:]:
        one = score(Path(name))
        if one.comments:
            print(one.line(Path(name).name[:60]))
            whole.add(one)
    print(whole.line("all"))


if __name__ == "__main__":
    main()
