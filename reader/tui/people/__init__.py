"""People: everything that one person wrote, across blogs, with a small timeline.

Must not know how a person is found in the archive.
"""

from reader.tui.people.screen import PersonScreen

__all__ = ["PersonScreen"]
