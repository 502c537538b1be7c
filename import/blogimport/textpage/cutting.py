"""Cutting the comments of a page apart.

Each way of cutting (by list items, by author lines before or after the text, by what follows a comment,
by the writers' own words) is tried where it can work, and the one that is most consistent with the page and
with the number that the page declares is taken. The order of trust is that of the signs: what a list or an
author line states is stated; a cut by the writers' words is a guess with its reason.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from blogimport.textpage.cues import Captured, Sight, Sights
from blogimport.textpage.labelling import Labelled, is_strong
from blogimport.textpage.lines import Line
from blogimport.textpage.unmarked import cut_by_words
from reader.models import CommentKind

# What stands over the line that signs a comment is at most an avatar's letter and a subject.
_LONGEST_LEAD = 2
# A way of cutting with this score leaves nothing for a less trusted one: a numbered list of signed comments, say,
# as many as the page declares.
_CERTAIN = 12.0
_LONGEST_LEAD_WORDS = 8
_AVATAR_LENGTH = 2
# What a list loses whose comments stand wholly outside its items; the share of signed ones that counts.
_OUTSIDE = 12.0
_MOSTLY = 0.6


@dataclass(slots=True)
class Piece:
    """The lines of one comment: those that say who and when (`head`), and its text; `depth` where stated.

    `answers_one` and `is_answered` are what its buttons tell, where they tell it.
    """

    head: list[Labelled] = field(default_factory=list)
    text: list[Labelled] = field(default_factory=list)
    captured: Captured = field(default_factory=Captured)
    depth: int | None = None
    kind: CommentKind = "comment"
    reasons: dict[str, str] = field(default_factory=dict)
    answers_one: bool = False
    is_answered: bool = False

    @property
    def lines(self) -> list[Labelled]:
        """All its lines in page order."""
        return sorted([*self.head, *self.text], key=lambda entry: entry.line.number)


@dataclass(slots=True)
class Cut:
    """The comments of a page in reading order, and the lines among them that are none of theirs."""

    pieces: list[Piece]
    furniture: list[Labelled] = field(default_factory=list)
    score: float = 0.0
    nested: bool = False


def cut_comments(region: Sequence[Labelled], declared: int | None) -> Cut:
    """The comments in the part of a page that holds them."""
    if not region:
        return Cut([])
    ways: list[Callable[[Sequence[Labelled]], Cut | None]] = [
        _by_items,
        _by_heads_before,
        _by_heads_after,
        _by_tails,
    ]
    cuts: list[Cut] = []
    for way in ways:
        cut = way(region)
        if cut is not None and cut.pieces:
            cut.score += _agreement(len(cut.pieces), declared)
            cuts.append(cut)
            if cut.score >= _CERTAIN:
                break
    best = max(cuts, key=lambda cut: cut.score, default=None)
    if best is not None and best.score > 0:
        return best
    return _by_words(region, declared)


def _agreement(found: int, declared: int | None) -> float:
    """How well a number of comments fits the declared one: fewer is common, more is not."""
    if declared is None:
        return 0.0
    if found == declared:
        return 4.0
    return max(-3.0, 0.5 * (found - declared)) if found < declared else max(-4.0, declared - found)


# --- who and when -----------------------------------------------------------------------------------


def _head_of(seen: Sights) -> Sight | None:
    """The line as one that signs a comment."""
    if not seen.by_kind:
        return None
    before, either = seen.get("head_before"), seen.get("head")
    if before is not None and either is not None:
        return before if before.captured.date or not either.captured.date else either
    return before or either


def _template(seen: Sights) -> str:
    """Which cue a signing line follows; the lines of one page follow one or two."""
    sight = _head_of(seen)
    return sight.cue if sight else ""


def _is_signing(entry: Labelled, templates: Counter[str]) -> bool:
    """Whether a line signs a comment on this page: it is sure in itself, or looks like others."""
    sight = _head_of(entry.sights)
    if sight is None:
        return False
    return is_strong(entry.sights) or templates[sight.cue] > 1 or "head_before" in entry.sights


def _ping_kind(seen: Sights) -> CommentKind | None:
    if "pingback" in seen:
        return "pingback"
    return "trackback" if "trackback" in seen else None


def _is_aside(entry: Labelled) -> bool:
    """A line among comments that is part of none: buttons, « Réponses », a notice."""
    kinds = entry.sights.by_kind
    if "head" in kinds or "head_before" in kinds:
        return False
    return any(kind in kinds for kind in ("tail", "answers", "waiting")) or (
        "furniture" in kinds and entry.line.shape == "short"
    )


# --- by list items ----------------------------------------------------------------------------------


def _by_items(region: Sequence[Labelled]) -> Cut | None:
    """Each item of the outermost list is a comment; items further in answer the one they stand in."""
    first = next((entry for entry in region if not _is_aside(entry)), region[0])
    if first.line.marker not in ("bullet", "number"):
        return None
    base, marker = first.line.indent, first.line.marker
    templates = _templates(region)
    cut = Cut([])
    levels: list[int] = []
    end = _end_of_list(region, base)
    cut.furniture.extend(region[end:])
    for entry in region[:end]:
        line = entry.line
        if line.marker and _opens(entry, base, marker, levels, templates, cut):
            while levels and levels[-1] >= line.indent:
                levels.pop()
            levels.append(line.indent)
            piece = Piece(depth=len(levels) - 1)
            cut.pieces.append(piece)
            cut.nested |= piece.depth != 0
            _take_first(piece, entry, templates)
        elif not cut.pieces or _is_aside(entry):
            cut.furniture.append(entry)
        else:
            _take(cut.pieces[-1], entry, templates)
    _sign_by_likeness(cut)
    _finish(cut)
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
            if piece.text and piece.text[0].line.text.startswith(("[…]", "[...]")):
                piece.kind = "pingback"


def _end_of_list(region: Sequence[Labelled], base: int) -> int:
    """The index after the last line of the list; what follows it without an indent is no comment's."""
    if not base:
        return len(region)
    end = len(region)
    while end > 1 and region[end - 1].line.indent < base:
        end -= 1
    return end


