"""Text pages: what HTML-to-text extractors left of the pages of a blog, read line by line.

Must not know the archive's file, other formats, or any single site.
"""

from blogimport.textpage.agreeing import with_names_alone
from blogimport.textpage.cues import (
    FIRST_BLOG,
    CuedKind,
    CueKind,
    FieldKind,
    Sights,
    field_of,
    is_remark,
    own_name,
    plausible_name,
    sight_of,
    sights_of,
    without_remark,
)
from blogimport.textpage.dayfirst import DAY_FIRST, MONTH_FIRST
from blogimport.textpage.decoding import encoding_of
from blogimport.textpage.language import language_of
from blogimport.textpage.reading import FORMAT, Page, learn, read, read_around, read_page, sniff
from blogimport.textpage.recasting import without_answering
from blogimport.textpage.voice import voice_of

__all__ = [
    "DAY_FIRST",
    "FIRST_BLOG",
    "FORMAT",
    "MONTH_FIRST",
    "CueKind",
    "CuedKind",
    "FieldKind",
    "Page",
    "Sights",
    "encoding_of",
    "field_of",
    "is_remark",
    "language_of",
    "learn",
    "own_name",
    "plausible_name",
    "read",
    "read_around",
    "read_page",
    "sight_of",
    "sights_of",
    "sniff",
    "voice_of",
    "with_names_alone",
    "without_answering",
    "without_remark",
]
