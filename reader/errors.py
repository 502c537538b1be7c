"""Every error that a user can mend; the text of each is the whole sentence that the user sees.

    ReaderError
    ├── ArchiveError      the archive cannot be opened, read or written
    │   ├── ArchiveMissing
    │   ├── ArchiveDamaged
    │   ├── ArchiveForeign
    │   ├── ArchiveTooNew
    │   ├── ArchiveTooOld
    │   └── ArchiveBusy
    ├── NotFound          nothing in the archive has that id, key or address
    ├── DumpError         a dump cannot be read
    ├── MarksError        a mark cannot be kept
    └── ExportError       an export cannot be written

This module knows nothing of the rest of the package.
"""


class ReaderError(Exception):
    """Something that the user can mend."""

    @property
    def sentence(self) -> str:
        """What is wrong: a `Sentence` where it can be said in another language."""
        return self.args[0] if self.args and isinstance(self.args[0], str) else str(self)


class ArchiveError(ReaderError):
    """The archive cannot be opened, read or written."""


class ArchiveMissing(ArchiveError):
    """There is no file where the archive should be."""


class ArchiveDamaged(ArchiveError):
    """The file was an archive, and part of it is broken or missing."""


class ArchiveForeign(ArchiveError):
    """The file is something else than an archive."""


class ArchiveTooNew(ArchiveError):
    """The archive was written by a later version of this program."""


class ArchiveTooOld(ArchiveError):
    """The archive was written by an earlier version of this program, which this one cannot search."""


class ArchiveBusy(ArchiveError):
    """Another import is writing to the archive."""


class NotFound(ReaderError):
    """Nothing in the archive has that id, key or address."""


class DumpError(ReaderError):
    """A dump cannot be read."""


class MarksError(ReaderError):
    """A mark cannot be kept."""


class ExportError(ReaderError):
    """An export cannot be written."""
