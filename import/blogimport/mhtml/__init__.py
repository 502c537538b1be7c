"""Pages that a browser has saved into one file (MHTML, `.mht`): a letter with the page and its pictures as enclosures.

Must not know how a page is read, which `webpage` does.
"""

from blogimport.mhtml.reading import FORMAT, read, sniff

__all__ = ["FORMAT", "read", "sniff"]
