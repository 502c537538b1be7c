"""The pictures of a post in the terminal itself: which of them are at hand as files, and how they are shown.

They are shown while the screen is put aside, because only then can one ask the terminal what it is able to draw.
Must not know the archive. The library that draws (`viewing`) is an extra, and takes its time to import.
"""

from reader.tui.pictures.finding import Picture, at_hand

__all__ = ["Picture", "at_hand"]
