"""When two dumps hold the same post: how that is seen, and what one post is made of both.

Must not know dump formats or SQL.
"""

from blogimport.joining.matching import Joined, Known, join
from blogimport.joining.names import canonical_url

__all__ = ["Joined", "Known", "canonical_url", "join"]
