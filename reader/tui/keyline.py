"""The last line of the screen: the keys that matter where the focus is, and what they do."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Input

from reader.tui.language import _

_GAP = 3
# Where a line is too short for all keys, these are kept; they stand in this order after those of the pane.
_LAST = ("question_mark", "q")


class KeyLine(Widget):
    """A line of keys; each can be clicked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-line--key", "key-line--words"}
    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._places: list[tuple[int, int, ActiveBinding]] = []

    def on_mount(self) -> None:
        """Follow the focus."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        self.refresh()

    def render(self) -> Content:
        """The keys with their words, as many as there is room for."""
        key_style = self.get_visual_style("key-line--key", partial=True)
        words_style = self.get_visual_style("key-line--words", partial=True)
        pieces: list[tuple[str, Style] | str] = []
        self._places = []
        start = 0
        for key, words, active in self._fitting():
            end = start + cell_len(key) + 1 + cell_len(words)
            self._places.append((start, end, active))
            pieces += ((key, key_style), (f" {words}", words_style), " " * _GAP)
            start = end + _GAP
        return Content.assemble(*pieces)

    def _fitting(self) -> list[tuple[str, str, ActiveBinding]]:
        found: dict[tuple[str, str], tuple[str, str, ActiveBinding]] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if active.enabled and self._is_meant(active):
                entry = (self.app.get_key_display(binding), _(binding.description), active)
                found.setdefault((binding.action, binding.description), entry)
        last = [entry for entry in found.values() if entry[2].binding.key in _LAST]
        first = [entry for entry in found.values() if entry not in last]
        room = self.size.width - sum(_cells(entry) for entry in last)
        kept = []
        for entry in first:
            room -= _cells(entry)
            if room < 0:
                break
            kept.append(entry)
        return [*kept, *last]

    def _is_meant(self, active: ActiveBinding) -> bool:
        focused = self.screen.focused
        if not isinstance(focused, Input):
            return active.binding.show
        # In a box that one types in, the keys of the screen are letters.
        return active.binding.key == "escape" or (active.node is focused and active.binding.show)

    async def on_click(self, event: events.Click) -> None:
        """Do what a key would do."""
        x = event.get_content_offset_capture(self).x
        for start, end, active in self._places:
            if start <= x < end:
                await self.app.run_action(active.binding.action, active.node)
                return


def _cells(entry: tuple[str, str, ActiveBinding]) -> int:
    return cell_len(entry[0]) + 1 + cell_len(entry[1]) + _GAP
