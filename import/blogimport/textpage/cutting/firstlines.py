"""Names that stand in the first line of every text, behind a label or before a sign, where nothing else names anybody.

« Postat av: Zoé », « Zoé · Lyon »: the label, or the sign, is the same in all of them; no language is known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from blogimport.textpage.cues import field_of, plausible_name
from blogimport.textpage.cutting.pieces import Cut
from blogimport.textpage.labelling import Labelled
from blogimport.textpage.voice import says

_FEWEST = 2
# The label stands in the first lines of a text; over the first one a form may stand, too.
_REACH, _REACH_OF_FIRST = 3, 8
_LONGEST_NAME = 40
_LABEL = re.compile(r"(?P<label>[^\W\d_][^\n:.,!?]{0,23}?)\s?:\s+(?P<name>\S.*)")
_SIGNED = re.compile(r"(?P<name>\S[^·|•]*?)(?P<label>\s[·|•]\s)\S.*")


def sign_by_first_lines(cut: Cut) -> None:
    """Says who wrote comments none of which is signed by name, where all of them begin with names alike."""
    pieces = cut.pieces
    if len(pieces) < _FEWEST:
        return
    authors = {piece.captured.author for piece in pieces}
    if len(authors) == 1 and (word := authors.pop() or "").isalpha() and word.islower():
        _sign_over_texts(cut)
        return
    if any(piece.captured.author for piece in pieces):
        return
    for pattern in (_LABEL, _SIGNED):
        texts = [piece.text for piece in pieces]
        labels = [_labels(pattern, text, first=not index) for index, text in enumerate(texts)]
        shared = set.intersection(*map(set, labels))
        label = min(shared, key=lambda one: labels[-1][one][0], default=None)
        if label is None or len({found[label][1] for found in labels}) < _FEWEST:
            continue
        for piece, found in zip(pieces, labels, strict=True):
            place, name = found[label]
            piece.captured = replace(piece.captured, author=name)
            over = piece.text[:place]
            (cut.furniture if piece is pieces[0] else piece.head).extend(over)
            piece.head.append(piece.text[place])
            del piece.text[: place + 1]
        return


def _sign_over_texts(cut: Cut) -> None:
    """Where the same small word stands by all dates, as in « déposé le 3 mai », names are lines over the texts."""
    named = [piece for piece in cut.pieces if _begins_with_name(piece.text)]
    # That of the first may have been taken for the end of the post.
    if len(named) < max(_FEWEST, len(cut.pieces) - 1) or len({p.text[0].line.text for p in named}) < _FEWEST:
        return
    for piece in cut.pieces:
        name = piece.text[0].line.text if piece in named else None
        piece.captured = replace(piece.captured, author=name)
        if name is not None:
            piece.head.append(piece.text.pop(0))


def _begins_with_name(text: Sequence[Labelled]) -> bool:
    """Whether a text begins with a line apart that may be a name."""
    return (
        len(text) > 1
        and len(text[0].line.text) <= _LONGEST_NAME
        and text[1].line.after_blank
        and plausible_name(text[0].line.text)
        and not says(text[0].line.text)
    )


def _labels(pattern: re.Pattern[str], text: Sequence[Labelled], *, first: bool) -> dict[str, tuple[int, str]]:
    """The labels in the first lines of a text that stand by a name, each with its place and that name."""
    found: dict[str, tuple[int, str]] = {}
    reach = _REACH_OF_FIRST if first else _REACH
    for place, entry in enumerate(text[: min(reach, len(text) - 1)]):
        match = pattern.fullmatch(entry.line.text.strip())
        if match is None:
            continue
        name = match["name"].strip()
        if field_of(match["label"]) not in (None, "author"):
            continue  # a subject, an address
        if len(name) <= _LONGEST_NAME and "/" not in name and plausible_name(name):
            found.setdefault(match["label"].casefold(), (place, name))
    return found
