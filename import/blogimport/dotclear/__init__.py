"""Dotclear's own backups: one flat file of all its tables, of one blog or of several.

Must not know the archive's file, other formats, or any single site.
"""

from blogimport.dotclear.reading import FORMAT, read, sniff

__all__ = ["FORMAT", "read", "sniff"]
