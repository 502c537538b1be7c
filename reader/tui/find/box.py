"""The line in which one types what is to be found in the open post or its comments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label

from reader.text import Safe
from reader.tui.language import _
from reader.tui.search.box import NO_CONTROLS


class _FindInput(Input):
    """Where it is typed."""

    BINDING_GROUP_TITLE = "Find"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "to the text", key_display="↵", id="find.done"),
        Binding("down", "step(1)", "Next match", show=False, id="find.next"),
        Binding("up", "step(-1)", "Match before", show=False, id="find.previous"),
    ]

    @dataclass
    class Stepped(Message):
        """Another match is wanted."""

        step: int

    def action_step(self, step: int) -> None:
        """To another match while the line stays open."""
        self.post_message(self.Stepped(step))


class FindBox(Horizontal):
    """`Find ____  3 of 17`."""

    @dataclass
    class Typed(Message):
        """What is to be found has changed."""

        text: str

    @dataclass
    class Stepped(Message):
        """Another match is wanted."""

        step: int

    class Done(Message):
        """The keys are to go to the text, with the matches still shown."""

    def __init__(self, *, id: str | None = None) -> None:
        self._box = _FindInput(compact=True, select_on_focus=True, restrict=NO_CONTROLS)
        self._count = Label("", id="find-count", markup=False)
        super().__init__(Label(_("Find"), markup=False), self._box, self._count, id=id)

    @property
    def text(self) -> str:
        """What is typed."""
        return self._box.value

    def ask(self) -> None:
        """Take the keys, with what was found last ready to be typed over."""
        self.display = True
        self.screen.set_focus(self._box, scroll_visible=False)

    def say(self, words: Safe) -> None:
        """Say how many there are."""
        self._count.update(words)

    def close(self) -> None:
        """Give the place back."""
        self.display = False

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find as one types."""
        event.stop()
        self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """To the text."""
        event.stop()
        self.post_message(self.Done())

    @on(_FindInput.Stepped)
    def _stepped(self, event: _FindInput.Stepped) -> None:
        event.stop()
        self.post_message(self.Stepped(event.step))
