"""More like this: the posts that speak of the same as another one.

Must not know how they are found.
"""

from reader.tui.similar.screen import SimilarScreen

__all__ = ["SimilarScreen"]
