"""The archive: one SQLite file, its schema, and the only code that talks to SQLite.

Must not know dump formats, query languages, screens, the environment or the clock.
"""

from reader.archive.checking import findings
from reader.archive.reading import Archive, Interrupted, Order, open_archive
from reader.archive.writing import Entry, NewDump, NewPost, NewSpan, Writer, open_for_writing

__all__ = [
    "Archive",
    "Entry",
    "Interrupted",
    "NewDump",
    "NewPost",
    "NewSpan",
    "Order",
    "Writer",
    "findings",
    "open_archive",
    "open_for_writing",
]
