"""The text exports of Movable Type and TypePad, which many other programs write too.

Must not know the archive's file, other formats, or any single site.
"""

from blogimport.movabletype.reading import FORMAT, read, sniff

__all__ = ["FORMAT", "read", "sniff"]
