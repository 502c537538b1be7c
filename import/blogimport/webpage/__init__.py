"""Saved pages: the HTML of a post, with its comments, or of several posts.

Must not know the archive's file, any single site, or any other format but the text pages, which read what no markup
tells.
"""

from blogimport.webpage.decoding import decoded
from blogimport.webpage.reading import FORMAT, read, read_text, sniff

__all__ = ["FORMAT", "decoded", "read", "read_text", "sniff"]
