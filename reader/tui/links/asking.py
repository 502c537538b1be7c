"""The question before something outside of the archive is opened."""

from __future__ import annotations

from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.text import Safe
from reader.tui.keyline import KeyLine
from reader.tui.language import _

Answer = Literal["open", "copy"]


class LeavingScreen(ModalScreen[Answer | None]):
    """The whole address, and what can be done with it."""

    BINDING_GROUP_TITLE = "Link"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,o", "answer('open')", "open in the browser", id="link.open"),
        Binding("y,c", "answer('copy')", "copy the address", id="link.copy"),
        Binding("escape,q,n", "answer('')", "stay here", id="link.stay"),
    ]

    def __init__(self, address: Safe) -> None:
        super().__init__()
        self._address = address

    def compose(self) -> ComposeResult:
        """The address and the keys."""
        with Vertical(id="leaving"):
            words = Content.assemble(_("This is outside of the archive:") + "\n\n", (self._address, "bold"))
            yield Static(words, markup=False)
            yield KeyLine()

    def action_answer(self, answer: str) -> None:
        """Go back with what was chosen."""
        self.dismiss("open" if answer == "open" else "copy" if answer == "copy" else None)
