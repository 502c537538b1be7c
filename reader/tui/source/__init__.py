"""Provenance: the raw dump of a post with the role of each line beside it.

Must not know how a dump is kept; it asks for windows of lines and draws them.
"""

from reader.tui.source.matching import Target
from reader.tui.source.screen import SourceScreen

__all__ = ["SourceScreen", "Target"]
