"""Cutting the comments of a page apart: where each begins and ends, who signed it and when.

Must not know where on the page the comments are, nor whom one answers where no list tells.
"""

from blogimport.textpage.cutting.choosing import cut_comments
from blogimport.textpage.cutting.finishing import head_with_title
from blogimport.textpage.cutting.pieces import Cut, Piece, take_ping

__all__ = ["Cut", "Piece", "cut_comments", "head_with_title", "take_ping"]
