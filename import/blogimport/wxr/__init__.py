"""WordPress exports (WXR), of any size, as WordPress writes them and as converters do.

Must not know the archive's file, other formats, or any single site.
"""

from blogimport.wxr.reading import FORMAT, read, sniff

__all__ = ["FORMAT", "read", "sniff"]
