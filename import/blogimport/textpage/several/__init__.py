"""Posts that the best labelling does not tell: on first pages, in months and categories, and alone under a day.

Must not know how comments are told.
"""

from blogimport.textpage.several.blocks import told_in_blocks
from blogimport.textpage.several.footed import told_by_feet
from blogimport.textpage.several.lone import told_by_day

__all__ = ["told_by_day", "told_by_feet", "told_in_blocks"]
