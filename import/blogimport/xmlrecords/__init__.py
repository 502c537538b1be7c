"""XML exports of any size as records: cut out one by one, repaired and decoded, each parsed alone.

One broken record spoils no other, and an export needs no more memory than its largest record. Must not know any
format: what the records are called and what is in them is its callers' matter.
"""

from blogimport.xmlrecords.batches import Batch, Batches, Shape, shares_lines
from blogimport.xmlrecords.cutting import Stretch, stretches
from blogimport.xmlrecords.elements import (
    Element,
    Wrapper,
    attribute_of,
    children_of,
    fields_of,
    name_of,
    parsed,
    source_of,
)
from blogimport.xmlrecords.encodings import decoded, encoding_of, opened_as
from blogimport.xmlrecords.lining import POST, Owner, Placing, RecordLines, Run, lines_of_record
from blogimport.xmlrecords.places import Places, with_line_feeds
from blogimport.xmlrecords.repairing import repaired
from blogimport.xmlrecords.streaming import streamed

__all__ = [
    "POST",
    "Batch",
    "Batches",
    "Element",
    "Owner",
    "Places",
    "Placing",
    "RecordLines",
    "Run",
    "Shape",
    "Stretch",
    "Wrapper",
    "attribute_of",
    "children_of",
    "decoded",
    "encoding_of",
    "fields_of",
    "lines_of_record",
    "name_of",
    "opened_as",
    "parsed",
    "repaired",
    "shares_lines",
    "source_of",
    "streamed",
    "stretches",
    "with_line_feeds",
]