def _opens(
    entry: Labelled, base: int, marker: str, levels: list[int], templates: Counter[str], cut: Cut
) -> bool:
    """Whether an item begins a comment, rather than being part of a list within one."""
    line = entry.line
    if line.indent < base or _is_aside(entry):
        return False
    if line.indent == base:
        if line.marker != marker:
            return False
        # Numbered without indent: only what continues the count, or signs itself, is a comment.
        return base > 0 or not cut.pieces or _is_signing(entry, templates) or marker == "bullet"
    if _is_signing(entry, templates) or _ping_kind(entry.sights):
        return True
    signed = bool(cut.pieces) and bool(cut.pieces[0].head)
    # A list within a comment begins where its text goes on; an answer begins a list of the thread's own kind.
    return not signed and line.marker == marker and line.indent in (*levels, *(level + 2 for level in levels))


def _templates(region: Sequence[Labelled]) -> Counter[str]:
    """How often each cue of a signing line is followed in a region."""
    return Counter(template for entry in region if (template := _template(entry.sights)))


def _take_first(piece: Piece, entry: Labelled, templates: Counter[str]) -> None:
    """The line of an item that begins a comment: it signs it, or its text begins there."""
    kind = _ping_kind(entry.sights)
    if kind is not None:
        sight = entry.sights.by_kind["pingback" if kind == "pingback" else "trackback"]
        piece.kind = kind
        piece.captured = Captured(author=sight.captured.title)
        piece.text.append(entry)
    elif _is_signing(entry, templates):
        _sign(piece, entry)
    else:
        piece.text.append(entry)


