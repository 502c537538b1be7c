"""The way that was read: back to the post before, and forward again. Knows posts by their keys, and no widget."""

from __future__ import annotations

from dataclasses import dataclass

from reader.tui.reading.panes import Place

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Visit:
    """A post with the place in it: the pane, the offset of the body at the top, the focused comment."""

    key: str
    place: Place
    offset: int
    comment: int | None


class History:
    """What was open before, and what was left by going back."""

    def __init__(self) -> None:
        self._before: list[Visit] = []
        self._after: list[Visit] = []

    def leave(self, visit: Visit) -> None:
        """Go on from a post to another one: what was left by going back is no longer ahead."""
        if not self._before or self._before[-1].key != visit.key:
            self._before.append(visit)
        else:
            self._before[-1] = visit
        del self._before[:-_LONGEST]
        self._after.clear()

    def back(self, here: Visit | None) -> Visit | None:
        """The post before."""
        return self._step(self._before, self._after, here)

    def forward(self, here: Visit | None) -> Visit | None:
        """The post that was left by going back."""
        return self._step(self._after, self._before, here)

    def _step(self, source: list[Visit], other: list[Visit], here: Visit | None) -> Visit | None:
        while source and here is not None and source[-1].key == here.key:
            source.pop()
        if not source:
            return None
        if here is not None:
            other.append(here)
        return source.pop()
