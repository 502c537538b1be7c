"""Over-blog's XML exports: posts and pages with their comments, answers within what they answer.

Must not know the archive's file, other formats, or any single site.
"""

from blogimport.overblog.reading import FORMAT, read, sniff

__all__ = ["FORMAT", "read", "sniff"]
