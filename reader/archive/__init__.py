"""The archive: one SQLite file, its schema, and the only code that talks to SQLite.

Must not know dump formats, query languages, screens, the environment or the clock.
"""

from reader.archive.checking import findings
from reader.archive.dumping import DumpWriter
from reader.archive.provenance import (
    DumpFacts,
    DumpLines,
    Span,
    dumps_of,
    next_left_out,
    next_part,
    spans_between,
    spans_of_post,
)
from reader.archive.reading import Archive, Interrupted, Order, open_archive
from reader.archive.records import Entry, NewDump, NewPost, NewSpan
from reader.archive.rereading import RawDump, is_archive, raw_dumps
from reader.archive.writing import Writer, open_for_writing

__all__ = [
    "Archive",
    "DumpFacts",
    "DumpLines",
    "DumpWriter",
    "Entry",
    "Interrupted",
    "NewDump",
    "NewPost",
    "NewSpan",
    "Order",
    "RawDump",
    "Span",
    "Writer",
    "dumps_of",
    "findings",
    "is_archive",
    "next_left_out",
    "next_part",
    "open_archive",
    "open_for_writing",
    "raw_dumps",
    "spans_between",
    "spans_of_post",
]
