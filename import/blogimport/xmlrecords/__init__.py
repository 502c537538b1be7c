"""XML exports of any size as records: cut out one by one, repaired and decoded, each parsed alone.

One broken record spoils no other, and an export needs no more memory than its largest record. Must not know any
format: what the records are called and what is in them is its callers' matter.
"""

from blogimport.xmlrecords.cutting import Stretch, stretches
from blogimport.xmlrecords.elements import Element, Wrapper, children_of, fields_of, parsed, source_of
from blogimport.xmlrecords.encodings import decoded, encoding_of, opened_as
from blogimport.xmlrecords.places import Places
from blogimport.xmlrecords.repairing import repaired

__all__ = [
    "Element",
    "Places",
    "Stretch",
    "Wrapper",
    "children_of",
    "decoded",
    "encoding_of",
    "fields_of",
    "opened_as",
    "parsed",
    "repaired",
    "source_of",
    "stretches",
]
