"""The line that asks for the path of an export."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Label

from reader.export import EXTENSIONS
from reader.tui.language import _
from reader.tui.search.box import NO_CONTROLS

# On a narrower line the path has the place, and whoever has exported once knows its endings.
_ROOM_FOR_ENDINGS = 80


class _PathInput(Input):
    """Where the path is typed."""

    BINDING_GROUP_TITLE = "Export"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "write the file", key_display="↵", id="export.write")
    ]


class ExportPrompt(Horizontal):
    """`Export to 12-title.txt`, with the path ready to be changed."""

    @dataclass
    class Asked(Message):
        """Something is to be written to a path."""

        path: Path

    def __init__(self, *, id: str | None = None) -> None:
        # Held here and not looked for: it may be asked before it has come to stand on the screen.
        self._box = _PathInput(compact=True, select_on_focus=False, restrict=NO_CONTROLS)
        endings = " ".join(f".{extension}" for extension in EXTENSIONS.values())
        self._endings = Label(endings, markup=False)
        super().__init__(Label(_("Export to"), markup=False), self._box, self._endings, id=id)

    def on_resize(self, event: events.Resize) -> None:
        """The endings that mean a format stand beside the path where there is room."""
        self._endings.display = event.size.width >= _ROOM_FOR_ENDINGS

    def ask(self, path: Path) -> None:
        """Propose a path."""
        self.display = True
        box = self._box
        box.value = str(path)
        box.cursor_position = len(box.value)
        self.screen.set_focus(box, scroll_visible=False)

    def close(self) -> None:
        """Ask no more."""
        self.display = False

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hand over the path."""
        event.stop()
        if self.display and event.value.strip():
            self.close()
            self.post_message(self.Asked(Path(event.value.strip()).expanduser()))
