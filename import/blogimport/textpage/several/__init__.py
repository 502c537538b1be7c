"""Pages with several posts that the best labelling does not tell apart: first pages, months, categories.

Must not know how comments are told.
"""

from blogimport.textpage.several.blocks import told_in_blocks
from blogimport.textpage.several.footed import told_by_feet

__all__ = ["told_by_feet", "told_in_blocks"]
