"""What a theme prints under the text of each comment, and the site under the last one, is no text of theirs.

Must not know how the comments were cut apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from blogimport.textpage.cues import speaks_of_comments
from blogimport.textpage.cutting.pieces import Cut, Piece
from blogimport.textpage.labelling import Labelled, are_counting
from blogimport.textpage.lines import Line, ends_as_speech, ends_sentence
from blogimport.textpage.voice import is_postscript, says

_FEWEST = 2
_SECOND = 2
# Words that begin the last line of several comments are the theme's: « Dernière publication sur … ».
_BEGINNING = 3
# A label has so many words at most; so many lines under one tell whether a form, or a list, begins there.
_LONGEST_LABEL = 9
_NEAR = 4
# A row of so many labels is a menu; « WordPress 2.3 » is what made the page.
_FEWEST_LINKS = 3
_PROGRAM = re.compile(r"(?:[^\W\d_]+ ){0,2}[^\W\d_a-z][^\W\d_]+ v?\d+(?:\.\d+)+")
# Lines of code are short as labels are, and have wide gaps as the fields of a form have.
_CODE = (";", "{", "}")
# « Page 1 / 1 »
_PAGES = re.compile(r"(?:[^\W\d_]+ )?\d[\d\W]*")
_FIGURES = re.compile(r"[\W\d_]*(?:[^\W\d_]+[\W\d_]+)?")


def trim(cut: Cut, *, is_over_form: bool) -> None:
    """Take out of the texts of comments what is none of their writers'.

    Where the form for further comments stands right under the last one, no side column stands between.
    """
    if len(cut.pieces) >= _FEWEST:
        _without_next_number(cut)
        _without_what_follows_button(cut)
        _without_printed_ends(cut)
        _without_what_follows(cut, is_over_form=is_over_form)
        _without_what_is_said_of_comments(cut)
        _without_last_row(cut)


def is_sites(cut: Cut, region: Sequence[Labelled]) -> bool:
    """Whether what stands under a heading over comments is none: nobody signs it, and it is labels of the site."""
    if any(piece.is_signed for piece in cut.pieces):
        return False
    first = region[0].line.text
    if len(cut.pieces) == 1 and (speaks_of_comments(first) or "©" in first):
        return True
    is_spaced = len(region) == 1 or any(entry.line.after_blank for entry in region[1:])
    return is_spaced and all(
        _is_label(entry) or (entry.line.shape == "short" and speaks_of_comments(entry.line.text))
        for entry in region
    )


def _without_printed_ends(cut: Cut) -> None:
    """An address alone, or a line that begins like others, at the end of most comments is printed there."""
    by_piece: list[tuple[Piece, tuple[str, ...]]] = []
    for piece in cut.pieces:
        if len(piece.text) >= _FEWEST:
            kind = _kind_of_end(piece.text[-1])
            if kind:
                by_piece.append((piece, kind))
    if len(by_piece) < _FEWEST:
        return
    ends = Counter(kind for _, kind in by_piece)
    for piece, kind in by_piece:
        # A word or two may be what two people say.
        least = _FEWEST if len(kind) == _BEGINNING or piece.text[-1].sights.address else _FEWEST + 1
        if ends[kind] >= max(least, len(cut.pieces) / 2):
            piece.head.append(piece.text.pop())


def _without_next_number(cut: Cut) -> None:
    """Where each text but the last ends with the number of the next one, a theme has printed that over the latter."""
    others = [piece for piece in cut.pieces[:-1] if len(piece.text) >= _FEWEST]
    numbers = [piece.text[-1].line.text for piece in others]
    are_numbers = len(others) == len(cut.pieces) - 1 and all(map(str.isdecimal, numbers))
    counted = list(map(int, numbers)) if are_numbers else []
    if counted and (counted == list(range(_SECOND, _SECOND + len(counted))) or are_counting(counted)):
        for piece in others:
            cut.furniture.append(piece.text.pop())


def _kind_of_end(entry: Labelled) -> tuple[str, ...]:
    """What the last line of a text has in common with that of others, if a theme has written it; else empty."""
    if entry.sights.address:
        return ("an address",)
    if entry.line.shape != "short" or _is_of_text(entry.line) or _is_said(entry):
        return ()
    return tuple(entry.line.text.split()[:_BEGINNING])


def _is_of_text(line: Line) -> bool:
    """Whether a line ends as a text does, at or within a sentence; a label may end with a colon."""
    return ends_sentence(line) or line.text[-1] in ",;"


def _is_said(entry: Labelled) -> bool:
    """Whether a line is what people say: a greeting, thanks, praise, a closing formula, a postscript."""
    return says(entry.line.text) or is_postscript(entry.line.text)


def _without_what_follows(cut: Cut, *, is_over_form: bool) -> None:
    """Under the last comment a site goes on with labels, which no other comment has within its text."""
    *others, last = cut.pieces
    base = min((entry.line.indent for piece in others for entry in piece.text), default=0)
    outer = [index for index, entry in enumerate(last.text) if index and entry.line.indent < base]
    if outer:
        # The comments stand within a list, and this does not.
        cut.furniture.extend(last.text[outer[0] :])
        del last.text[outer[0] :]
    place = _label_in(last.text)
    if place is not None and (is_over_form or _is_signed_below(last)):
        place = place if _PAGES.fullmatch(last.text[place].line.text) else None
    if place is None or any(_label_in(piece.text) for piece in others) or _ends_with_button(cut):
        return
    following = last.text[place : place + _NEAR]
    signs = sum(
        _is_label(entry) + (entry.line.shape == "short" and speaks_of_comments(entry.line.text))
        for entry in following
    )
    if signs + (_FIGURES.fullmatch(following[0].line.text) is not None) >= _FEWEST:
        cut.furniture.extend(last.text[place:])
        del last.text[place:]


def _is_signed_below(piece: Piece) -> bool:
    """Whether who wrote a comment, or when, stands under its text."""
    return bool(piece.text) and piece.last.number > piece.text[-1].line.number


def _ends_with_button(cut: Cut) -> bool:
    """Whether a button stands under the last comment: what stands over it is the comment's."""
    text = cut.pieces[-1].text
    end = text[-1].line.number if text else 0
    return any("tail" in entry.sights and entry.line.number > end for entry in cut.furniture)


