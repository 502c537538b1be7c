"""RSS and Atom feeds of posts and of comments, of any version.

Must not know the archive's file, other formats, or any single site.
"""

from blogimport.feed.reading import FORMAT, read, sniff

__all__ = ["FORMAT", "read", "sniff"]
