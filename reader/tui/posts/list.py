"""The list of posts, one line each, years or blogs as headings; drawn by the line, read by the page."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.signal import Signal
from textual.strip import Strip

from reader.archive import Order
from reader.errors import ArchiveError
from reader.models import PostRow
from reader.tui.asking import Stoppable
from reader.tui.language import _, later
from reader.tui.lineview import Pen
from reader.tui.phrases import cut
from reader.tui.posts.drawing import MARGIN, draw_heading, draw_row
from reader.tui.posts.flow import BY_DATE, Flow, Heading, groups_of
from reader.tui.posts.headed import HeadedList
from reader.tui.posts.pages import PAGE, Pages
from reader.tui.posts.places import Place
from reader.tui.posts.seeking import place_of_date, random_unread
from reader.tui.posts.shelf import Shelf
from reader.tui.posts.views import Posts, View, posts_of

ORDERS: dict[Order, str] = {
    "newest": later("newest first"),
    "oldest": later("oldest first"),
    "title": later("by title"),
    "comments": later("most comments first"),
    "blog": later("by blog"),
}

_EMPTY = later("There are no posts in this archive yet: `reader import FOLDER` reads the dumps of a folder.")
_NONE_LEFT = later("No post is left; Esc shows all of them.")


class PostList(HeadedList):
    """The posts of one view, with a cursor."""

    NUMBERS = "I"
    BINDING_GROUP_TITLE = "Post list"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "open", key_display="↵", id="list.open"),
        Binding("o", "order", "order", tooltip="Newest, oldest, title, comments, blog", id="list.order"),
        Binding("f", "filter", "filter", tooltip="Only the posts that a query finds", id="list.filter"),
        Binding("d", "date", "go to date", tooltip="2007, March 2007, 17 nov 2005…", id="list.date"),
        Binding("D", "day", "On this day", show=False, tooltip="Of any year", id="list.day"),
        Binding("r", "random", "A post that was not read", show=False, tooltip="Any", id="list.random"),
        Binding("down,j", "move(1)", "Next post", show=False, id="list.next"),
        Binding("up,k", "move(-1)", "Previous post", show=False, id="list.previous"),
        Binding("pagedown,space", "page(1)", "A page on", show=False, id="list.page-down"),
        Binding("pageup", "page(-1)", "A page back", show=False, id="list.page-up"),
        Binding("home,g", "first", "First post", show=False, id="list.first"),
        Binding("end,G", "last", "Last post", show=False, id="list.last"),
    ]

    @dataclass
    class Opened(Message):
        """A post was chosen to be read."""

        post_id: int

    @dataclass
    class Asked(Message):
        """A line to type in is wanted: for a filter, or for a date to go to."""

        kind: str

    @dataclass
    class Said(Message):
        """A sentence for the reader."""

        sentence: str

    @dataclass
    class Ordered(Message):
        """Another order was chosen."""

        order: Order

    @dataclass
    class Reloaded(Message):
        """The same view was read again; `posts` is how many there are in all."""

        posts: int

    @dataclass
    class Loaded(Message):
        """All ids have come."""

        posts: Posts

    @dataclass
    class Failed(Message):
        """The ids could not be read."""

        error: ArchiveError

    def __init__(self, shelf: Shelf, *, id: str | None = None) -> None:
        super().__init__(id=id)
        # The cursor is on another post, or the list is another one. No message: what shows the place is to be drawn in
        # the same frame, since each frame costs as much as all else that a key does.
        self.moves: Signal[int] = Signal(self, "moves")
        self._places = shelf.places
        self._path = shelf.path
        self._asking = shelf.asking
        self._marks = shelf.marks
        self._loading = Stoppable()
        self.view = View(shelf.order)
        self._wanted = self.view
        self._date_to_go = ""
        self._is_reloading = False
        self.posts_in_all = 0
        self.notice = ""
        self.years: Mapping[str, int] = {}
        self.is_complete = False
        self._pages = Pages(shelf.asking, self._flow.ids)

    # What there is

    @property
    def order(self) -> Order:
        """How the list is ordered."""
        return self.view.order

    @property
    def lines(self) -> int:
        """How many lines the list has: at least the one that says that it is empty."""
        return max(1, self._flow.lines) if self.is_complete else self._flow.lines

    @property
    def ids(self) -> array[int]:
        """The ids of the posts in the order of the list, as far as they are known."""
        return self._flow.ids

    @property
    def is_waiting(self) -> bool:
        """Whether another view was asked for, and has not come yet."""
        return self._wanted != self.view

    @property
    def current(self) -> PostRow | None:
        """The post under the cursor."""
        return self._pages.row(self.cursor) if self.cursor < self.count else None

    @property
    def current_year(self) -> str | None:
        """The year under the cursor, where one is known."""
        row = self.current
        return row.published[:4] if row is not None and row.published else None

    # Loading

    def on_mount(self) -> None:
        """Show the first posts at once, and fetch the rest meanwhile."""
        # Any other order needs all posts before the first is known.
        if self.order in BY_DATE:
            ids = self._asking.ask(lambda archive: archive.post_ids(self.order, limit=PAGE))
            if ids is not None:
                pages = Pages(self._asking, ids)
                rows = [pages.row(index) for index in range(len(ids))]
                self._flow = Flow(ids, groups_of(row.published if row else None for row in rows))
                self._pages = pages
        self._load(self.view)

    def on_unmount(self) -> None:
        """Let no thread go on asking, and remember where one was."""
        self._loading.stop()
        self._keep_place()

    def _load(self, view: View) -> None:
        # The marks belong to this thread.
        self._load_beside(view, self._marks.starred_keys(), self._marks.read_keys())

    @work(thread=True, exclusive=True, group="ids")
    def _load_beside(self, view: View, starred: frozenset[str], read: frozenset[str]) -> None:
        posts = self._loading.answer(
            self._path,
            lambda archive: posts_of(archive, view, starred=starred, read=read),
            lambda error: self.post_message(self.Failed(error)),
        )
        if posts is not None:
            self.post_message(self.Loaded(posts))

    def show(self, view: View) -> None:
        """Show another view; the posts of this one stay until the others are there."""
        self._wanted = view
        self._loading.stop()
        self._load(view)
        self.moves.publish(self.cursor)

    def reload(self) -> None:
        """Read the same view again: the archive has changed."""
        self._is_reloading = True
        self.show(self._wanted)

    def on_post_list_loaded(self, message: Loaded) -> None:
        """Take the whole list, keeping the cursor on its post, or where it was when the view was last seen."""
        posts = message.posts
        if posts.view != self._wanted:
            return
        place = self._place_in(posts.view)
        # By its key: in another archive of the same posts the ids are others.
        post_id = None if place is None else self._asking.ask(lambda archive: archive.post_id(place.key))
        self.view = posts.view
        self.years, self.posts_in_all = posts.years, posts.all
        self.notice = posts.notice
        self._flow = Flow(posts.ids, posts.groups)
        self._pages = Pages(self._asking, posts.ids)
        self.is_complete = True
        self.relined()
        self.cursor = posts.ids.index(post_id) if post_id is not None and post_id in posts.ids else 0
        self.scroll_line(self._flow.line_of(self.cursor) - place.line if place and self.cursor else 0)
        self.show_cursor()
        if self._date_to_go:
            self.move_to_date(self._date_to_go)
        if self._is_reloading:
            self._is_reloading = False
            self.post_message(self.Reloaded(posts.all))
        self.moves.publish(self.cursor)

    def _place_in(self, view: View) -> Place | None:
        """Where the cursor is to be in a view: on its post, or where it was when the view was last seen."""
        here = self._here()
        if not self.is_complete:
            # The first posts only have come: who has moved among them stays there.
            return here if self.cursor else self._places.of(view) or here
        if view != self.view:
            self._keep_place()
            if view.whole() == self.view.whole():
                return self._places.of(view) or here
        return here

    def _here(self) -> Place | None:
        row = self.current
        return None if row is None else Place(row.key, self._flow.line_of(self.cursor) - self.top)

    def _keep_place(self) -> None:
        if self.is_complete:
            self._places.keep(self.view, self._here() if self.cursor or self.top else None)

    def on_post_list_failed(self, message: Failed) -> None:
        """Say what is wrong."""
        self._wanted = self.view
        self._asking.failed(message.error)

    # Drawing

    def draw(self, y: int, width: int) -> Strip:
        """A post, a heading, or a blank line."""
        if not self.count:
            pen = Pen(self)
            pen.move_to(MARGIN)
            words = _(_NONE_LEFT if self.view.is_narrowed else _EMPTY)
            pen.write(cut(words, width - pen.cells) if y == 0 else "", "muted")
            return pen.strip(width)
        what = self._flow.at(y)
        if isinstance(what, int):
            return self._draw_post(what, width)
        pen = Pen(self)
        if isinstance(what, Heading):
            draw_heading(pen, what, width)
        return pen.strip(width)

    def _draw_post(self, index: int, width: int) -> Strip:
        is_current = index == self.cursor
        pen = Pen(self, *(("cursor",) if is_current and self.has_focus else ()))
        row = self._pages.row(index)
        mark = self.mark_ink if is_current else None
        is_starred = row is not None and self._marks.is_starred(row.key)
        is_read = row is not None and self._marks.is_read(row.key)
        draw_row(pen, row, width, self.order, mark=mark, is_starred=is_starred, is_read=is_read)
        return pen.strip(width)

    def on_resize(self) -> None:
        """Set the columns anew, and keep the cursor in sight."""
        self.relined()
        self.show_cursor()

    # Moving

    def moved(self) -> None:
        """Tell that the cursor is on another post."""
        self.moves.publish(self.cursor)

    def move_to_post(self, post_id: int) -> None:
        """Put the cursor on a post, by its id."""
        if post_id in self._flow.ids:
            self.move_to(self._flow.ids.index(post_id))

    def move_to_date(self, date: str) -> None:
        """Put the cursor on the first post of a year, a month or a day; in an order by date."""
        if self.order not in BY_DATE or not self.is_complete:
            self._date_to_go = date
            self.show(replace(self._wanted, order="newest"))
            return
        self._date_to_go = ""
        index = place_of_date(self._pages, self.count, date, newest=self.order == "newest")
        if index is not None:
            self.move_to(index)
            self.scroll_line(self._flow.first_line_with(index))

    def action_open(self) -> None:
        """Read the post under the cursor."""
        if self.cursor < self.count:
            self.app.hold_keys()  # type: ignore[attr-defined]  # the list stands in one app only
            self.post_message(self.Opened(self._flow.ids[self.cursor]))

    def action_order(self) -> None:
        """The next order of the list."""
        orders = list(ORDERS)
        self.show_order(orders[(orders.index(self._wanted.order) + 1) % len(orders)])

    def show_order(self, order: Order) -> None:
        """Put the list in an order."""
        self.show(replace(self._wanted, order=order))
        self.post_message(self.Ordered(order))

    def action_filter(self) -> None:
        """Ask for a filter."""
        self.app.hold_keys()  # type: ignore[attr-defined]  # as above
        self.post_message(self.Asked("filter"))

    def action_date(self) -> None:
        """Ask for a date to go to."""
        self.app.hold_keys()  # type: ignore[attr-defined]  # as above
        self.post_message(self.Asked("date"))

    def action_day(self) -> None:
        """Only what was written on this day, in whatever year; all posts again where that is shown."""
        from datetime import date

        day = f"{date.today():%m-%d}"
        self.show(self._wanted.whole() if self._wanted.day else View(self._wanted.order, day=day))

    def action_random(self) -> None:
        """Read any post that was not read yet."""
        index = random_unread(self._pages, self.count, self._marks)
        if index is None:
            self.post_message(self.Said(_("No post was found here that you have not read.")))
        else:
            self.move_to(index)
            self.action_open()
