"""The files from which programs such as Jekyll, Hugo, Pelican and Nikola make a blog, and comments kept beside them.

Must not know the archive's file, other formats, or any single site.
"""

from blogimport.postfile.reading import FORMAT, read, sniff

__all__ = ["FORMAT", "read", "sniff"]
