"""Posts that the best labelling does not tell: on first pages, in months and categories, alone under a day, poems.

Must not know how comments are told.
"""

from blogimport.textpage.several.daytitles import without_counts, without_days
from blogimport.textpage.several.items import told_by_items
from blogimport.textpage.several.listed import told_by_list
from blogimport.textpage.several.lone import told_by_day, told_by_days, told_by_text
from blogimport.textpage.several.repeating import told_by_repeating
from blogimport.textpage.several.textless import told_by_talk, told_without_text
from blogimport.textpage.several.verses import told_by_verses

__all__ = [
    "told_by_day",
    "told_by_days",
    "told_by_items",
    "told_by_list",
    "told_by_repeating",
    "told_by_talk",
    "told_by_text",
    "told_by_verses",
    "told_without_text",
    "without_counts",
    "without_days",
]
