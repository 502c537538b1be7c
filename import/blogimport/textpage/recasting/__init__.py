"""A page as if it had been written otherwise: what signs its comments is found by its shape, and has its own lines.

Must not know which reading is the better one, nor how comments are cut apart.
"""

from blogimport.textpage.recasting.cells import without_cells
from blogimport.textpage.recasting.fields import recast_fields
from blogimport.textpage.recasting.grouping import Groups, grouped
from blogimport.textpage.recasting.inlines import recast_inlines
from blogimport.textpage.recasting.items import recast_items
from blogimport.textpage.recasting.joined import joined_moments
from blogimport.textpage.recasting.layouts import OVER, UNDER, Layout, layouts_in
from blogimport.textpage.recasting.named import looks_like_name
from blogimport.textpage.recasting.periods import periods_in
from blogimport.textpage.recasting.profiles import recast_profiles
from blogimport.textpage.recasting.recast import FirstReading, with_layout
from blogimport.textpage.recasting.running import recast_running
from blogimport.textpage.recasting.seams import without_seams
from blogimport.textpage.recasting.shapes import alike
from blogimport.textpage.recasting.standing import ANSWERING, first_item, without_answering
from blogimport.textpage.recasting.turns import recast_turns

RECASTS = (recast_inlines, recast_running, recast_fields, recast_profiles, recast_turns, recast_items)
"""All ways to find lines for who signs that have none."""

__all__ = [
    "ANSWERING",
    "OVER",
    "RECASTS",
    "UNDER",
    "FirstReading",
    "Groups",
    "Layout",
    "alike",
    "first_item",
    "grouped",
    "joined_moments",
    "layouts_in",
    "looks_like_name",
    "periods_in",
    "with_layout",
    "without_answering",
    "without_cells",
    "without_seams",
]
