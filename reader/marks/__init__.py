"""Marks: what a person leaves behind while reading (read, place, star, note, tag, searches), in a file of its own.

Must not know the archive, screens, the environment or the clock: where the file is and what time it is are
told to it. The archive is never written for a mark, and a broken file of marks never keeps anybody from reading.
"""

from reader.marks.keeping import Marks, Place, open_marks
from reader.marks.listing import Marked, listed
from reader.marks.telling import as_text

__all__ = ["Marked", "Marks", "Place", "as_text", "listed", "open_marks"]
