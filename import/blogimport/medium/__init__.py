"""Medium's exports: a page of HTML for each post, a writer's own responses to others among them.

Must not know the archive's file, other formats, or any single site.
"""

from blogimport.medium.reading import FORMAT, read, sniff

__all__ = ["FORMAT", "read", "sniff"]
