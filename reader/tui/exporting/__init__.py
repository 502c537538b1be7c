"""Exporting the open post: a line that asks where to."""

from reader.tui.exporting.prompt import ExportPrompt

__all__ = ["ExportPrompt"]
