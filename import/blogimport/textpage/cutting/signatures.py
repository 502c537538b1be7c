"""Comments that are told by the lines that sign them, before or after the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from blogimport.textpage.cues import Captured
from blogimport.textpage.cutting.finishing import finish
from blogimport.textpage.cutting.pieces import (
    NO_TEMPLATES,
    Cut,
    Piece,
    is_aside,
    is_signing,
    ping_kind,
    sign,
    take,
    take_first,
    templates_in,
)
from blogimport.textpage.cutting.sides import are_labels, side_by_blanks
from blogimport.textpage.labelling import Labelled, is_number
from blogimport.textpage.lines import ends_sentence
from blogimport.textpage.recasting import ANSWERING, UNDER, alike

# What stands over the line that signs a comment is at most an avatar's letter and a subject.
_LONGEST_LEAD = 2
_LONGEST_LEAD_WORDS = 8
_AVATAR_LENGTH = 2
_FEWEST_SUBJECTS = 3
_FEWEST_HOLDING = 2
_CLOSERS = (")", "]", "))", "])")
_MOSTLY = 0.7
# What it says for a way of cutting that each comment begins and ends with the name of its writer.
_NAMED_TWICE = 4.0
# What it says against one that blank lines tell that they are signed on the other side.
_OTHER_SIDE = 6.0


def _signing_lines(region: Sequence[Labelled], templates: Counter[str]) -> list[Labelled]:
    """The lines that sign comments on this page: those that follow its commonest cues."""
    signing = [entry for entry in region if is_signing(entry, templates)]
    dated = [entry for entry in signing if _dated(entry)]
    # Where most lines give a date, one that gives none is a sentence of a comment.
    if len(dated) * 2 <= len(signing):
        return signing
    # Nor is one that gives no year where most do.
    whole = [entry for entry in dated if _has_year(entry)]
    return whole if len(whole) * 2 > len(dated) else dated


def _dated(entry: Labelled) -> bool:
    """Whether a line that signs says when, or how long ago."""
    head = entry.sights.head
    return head is not None and (head.captured.date is not None or "ago" in entry.sights.by_kind)


def _has_year(entry: Labelled) -> bool:
    head = entry.sights.head
    return head is not None and not (head.captured.date or "").startswith("--")


def _are_links_alone(region: Sequence[Labelled]) -> bool:
    """Whether links from other pages stand there, and no comment that ends with a button."""
    are_links = False
    for entry in region:
        by_kind = entry.sights.by_kind
        if "tail" in by_kind:
            return False
        are_links = are_links or "pingback" in by_kind or "trackback" in by_kind
    return are_links


def by_heads_before(region: Sequence[Labelled]) -> Cut | None:
    """Each comment begins with the line that signs it, or with the short lines that stand over that one."""
    templates = templates_in(region)
    signing = {entry.line.number for entry in _signing_lines(region, templates)}
    if templates[UNDER] or not (signing or _are_links_alone(region)):
        return None
    cut = Cut([])
    early: list[Labelled] = []
    leads = _leads(region, signing) | {index for index, entry in enumerate(region) if is_number(entry.sights)}
    for index, entry in enumerate(region):
        kind = ping_kind(entry.sights)
        if index in leads:
            if index - 1 not in leads or entry.line.marker:
                cut.pieces.append(Piece())
            cut.pieces[-1].head.append(entry)
        elif entry.line.number in signing or kind is not None:
            if index - 1 not in leads:
                cut.pieces.append(Piece())
            take_first(cut.pieces[-1], entry, templates)
        elif is_aside(entry):
            cut.furniture.append(entry)
            if cut.pieces:
                cut.pieces[-1].answers_one |= "answering" in entry.sights
                cut.pieces[-1].is_answered |= "answered" in entry.sights
        elif not cut.pieces:
            early.append(entry)
        else:
            take(cut.pieces[-1], entry, NO_TEMPLATES)
    cut.furniture.extend(early)
    finish(cut)
    _nest_by_indent(cut)
    # A text that begins the comments is signed by the line after it, unless blank lines tell otherwise.
    texts = sum(entry.line.shape == "prose" for entry in early)
    side = side_by_blanks(region, signing)
    cut.score += 3.0 + min(3, len(signing)) - (1.0 if side == "over" else 3.0) * len(early) - 1.0 * texts
    cut.score -= _OTHER_SIDE if side == "under" else 0.0
    return cut


def _leads(region: Sequence[Labelled], signing: set[int]) -> set[int]:
    """The indices of the lines that stand over a signing line and belong to it: an avatar's letter, a subject.

    They follow a button or the beginning, or the outermost of them is the line of an item.
    """
    found = _subjects(region, signing)
    if found:
        return found
    first: set[int] = set()
    # Where some signing lines stand apart from the text before, what stands right over others is no such text.
    is_apart = any(entry.line.number in signing and entry.line.after_blank for entry in region[1:])
    for index, entry in enumerate(region):
        if entry.line.number not in signing or entry.line.marker:
            continue
        lead: list[int] = []
        place = index - 1
        while place >= 0 and len(lead) < _LONGEST_LEAD and _may_lead(region[place], signing):
            lead.append(place)
            place -= 1
            if region[lead[-1]].line.marker:
                break
        if not lead:
            continue
        is_item = region[lead[-1]].line.marker is not None
        if place < 0 and not is_item:
            first.update(lead)
        elif is_item or (is_aside(region[place]) and not _stands_by_head(place, region, signing)):
            found.update(lead)
        elif len(region[lead[0]].line.text) <= _AVATAR_LENGTH or _stands_over(
            region, index, is_apart=is_apart
        ):
            found.add(lead[0])
    # Where no other comment has a subject, a short line at the beginning is the text of one that is signed below.
    return found | first if found or len(signing) == 1 else found


def _stands_by_head(place: int, region: Sequence[Labelled], signing: set[int]) -> bool:
    """Whether a button stands right under who signs a comment and when, so that what follows is the text."""
    while place >= 0 and (is_aside(region[place]) or region[place].sights.date):
        place -= 1
    return place >= 0 and region[place].line.number in signing


def _subjects(region: Sequence[Labelled], signing: set[int]) -> set[int]:
    """The indices of lines that stand over all signing lines as subjects do, and end no text."""
    places = [index for index, entry in enumerate(region) if entry.line.number in signing]
    over = [index - 1 for index in places]
    if len(over) < _FEWEST_SUBJECTS:
        return set()
    figured = _end_alike(
        region, [index for index in over if index >= 0 and _may_lead(region[index], signing)]
    )
    if len(figured) >= max(_FEWEST_SUBJECTS, _MOSTLY * len(over)):
        return figured
    if over[0] > 0:
        return set()
    if over[0] < 0:
        # The first subject was taken for the end of the post.
        over = over[1:]
    if any(ANSWERING.match(region[index].line.text) for index in over) and all(
        _may_lead(region[index], signing) for index in over
    ):
        return set(over)
    if len(over) < len(places):
        return set()
    is_over = all(
        _may_lead(region[index], signing) and region[index].line.after_blank and not region[index].line.marker
        for index in over
    )
    texts = [region[index - 1] for index in over[1:]]
    if not is_over or any(entry.line.number in signing for entry in texts):
        return set()
    ending = sum(ends_sentence(region[index].line) for index in over)
    return set() if ending * 2 > len(over) else set(over)


def _end_alike(region: Sequence[Labelled], over: Sequence[int]) -> set[int]:
    """Of the indices of lines those that end with the same figures of a theme as most: « A word (Score: 1) »."""
    ends = {index: tuple(alike(region[index].line.text)[-_FEWEST_SUBJECTS:]) for index in over}
    (usual, _), *_ = Counter(ends.values()).most_common(1) or [((), 0)]
    if "0" not in usual or usual[-1] not in _CLOSERS:
        return set()
    return {index for index, end in ends.items() if end == usual}


def _stands_over(region: Sequence[Labelled], index: int, *, is_apart: bool) -> bool:
    """Whether the line before a signing line stands right over it, as a subject under a blank line.

    The text stands right under both, or where others are signed apart from it, after a blank line.
    """
    lines = [entry.line for entry in region[index - 1 : index + 2]]
    gaps = [line.after_blank for line in lines]
    is_over = gaps == [True, False, False] or (is_apart and gaps == [True, False, True])
    return is_over and not ends_sentence(lines[0])


def _may_lead(entry: Labelled, signing: set[int]) -> bool:
    """Whether a line is short enough, and no part of anything else, to stand over a signing line."""
    if entry.line.number in signing or is_aside(entry) or entry.sights.date or "form" in entry.sights:
        return False
    return entry.line.shape == "short" and entry.line.text.count(" ") < _LONGEST_LEAD_WORDS


def _nest_by_indent(cut: Cut) -> None:
    """Depths where the dump kept them as columns: what stands further in answers what it stands in."""
    columns = [piece.first.indent for piece in cut.pieces]
    indents = sorted(set(columns))
    if len(indents) < 2 or columns[0] != indents[0]:
        return
    if any(p.first.indent > indents[0] and not p.first.marker for p in cut.pieces):
        return
    cut.nested = True
    for piece, column in zip(cut.pieces, columns, strict=True):
        piece.depth = indents.index(column)


def _begins_form(region: Sequence[Labelled], signing: set[int]) -> bool:
    """Whether the form stands right under the last line that signs a comment."""
    last = max(index for index, entry in enumerate(region) if entry.line.number in signing)
    after = region[last + 1 : last + 2]
    return any("form" in entry.sights and entry.line.after_blank for entry in after)


def _hold_texts(region: Sequence[Labelled], signing: set[int]) -> bool:
    """Whether each signing line begins an item in which further lines stand: these belong to it."""
    if len(signing) < _FEWEST_HOLDING:
        return False
    following = [
        (entry.line, below.line) for entry, below in pairwise(region) if entry.line.number in signing
    ]
    return len(following) == len(signing) and all(
        line.marker is not None and below.marker is None and below.indent > line.indent
        for line, below in following
    )


def _completes(piece: Piece, entry: Labelled) -> bool:
    """Whether a line says when, right under the one that says who wrote a comment."""
    is_open = piece.captured.author is not None and piece.captured.date is None
    return is_open and entry.sights.date is not None


def _begins_with_author(piece: Piece) -> bool:
    """Whether who signs a comment under its text stands over that, too."""
    return len(piece.text) > 1 and piece.text[0].line.text == piece.captured.author


def _mark_answers(pieces: Sequence[Piece]) -> None:
    """One person's texts that are signed otherwise than all others, as over a text, answer what they stand under."""
    answers = [piece for piece in pieces[1:] if any("head_before" in entry.sights for entry in piece.head)]
    if len(answers) * 2 <= len(pieces) and len({piece.captured.author for piece in answers}) == 1:
        for piece in answers:
            piece.answers_before = True


