"""The left pane: the list, and the search that takes its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget
from textual.widgets import Static

from reader.models import PostRow
from reader.text import Safe, safe_line
from reader.tui.language import _, capitalized, said
from reader.tui.phrases import counted, day_in_words, number
from reader.tui.posts import PostList, YearBar
from reader.tui.posts.list import ORDERS
from reader.tui.posts.shelf import Shelf
from reader.tui.posts.views import View
from reader.tui.reading.bare import Column
from reader.tui.reading.rule import PaneRule

if TYPE_CHECKING:
    from reader.tui.posts.line import ListLine
    from reader.tui.search import SearchPane

_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)


class ListPane(Column):
    """Posts, or hits."""

    def __init__(self, shelf: Shelf, *, id: str | None = None) -> None:
        super().__init__(id=id, classes="pane")
        self._line: ListLine | None = None
        self.rule = PaneRule()
        self._shelf = shelf
        self._search: SearchPane | None = None
        self._heading = Safe("")

    def compose(self) -> ComposeResult:
        """The heading, and below it the posts with the years at the foot."""
        yield self.rule
        yield Static("", id="list-heading", classes="heading", markup=False)
        yield PostList(self._shelf, id="posts")
        yield YearBar(id="years")

    @property
    def search(self) -> SearchPane:
        """The search; it comes to stand over the list when it is first asked for."""
        if self._search is None:
            # 20 ms to import, and most who open an archive begin with the list.
            from reader.tui.search import SearchPane

            self.app.dress()  # type: ignore[attr-defined]  # the pane stands in one app only
            self._search = SearchPane(self._shelf, id="search")
            self._search.display = False
            self.mount(self._search, after=0)
        return self._search

    @property
    def is_searching(self) -> bool:
        """Whether the search is open."""
        return self._search is not None and self._search.display

    @property
    def query_text(self) -> str:
        """The query that the hits were found with."""
        return self.search.query_text if self.is_searching else ""

    @property
    def current(self) -> PostRow | None:
        """The post under the cursor: that of the hit, where there are hits."""
        hit = self.search.current if self.is_searching else None
        if hit is None:
            return self._posts.current
        rows = self._shelf.asking.ask(lambda archive: archive.post_rows([hit.id]))
        return rows[0] if rows else None

    @property
    def place(self) -> Widget:
        """What takes the keys in this pane."""
        return self.search.place if self.is_searching else self._posts

    @property
    def _posts(self) -> PostList:
        return self.query_one(PostList)

    # The search over the list

    def open_search(self, query: str | None = None) -> None:
        """Open the box, with the last query in it unless another is given."""
        self.search.display = True
        self.search.open(query)
        self.on_search_pane_answered()

    def close_search(self) -> None:
        """Show the list as it was."""
        self.search.display = False
        self.search.close()
        self.on_search_pane_answered()

    def on_search_pane_answered(self) -> None:
        """Leave the place of the list to the hits, while there are any to show."""
        has_results = self.is_searching and self.search.has_results
        if self._search is not None:
            self._search.set_class(has_results, "-full")
        for widget in (self.query_one("#list-heading"), self._posts, self.query_one(YearBar)):
            widget.display = not has_results

    # The filter, and dates to go to

    @property
    def line(self) -> ListLine:
        """The line for a filter or a date; it comes to stand over the list when it is first asked for."""
        if self._line is None:
            from reader.tui.posts.line import ListLine

            self._line = ListLine(id="list-line")
            self.mount(self._line, after=0)
        return self._line

    @on(PostList.Asked)
    def _asked(self, message: PostList.Asked) -> None:
        if message.kind == "filter":
            self.line.ask("filter", self._posts.view.query)
        else:
            self.line.ask("date")

    def on_list_line_filtered(self, message: ListLine.Filtered) -> None:
        """Show only what is wanted; not what was typed just before the line was closed."""
        if not self.line.display:
            return
        if message.query != self._posts.view.query or self._posts.is_waiting:
            self._posts.show(View(self._posts.order, query=message.query))

    def on_list_line_dated(self, message: ListLine.Dated) -> None:
        """Go to a date."""
        date = _date(message.words)
        if date is None:
            self.notify(_("“{}” is no date.").format(safe_line(message.words)), markup=False)
        else:
            self._posts.move_to_date(date)

    def on_list_line_done(self) -> None:
        """Give the keys to the list; a filter stays in sight."""
        if self.line.kind == "date" or not self.line.value.strip():
            self.line.display = False
        self.screen.set_focus(self._posts, scroll_visible=False)

    def filter(self, query: str) -> None:
        """Show only the posts that a query finds, with the query in sight."""
        self.line.ask("filter", query)
        self._posts.show(View(self._posts.order, query=query))
        self.screen.set_focus(self._posts, scroll_visible=False)

    def widen(self) -> bool:
        """Show all posts again; whether that was not so already."""
        was_open = self._line is not None and self._line.display
        was_narrowed = self._posts.view.is_narrowed
        if self._line is not None:
            self._line.display = False
        if was_narrowed or self._posts.is_waiting:
            self._posts.show(self._posts.view.whole())
        return was_open or was_narrowed

    # The heading and the years

    def on_mount(self) -> None:
        """Follow the cursor of the list."""
        self._posts.moves.subscribe(self, self._moved, immediate=True)
        self._moved(self._posts.cursor)

    def _moved(self, cursor: int) -> None:
        posts = self._posts
        self.query_one(YearBar).show(posts.years, posts.current_year, cursor + 1, posts.count)
        self._head()

    @on(YearBar.Chosen)
    def _year_chosen(self, message: YearBar.Chosen) -> None:
        self._posts.move_to_date(message.year)
        self.screen.set_focus(self._posts, scroll_visible=False)

    def _head(self) -> None:
        """Say what the list shows."""
        words = heading_words(self._posts) if self._posts.is_complete else Safe("")
        if words != self._heading:
            # Not every time: new words in a Static have Textual lay out the whole screen.
            self._heading = words
            self.query_one("#list-heading", Static).update(words)


def heading_words(posts: PostList) -> Safe:
    """`12 of 33 posts · “quai” · newest first`: a filter is never silent about what it leaves out."""
    if posts.notice:
        return safe_line(said(posts.notice))
    view = posts.view
    count = capitalized(counted(posts.count, "post"))
    if view.is_narrowed:
        count = _("{} of {}").format(number(posts.count), counted(posts.posts_in_all, "post"))
    facts = [count]
    if view.query:
        facts.append(_("“{}”").format(safe_line(view.query)))
    if view.day:
        facts.append(_("on {}").format(" ".join(day_in_words(view.day).split(" "))))
    if posts.count:
        facts.append(_(ORDERS[view.order]))
    return Safe(" · ".join(facts) + (" …" if posts.is_waiting else ""))


def _date(words: str) -> str | None:
    """A date in whatever words, as precise as they are."""
    from reader.dates import read_date

    iso = words if _ISO.fullmatch(words) else read_date(words)
    return iso[: len("2007-11-17")] if iso else None
