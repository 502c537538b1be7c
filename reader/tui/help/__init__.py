"""The help screen: what every key does where the focus is."""

from reader.tui.help.screen import HelpScreen, Sheet

__all__ = ["HelpScreen", "Sheet"]