def by_heads_after(region: Sequence[Labelled]) -> Cut | None:
    """Each comment ends with the line that signs it."""
    signing = {
        entry.line.number
        for entry in _signing_lines(region, templates_in(region))
        if "head_before" not in entry.sights or "head" in entry.sights
    }
    if not signing or all(entry.line.text[-1] == ":" for entry in region if entry.line.number in signing):
        return None  # a colon announces what follows
    if _hold_texts(region, signing):
        return None
    cut = Cut([])
    piece = Piece()
    for entry in region:
        if entry.line.number in signing:
            sign(piece, entry)
            cut.pieces.append(piece)
            piece = Piece()
        elif is_aside(entry):
            cut.furniture.append(entry)
        elif cut.pieces and not piece.text and _completes(cut.pieces[-1], entry):
            cut.pieces[-1].head.append(entry)
            cut.pieces[-1].captured = cut.pieces[-1].captured.merged(Captured(date=entry.sights.date))
        else:
            piece.text.append(entry)
    if len(cut.pieces) > 1 and (_begins_form(region, signing) or are_labels(piece.text, region, signing)):
        cut.furniture.extend(piece.text)  # the form, or what the site says next
        piece = Piece()
    if len(cut.pieces) > 1 and all(map(_begins_with_author, cut.pieces)):
        cut.score += _NAMED_TWICE
        cut.furniture.extend(piece.text)
        piece = Piece()
    _mark_answers(cut.pieces)
    finish(cut)
    opening = sum("head_before" in e.sights and e.line.number not in signing for e in region)
    cut.score += 3.0 + min(3, len(signing)) - 3.0 * len(piece.text) - 1.0 * opening
    cut.score -= _OTHER_SIDE if side_by_blanks(region, signing) == "over" else 0.0
    if piece.text and cut.pieces:
        piece.reasons["boundary"] = "no author line follows it"
        cut.pieces.append(piece)
    indents = sorted({piece.first.indent for piece in cut.pieces if piece.first.marker})
    if len(indents) > 1:
        cut.nested = True
        for piece in cut.pieces:
            indent = piece.first.indent
            piece.depth = indents.index(indent) if indent in indents else 0
    return cut
