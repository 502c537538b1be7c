"""The line under the cursor in full: where it stands, what it was taken for, and all its words."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content
from textual.widget import Widget

from reader.text import Safe, safe_line, wrap
from reader.tui.phrases import cut

# A line may hold megabytes; this much of it is enough to fill any pane.
_MOST = 4000


class Inspection(Widget):
    """A sentence in the muted ink, and below it the line, wrapped."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"inspection--where", "inspection--guess"}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._where = Safe("")
        self._guesses = Safe("")
        self._text = ""

    def show(self, where: Safe, guesses: Safe, text: str) -> None:
        """Show a line of a dump, with what was guessed about what it became."""
        self._where, self._guesses, self._text = where, guesses, text
        self.refresh()

    def render(self) -> Content:
        """As many lines as there are."""
        width = max(1, self.size.width)
        pieces = [
            (cut(self._where, width) + "\n", self.get_visual_style("inspection--where", partial=True)),
        ]
        room = self.size.height - 1
        if self._guesses:
            guess = self.get_visual_style("inspection--guess", partial=True)
            pieces.append((cut(self._guesses, width) + "\n", guess))
            room -= 1
        text = safe_line(self._text[:_MOST])
        lines = [text[start:end] for start, end in wrap(text, width)]
        if len(lines) > room > 0:
            lines = [*lines[: room - 1], cut(" ".join(lines[room - 1 :]), width)]
        return Content.assemble(*pieces, "\n".join(lines[: max(0, room)]))
