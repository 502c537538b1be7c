"""Boxes of the screen that paint nothing: their ground is that of the screen, which is painted behind them.

Textual has every box paint each of its lines in every frame, though its content covers nearly all of it.
"""

from __future__ import annotations

from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.strip import Strip


class Row(Horizontal):
    """Panes beside each other."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """None."""
        return []


class Column(Vertical):
    """What stands in a pane, one below another."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """None."""
        return []
