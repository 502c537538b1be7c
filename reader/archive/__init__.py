"""The archive: one SQLite file, its schema, and the only code that talks to SQLite.

Must not know dump formats, query languages, screens, the environment or the clock. What reads posts is there
at once; what writes or checks them is imported when it is first named, because the screen and a search need
none of it and must start at once.
"""

from __future__ import annotations

from reader.archive.reading import Archive, Interrupted, open_archive
from reader.later import later

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.archive.checking import findings
    from reader.archive.dumping import DumpWriter
    from reader.archive.orders import Order
    from reader.archive.people import Person, Writing, person, writings
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
    from reader.archive.records import Entry, NewDump, NewPost, NewSpan
    from reader.archive.rereading import RawDump, is_archive, raw_dumps
    from reader.archive.writing import Writer, open_for_writing

_LATER = {
    "findings": "checking",
    "DumpWriter": "dumping",
    "Order": "orders",
    **dict.fromkeys(("Person", "Writing", "person", "writings"), "people"),
    **dict.fromkeys(
        (
            *("DumpFacts", "DumpLines", "Span", "dumps_of", "next_left_out", "next_part"),
            *("spans_between", "spans_of_post"),
        ),
        "provenance",
    ),
    "Entry": "records",
    "NewDump": "records",
    "NewPost": "records",
    "NewSpan": "records",
    "RawDump": "rereading",
    "is_archive": "rereading",
    "raw_dumps": "rereading",
    "Writer": "writing",
    "open_for_writing": "writing",
}

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
    "Person",
    "RawDump",
    "Span",
    "Writer",
    "Writing",
    "dumps_of",
    "findings",
    "is_archive",
    "next_left_out",
    "next_part",
    "open_archive",
    "open_for_writing",
    "person",
    "raw_dumps",
    "spans_between",
    "spans_of_post",
    "writings",
]

__getattr__ = later(__name__, _LATER)
