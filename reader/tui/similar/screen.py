"""The posts nearest to another one, with the words that they share."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from reader.models import Post
from reader.search import Results, more_like
from reader.text import Safe, safe_line
from reader.tui.asking import Asking, Stoppable
from reader.tui.keyline import KeyLine
from reader.tui.language import _, said
from reader.tui.lineview import InkScreen
from reader.tui.search import HitList
from reader.tui.source.matching import Target

_MOST = 40


class SimilarScreen(InkScreen[Target | None]):
    """A list of posts; it ends with the one that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,L", "close", "back", show=False, id="similar.back"),
    ]

    def __init__(self, path: Path, asking: Asking, post: Post) -> None:
        super().__init__()
        self._path = path
        self._asking = asking
        self._post = post
        self._looking = Stoppable()

    def compose(self) -> ComposeResult:
        """Like what, and which."""
        yield Static("", id="similar-heading", classes="heading", markup=False)
        yield HitList(id="hits")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Look for them, beside the screen."""
        title = safe_line(self._post.title) or Safe(_("this post"))
        self.query_one("#similar-heading", Static).update(
            Safe(_("Like “{}”, the nearest first").format(title))
        )
        self.query_one(HitList).focus(scroll_visible=False)
        self._look()

    def on_unmount(self) -> None:
        """Let no thread go on asking."""
        self._looking.stop()

    @work(thread=True, exclusive=True, group="similar")
    def _look(self) -> None:
        found = self._looking.answer(
            self._path,
            lambda archive: more_like(archive, self._post.id, limit=_MOST),
            lambda error: self.app.call_from_thread(self._asking.failed, error),
        )
        if found is not None:
            self.app.call_from_thread(self._show, found)

    def _show(self, found: Results) -> None:
        self.query_one(HitList).show(
            found, safe_line(said(found.notice or "")) or Safe(_("No other post is like it."))
        )

    @on(HitList.Opened)
    def _opened(self, message: HitList.Opened) -> None:
        self.dismiss(Target(message.hit.id, offset=message.hit.offset or 0))

    def action_close(self) -> None:
        """Back to where one came from."""
        self.dismiss(None)
