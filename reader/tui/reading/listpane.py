"""The left pane: the list, and the search that takes its place."""

from __future__ import annotations

from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from reader.marks import Marks
from reader.models import PostRow
from reader.text import Safe, safe_line
from reader.tui.asking import Asking
from reader.tui.phrases import counted
from reader.tui.posts import PostList, YearBar
from reader.tui.posts.list import ORDERS
from reader.tui.reading.rule import PaneRule
from reader.tui.search import Found, HitList, SearchBox, Seeking

_PAUSE_WHILE_TYPING = 0.12
_FIRST_HITS = 100
_ALL_HITS = 1000


class ListPane(Vertical):
    """Posts, or hits."""

    def __init__(self, path: Path, asking: Asking, marks: Marks, *, id: str | None = None) -> None:
        super().__init__(id=id, classes="pane")
        self._path = path
        self._asking = asking
        self._marks = marks
        self._seeking = Seeking(path)
        self._timer: Timer | None = None
        self._found: Found | None = None
        self._opens_first = False
        self._heading = Safe("")

    def compose(self) -> ComposeResult:
        """The heading, the box, and below them posts or hits, with the years at the foot."""
        yield PaneRule()
        yield SearchBox(id="search-box")
        yield Static("", id="list-heading", markup=False)
        yield PostList(self._path, self._asking, self._marks, id="posts")
        yield HitList(id="hits")
        yield YearBar(id="years")

    @property
    def is_searching(self) -> bool:
        """Whether the search box is open."""
        return self._box.display

    @property
    def query_text(self) -> str:
        """The query that the hits were found with."""
        return self._found.query if self._found is not None and self.is_searching else ""

    @property
    def current(self) -> PostRow | None:
        """The post under the cursor: that of the hit, where there are hits."""
        hit = self._hits.current if self.is_searching else None
        if hit is None:
            return self._posts.current
        rows = self._asking.ask(lambda archive: archive.post_rows([hit.id]))
        return rows[0] if rows else None

    @property
    def place(self) -> Widget:
        """What takes the keys in this pane: the hits where there are some, else the list."""
        if not self.is_searching:
            return self._posts
        return self._hits if self._hits.current is not None else self._box

    @property
    def _box(self) -> SearchBox:
        return self.query_one(SearchBox)

    @property
    def _posts(self) -> PostList:
        return self.query_one(PostList)

    @property
    def _hits(self) -> HitList:
        return self.query_one(HitList)

    # Searching

    def open_search(self, query: str | None = None) -> None:
        """Open the box, with the last query in it unless another is given."""
        self._box.display = True
        if query is not None:
            self._box.value = safe_line(query)
        self.screen.set_focus(self._box, scroll_visible=False)
        self._head()

    def close_search(self) -> None:
        """Show the list as it was."""
        self._seeking.stop()
        self._found = None
        with self._box.prevent(Input.Changed):
            self._box.value = ""
        self._box.display = False
        self._show_hits(False)
        self._hits.clear()
        self._head()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """Search a moment after the last key."""
        event.stop()
        if self._timer is not None:
            self._timer.stop()
        self._opens_first = False
        if self._box.value.strip():
            self._timer = self.set_timer(_PAUSE_WHILE_TYPING, self._begin_search)
        else:
            self._seeking.stop()
            self._found = None
            self._hits.clear()
            self._show_hits(False)
            self._head()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        """Read the hit under the cursor, or the first one as soon as it is found."""
        event.stop()
        if self._found is not None and self._found.query == self._box.value:
            self._open_hit()
        elif self._box.value.strip():
            self._opens_first = True
            self._begin_search()

    @on(SearchBox.Walked)
    def _walked(self, message: SearchBox.Walked) -> None:
        if message.hits:
            self._hits.action_move(message.hits)
        if message.pages:
            self._hits.action_page(message.pages)

    @on(HitList.WantsMore)
    def _more(self) -> None:
        if self._found is not None and self._found.limit < _ALL_HITS:
            self._begin_search(_ALL_HITS)

    def _begin_search(self, limit: int = _FIRST_HITS) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self._seeking.stop()
        self._search(self._box.value, limit)

    @work(thread=True, exclusive=True, group="search")
    def _search(self, query: str, limit: int) -> None:
        worker = get_current_worker()
        found = self._seeking.seek(query, limit, lambda: worker.is_cancelled)
        if found is not None:
            self.app.call_from_thread(self._show_found, found)

    def _show_found(self, found: Found) -> None:
        if found.query != self._box.value or not self.is_searching:
            return
        if found.error is not None:
            self._asking.failed(found.error)
        if found.results is not None:
            is_same = self._found is not None and self._found.query == found.query
            self._found = found
            self._hits.show(found.results, keep_cursor=is_same)
            self._show_hits(True)
            self._head()
            if self._opens_first:
                self._opens_first = False
                self._open_hit()

    def _open_hit(self) -> None:
        # Not by way of the list: a message that a pane has its child send goes no further than that pane.
        if self._hits.current is not None:
            self.post_message(HitList.Opened(self._hits.current))

    def _show_hits(self, shown: bool) -> None:
        self._hits.display = shown
        self._posts.display = not shown
        self.query_one(YearBar).display = not shown

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
        """Say what the pane shows."""
        words = self._heading_words()
        if words != self._heading:
            # Not every time: new words in a Static have Textual lay out the whole screen.
            self._heading = words
            self.query_one("#list-heading", Static).update(words)

    def _heading_words(self) -> Safe:
        if self._found is not None and self._found.results is not None:
            results = self._found.results
            if results.notice:
                return Safe("")
            hits = counted(results.total, "hit")
            return Safe(hits.capitalize() if results.complete else f"More than {hits}")
        if not self._posts.is_complete:
            return Safe("")
        posts = counted(self._posts.posts, "post").capitalize()
        return Safe(f"{posts} · {ORDERS[self._posts.order]}" if self._posts.posts else posts)
