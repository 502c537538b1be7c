"""The list of what a person wrote: posts and comments, one line each, years as headings."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.message import Message
from textual.strip import Strip

from reader.archive import Writing
from reader.text import safe_line
from reader.tui.language import _
from reader.tui.lineview import Pen
from reader.tui.phrases import GUESS_SIGN, counted, cut, short_day, widest_day
from reader.tui.posts.flow import Flow, Heading, year_groups
from reader.tui.posts.headed import HeadedList

_PAGE = 64
_KEPT_PAGES = 32
_IN_COMMENT = "╰ "
_GAP = 2
_LEAD = 2
_WIDEST_BLOG = 26

Fetch = Callable[[Sequence[int]], Sequence[Writing] | None]


class WritingList(HeadedList):
    """Everything in one order, the newest first, with a cursor."""

    BINDING_GROUP_TITLE = "What a person wrote"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "read", key_display="↵", id="person.open"),
        Binding("down,j", "move(1)", "Next one", show=False, id="person.next"),
        Binding("up,k", "move(-1)", "One before", show=False, id="person.previous"),
        Binding("pagedown,space", "page(1)", "A page on", show=False, id="person.page-down"),
        Binding("pageup", "page(-1)", "A page back", show=False, id="person.page-up"),
        Binding("home,g", "first", "The newest", show=False, id="person.first"),
        Binding("end,G", "last", "The oldest", show=False, id="person.last"),
    ]

    @dataclass
    class Opened(Message):
        """One of them was chosen to be read."""

        writing: Writing

    class Moved(Message):
        """The cursor is on another one."""

    def __init__(self, fetch: Fetch, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._fetch = fetch
        self._pages: LRUCache[int, Sequence[Writing]] = LRUCache(_KEPT_PAGES)

    def show(self, entries: array[int], years: Mapping[str, int]) -> None:
        """Show these entries, of which so many are from each year."""
        self._flow = Flow(entries, year_groups(years, len(entries), newest=True))
        self._pages.clear()
        self.cursor = 0
        self.relined()
        self.scroll_line(0)
        self.post_message(self.Moved())

    @property
    def current(self) -> Writing | None:
        """What the cursor is on."""
        return self._writing(self.cursor)

    @property
    def current_year(self) -> str | None:
        """The year that the cursor is in."""
        return self._flow.label_at(self.cursor)

    def _writing(self, index: int) -> Writing | None:
        if index >= self.count:
            return None
        number, place = divmod(index, _PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._fetch(self._flow.ids[number * _PAGE : (number + 1) * _PAGE]) or ()
            self._pages[number] = page
        return page[place] if place < len(page) else None

    # Drawing

    def draw(self, y: int, width: int) -> Strip:
        """A post, a comment, a heading, or a blank line."""
        what = self._flow.at(y)
        if isinstance(what, int):
            return self._draw_writing(what, width)
        pen = Pen(self)
        if isinstance(what, Heading):
            pen.move_to(_LEAD)
            pen.write(safe_line(what.label), "heading")
            pen.write(f"  {what.posts or 0}", "muted")
        return pen.strip(width)

    def _draw_writing(self, index: int, width: int) -> Strip:
        pen = self.pen_at(index)
        writing = self._writing(index)
        if writing is None:
            pen.write("·", "muted")
            return pen.strip(width)
        date = widest_day()
        pen.write(GUESS_SIGN if writing.published and "published" in writing.guessed else " ", "guess")
        pen.write(cut(short_day(writing.published), date), "muted")
        pen.move_to(_LEAD + len(GUESS_SIGN) + date + _GAP)
        blog = min(_WIDEST_BLOG, width // 4) if width >= 70 else 0
        room = width - pen.cells - (blog + _GAP if blog else 0)
        end = pen.cells + room
        if "author" in writing.guessed:
            pen.write(GUESS_SIGN, "guess")
        title, start = safe_line(writing.title), safe_line(writing.start)
        if writing.comment is None:
            pen.write(
                cut(title or start or _("untitled"), end - pen.cells), *(("strong",) if title else ("muted",))
            )
        else:
            pen.write(_IN_COMMENT, "rail")
            # The words first; then, as far as there is room, what they are about.
            about = cut(f" · {title or _('untitled')}", max(0, (end - pen.cells) // 3)) if width >= 60 else ""
            pen.write(cut(start or "…", end - pen.cells - len(about)))
            pen.write(about, "muted")
        if blog:
            pen.move_to(end + _GAP)
            sign = GUESS_SIGN if "blog" in writing.guessed else ""
            pen.write(cut(sign + safe_line(writing.blog), blog), "muted")
        return pen.strip(width)

    def on_resize(self) -> None:
        """Set the columns anew."""
        self.relined()

    # Moving

    def moved(self) -> None:
        """Tell that the cursor is on another one."""
        self.post_message(self.Moved())

    def move_to_year(self, year: str) -> None:
        """Put the cursor on the newest of a year."""
        start = self._flow.start_of(year)
        if start is not None:
            self.move_to(start)
            self.scroll_line(self._flow.first_line_with(start))

    def action_open(self) -> None:
        """Read what the cursor is on, where it stands."""
        if self.current is not None:
            self.post_message(self.Opened(self.current))


def summary(posts: int, comments: int, blogs: int) -> str:
    """`3 posts and 12 comments on 2 blogs`."""
    written = [counted(count, noun) for count, noun in ((posts, "post"), (comments, "comment")) if count]
    if not written:
        return _("nothing")
    both = _("{} and {}").format(*written) if len(written) > 1 else written[0]
    return _("{} on {}").format(both, counted(blogs, "blog")) if blogs > 1 else both
