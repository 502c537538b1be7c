"""The line that tells how far an export has come, and that it can be stopped."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.widgets import Static

from reader.text import Safe
from reader.tui.language import _
from reader.tui.phrases import counted, number


class ExportProgress(Static):
    """`312 of 1 204 posts are written · X stops`; a click stops it too."""

    ALLOW_SELECT = False

    @dataclass
    class Stopped(Message):
        """The export is to be stopped."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__("", id=id, markup=False)

    def begin(self) -> None:
        """Show that posts are looked for."""
        self.update(Safe(_("Looking for the posts to be written · X stops")))
        self.display = True

    def tell(self, written: int, posts: int) -> None:
        """Show how many are written."""
        words = _("{} of {} are written · X stops").format(number(written), counted(posts, "post"))
        self.update(Safe(words))

    def end(self) -> None:
        """Show nothing more."""
        self.display = False

    def on_click(self, event: events.Click) -> None:
        """Stop the export."""
        event.stop()
        self.post_message(self.Stopped())
