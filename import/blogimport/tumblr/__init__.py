"""What Tumblr's interfaces give of a blog: JSON of both versions, and XML of the first.

Must not know the archive's file, other formats, or any single site.
"""

from blogimport.tumblr.reading import FORMAT, read, sniff

__all__ = ["FORMAT", "read", "sniff"]
