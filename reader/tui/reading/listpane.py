"""The left pane: the list, and the search that takes its place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static

from reader.marks import Marks
from reader.models import PostRow
from reader.text import Safe
from reader.tui.asking import Asking
from reader.tui.phrases import counted
from reader.tui.posts import PostList, YearBar
from reader.tui.posts.list import ORDERS
from reader.tui.reading.rule import PaneRule

if TYPE_CHECKING:
    from reader.tui.search import SearchPane


class ListPane(Vertical):
    """Posts, or hits."""

    def __init__(self, path: Path, asking: Asking, marks: Marks, *, id: str | None = None) -> None:
        super().__init__(id=id, classes="pane")
        self.rule = PaneRule()
        self._path = path
        self._asking = asking
        self._marks = marks
        self._search: SearchPane | None = None
        self._heading = Safe("")

    def compose(self) -> ComposeResult:
        """The heading, and below it the posts with the years at the foot."""
        yield self.rule
        yield Static("", id="list-heading", classes="heading", markup=False)
        yield PostList(self._path, self._asking, self._marks, id="posts")
        yield YearBar(id="years")

    @property
    def search(self) -> SearchPane:
        """The search; it comes to stand over the list when it is first asked for."""
        if self._search is None:
            # 20 ms to import, and most who open an archive begin with the list.
            from reader.tui.search import SearchPane

            self._search = SearchPane(self._path, self._asking, id="search")
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
        rows = self._asking.ask(lambda archive: archive.post_rows([hit.id]))
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

    # The heading and the years

    @on(PostList.Moved)
    def _moved(self) -> None:
        self.query_one(YearBar).show(
            self._posts.years, self._posts.current_year, self._posts.cursor + 1, self._posts.posts
        )
        self._head()

    @on(YearBar.Chosen)
    def _year_chosen(self, message: YearBar.Chosen) -> None:
        self._posts.move_to_year(message.year)
        self.screen.set_focus(self._posts, scroll_visible=False)

    def _head(self) -> None:
        """Say what the list shows."""
        words = self._heading_words()
        if words != self._heading:
            # Not every time: new words in a Static have Textual lay out the whole screen.
            self._heading = words
            self.query_one("#list-heading", Static).update(words)

    def _heading_words(self) -> Safe:
        if not self._posts.is_complete:
            return Safe("")
        posts = counted(self._posts.posts, "post").capitalize()
        return Safe(f"{posts} · {ORDERS[self._posts.order]}" if self._posts.posts else posts)
