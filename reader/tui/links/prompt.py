"""The line in which the number of a link is typed, with the address that it has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label

from reader.text import safe_line
from reader.tui.language import _


class _NumberInput(Input):
    """Where the number is typed."""

    BINDING_GROUP_TITLE = "Link"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "follow", key_display="↵", id="link.follow"),
        Binding("y", "copy_link", "copy the address", priority=True, id="link.copy-address"),
    ]

    class Copying(Message):
        """The address is to be copied."""

    def action_copy_link(self) -> None:
        """Copy the address."""
        self.post_message(self.Copying())


class LinkPrompt(Horizontal):
    """`Link 12  https://example.org/…`."""

    @dataclass
    class Chosen(Message):
        """A link was chosen, to be followed or only copied."""

        address: str
        copies: bool

    def __init__(self, *, id: str | None = None) -> None:
        self._box = _NumberInput(compact=True, select_on_focus=False, restrict=r"[0-9]{0,5}")
        self._target = Label("", id="link-target", markup=False)
        super().__init__(Label(_("Link"), markup=False), self._box, self._target, id=id)
        self._links: Sequence[str] = ()

    def ask(self, links: Sequence[str], number: str) -> None:
        """Have a number completed; the links are counted from 1."""
        self._links = links
        self.display = True
        self._box.value = number
        self._box.cursor_position = len(number)
        self._show()
        self.screen.set_focus(self._box, scroll_visible=False)

    def close(self) -> None:
        """Ask no more."""
        self._links = ()
        self.display = False

    @property
    def address(self) -> str | None:
        """The address that has the number."""
        number = int(self._box.value or 0)
        return self._links[number - 1] if 0 < number <= len(self._links) else None

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show where the number leads."""
        event.stop()
        self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Follow it."""
        event.stop()
        self._choose(copies=False)

    @on(_NumberInput.Copying)
    def _copied(self, event: _NumberInput.Copying) -> None:
        event.stop()
        self._choose(copies=True)

    def _choose(self, *, copies: bool) -> None:
        address = self.address
        if address is not None:
            self.post_message(self.Chosen(address, copies))

    def _show(self) -> None:
        address = self.address
        self._target.update(_("There is no such link.") if address is None else safe_line(address))
