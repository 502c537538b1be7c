"""The search in the place of the list: the box, what was found, and how many."""

from __future__ import annotations

from pathlib import Path

from textual import on, work
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from reader.models import Hit
from reader.text import Safe, safe_line
from reader.tui.asking import Asking
from reader.tui.phrases import counted
from reader.tui.search.box import SearchBox
from reader.tui.search.hits import HitList
from reader.tui.search.seeking import Found, Seeking

_PAUSE_WHILE_TYPING = 0.12
_FIRST_HITS = 100
_ALL_HITS = 1000


class SearchPane(Vertical):
    """A box, and the hits as one types."""

    class Answered(Message):
        """There are other hits than before, or none any more."""

    def __init__(self, path: Path, asking: Asking, *, id: str | None = None) -> None:
        self._box = SearchBox(id="search-box")
        self._head = Static("", id="hits-heading", classes="heading", markup=False)
        self._hits = HitList(id="hits")
        super().__init__(self._box, self._head, self._hits, id=id)
        self._asking = asking
        self._seeking = Seeking(path)
        self._timer: Timer | None = None
        self._found: Found | None = None
        self._opens_first = False

    @property
    def query_text(self) -> str:
        """The query that the hits were found with."""
        return self._found.query if self._found is not None else ""

    @property
    def has_results(self) -> bool:
        """Whether something was asked and answered: else the list stays in sight."""
        return self._found is not None

    @property
    def place(self) -> Widget:
        """What takes the keys: the hits where there are some, else the box."""
        return self._hits if self._hits.current is not None else self._box

    @property
    def current(self) -> Hit | None:
        """The hit under the cursor."""
        return self._hits.current

    def open(self, query: str | None = None) -> None:
        """Take the keys, with the last query in the box unless another is given."""
        if query is not None:
            self._box.value = safe_line(query)
        self.screen.set_focus(self._box, scroll_visible=False)

    def close(self) -> None:
        """Forget the query and what it found."""
        with self._box.prevent(Input.Changed):
            self._box.value = ""
        self._forget()

    def on_unmount(self) -> None:
        """Let no thread go on searching."""
        self._seeking.stop()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """Search a moment after the last key."""
        event.stop()
        if self._timer is not None:
            self._timer.stop()
        self._opens_first = False
        if self._box.value.strip():
            self._timer = self.set_timer(_PAUSE_WHILE_TYPING, self._begin)
        else:
            self._forget()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        """Read the hit under the cursor, or the first one as soon as it is found."""
        event.stop()
        if self._found is not None and self._found.query == self._box.value:
            self._open_hit()
        elif self._box.value.strip():
            self._opens_first = True
            self._begin()

    @on(SearchBox.Walked)
    def _walked(self, message: SearchBox.Walked) -> None:
        if message.hits:
            self._hits.action_move(message.hits)
        if message.pages:
            self._hits.action_page(message.pages)

    @on(HitList.WantsMore)
    def _more(self) -> None:
        if self._found is not None and self._found.limit < _ALL_HITS:
            self._begin(_ALL_HITS)

    def _begin(self, limit: int = _FIRST_HITS) -> None:
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
            self.app.call_from_thread(self._show, found)

    def _show(self, found: Found) -> None:
        if found.query != self._box.value or not self.display:
            return
        if found.error is not None:
            self._asking.failed(found.error)
        if found.results is not None:
            is_same = self._found is not None and self._found.query == found.query
            self._found = found
            self._hits.show(found.results, keep_cursor=is_same)
            self._explain()
            if self._opens_first:
                self._opens_first = False
                self._open_hit()

    def _forget(self) -> None:
        self._seeking.stop()
        self._found = None
        self._hits.clear()
        self._explain()

    def _open_hit(self) -> None:
        # Not by way of the list: a message that a pane has its child send goes no further than that pane.
        if self._hits.current is not None:
            self.post_message(HitList.Opened(self._hits.current))

    def _explain(self) -> None:
        """Say how many there are, and show them or leave their place to the list."""
        self._head.update(self._words())
        self._head.display = self._hits.display = self.has_results
        self.post_message(self.Answered())

    def _words(self) -> Safe:
        results = self._found.results if self._found is not None else None
        if results is None or results.notice:
            return Safe("")
        hits = counted(results.total, "hit")
        return Safe(hits.capitalize() if results.complete else f"More than {hits}")
