"""Posts that the best labelling does not tell: on first pages, in months and categories, and alone under a day.

Must not know how comments are told.
"""

from blogimport.textpage.several.daytitles import without_counts, without_days
from blogimport.textpage.several.listed import told_by_list
from blogimport.textpage.several.lone import told_by_day
from blogimport.textpage.several.repeating import told_by_repeating

__all__ = ["told_by_day", "told_by_list", "told_by_repeating", "without_counts", "without_days"]
