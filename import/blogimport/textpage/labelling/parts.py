"""The parts of a page, in the order in which they follow each other on every blog."""

from __future__ import annotations

from enum import IntEnum


class Part(IntEnum):
    """A part of a page."""

    FRONT = 0
    """What stands above the first post."""
    PRE = 1
    """What is said of a post above its title."""
    TITLE = 2
    HEAD = 3
    """What is said of a post between its title and its body."""
    BODY = 4
    BOX = 5
    """A box under the body: related posts, the author."""
    FOOT = 6
    """What is said of a post under its body."""
    OVER = 7
    """The heading over the comments."""
    THREAD = 8
    END = 9
    """What stands under everything."""
