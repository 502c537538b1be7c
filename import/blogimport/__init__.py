"""The importer: raw dumps of blogs in, an archive out.

Must not know screens, search or export.
"""

from blogimport.load import DumpReport, count, load

__all__ = ["DumpReport", "count", "load"]
