"""The list of posts, one line each, years as headings; drawn by the line, read by the page."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import events, work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip

from reader.archive import Archive, Interrupted, Order, open_archive
from reader.errors import ArchiveError
from reader.marks import Marks
from reader.models import PostRow
from reader.text import safe_line
from reader.tui.asking import Asking, Stoppable
from reader.tui.lineview import LineView, Pen
from reader.tui.phrases import counted, cut, number, short_date, short_day
from reader.tui.posts.flow import BY_DATE, Flow, Heading, groups_of, year_groups
from reader.tui.posts.pages import PAGE, Pages

ORDERS: dict[Order, str] = {
    "newest": "newest first",
    "oldest": "oldest first",
    "title": "by title",
    "comments": "most comments first",
    "blog": "by blog",
}

_EMPTY = "There are no posts in this archive yet: `reader import FOLDER` reads the dumps of a folder into it."
_GAP = 2
_COUNT = 6
_MARK = "▌ "
_STAR = "★"
_READ = "✓"


@dataclass(frozen=True, slots=True)
class _Columns:
    """The cells of each column at some width; 0 leaves a column out."""

    date: int
    title: int
    author: int
    blog: int


def _columns(width: int, *, by_date: bool) -> _Columns:
    """The columns that fit: the title always, then the date, the author, the blog."""
    date = 0 if width < 30 else 6 if by_date else 11
    rest = width - len(_MARK) - (date + _GAP if date else 0) - _COUNT - _GAP
    author = min(22, rest // 4) if rest >= 44 else 0
    blog = min(26, rest // 4) if rest >= 76 else 0
    title = rest - sum(cells + _GAP for cells in (author, blog) if cells)
    return _Columns(date, max(1, title), author, blog)


class PostList(LineView):
    """All posts of the archive in one order, with a cursor."""

    BINDING_GROUP_TITLE = "Post list"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", key_display="↵", id="list.open"),
        Binding("o", "order", "order", tooltip="Newest, oldest, title, comments, blog", id="list.order"),
        Binding("down,j", "move(1)", "Next post", show=False, id="list.next"),
        Binding("up,k", "move(-1)", "Previous post", show=False, id="list.previous"),
        Binding("pagedown", "page(1)", "A page on", show=False, id="list.page-down"),
        Binding("pageup", "page(-1)", "A page back", show=False, id="list.page-up"),
        Binding("home,g", "first", "First post", show=False, id="list.first"),
        Binding("end,G", "last", "Last post", show=False, id="list.last"),
    ]

    @dataclass
    class Opened(Message):
        """A post was chosen to be read."""

        post_id: int

    class Moved(Message):
        """The cursor is on another post, or the list is another one."""

    @dataclass
    class Loaded(Message):
        """All ids have come, with the number of posts of each year."""

        order: Order
        ids: array[int]
        years: Mapping[str, int]

    @dataclass
    class Failed(Message):
        """The ids could not be read."""

        error: ArchiveError

    def __init__(self, path: Path, asking: Asking, marks: Marks, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._path = path
        self._asking = asking
        self._marks = marks
        self._loading = Stoppable()
        self.order: Order = "newest"
        self._wanted: Order = self.order
        self.years: Mapping[str, int] = {}
        self.is_complete = False
        self.cursor = 0
        self._flow = Flow(array("q"))
        self._pages = Pages(asking, self._flow.ids)

    # What there is

    @property
    def lines(self) -> int:
        """How many lines the list has: at least the one that says that it is empty."""
        return max(1, self._flow.lines) if self.is_complete else self._flow.lines

    @property
    def posts(self) -> int:
        """How many posts the list has so far."""
        return len(self._flow.ids)

    @property
    def current(self) -> PostRow | None:
        """The post under the cursor."""
        return self._pages.row(self.cursor) if self.cursor < self.posts else None

    @property
    def current_year(self) -> str | None:
        """The year under the cursor, where one is known."""
        row = self.current
        return row.published[:4] if row is not None and row.published else None

    # Loading

    def on_mount(self) -> None:
        """Show the first posts at once, and fetch the rest meanwhile."""
        ids = self._asking.ask(lambda archive: archive.post_ids(self.order, limit=PAGE))
        if ids is not None:
            pages = Pages(self._asking, ids)
            rows = [pages.row(index) for index in range(len(ids))]
            self._flow = Flow(ids, groups_of(row.published if row else None for row in rows))
            self._pages = pages
        self._load(self.order)

    def on_unmount(self) -> None:
        """Let no thread go on asking."""
        self._loading.stop()

    @work(thread=True, exclusive=True, group="ids")
    def _load(self, order: Order) -> None:
        try:
            with open_archive(self._path) as archive:
                self._loading.begin(archive)
                try:
                    ids, years = _everything(archive, order)
                finally:
                    self._loading.end(archive)
        except Interrupted:
            return
        except ArchiveError as error:
            self.post_message(self.Failed(error))
            return
        self.post_message(self.Loaded(order, ids, years))

    def on_post_list_loaded(self, message: Loaded) -> None:
        """Take the whole list, keeping the cursor on its post."""
        if message.order != self._wanted:
            return
        post_id = self._flow.ids[self.cursor] if self.cursor < self.posts else None
        place = self._flow.line_of(self.cursor) - self.top
        self.order, self.years = message.order, message.years
        by_date = self.order in BY_DATE
        groups = (
            year_groups(message.years, len(message.ids), newest=self.order == "newest") if by_date else []
        )
        self._flow = Flow(message.ids, groups)
        self._pages = Pages(self._asking, message.ids)
        self.is_complete = True
        self.relined()
        if post_id is not None and post_id in message.ids:
            self.cursor = message.ids.index(post_id)
            self.scroll_line(self._flow.line_of(self.cursor) - place)
        else:
            self.cursor = 0
        self._show_cursor()
        self.post_message(self.Moved())

    def on_post_list_failed(self, message: Failed) -> None:
        """Say what is wrong."""
        self._asking.failed(message.error)

    # Drawing

    def draw(self, y: int, width: int) -> Strip:
        """A post, a heading, or a blank line."""
        if not self.posts:
            pen = Pen(self)
            pen.move_to(len(_MARK))
            pen.write(cut(_EMPTY, width - pen.cells) if y == 0 else "", "muted")
            return pen.strip(width)
        what = self._flow.at(y)
        if isinstance(what, int):
            return self._draw_post(what, width)
        pen = Pen(self)
        if isinstance(what, Heading):
            pen.move_to(len(_MARK))
            pen.write(safe_line(what.label), "heading")
            if what.posts is not None:
                pen.write(f"  {counted(what.posts, 'post')}", "muted")
        return pen.strip(width)

    def _draw_post(self, index: int, width: int) -> Strip:
        is_current = index == self.cursor
        pen = Pen(self, *(("cursor",) if is_current and self.has_focus else ()))
        pen.write("▌" if is_current else " ", self.mark_ink)
        row = self._pages.row(index)
        if row is not None and self._marks.is_starred(row.key):
            pen.write(_STAR, "accent")
        elif row is not None and self._marks.is_read(row.key):
            pen.write(_READ, "muted")
        pen.move_to(len(_MARK))
        if row is None:
            pen.write("·", "muted")
            return pen.strip(width)
        by_date = self.order in BY_DATE
        columns = _columns(width, by_date=by_date)
        if columns.date:
            date = short_day(row.published) if by_date else short_date(row.published)
            pen.write(cut(date, columns.date), "muted")
            pen.move_to(len(_MARK) + columns.date + _GAP)
        end = pen.cells + columns.title
        title = safe_line(row.title)
        pen.write(
            cut(title or safe_line(row.start) or "untitled", columns.title), *(() if title else ("muted",))
        )
        for text, cells in ((row.author, columns.author), (row.blog, columns.blog)):
            if cells:
                pen.move_to(end + _GAP)
                pen.write(cut(safe_line(text), cells), "muted")
                end += _GAP + cells
        count = number(row.comments) if row.comments else ""
        pen.move_to(width - len(count) - 1)
        pen.write(count, "muted")
        return pen.strip(width)

    def on_focus(self) -> None:
        """Show that the keys go here."""
        self._redraw_cursor()

    def on_blur(self) -> None:
        """Show that the keys go elsewhere."""
        self._redraw_cursor()

    def on_resize(self) -> None:
        """Set the columns anew, and keep the cursor in sight."""
        self.relined()
        self._show_cursor()

    # Moving

    def move_to(self, index: int) -> None:
        """Put the cursor on a post, by its place in the order."""
        if not self.posts:
            return
        self._redraw_cursor()
        self.cursor = min(max(0, index), self.posts - 1)
        self._redraw_cursor()
        self._show_cursor()
        self.post_message(self.Moved())

    def move_to_post(self, post_id: int) -> None:
        """Put the cursor on a post, by its id."""
        if post_id in self._flow.ids:
            self.move_to(self._flow.ids.index(post_id))

    def move_to_year(self, year: str) -> None:
        """Put the cursor on the first post of a year; in an order that has years."""
        start = self._flow.start_of(year)
        if start is not None:
            self.move_to(start)
            self.scroll_line(self._flow.first_line_with(start))

    def action_move(self, posts: int) -> None:
        """Some posts on or back."""
        self.move_to(self.cursor + posts)

    def action_page(self, pages: int) -> None:
        """As many posts as the screen holds, on or back."""
        self.move_to(self.cursor + pages * max(1, self.height - 1))

    def action_first(self) -> None:
        """To the first post."""
        self.move_to(0)
        self.scroll_line(0)

    def action_last(self) -> None:
        """To the last post."""
        self.move_to(self.posts - 1)

    def action_open(self) -> None:
        """Read the post under the cursor."""
        if self.cursor < self.posts:
            self.post_message(self.Opened(self._flow.ids[self.cursor]))

    def action_order(self) -> None:
        """The next order of the list."""
        orders = list(ORDERS)
        self.show_order(orders[(orders.index(self._wanted) + 1) % len(orders)])

    def show_order(self, order: Order) -> None:
        """Put the list in an order; the posts shown stay until the new list is there."""
        self._wanted = order
        self._loading.stop()
        self._load(order)

    async def on_click(self, event: events.Click) -> None:
        """Select a post; open it where it is selected already, or clicked twice."""
        what = self._flow.at(self.top + event.get_content_offset_capture(self).y)
        if isinstance(what, int):
            if what == self.cursor or event.chain > 1:
                self.cursor = what
                self.action_open()
            else:
                self.move_to(what)

    def _show_cursor(self) -> None:
        if self.posts and self.height:
            self.scroll_into_view(self._flow.first_line_with(self.cursor), self._flow.line_of(self.cursor))

    def _redraw_cursor(self) -> None:
        if self.posts:
            self.redraw_lines([self._flow.line_of(self.cursor)])


def _everything(archive: Archive, order: Order) -> tuple[array[int], Mapping[str, int]]:
    return archive.post_ids(order), archive.years()
