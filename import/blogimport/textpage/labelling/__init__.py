"""Which part of its page each line is: a title, a post, its comments, what stands beside them.

Must not know how comments are cut apart, nor how a page could be read otherwise.
"""

from blogimport.textpage.labelling.asides import without_buttons
from blogimport.textpage.labelling.crowded import begun, is_crowded
from blogimport.textpage.labelling.dayheads import with_day_over_title
from blogimport.textpage.labelling.dayrows import day_in_row
from blogimport.textpage.labelling.goingon import with_text_below
from blogimport.textpage.labelling.numbering import are_counting, is_number
from blogimport.textpage.labelling.parts import Part
from blogimport.textpage.labelling.roles import OfLine, Roles
from blogimport.textpage.labelling.scoring import LONGEST_TITLE, are_one_title, folded, is_strong
from blogimport.textpage.labelling.segments import TIME_CELL, Segment, segments_of
from blogimport.textpage.labelling.sequence import PLACE, Labelled, Page, label, page_of
from blogimport.textpage.labelling.untitled import with_title_as_text
from blogimport.textpage.labelling.versed import FEWEST_VERSES, are_verses, may_be_verse

__all__ = [
    "FEWEST_VERSES",
    "LONGEST_TITLE",
    "PLACE",
    "TIME_CELL",
    "Labelled",
    "OfLine",
    "Page",
    "Part",
    "Roles",
    "Segment",
    "are_counting",
    "are_one_title",
    "are_verses",
    "begun",
    "day_in_row",
    "folded",
    "is_crowded",
    "is_number",
    "is_strong",
    "label",
    "may_be_verse",
    "page_of",
    "segments_of",
    "with_day_over_title",
    "with_text_below",
    "with_title_as_text",
    "without_buttons",
]
