"""Comments that are the items of a list: the outermost items, and those within them as answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from blogimport.textpage.cues import Captured
from blogimport.textpage.cutting.finishing import finish
from blogimport.textpage.cutting.pieces import (
    Cut,
    Piece,
    is_aside,
    is_signing,
    ping_kind,
    take,
    take_first,
    templates_in,
)
from blogimport.textpage.labelling import Labelled
from blogimport.textpage.lines import CUT_OUT, Marker

# What a list loses whose comments stand wholly outside its items; the share of signed ones that counts.
_OUTSIDE = 12.0
_MOSTLY = 0.6
# What speaks for or against answers of another kind than the list that they stand in.
_AFTER_BUTTON = 1.0


def by_items(region: Sequence[Labelled]) -> Cut | None:
    """Each item of the outermost list is a comment; items further in answer the one they stand in."""
    return _by_items(region, frozenset())


def by_mixed_items(region: Sequence[Labelled]) -> Cut | None:
    """The same where the answers are lists of another kind than the thread: bullets within numbers.

    They are told from a list within a comment by what stands before them: each follows a button or a finished text.
    """
    first = _first_of(region)
    inner = {entry.line.marker for entry in region if entry.line.indent == first.line.indent + 2}
    others = inner - {first.line.marker, None, "dash"}
    if not others:
        return None
    cut = _by_items(region, others)
    if cut is not None and any("tail" in entry.sights for entry in region):
        # Where comments end with a button, a list that begins without one before it is within a comment.
        places = [index for index, entry in enumerate(region) if entry.line.marker in others and index]
        follows = all(is_aside(region[index - 1]) for index in places)
        cut.score += _AFTER_BUTTON if follows else -_AFTER_BUTTON
    return cut


def _first_of(region: Sequence[Labelled]) -> Labelled:
    """The first line that is no button."""
    return next((entry for entry in region if not is_aside(entry)), region[0])


def _by_items(region: Sequence[Labelled], others: Collection[str | None]) -> Cut | None:
    """The cut by the items of a list, in which items of `others` one step further in are answers."""
    first = _first_of(region)
    if first.line.marker not in ("bullet", "number"):
        return None
    base, marker = first.line.indent, first.line.marker
    templates = templates_in(region)
    cut = Cut([])
    levels: list[int] = []
    end = _end_of_list(region, base, marker, templates) if base else len(region)
    cut.furniture.extend(region[end:])
    for entry in region[:end]:
        line = entry.line
        if line.marker and _opens(entry, base, marker, levels, templates, cut, others):
            while levels and levels[-1] >= line.indent:
                levels.pop()
            levels.append(line.indent)
            piece = Piece(depth=len(levels) - 1)
            cut.pieces.append(piece)
            cut.nested |= piece.depth != 0
            take_first(piece, entry, templates)
        elif not cut.pieces or is_aside(entry):
            cut.furniture.append(entry)
        else:
            take(cut.pieces[-1], entry, templates)
    _sign_by_likeness(cut)
    finish(cut)
    ordinals = [e.line.ordinal for e in region[:end] if e.line.indent == base and e.line.marker == "number"]
    signed = sum(bool(piece.head) for piece in cut.pieces) / max(1, len(cut.pieces))
    cut.score += 3.0 + (2.0 if ordinals == list(range(1, len(ordinals) + 1)) else 0.0)
    cut.score += 3.0 * signed if signed > _MOSTLY else 0.0
    if base:
        # In a dump that kept its indents, text outside the items says that the list is within a comment.
        texts = [entry for piece in cut.pieces for entry in piece.text]
        outside = sum(entry.line.indent <= base and not entry.line.marker for entry in texts)
        cut.score -= _OUTSIDE * outside / max(1, len(texts))
    return cut


def _sign_by_likeness(cut: Cut) -> None:
    """Sign the items whose first line ends with a date like those of the others: a linking page has a long name."""
    dated = [piece for piece in cut.pieces if piece.head and piece.captured.date and len(piece.head) == 1]
    if len(dated) * 2 < len(cut.pieces):
        return
    for piece in cut.pieces:
        first = piece.text[0] if piece.text and not piece.head else None
        if first is not None and first.sights.dated is not None and first.line.marker:
            author, date = first.sights.dated
            piece.head.append(piece.text.pop(0))
            piece.captured = Captured(author=author, date=date)
            if piece.text and piece.text[0].line.text.startswith(CUT_OUT):
                piece.kind = "pingback"


def _end_of_list(region: Sequence[Labelled], base: int, marker: Marker, templates: Counter[str]) -> int:
    """The index after the last line of the list; what follows it without an indent is no comment's.

    The list goes on behind such a line only with an item that is signed, or that continues its count.
    """
    end = len(region)
    if min([entry.line.indent for entry in region]) >= base:
        return end  # as on most pages
    last = 0
    for index, entry in enumerate(region):
        line = entry.line
        if line.indent < base:
            end = min(end, index)
        elif line.indent == base and line.marker == marker:
            if index < end:
                last = line.ordinal or last
            elif is_signing(entry, templates) or (line.ordinal is not None and line.ordinal == last + 1):
                end = len(region)
    while end > 1 and region[end - 1].line.indent < base:
        end -= 1
    return end


def _opens(
    entry: Labelled,
    base: int,
    marker: str,
    levels: list[int],
    templates: Counter[str],
    cut: Cut,
    others: Collection[str | None],
) -> bool:
    """Whether an item begins a comment, rather than being part of a list within one."""
    line = entry.line
    if line.indent < base or is_aside(entry):
        return False
    if line.indent == base:
        if line.marker != marker:
            return False
        # Numbered without indent: only what continues the count, or signs itself, is a comment.
        return base > 0 or not cut.pieces or is_signing(entry, templates) or marker == "bullet"
    if is_signing(entry, templates) or ping_kind(entry.sights):
        return True
    signed = (
        bool(cut.pieces) and bool(cut.pieces[0].head) and cut.pieces[0].first is cut.pieces[0].head[0].line
    )
    # A list within a comment begins where its text goes on; an answer begins a list of the thread's own kind.
    is_of_thread = line.marker == marker or line.marker in others
    return not signed and is_of_thread and line.indent in (*levels, *(level + 2 for level in levels))
