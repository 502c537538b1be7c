"""The line over a pane, which shows where the keys go."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class PaneRule(Widget):
    """A line across a pane; heavy and in the accent where the focus is.

    A widget of its own and no border: a border that follows the focus has Textual find the styles of
    the whole pane anew each time, which one feels.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rule--quiet", "rule--active"}
    ALLOW_SELECT = False

    is_active = reactive(False)

    def render(self) -> Content:
        """The line."""
        sign, name = ("━", "rule--active") if self.is_active else ("─", "rule--quiet")
        return Content.styled(sign * self.size.width, self.get_visual_style(name, partial=True))
