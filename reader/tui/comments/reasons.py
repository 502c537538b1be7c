"""The small panel that says why something was guessed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from reader.models import Guesses
from reader.text import safe_line
from reader.tui.language import _, later
from reader.tui.phrases import GUESS_SIGN
from reader.tui.remarks import remark

_NAMES: Mapping[str, str] = {
    "published": later("date"),
    "reply_to": later("answers"),
    "boundary": later("where it begins or ends"),
    "comments_declared": later("declared number of comments"),
    "author": later("author"),
    "title": later("title"),
    "blog": later("blog"),
    "body": later("text"),
    "categories": later("categories"),
    "tags": later("tags"),
    "language": later("language"),
    "url": later("address"),
    "comments_open": later("whether comments are open"),
}


class Reasons(Widget):
    """Each guessed field with its reason, or that there are none."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"reasons--subject", "reasons--guess", "reasons--reason"}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._subject = ""
        self._guesses: Guesses = {}

    def show(self, subject: str, guesses: Guesses) -> None:
        """Explain the guesses about something, named by `subject` in words that are safe."""
        self._subject, self._guesses = subject, guesses
        self.refresh(layout=True)

    def render(self) -> Content:
        """A line for what is explained, and one or more a guess."""
        muted = self.get_visual_style("reasons--reason", partial=True)
        guess = self.get_visual_style("reasons--guess", partial=True)
        subject = self.get_visual_style("reasons--subject", partial=True)
        pieces: list[tuple[str, Style]] = [(self._subject, subject)]
        if not self._guesses:
            pieces.append(("  " + _("nothing is guessed here: all of it is what the dump states."), muted))
        for field, reason in self._guesses.items():
            name = field_name(field)
            pieces += ((f"\n{GUESS_SIGN} {name}  ", guess), (safe_line(remark(reason)), muted))
        return Content.assemble(*pieces)


def field_name(field: str) -> str:
    """A field in the words of the screen; one that is not known here, as it is called."""
    return _(_NAMES.get(field, "")) or str(safe_line(field))
