"""Disqus exports: the comments of a blog without its posts, which are known by their addresses only.

Must not know the archive's file, other formats, or any single site.
"""

from blogimport.disqus.reading import FORMAT, read, sniff

__all__ = ["FORMAT", "read", "sniff"]
