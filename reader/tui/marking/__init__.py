"""Marks on the screen: the keys that leave them, the line in which notes and tags are written, a list of all.

Must not know how marks are kept.
"""

from reader.tui.marking.keys import Markable, MarkingKeys
from reader.tui.marking.prompt import MarkPrompt

__all__ = ["MarkPrompt", "Markable", "MarkingKeys"]
