"""The line over the list in which a filter or a date to go to is typed."""

from __future__ import annotations

from asyncio import TimerHandle
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from reader.tui.delay import after
from reader.tui.language import _, later
from reader.tui.search.box import NO_CONTROLS

Kind = Literal["filter", "date"]

_PAUSE_WHILE_TYPING = 0.12
_HINTS: dict[Kind, str] = {
    "filter": later("only posts with: words, author:… year:2007…"),
    "date": later("2007 · March 2007 · 17 nov 2005"),
}


class ListLine(Input):
    """One line to type in."""

    BINDING_GROUP_TITLE = "Filter or date"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "to the list", key_display="↵", id="line.done"),
        Binding("down", "submit", "To the list", show=False, id="line.down"),
    ]

    @dataclass
    class Filtered(Message):
        """Only the posts that a query finds are wanted."""

        query: str

    @dataclass
    class Dated(Message):
        """A date was typed, in whatever words."""

        words: str

    class Done(Message):
        """The keys are to go to the list."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(restrict=NO_CONTROLS, id=id, compact=True, select_on_focus=True)
        self.kind: Kind = "filter"
        self._timer: TimerHandle | None = None

    def ask(self, kind: Kind, text: str = "") -> None:
        """Take the keys for a filter, or for a date."""
        self._wait_no_longer()
        self.kind = kind
        self.placeholder = _(_HINTS[kind])
        with self.prevent(Input.Changed):
            self.value = text
        self.display = True
        if self.is_mounted:
            self._take_keys()
        else:
            # What has only just been put on the screen cannot take the keys yet.
            self.call_after_refresh(self._take_keys)

    def _take_keys(self) -> None:
        self.screen.set_focus(self, scroll_visible=False)
        self.app.release_keys()  # type: ignore[attr-defined]  # the line stands in one app only

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if self.kind == "filter":
            self._wait_no_longer()
            self._timer = after(_PAUSE_WHILE_TYPING, self, self._tell)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        if self.kind == "filter":
            self._tell()
        elif self.value.strip():
            self.post_message(self.Dated(self.value.strip()))
        self.post_message(self.Done())

    def _wait_no_longer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _tell(self) -> None:
        self._wait_no_longer()
        self.post_message(self.Filtered(self.value.strip()))
