"""The search box over the list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from reader.tui.language import _

NO_CONTROLS = r"[^\x00-\x1f\x7f-\x9f]*"
"""What may be typed or pasted: an input draws its text as it is, and a pasted escape sequence would act."""


class SearchBox(Input):
    """One line to type a query in; the arrows move through the hits meanwhile."""

    BINDING_GROUP_TITLE = "Search box"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "read the hit", key_display="↵", id="search.read"),
        Binding("down", "hit(1)", "Next hit", show=False, id="search.next"),
        Binding("up", "hit(-1)", "Hit before", show=False, id="search.previous"),
        Binding("pagedown", "page(1)", "A page of hits on", show=False, id="search.page-down"),
        Binding("pageup", "page(-1)", "A page of hits back", show=False, id="search.page-up"),
    ]

    @dataclass
    class Walked(Message):
        """The arrows were used: the cursor of the hits moves by so many hits or pages."""

        hits: int = 0
        pages: int = 0

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(
            placeholder=_("words, “a phrase”…"),
            restrict=NO_CONTROLS,
            id=id,
            compact=True,
            select_on_focus=True,
        )

    def action_hit(self, step: int) -> None:
        """Some hits on or back."""
        self.post_message(self.Walked(hits=step))

    def action_page(self, step: int) -> None:
        """Some pages of hits on or back."""
        self.post_message(self.Walked(pages=step))
