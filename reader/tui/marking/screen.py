"""The list of all marks, to be read, taken away, or written to a file as text."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from reader.errors import ExportError, MarksError
from reader.export import write_words
from reader.marks import Marked, Marks, as_text, listed
from reader.text import Safe, safe, safe_line
from reader.tui.exporting import ExportPrompt
from reader.tui.keyline import KeyLine
from reader.tui.language import _, capitalized, said
from reader.tui.lineview import InkScreen
from reader.tui.marking.list import MarksList
from reader.tui.phrases import counted

_FILE = "marks.txt"


class MarksScreen(InkScreen[Marked | None]):
    """All marks; it ends with the one that is to be read, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "export", "export", tooltip="Write all marks to a text file", id="marks.export"),
        Binding("escape,M", "close", "back", show=False, id="marks.back"),
    ]

    def __init__(self, marks: Marks) -> None:
        super().__init__()
        self._marks = marks
        self._prompt = ExportPrompt(id="export")

    def compose(self) -> ComposeResult:
        """How many, and which."""
        yield Static("", id="marks-heading", classes="heading", markup=False)
        yield MarksList(id="marks")
        yield self._prompt
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Look what another reader may have marked meanwhile."""
        self._marks.refresh()
        self._show()
        self.query_one(MarksList).focus(scroll_visible=False)

    def _show(self) -> None:
        marked = listed(self._marks)
        self.query_one("#marks-heading", Static).update(Safe(capitalized(counted(len(marked), "mark"))))
        self.query_one(MarksList).show(marked)

    @on(MarksList.Opened)
    def _opened(self, message: MarksList.Opened) -> None:
        self.dismiss(message.marked)

    @on(MarksList.Removed)
    def _removed(self, message: MarksList.Removed) -> None:
        try:
            self._marks.remove(message.marked.key, message.marked.comment)
        except MarksError as error:
            self.notify(safe(said(error.sentence)), severity="error", markup=False)
        self._show()

    def action_export(self) -> None:
        """Ask where to write them to."""
        self._prompt.ask(Path(_FILE))

    @on(ExportPrompt.Asked)
    def _export(self, message: ExportPrompt.Asked) -> None:
        try:
            write_words(as_text(listed(self._marks), self._marks.saved_searches()), message.path)
        except ExportError as error:
            self.notify(safe(said(error.sentence)), severity="error", markup=False)
        else:
            self.notify(
                Safe(_("Written to {}.").format(safe_line(str(message.path.absolute())))), markup=False
            )
        self.query_one(MarksList).focus(scroll_visible=False)

    def action_close(self) -> None:
        """Close the line that is typed in, or go back."""
        if self._prompt.display:
            self._prompt.close()
            self.query_one(MarksList).focus(scroll_visible=False)
        else:
            self.dismiss(None)
