"""The reading column: how wide it is, and where it stands in its pane."""

from __future__ import annotations

from dataclasses import dataclass

WIDEST_BY_DEFAULT = 72
STEP = 4
NARROWEST = 24
# Text that touches the edge of its pane is hard to read.
_MARGIN = 2


@dataclass(frozen=True, slots=True)
class Column:
    """Where the text of a post stands: `left` cells from the edge, `width` cells wide."""

    left: int
    width: int


def column(pane: int, wanted: int = WIDEST_BY_DEFAULT) -> Column:
    """The column in a pane of some width: as wide as wanted, never wider than the pane, in its middle."""
    width = max(1, min(wanted, pane - 2 * _MARGIN))
    return Column(max(0, (pane - width) // 2), width)


def wider(pane: int, wanted: int, steps: int) -> int:
    """The width that is wanted after some steps, starting from what fits the pane."""
    now = column(pane, wanted).width
    return max(NARROWEST, min(now + steps * STEP, max(NARROWEST, pane - 2 * _MARGIN)))
