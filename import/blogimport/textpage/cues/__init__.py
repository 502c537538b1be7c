"""What pages say around posts and comments, a data file a language, and whether a line says it.

Must not know what a line's neighbours say; that is `labelling`.
"""

from blogimport.textpage.cues.asking import are_some, sight_of
from blogimport.textpage.cues.book import CueBook, FieldKind, SpeechKind, cue_book
from blogimport.textpage.cues.buttons import are_several, glued_buttons
from blogimport.textpage.cues.captured import (
    FIRST_BLOG,
    NOTHING_CAPTURED,
    Captured,
    listed,
    own_name,
    plausible_name,
)
from blogimport.textpage.cues.cue import DATE, LEFT_OPEN, TIME, CuedKind, CueKind, comparable
from blogimport.textpage.cues.labels import field_of
from blogimport.textpage.cues.lettering import has_figure, is_image
from blogimport.textpage.cues.matching import (
    MarkedLine,
    Sight,
    counted_back,
    cries,
    is_remark,
    marked_line,
    signed_name,
    speaks_of_comments,
    without_remark,
)
from blogimport.textpage.cues.seen import ANNOUNCING, Sights, no_text, seen_as, speaker, unseen
from blogimport.textpage.cues.sights import sights_in, sights_of

__all__ = [
    "ANNOUNCING",
    "DATE",
    "FIRST_BLOG",
    "LEFT_OPEN",
    "NOTHING_CAPTURED",
    "TIME",
    "Captured",
    "CueBook",
    "CueKind",
    "CuedKind",
    "FieldKind",
    "MarkedLine",
    "Sight",
    "Sights",
    "SpeechKind",
    "are_several",
    "are_some",
    "comparable",
    "counted_back",
    "cries",
    "cue_book",
    "field_of",
    "glued_buttons",
    "has_figure",
    "is_image",
    "is_remark",
    "listed",
    "marked_line",
    "no_text",
    "own_name",
    "plausible_name",
    "seen_as",
    "sight_of",
    "sights_in",
    "sights_of",
    "signed_name",
    "speaker",
    "speaks_of_comments",
    "unseen",
    "without_remark",
]
