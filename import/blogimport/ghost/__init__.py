"""Ghost's exports and backups: tables as JSON.

Must not know the archive's file, other formats, or any single site.
"""

from blogimport.ghost.reading import FORMAT, read, sniff

__all__ = ["FORMAT", "read", "sniff"]
