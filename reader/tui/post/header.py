"""The head of a post: title, author, date, blog and labels, always of the same height."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from reader.marks import Marks
from reader.models import Guesses, Post
from reader.text import Safe, safe_line, wrap
from reader.tui.language import _
from reader.tui.marking.own import STAR, own
from reader.tui.phrases import GUESS_SIGN, cut, date_in_words
from reader.tui.post.column import WIDEST_BY_DEFAULT, column

_TITLE_LINES = 2
_BETWEEN = " · "


class PostHeader(Widget):
    """Two lines for the title, one for what is known of the post, and what the reader has marked; over the text."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"header--title", "header--muted", "header--guess", "header--own"}

    def __init__(self, marks: Marks, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._marks = marks
        self._post: Post | None = None
        self._wanted = WIDEST_BY_DEFAULT

    def show(self, post: Post | None, wanted: int) -> None:
        """Head a post whose column is `wanted` cells wide."""
        self._post, self._wanted = post, wanted
        self.refresh()

    def render(self) -> Content:
        """The lines of the header."""
        post = self._post
        if post is None:
            return Content("")
        place = column(self.size.width, self._wanted)
        margin = " " * place.left
        title = safe_line(post.title)
        style = self._style("title" if title else "muted")
        sign = GUESS_SIGN if title and "title" in post.guesses else ""
        marked = own(self._marks, post.key)
        star = f"{STAR} " if marked.is_starred else ""
        lead = len(star) + len(sign)
        pieces: list[tuple[str, Style] | str] = []
        lines = _title_lines(title or Safe(_("untitled")), place.width - lead)
        for index, line in enumerate(lines):
            signs = (
                ((star, self._style("own")), (sign, self._style("guess"))) if index == 0 else (" " * lead,)
            )
            pieces += (margin, *signs, (f"{line}\n", style))
        words = cut(marked.words, place.width)
        return Content.assemble(
            *pieces, margin, *self._facts(post, place.width), f"\n{margin}", (words, self._style("own"))
        )

    def _facts(self, post: Post, room: int) -> list[tuple[str, Style]]:
        muted, guess = self._style("muted"), self._style("guess")
        pieces: list[tuple[str, Style]] = []
        found = facts(post)
        if (
            sum(cell_len(fact) + is_guess for fact, is_guess in found) + len(_BETWEEN) * (len(found) - 1)
            > room
        ):
            # The hour is what is missed the least.
            found = facts(post, time=False)
        for index, (fact, is_guess) in enumerate(found):
            between = _BETWEEN if index else ""
            sign = GUESS_SIGN if is_guess else ""
            words = cut(fact, room - len(between) - len(sign))
            if not words:
                break
            pieces += ((between, muted), (sign, guess), (words, muted))
            room -= len(between) + len(sign) + cell_len(words)
        return pieces

    def _style(self, name: str) -> Style:
        return self.get_visual_style(f"header--{name}", partial=True)


def facts(post: Post, *, time: bool = True) -> list[tuple[Safe, bool]]:
    """Author, date, blog and labels, those that are known, each with whether it was guessed."""
    found = [
        (safe_line(post.author), _is_guess(post.guesses, "author")),
        (date_in_words(post.published, time=time), _is_guess(post.guesses, "published")),
        (safe_line(post.blog), _is_guess(post.guesses, "blog")),
        (safe_line(", ".join((*post.categories, *post.tags))), _is_guess(post.guesses, "categories", "tags")),
    ]
    return [(text, is_guess) for text, is_guess in found if text]


def _is_guess(guesses: Guesses, *fields: str) -> bool:
    return any(field in guesses for field in fields)


def _title_lines(title: Safe, width: int) -> list[str]:
    """The title on at most two lines."""
    lines = [title[start:end] for start, end in wrap(title, width)]
    if len(lines) > _TITLE_LINES:
        lines = [*lines[: _TITLE_LINES - 1], cut(" ".join(lines[_TITLE_LINES - 1 :]), width)]
    return lines