def _take(piece: Piece, entry: Labelled, templates: Counter[str]) -> None:
    """A further line of a comment: its date, its author line, or its text."""
    if "ago" in entry.sights and not piece.captured.date and not piece.text:
        piece.head.append(entry)
        piece.reasons["published"] = f"the page says “{entry.line.text}”, and not from which day that counts"
    elif entry.sights.date and not piece.captured.date and (not piece.text or not piece.captured.author):
        piece.head.append(entry)
        piece.captured = piece.captured.merged(Captured(date=entry.sights.date))
    elif _is_signing(entry, templates) and not piece.head and is_strong(entry.sights):
        _sign(piece, entry)
    else:
        piece.text.append(entry)


def _sign(piece: Piece, entry: Labelled) -> None:
    sight = _head_of(entry.sights)
    assert sight is not None, "only a signing line signs"
    piece.head.append(entry)
    piece.captured = piece.captured.merged(sight.captured)
    if " » " in (sight.captured.author or ""):
        piece.kind = "pingback"


def _finish(cut: Cut) -> None:
    """A date under a text signs it; comments without a word of text tell that the cut is wrong."""
    for piece in cut.pieces:
        last = piece.text[-1].sights if len(piece.text) > 1 else None
        if last is not None and not piece.captured.date and (last.date or last.time):
            piece.head.append(piece.text.pop())
            piece.captured = piece.captured.merged(Captured(date=last.date, time=last.time))
        if not piece.text:
            cut.score -= 2.0


# --- by author lines --------------------------------------------------------------------------------


def _signing_lines(region: Sequence[Labelled]) -> list[Labelled]:
    """The lines that sign comments on this page: those that follow its commonest cues."""
    templates = _templates(region)
    signing = [entry for entry in region if _is_signing(entry, templates)]
    dated = [entry for entry in signing if _dated(entry)]
    # Where most lines give a date, one that gives none is a sentence of a comment.
    return dated if len(dated) * 2 > len(signing) else signing


def _dated(entry: Labelled) -> bool:
    sight = _head_of(entry.sights)
    return sight is not None and sight.captured.date is not None


def _by_heads_before(region: Sequence[Labelled]) -> Cut | None:
    """Each comment begins with the line that signs it, or with the short lines that stand over that one."""
    signing = {entry.line.number for entry in _signing_lines(region)}
    if not signing:
        return None
    cut = Cut([])
    templates = _templates(region)
    early: list[Labelled] = []
    leads = _leads(region, signing)
    for index, entry in enumerate(region):
        kind = _ping_kind(entry.sights)
        if index in leads:
            if index - 1 not in leads or entry.line.marker:
                cut.pieces.append(Piece())
            cut.pieces[-1].head.append(entry)
        elif entry.line.number in signing or kind is not None:
            if index - 1 not in leads:
                cut.pieces.append(Piece())
            _take_first(cut.pieces[-1], entry, templates)
        elif _is_aside(entry):
            cut.furniture.append(entry)
            if cut.pieces:
                cut.pieces[-1].answers_one |= "answering" in entry.sights
                cut.pieces[-1].is_answered |= "answered" in entry.sights
        elif not cut.pieces:
            early.append(entry)
        else:
            _take(cut.pieces[-1], entry, Counter())
    cut.furniture.extend(early)
    _finish(cut)
    _nest_by_indent(cut)
    cut.score += 3.0 + min(3, len(signing)) - 3.0 * len(early)
    return cut


def _leads(region: Sequence[Labelled], signing: set[int]) -> set[int]:
    """The indices of the lines that stand over a signing line and belong to it: an avatar's letter, a subject.

    They follow a button or the beginning, or the outermost of them is the line of an item.
    """
    found: set[int] = set()
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
        if is_item or place < 0 or _is_aside(region[place]):
            found.update(lead)
        elif len(region[lead[0]].line.text) <= _AVATAR_LENGTH:
            found.add(lead[0])
    return found


