"""Substack's exports: a table of all posts, and a fragment of HTML for the text of each.

Must not know the archive's file, other formats, or any single site.
"""

from blogimport.substack.reading import FORMAT, read, sniff

__all__ = ["FORMAT", "read", "sniff"]
