"""Text pages: what HTML-to-text extractors left of the pages of a blog, read line by line.

Must not know the archive's file, other formats, or any single site.
"""

from blogimport.textpage.reading import FORMAT, Page, learn, read, read_page, sniff

__all__ = ["FORMAT", "Page", "learn", "read", "read_page", "sniff"]
