"""Blogger exports: the Atom file of its settings page, and the `feed.atom` of Google Takeout.

Must not know the archive's file, other formats, or any single site.
"""

from blogimport.blogger.reading import FORMAT, read, sniff

__all__ = ["FORMAT", "read", "sniff"]
