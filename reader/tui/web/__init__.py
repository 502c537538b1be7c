"""The same screens in a browser, by way of textual-serve: one process of this program for each page that is opened.

Must not know the archive. Nothing is fetched from elsewhere, and only pages of this server itself may speak to it.
"""

from reader.tui.web.server import serve

__all__ = ["serve"]
