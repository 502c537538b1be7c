"""The importer: raw dumps of blogs in, an archive out.

Must not know screens, search or export.
"""

from blogimport.containers import size_of
from blogimport.including import unusual
from blogimport.load import Options, load, survey
from blogimport.reports import DumpReport

__all__ = ["DumpReport", "Options", "load", "size_of", "survey", "unusual"]