def _may_lead(entry: Labelled, signing: set[int]) -> bool:
    """Whether a line is short enough, and no part of anything else, to stand over a signing line."""
    if entry.line.number in signing or _is_aside(entry) or entry.sights.date:
        return False
    return entry.line.shape == "short" and entry.line.text.count(" ") < _LONGEST_LEAD_WORDS


def _nest_by_indent(cut: Cut) -> None:
    """Depths where the dump kept them as columns: what stands further in answers what it stands in."""
    columns = [piece.lines[0].line.indent for piece in cut.pieces]
    indents = sorted(set(columns))
    if len(indents) < 2 or columns[0] != indents[0]:
        return
    if any(p.lines[0].line.indent > indents[0] and not p.lines[0].line.marker for p in cut.pieces):
        return
    cut.nested = True
    for piece, column in zip(cut.pieces, columns, strict=True):
        piece.depth = indents.index(column)


def _by_heads_after(region: Sequence[Labelled]) -> Cut | None:
    """Each comment ends with the line that signs it."""
    signing = {
        entry.line.number
        for entry in _signing_lines(region)
        if "head_before" not in entry.sights or "head" in entry.sights
    }
    if not signing:
        return None
    cut = Cut([])
    piece = Piece()
    for entry in region:
        if entry.line.number in signing:
            _sign(piece, entry)
            cut.pieces.append(piece)
            piece = Piece()
        elif _is_aside(entry):
            cut.furniture.append(entry)
        else:
            piece.text.append(entry)
    _finish(cut)
    opening = sum("head_before" in e.sights and e.line.number not in signing for e in region)
    cut.score += 3.0 + min(3, len(signing)) - 3.0 * len(piece.text) - 1.0 * opening
    if piece.text and cut.pieces:
        piece.reasons["boundary"] = "no author line follows it"
        cut.pieces.append(piece)
    indents = sorted({piece.lines[0].line.indent for piece in cut.pieces if piece.lines[0].line.marker})
    if len(indents) > 1:
        cut.nested = True
        for piece in cut.pieces:
            indent = piece.lines[0].line.indent
            piece.depth = indents.index(indent) if indent in indents else 0
    return cut


# --- by what follows each ---------------------------------------------------------------------------


def _by_tails(region: Sequence[Labelled]) -> Cut | None:
    """Each comment ends with a button: « Répondre »."""
    if not any("tail" in entry.sights for entry in region):
        return None
    cut = Cut([])
    piece = Piece()
    for entry in region:
        if "tail" in entry.sights:
            cut.furniture.append(entry)
            if piece.text or piece.head:
                cut.pieces.append(piece)
                piece = Piece()
        elif _is_aside(entry):
            cut.furniture.append(entry)
        else:
            _take(piece, entry, Counter())
    if piece.text or piece.head:
        cut.pieces.append(piece)
        cut.score -= 1.0
    _finish(cut)
    cut.score += 1.0
    return cut


# --- by the writers' own words ----------------------------------------------------------------------


def _by_words(region: Sequence[Labelled], declared: int | None) -> Cut:
    """Nothing marks the comments: cut where people greet, close and sign, up to the declared number."""
    asides = [entry for entry in region if _is_aside(entry)]
    kept = [entry for entry in region if not _is_aside(entry)]
    lines: list[Line] = [entry.line for entry in kept]
    cuts = cut_by_words(lines, declared)
    pieces: list[Piece] = []
    for index, entry in enumerate(kept):
        if index == 0 or index in cuts:
            pieces.append(Piece())
            if len(cuts) or (declared or 1) > 1:
                pieces[-1].reasons["boundary"] = cuts.get(
                    index, "the first of the comments, which nothing marks"
                )
        pieces[-1].text.append(entry)
    if declared is not None and declared > len(pieces) and not cuts and pieces:
        pieces[0].reasons["boundary"] = (
            f"{declared} comments run together here, and nothing tells where each begins"
        )
    return Cut(pieces, asides)
