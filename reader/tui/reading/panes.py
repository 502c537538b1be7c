"""Which panes are on the screen. Knows places and numbers, and nothing of widgets."""

from __future__ import annotations

from typing import Literal

Place = Literal["list", "post", "comments"]


def panes(room: int, place: Place, *, is_open: bool, has_comments: bool) -> set[Place]:
    """What is to be seen where `room` panes fit, with the keys in the pane called `place`."""
    if not is_open:
        return {"list"}
    if room == 1:
        return {place}
    if room == 2 and place == "list":
        return {"list"}
    shown: set[Place] = {"post", place}
    if has_comments:
        shown.add("comments")
    if room > 2:
        shown.add("list")
    return shown