def _without_what_follows_button(cut: Cut) -> None:
    """Where each other comment ends with a button, the last one does, too."""
    *others, last = cut.pieces
    if len(others) < _FEWEST or not last.text:
        return
    printed = Counter([entry.line.text for entry in cut.furniture])
    buttons = [entry.line.number for entry in cut.furniture if printed[entry.line.text] >= _FEWEST]
    ends = Counter(piece.text[-1].line.text for piece in others if len(piece.text) >= _FEWEST)
    usual, count = ends.most_common(1)[0] if ends else ("", 0)
    if count >= max(_FEWEST, len(others) / 2):
        again = [index for index, entry in enumerate(last.text) if index and entry.line.text == usual]
        for place in again[:1]:
            cut.furniture.extend(last.text[place + 1 :])
            del last.text[place + 1 :]
    begins = [piece.first.number for piece in cut.pieces]
    lasts = [piece.last.number for piece in others]
    if not all(
        any(end < button < begin for button in buttons) for end, begin in zip(lasts, begins[1:], strict=True)
    ):
        return
    first = next((button for button in sorted(buttons) if button > last.text[0].line.number), None)
    place = next(
        (i for i, entry in enumerate(last.text) if first is not None and entry.line.number > first), 0
    )
    if place:
        cut.furniture.extend(last.text[place:])
        del last.text[place:]


def _without_what_is_said_of_comments(cut: Cut) -> None:
    """Under the last comment a site tells who may comment, or what the fields of a form are."""
    *others, last = cut.pieces
    place = _told_in(last.text) if last.text else None
    if place is None or _ends_with_button(cut):
        return
    # A sentence of somebody else's that speaks of comments tells nothing of a label under the last one.
    told = [(piece.text, other) for piece in others if (other := _told_in(piece.text)) is not None]
    is_label = last.text[place].line.shape == "short"
    if not any(not is_label or text[other].line.shape == "short" for text, other in told):
        cut.furniture.extend(last.text[place:])
        del last.text[place:]


def _without_last_row(cut: Cut) -> None:
    """Under the last comment a page ends with a row of links, or the program that made it: « Aide | Contact | CGU »."""
    last = cut.pieces[-1].text
    while len(last) > 1 and (_is_row_of_links(last[-1].line.text) or _PROGRAM.fullmatch(last[-1].line.text)):
        cut.furniture.append(last.pop())


def _is_row_of_links(text: str) -> bool:
    """Whether a text is several labels with bars between them."""
    parts = text.split(" | ")
    return len(parts) >= _FEWEST_LINKS and all(
        part.count(" ") < _BEGINNING and not ends_as_speech(part.strip()) for part in parts if part.strip()
    )


def _told_in(text: Sequence[Labelled]) -> int | None:
    """The index of the first line of a text, after its first, that a site says of comments or a form."""
    for index, entry in enumerate(text):
        line = entry.line
        if not index or line.shape == "blank":
            continue
        is_told = index >= len(text) - _NEAR and (
            speaks_of_comments(line.text) or line.text.endswith((" :", ":"))
        )
        is_row = "   " in line.text.strip() and line.marker is None and line.shape == "short"
        is_row = is_row and not line.text.endswith(_CODE)
        if (is_told or is_row) and not _is_said(entry) and not _is_of_writer(text, index):
            return index
    return None


def _is_of_writer(text: Sequence[Labelled], index: int) -> bool:
    """Whether a line goes on with its writer's words: a sentence right under others, or what stands over more."""
    line = text[index].line
    if _leads_to_address(text, index):
        return True
    is_long = line.shape == "prose" or line.text.count(" ") >= _LONGEST_LABEL
    sentences = (other for other in text[index + 1 :] if _is_sentence(other))
    if not line.after_blank:
        return is_long or any(True for _ in sentences)
    return is_long and any(other.line.after_blank for other in sentences)


def _leads_to_address(text: Sequence[Labelled], index: int) -> bool:
    """Whether a line stands over one more address in a text that has given others."""
    is_over = index + 1 < len(text) and text[index + 1].sights.address
    return is_over and any("://" in entry.line.text for entry in text[:index])


def _is_sentence(entry: Labelled) -> bool:
    """Whether a line is a sentence, which no label is, and not about comments."""
    line = entry.line
    return _is_of_text(line) and not speaks_of_comments(line.text)


def _label_in(text: Sequence[Labelled]) -> int | None:
    """The index of the first line of a text, after its first, that stands apart like a label."""
    return next(
        (
            index
            for index, entry in enumerate(text)
            if index and entry.line.after_blank and _is_label(entry) and not _leads_to_address(text, index)
        ),
        None,
    )


def _is_label(entry: Labelled) -> bool:
    line = entry.line
    is_open = line.text.endswith("...")
    return (
        line.shape == "short"
        and line.marker is None
        and (is_open or not _is_of_text(line))
        and line.text.count(" ") < _LONGEST_LABEL
        and not line.text.endswith(_CODE)
        # « c'est drôle, mon oncle disait pareil »
        and not (line.text[0].islower() and "," in line.text)
        and not _is_said(entry)
    )
