"""What the importer guessed of a post, and what it left out of its dump: a list to jump from.

Knows sentences and numbers of lines; the screen knows where they come from.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip

from reader.archive import DumpFacts, Span
from reader.models import Guesses, Post
from reader.text import Safe, safe_line, wrap
from reader.tui.comments.reasons import field_name
from reader.tui.entries import EntryList
from reader.tui.language import _
from reader.tui.lineview import Pen
from reader.tui.phrases import GUESS_SIGN, cut, number
from reader.tui.remarks import remark

_MOST = 500
_WORDS = 120


@dataclass(frozen=True, slots=True)
class Account:
    """One sentence, and the line of the dump that it is about; a heading has none."""

    words: Safe
    line: int | None = None
    is_guess: bool = False
    is_heading: bool = False


def accounts(
    post: Post, dump: DumpFacts, own: Sequence[Span], left_out: Sequence[tuple[Span, str]]
) -> list[Account]:
    """Everything that was guessed, and what was left out, each run of lines with its first words."""
    guessed = _guesses(post.guesses, Safe(""), _line_of(own, None))
    for comment in post.comments:
        name = safe_line(comment.author) or Safe(_("no name"))
        whose = Safe(_("comment {}, {}: ").format(comment.position, name))
        guessed += _guesses(comment.guesses, whose, _line_of(own, comment.position))
    found = [Account(Safe(_("Guessed")), is_heading=True), *guessed[:_MOST]]
    if not guessed:
        found.append(Account(Safe(_("Nothing: all is as the dump states it."))))
    found.append(Account(Safe(_("Left out")), is_heading=True))
    found += [
        Account(Safe(f"{number(count)} × {safe_line(remark(reason))}"))
        for reason, count in dump.left_out.items()
    ]
    found += [Account(_lines_words(span, words), span.first) for span, words in left_out[:_MOST]]
    if not dump.left_out and not left_out:
        found.append(Account(Safe(_("Nothing."))))
    return found


def _guesses(guesses: Guesses, whose: Safe, line: int | None) -> list[Account]:
    return [
        Account(
            Safe(whose + _("{}: {}").format(field_name(field), safe_line(remark(reason)))),
            line,
            is_guess=True,
        )
        for field, reason in guesses.items()
    ]


def _line_of(own: Sequence[Span], comment: int | None) -> int | None:
    return next((span.first for span in own if span.comment == comment), None)


def _lines_words(span: Span, words: str) -> Safe:
    lines = number(span.first) if span.first == span.last else f"{number(span.first)}–{number(span.last)}"
    return Safe(f"{lines}  {safe_line(words[:_WORDS])}")


class AccountsView(EntryList):
    """The list, each entry on as many lines as it needs."""

    BINDING_GROUP_TITLE = "Guessed and left out"
    HAS_TEXT = True
    OPENS_AT_ONCE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "to its line", key_display="↵", id="accounts.to-its-line"),
        Binding("down,j", "move(1)", "Next one", show=False, id="accounts.next-one"),
        Binding("up,k", "move(-1)", "One before", show=False, id="accounts.one-before"),
        Binding("home,g", "first", "First one", show=False, id="accounts.first-one"),
        Binding("end,G", "last", "Last one", show=False, id="accounts.last-one"),
    ]

    @dataclass
    class Opened(Message):
        """A line of the dump was chosen."""

        line: int

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._accounts: Sequence[Account] = ()
        self._laid: list[tuple[int, int, int]] = []

    def show(self, found: Sequence[Account]) -> None:
        """Show what was found."""
        self._accounts = found
        self.cursor = 0
        self._lay()

    @property
    def lines(self) -> int:
        """As many as the sentences need at this width."""
        return len(self._laid)

    @property
    def count(self) -> int:
        """How many entries there are."""
        return len(self._accounts)

    def lines_of(self, index: int) -> range:
        """The lines of an entry at this width."""
        lines = [y for y, (own, _, _) in enumerate(self._laid) if own == index]
        return range(lines[0], lines[-1] + 1) if lines else range(0)

    def entry_at(self, line: int) -> int | None:
        """The entry that a line belongs to."""
        return self._laid[line][0] if line < len(self._laid) and self._laid[line][0] >= 0 else None

    def on_resize(self) -> None:
        """Wrap for another width."""
        self._lay()

    def _lay(self) -> None:
        self._laid = []
        if self.width < 1:
            return
        for index, account in enumerate(self._accounts):
            if account.is_heading and index:
                self._laid.append((-1, 0, 0))
            ranges = wrap(account.words, max(8, self.width - 5))
            self._laid += [(index, start, end) for start, end in ranges]
        self.relined()

    def draw(self, y: int, width: int) -> Strip:
        """One line of an entry."""
        index, start, end = self._laid[y]
        if index < 0:
            return Pen(self).strip(width)
        account = self._accounts[index]
        pen = self.pen_at(index)
        if account.is_heading:
            pen.write(account.words[start:end], "heading")
            return pen.strip(width)
        is_first = y == 0 or self._laid[y - 1][0] != index
        pen.write(f"{GUESS_SIGN} " if account.is_guess and is_first else "  ", "guess")
        pen.write(cut(account.words[start:end], width - pen.cells), *(() if account.is_guess else ("muted",)))
        return pen.strip(width)

    def action_open(self) -> None:
        """Go to the line of the entry."""
        if self.cursor < len(self._accounts):
            line = self._accounts[self.cursor].line
            if line is not None:
                self.post_message(self.Opened(line))
