"""From what a person names (files, folders, zips, web archives, standard input) to single dumps.

Must not know dump formats or the archive.
"""

from blogimport.containers.found import FoundDump, Refused, Sources, Unread
from blogimport.containers.unpacking import dumps_at, size_of

__all__ = ["FoundDump", "Refused", "Sources", "Unread", "dumps_at", "size_of"]
