"""The screen of the program: list, post and comments, side by side as far as there is room."""

from reader.tui.reading.screen import ReadingScreen

__all__ = ["ReadingScreen"]
