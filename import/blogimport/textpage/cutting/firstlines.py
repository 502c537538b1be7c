"""Names that stand in the first line of every text, behind a label or before a sign, where nothing else names anybody.

« Postat av: Zoé », « Zoé · Lyon »: the label, or the sign, is the same in all of them; no language is known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from blogimport.textpage.cues import field_of, plausible_name, sights_of
from blogimport.textpage.cutting.pieces import Cut
from blogimport.textpage.labelling import Labelled
from blogimport.textpage.voice import says

_FEWEST = 2
# The label stands in the first lines of a text; over the first one a form may stand, too.
_REACH, _REACH_OF_FIRST = 3, 8
_LONGEST_NAME, _LONGEST_PAGE_NAME = 40, 120
# So many words that are no names may stand by the dates: those for a comment and for a link; so few have no name.
_MOST_WORDS, _FEW_WITHOUT = 2, 0.3
_LABEL = re.compile(r"(?P<label>[^\W\d_][^\n:.,!?]{0,23}?)\s?:\s+(?P<name>\S.*)")
_SIGNED = re.compile(r"(?P<name>\S[^·|•]*?)(?P<label>\s[·|•]\s)\S.*")


def sign_by_first_lines(cut: Cut) -> None:
    """Says who wrote comments none of which is signed by name, where all of them begin with names alike."""
    pieces = cut.pieces
    if len(pieces) < _FEWEST:
        return
    authors = {piece.captured.author for piece in pieces}
    if len(authors) <= _MOST_WORDS < len(pieces) and all(map(_is_small_word, authors)):
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


def _is_small_word(author: str | None) -> bool:
    """Whether what stands where a name is expected is a word like any other: « déposé », « comment »."""
    return author is not None and author.isalpha() and author.islower()


def _sign_over_texts(cut: Cut) -> None:
    """Where the same small words stand by all dates, as in « déposé le 3 mai », names are lines over the texts."""
    named = {index: name for index, piece in enumerate(cut.pieces) if (name := _name_over(piece.text))}
    # That of the first may have been taken for the end of the post.
    missing = len(cut.pieces) - len(named)
    are_led = all(cut.pieces[index].text[0].line.text.endswith(":") for index in named)
    most = len(cut.pieces) * _FEW_WITHOUT if are_led else 1
    if len(named) < _FEWEST or missing > most or len(set(named.values())) < _FEWEST:
        return
    for index, piece in enumerate(cut.pieces):
        word = piece.captured.author or ""
        ping = sights_of(word.capitalize())
        piece.captured = replace(piece.captured, author=named.get(index))
        if word == "pingback" or "pingback" in ping:
            piece.kind = "pingback"
        elif word == "trackback" or "trackback" in ping:
            piece.kind = "trackback"
        if index in named:
            piece.head.append(piece.text.pop(0))


def _name_over(text: Sequence[Labelled]) -> str | None:
    """The name in the line apart that a text begins with; a page that links here may have a long one."""
    if len(text) < _FEWEST or not text[1].line.after_blank:
        return None
    line = text[0].line.text
    name = line.rstrip(" :")
    is_led = name != line and len(name) <= _LONGEST_PAGE_NAME
    if is_led and text[0].line.marker is not None:
        return name
    is_name = len(name) <= _LONGEST_NAME and plausible_name(name)
    return name if is_name and not says(line) else None


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
