"""A reading of an export of any size: its parts are read as they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from blogimport.readings import Dump, Part, Reading
from blogimport.xmlrecords.encodings import encoding_of


def streamed(dump: Dump, parts: Callable[[Dump, str, Reading], Iterator[Part]]) -> Reading:
    """A reading of what `parts` reads; that is given the dump, its codec, and the reading, for what it leaves out."""
    with dump.open() as opened:
        encoding = encoding_of(opened, dump.charset)
    reading = Reading(encoding, ())
    reading.parts = parts(dump, encoding, reading)
    return reading
