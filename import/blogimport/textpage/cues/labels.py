"""The labels of fields: « Nom : », « Date: », « Message : »."""

from __future__ import annotations

from blogimport.textpage.cues.book import FieldKind, cue_book
from blogimport.textpage.cues.cue import comparable


def field_of(label: str) -> FieldKind | None:
    """What a label (without its colon) announces, whose value stands behind it; None where it is not known."""
    return cue_book().field(" ".join(comparable(label).casefold().split()))
