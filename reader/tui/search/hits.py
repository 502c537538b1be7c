"""The hits of a search, two lines each, in the place of the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip

from reader.models import Hit
from reader.search import Results
from reader.text import Safe, safe_line
from reader.tui.entries import EntryList
from reader.tui.language import _
from reader.tui.lineview import Pen
from reader.tui.phrases import GUESS_SIGN, cut, date_in_words, short_date
from reader.tui.shown import Shown
from reader.tui.typeset import Inks

_NO_MARK = "  "
_IN_COMMENT = "╰ "
_CUT = "…"
_NOTHING = Safe("")
_WIDE = 80
_LEAST_NAME = len(" · Anna…")


def _short(hit: Hit, width: int) -> Safe:
    """The date of a hit, in words where there is room for them."""
    return date_in_words(hit.published, time=False) if width >= _WIDE else short_date(hit.published)


def _signed(hit: Hit, field: str, words: Safe) -> str:
    """What a field holds, with its sign where that was guessed."""
    return GUESS_SIGN + words if field in hit.guessed else words


def _from_match(
    snippet: str, matches: tuple[tuple[int, int], ...], room: int
) -> tuple[str, list[tuple[int, int]]]:
    """A snippet cut at its beginning where the first match would be beyond a narrow pane, and its matches."""
    if not matches or len(snippet) <= room or matches[0][1] <= room * 2 // 3:
        return snippet, list(matches)
    # A third of the line stands before the match, more where the snippet ends within it.
    earliest = max(0, min(matches[0][0] - room // 3, len(snippet) - room + len(_CUT)))
    start = snippet.find(" ", earliest, matches[0][0]) + 1 or matches[0][0]
    moved = start - len(_CUT)
    return _CUT + snippet[start:], [(first - moved, last - moved) for first, last in matches]


class HitList(EntryList):
    """What was found, with a cursor."""

    BINDING_GROUP_TITLE = "Hits"
    LINES_EACH = 2
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "read", key_display="↵", id="hits.open"),
        Binding("down,j", "move(1)", "Next hit", show=False, id="hits.next"),
        Binding("up,k", "move(-1)", "Hit before", show=False, id="hits.previous"),
        Binding("pagedown", "page(1)", "A page on", show=False, id="hits.page-down"),
        Binding("pageup", "page(-1)", "A page back", show=False, id="hits.page-up"),
        Binding("home,g", "first", "First hit", show=False, id="hits.first"),
        Binding("end,G", "last", "Last hit", show=False, id="hits.last"),
        Binding("n", "move(1)", "Next hit", show=False, id="hits.next-one"),
        Binding("N,p", "move(-1)", "Hit before", show=False, id="hits.previous-one"),
        Binding("o", "order", "best or newest first", show=False, id="hits.order"),
    ]

    @dataclass
    class Opened(Message):
        """A hit was chosen to be read."""

        hit: Hit

    class WantsMore(Message):
        """The cursor is on the last hit that was fetched, and there are more."""

    class WantsOrder(Message):
        """The hits are to stand in the other order."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._hits: Sequence[Hit] = ()
        self._total = 0
        self._notice = ""

    @property
    def count(self) -> int:
        """How many hits were fetched."""
        return len(self._hits)

    @property
    def lines(self) -> int:
        """Two lines a hit, or one for a notice."""
        return self.count * self.LINES_EACH or bool(self._notice)

    @property
    def current(self) -> Hit | None:
        """The hit under the cursor."""
        return self._hits[self.cursor] if self.cursor < len(self._hits) else None

    def show(self, results: Results, notice: Safe = _NOTHING, *, keep_cursor: bool = False) -> None:
        """Show the hits of a search from the first, or further ones of the same search; or a sentence."""
        self._hits = results.hits
        self._total = results.total
        self._notice = notice
        self.relined()
        if not keep_cursor:
            self.cursor = 0
            self.scroll_line(0)

    def clear(self) -> None:
        """Show nothing."""
        self.show(Results((), 0, True, None))

    # Drawing

    def draw(self, y: int, width: int) -> Strip:
        """The head of a hit, or its words."""
        if not self._hits:
            pen = Pen(self)
            pen.write(_NO_MARK)
            pen.write(cut(self._notice, width - pen.cells), "muted")
            return pen.strip(width)
        index, part = divmod(y, self.LINES_EACH)
        pen = self.pen_at(index)
        (self._draw_head if part == 0 else self._draw_snippet)(pen, self._hits[index], width)
        return pen.strip(width)

    def _draw_head(self, pen: Pen, hit: Hit, width: int) -> None:
        facts = (("author", safe_line(hit.author)), ("published", _short(hit, width)))
        author, date = (f" · {_signed(hit, field, fact)}" if fact else "" for field, fact in facts)
        # The title first, but never so long that nothing of author and date is left.
        room = max(width // 2, width - pen.cells - cell_len(author + date))
        title = safe_line(hit.title)
        pen.write(cut(_signed(hit, "title", title) if title else _("untitled"), room), "strong")
        # The name is cut rather than the date, which says nothing without its end.
        left = width - pen.cells - cell_len(date)
        pen.write(cut(author, left) if left >= _LEAST_NAME else "", "muted")
        pen.write(cut(date, width - pen.cells), "muted")

    def _draw_snippet(self, pen: Pen, hit: Hit, width: int) -> None:
        if hit.comment is not None:
            pen.write(_IN_COMMENT, "rail")
        # One line: a line break in the text is a space here, of the same length.
        snippet, matches = _from_match(hit.snippet.replace("\n", " "), hit.matches, width - pen.cells)
        shown = Shown(snippet)
        inks = Inks(shown, [shown.span(start, end) for start, end in matches])
        text = cut(shown.text, width - pen.cells)
        for words, names in inks.runs(text, 0, len(text)):
            pen.write(words, *(names or ("muted",)))

    def on_resize(self) -> None:
        """Draw the hits for another width."""
        self.relined()

    # Moving

    def moved(self) -> None:
        """Ask for more where the cursor has come to the last one."""
        if self.cursor == self.count - 1 and self.count < self._total:
            self.post_message(self.WantsMore())

    def action_order(self) -> None:
        """The best first, or the newest."""
        self.post_message(self.WantsOrder())

    def action_open(self) -> None:
        """Read the hit under the cursor where it was found."""
        if self.current is not None:
            self.app.hold_keys()  # type: ignore[attr-defined]  # the hits stand in one app only
            self.post_message(self.Opened(self.current))
