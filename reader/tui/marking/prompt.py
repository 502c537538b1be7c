"""The line at the foot of the screen in which a note or tags are written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label

from reader.text import safe_line
from reader.tui.language import _, later
from reader.tui.search.box import NO_CONTROLS

if TYPE_CHECKING:
    from reader.tui.marking.keys import Markable

Kind = Literal["note", "tags"]

_LABELS: dict[Kind, str] = {"note": later("Note"), "tags": later("Tags, with commas between them")}


class _MarkInput(Input):
    """Where it is typed."""

    BINDING_GROUP_TITLE = "Note or tags"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "keep it", key_display="↵", id="mark.keep")
    ]


class MarkPrompt(Horizontal):
    """`Note: …`, with what was written before ready to be changed."""

    @dataclass
    class Written(Message):
        """A note or tags were written."""

        kind: Kind
        thing: Markable
        text: str

    def __init__(self, *, id: str | None = None) -> None:
        # Held here and not looked for: it may be asked before it has come to stand on the screen.
        self._label = Label("", markup=False)
        self._box = _MarkInput(compact=True, select_on_focus=False, restrict=NO_CONTROLS)
        super().__init__(self._label, self._box, id=id)
        self._kind: Kind = "note"
        self._thing: Markable | None = None

    def ask(self, kind: Kind, thing: Markable, text: str) -> None:
        """Have a note or tags written, or changed."""
        self._kind, self._thing = kind, thing
        self.display = True
        self._label.update(_(_LABELS[kind]))
        box = self._box
        # An input is one line; a note that was kept elsewhere may have more.
        box.value = safe_line(text)
        box.cursor_position = len(box.value)
        self.screen.set_focus(box, scroll_visible=False)

    def close(self) -> None:
        """Ask no more."""
        self._thing = None
        self.display = False

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hand over what was written."""
        event.stop()
        thing = self._thing
        if thing is not None:
            self.close()
            self.post_message(self.Written(self._kind, thing, event.value))
