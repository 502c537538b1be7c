"""The search in the place of the list: the box, how the hits are spread, what was found, and how many."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from reader.archive import Archive
from reader.errors import MarksError
from reader.models import Hit
from reader.search import Results, posts_found
from reader.text import Safe, safe, safe_line
from reader.tui.language import _, capitalized, said
from reader.tui.phrases import counted, number
from reader.tui.posts.shelf import Shelf
from reader.tui.search.box import SearchBox
from reader.tui.search.facets import FacetsView
from reader.tui.search.hits import HitList
from reader.tui.search.past import PastSearches
from reader.tui.search.seeking import Found, Seeking, is_open, toggled

_ALL_HITS = 1000
# Below this many lines the hits need the room more than the facets do.
_LEAST_HEIGHT = 16


class SearchPane(Vertical):
    """A box, and the hits as one types: the newest first, and on Enter the best first."""

    # More than a screen holds; each takes a tenth of a millisecond to cut its words out.
    FIRST_HITS = 40
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "save the search", show=False, id="search.save"),
        Binding("ctrl+y", "suggested", "Search for what is suggested", show=False, id="search.suggested"),
    ]

    class Answered(Message):
        """There are other hits than before, or none any more."""

    def __init__(self, shelf: Shelf, *, id: str | None = None) -> None:
        self._box = SearchBox(id="search-box")
        self._facets = FacetsView(id="facets")
        self._past = PastSearches(id="past")
        self._head = Static("", id="hits-heading", classes="heading", markup=False)
        self._hits = HitList(id="hits")
        super().__init__(self._box, self._past, self._facets, self._head, self._hits, id=id)
        self._asking = shelf.asking
        self._marks = shelf.marks
        self._seeking = Seeking(shelf.path, shelf.marks)
        self._found: Found | None = None
        self._is_walked = False
        self._opens_only = False

    @property
    def query_text(self) -> str:
        """The query that the hits were found with."""
        return self._found.query if self._found is not None else ""

    @property
    def results(self) -> Results | None:
        """What was found."""
        return self._found.results if self._found is not None else None

    def finding(self) -> Callable[[Archive], Sequence[int]]:
        """What gives the ids of all posts that the hits are of, those too that were not fetched."""
        query = self.query_text
        typed = self._found is not None and not self._found.ranked and is_open(query)
        starred, read = self._marks.starred_keys(), self._marks.read_keys()
        return lambda archive: posts_found(archive, query, as_typed=typed, starred=starred, read=read)

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
        self._show_past()

    def close(self) -> None:
        """Forget the query and what it found."""
        with self._box.prevent(Input.Changed):
            self._box.value = ""
        self._forget()

    def step(self, hits: int) -> Hit | None:
        """Put the cursor some hits on or back, and give the hit; None where there is no further one."""
        before = self._hits.cursor
        self._hits.action_move(hits)
        return self._hits.current if self._hits.cursor != before else None

    def on_unmount(self) -> None:
        """Let no thread go on searching."""
        self._seeking.stop()

    def on_resize(self) -> None:
        """Give what there is of room to the hits."""
        self._facets.set_class(self.screen.size.height < _LEAST_HEIGHT, "-crowded")

    # Typing

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """Search with every key; the search before it is stopped."""
        event.stop()
        self._opens_only = self._is_walked = False
        if self._box.value.strip():
            self._past.display = False
            self._begin()
        else:
            self._forget()
            self._show_past()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        """Read the hit that was walked to or is the only one; else the best first, and the keys to them."""
        event.stop()
        found = self._found
        if not self._box.value.strip():
            return
        if found is None or found.query != self._box.value or found.results is None:
            self._opens_only = True
            self._begin(ranked=True)
        elif not found.results.hits and found.results.suggestion:
            self.action_suggested()
        elif self._is_walked or found.results.total == 1:
            self._open_hit()
        elif found.ranked:
            self._to_hits()
        else:
            self._opens_only = True
            self._begin(ranked=True)

    @on(SearchBox.Walked)
    def _walked(self, message: SearchBox.Walked) -> None:
        if self._past.display and message.hits > 0 and self._past.lines:
            self.screen.set_focus(self._past, scroll_visible=False)
            return
        self._is_walked = True
        if message.hits:
            self._hits.action_move(message.hits)
        if message.pages:
            self._hits.action_page(message.pages)

    @on(HitList.WantsMore)
    def _more(self) -> None:
        if self._found is not None and self._found.limit < _ALL_HITS:
            self._begin(_ALL_HITS, ranked=self._found.ranked)

    @on(HitList.WantsOrder)
    def _reordered(self) -> None:
        """The best first, or the newest."""
        if self._found is not None:
            self._begin(ranked=not self._found.ranked)

    # Facets, suggestions, saved searches

    @on(FacetsView.Chosen)
    def _narrowed(self, message: FacetsView.Chosen) -> None:
        self._box.value = toggled(self._box.value, message.field, message.name)
        self._box.cursor_position = len(self._box.value)

    def action_suggested(self) -> None:
        """Search for what is suggested."""
        results = self.results
        if results is not None and results.suggestion:
            self._box.value = safe_line(results.suggestion)
            self._box.cursor_position = len(self._box.value)

    def action_save(self) -> None:
        """Save the query, or forget that it was saved."""
        query = self._box.value.strip()
        if query:
            is_saved = query not in self._marks.saved_searches()
            if self._keep(query, is_saved=is_saved):
                self.notify(
                    _("The search is saved.") if is_saved else _("The search is saved no more."), markup=False
                )

    def _keep(self, query: str, *, is_saved: bool) -> bool:
        try:
            self._marks.save_search(query, is_saved=is_saved)
        except MarksError as error:
            self.notify(safe(said(error.sentence)), severity="error", markup=False)
            return False
        return True

    @on(PastSearches.Chosen)
    def _again(self, message: PastSearches.Chosen) -> None:
        self._box.value = safe_line(message.query)
        self._box.cursor_position = len(self._box.value)
        self.screen.set_focus(self._box, scroll_visible=False)

    @on(PastSearches.Forgotten)
    def _saved_no_more(self, message: PastSearches.Forgotten) -> None:
        self._keep(message.query, is_saved=False)
        self._show_past()

    @on(PastSearches.LeftAbove)
    def _to_box(self) -> None:
        self.screen.set_focus(self._box, scroll_visible=False)

    def _show_past(self) -> None:
        if not self._box.value.strip():
            self._past.show(self._marks.saved_searches(), self._marks.searches())
        self._past.display = not self._box.value.strip() and self._past.lines > 0

    # Searching

    def _begin(self, limit: int | None = None, *, ranked: bool = False) -> None:
        self._seeking.stop()
        self._search(self._box.value, limit or self.FIRST_HITS, ranked)

    @work(thread=True, exclusive=True, group="search")
    def _search(self, query: str, limit: int, ranked: bool) -> None:
        worker = get_current_worker()
        self._seeking.seek(
            query,
            limit,
            lambda: worker.is_cancelled,
            lambda found: self.app.call_from_thread(self._show, found),
            ranked=ranked,
        )

    def _show(self, found: Found) -> None:
        if found.query != self._box.value or not self.display:
            return
        if found.error is not None:
            self._asking.failed(found.error)
        if found.results is None:
            return
        before, self._found = self._found, found
        if before is None or before.results is not found.results:
            is_same = before is not None and (before.query, before.ranked) == (found.query, found.ranked)
            self._hits.show(found.results, self._notice(found), keep_cursor=is_same)
        elif found.hidden:
            self._hits.show(found.results, self._notice(found))
        # Until its own have been counted, those of the query before stay: nothing jumps while one types.
        if found.facets is not None or not found.results.total:
            self._facets.show(found.facets, found.query)
        self._explain()
        if self._opens_only:
            self._opens_only = False
            if found.results.total == 1:
                self._open_hit()
            elif found.results.total:
                self._to_hits()

    def _notice(self, found: Found) -> Safe:
        """What to say where nothing was found."""
        results = found.results
        if results is None or results.hits:
            return Safe("")
        if found.hidden:
            hits = counted(found.hidden, "hit")
            return Safe(_("Nothing with these filters; {} without them.").format(hits))
        if results.suggestion:
            return Safe(
                _("Nothing found. Did you mean “{}”? ↵ searches for that.").format(
                    safe_line(results.suggestion)
                )
            )
        return safe_line(said(results.notice or "")) or Safe(_("Nothing found."))

    def _to_hits(self) -> None:
        self._remember()
        self.screen.set_focus(self._hits, scroll_visible=False)

    def _remember(self) -> None:
        try:
            self._marks.add_search(self.query_text)
        except MarksError as error:
            self.notify(safe(said(error.sentence)), severity="error", markup=False)

    def _forget(self) -> None:
        self._seeking.stop()
        self._found = None
        self._hits.clear()
        self._facets.show(None, "")
        self._explain()

    def _open_hit(self) -> None:
        # Not by way of the list: a message that a pane has its child send goes no further than that pane.
        if self._hits.current is not None:
            self._remember()
            self.app.hold_keys()  # type: ignore[attr-defined]  # the pane stands in one app only
            self.post_message(HitList.Opened(self._hits.current))

    def _explain(self) -> None:
        """Say how many there are, and show them or leave their place to the list."""
        self._head.update(self._words())
        self._head.display = self._hits.display = self.has_results
        self.post_message(self.Answered())

    def _words(self) -> Safe:
        found, results = self._found, self.results
        if found is None or results is None or not results.total:
            return Safe("")
        hits = counted(results.total, "hit")
        words = capitalized(hits) if results.complete else _("More than {}").format(hits)
        shown = len(results.hits)
        if shown < results.total:
            words = _("{}, {} shown").format(words, number(shown))
        notice = f" · {safe_line(said(results.notice or ''))}" if results.notice else ""
        return Safe(f"{words} · {_('best first') if found.ranked else _('newest first')}{notice}")
