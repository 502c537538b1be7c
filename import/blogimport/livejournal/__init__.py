"""Exports of LiveJournal, Dreamwidth and their kin: entries, comments, and the folders that ljdump writes.

Must not know the archive's file, other formats, or any single journal.
"""

from blogimport.livejournal.reading import FORMAT, read, sniff

__all__ = ["FORMAT", "read", "sniff"]
