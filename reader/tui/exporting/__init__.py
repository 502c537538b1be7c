"""Exporting posts: a line that asks where to, the thread that writes them, a line that tells how far it has come."""

from reader.tui.exporting.progress import ExportProgress
from reader.tui.exporting.prompt import ExportPrompt

__all__ = ["ExportProgress", "ExportPrompt"]
