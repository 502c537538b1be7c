"""What became of each dump, for those who tell it to a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from reader.archive import NewPost


@dataclass(frozen=True, slots=True)
class DumpReport:
    """What became of one file.

    `posts` and `comments` are new in the archive, `completed` counts posts that it had less of, `joined` those
    of which it had all. `guessed` maps the name of a field to how often it was inferred, `left_out` a reason to a
    count; `notices` are sentences on what was read; `error` is the sentence for a file that could not be read.
    """

    dump: str
    format: str | None = None
    posts: int = 0
    comments: int = 0
    completed: int = 0
    joined: int = 0
    guessed: dict[str, int] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    error: str | None = None


class Tally:
    """Counts what is read of one dump, post by post."""

    def __init__(self) -> None:
        self.posts = self.comments = self.completed = self.joined = 0
        self.guessed: Counter[str] = Counter()
        self.notices: list[str] = []

    def add(self, post: NewPost) -> None:
        """Count a new post."""
        self.posts += 1
        self.comments += len(post.comments)
        self._look_at(post)

    def complete(self, post: NewPost, comments_before: int) -> None:
        """Count a post that was completed."""
        self.completed += 1
        self.comments += max(0, len(post.comments) - comments_before)
        self._look_at(post)

    def _look_at(self, post: NewPost) -> None:
        self.guessed.update(post.guesses.keys())
        for comment in post.comments:
            self.guessed.update(f"comment {name}" for name in comment.guesses)
        declared, found = post.comments_declared, len(post.comments)
        if declared is not None and declared != found:
            title = post.title or "a post without a title"
            noun = "comment" if declared == 1 else "comments"
            self.notices.append(f"{title}: the page declares {declared} {noun}, {found} found")

    def report(
        self, dump: str, format_name: str, left_out: Counter[str], notices: Iterable[str] = ()
    ) -> DumpReport:
        """The report."""
        return DumpReport(
            dump,
            format_name,
            self.posts,
            self.comments,
            self.completed,
            self.joined,
            dict(self.guessed),
            dict(left_out),
            (*notices, *self.notices),
        )
