"""The way of cutting that is most consistent with the page and with the number that it declares.

The order of trust is that of the signs: list items, author lines, the buttons that follow a comment. What they
state is stated; where nothing marks the comments, a cut by the writers' words is a guess with its reason.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence

from blogimport.textpage.cutting.alone import sign_alone
from blogimport.textpage.cutting.finishing import finish
from blogimport.textpage.cutting.firstlines import sign_by_first_lines
from blogimport.textpage.cutting.hosting import by_heads_on_both_sides
from blogimport.textpage.cutting.items import by_items, by_mixed_items
from blogimport.textpage.cutting.pieces import (
    NO_TEMPLATES,
    Cut,
    Piece,
    is_aside,
    ping_kind,
    take,
    take_first,
    templates_in,
)
from blogimport.textpage.cutting.signatures import by_heads_after, by_heads_before
from blogimport.textpage.cutting.trimming import is_sites, trim
from blogimport.textpage.cutting.unmarked import cut_by_words
from blogimport.textpage.labelling import Labelled
from blogimport.textpage.language import beginning, language_of
from blogimport.textpage.lines import Line
from blogimport.textpage.voice import greets, is_finished, name_line

# A way of cutting with this score leaves nothing for a less trusted one: a numbered list of signed comments, say,
# as many as the page declares.
_CERTAIN = 12.0
# What it says for a way of cutting that it finds as many as the page declares.
_A_HEAD = 2.0
_AGREEMENT = 4.0
# What a site says over the comments, and nobody who comments.
_SITES = frozenset(("furniture", "form"))
# What begins something else of the site below comments; so many are signed alike above it.
_OTHERS = frozenset(("form", "related"))
_FEWEST = 2
_LONGEST_GREETING = 16
# What it says against buttons that none stands under the last comment: extractors may have dropped it.
_NO_BUTTON = 0.5
_CALL = re.compile(r"@[^\W\d_][\w.-]*(?: [^\W\d_][\w.-]*)?\s?[:,]?")
# So many comments are surely some that so many people have signed with the minute, in order.
_A_TALK, _PEOPLE = 4, 3


def cut_comments(region: Sequence[Labelled], declared: int | None, *, is_over_form: bool = False) -> Cut:
    """The comments in the part of a page that holds them, with the form for further ones right under them or not."""
    told = _end_of_what_site_says(region)
    if told:
        # What the site says over the comments is long sometimes: « N'oublie pas que les propos injurieux… ».
        rest = cut_comments(region[told:], declared, is_over_form=is_over_form)
        rest.furniture.extend(region[:told])
        return rest
    if not region:
        return Cut([])
    end = _end_of_comments(region)
    if end < len(region):
        first = cut_comments(region[:end], declared, is_over_form="form" in region[end].sights)
        first.furniture.extend(region[end:])
        return first
    cuts: list[Cut] = []
    most = 0.0
    for way, reach in _WAYS:
        if most >= reach + _AGREEMENT:
            continue
        cut = way(region)
        if cut is not None and cut.pieces:
            # Some sites count threads.
            threads = sum(not piece.depth for piece in cut.pieces)
            counts_threads = cut.nested and threads == declared and all(piece.head for piece in cut.pieces)
            found = threads if counts_threads else len(cut.pieces)
            cut.score += _agreement(found, declared) - _swallowed(cut)
            cuts.append(cut)
            most = max(most, cut.score)
            if most >= _CERTAIN:
                break
    best = max(cuts, key=lambda cut: cut.score, default=None)
    if best is not None and (best.score > 0 or _is_talk(best)):
        sign_by_first_lines(best)
        trim(best, is_over_form=is_over_form)
        sign_alone(best)
        return Cut([], list(region)) if is_sites(best, region) else best
    cut = by_words(region, declared)
    sign_alone(cut)
    return Cut([], list(region)) if is_sites(cut, region) else cut


def _end_of_what_site_says(region: Sequence[Labelled]) -> int:
    """The index where the site has said what it says over the comments: a form, and what stands around that."""
    said = next(
        (index for index, entry in enumerate(region) if _SITES.isdisjoint(entry.sights.by_kind)), len(region)
    )
    signing = [index for index, entry in enumerate(region) if entry.sights.head is not None]
    if len(signing) < _FEWEST or signing[0] <= said:
        return said
    # No text is signed right under a form; a button for it may stand at the end of each.
    forms = [index for index in signing if "form" in region[index - 1].sights]
    return signing[0] if forms == signing[:1] else said


def _end_of_comments(region: Sequence[Labelled]) -> int:
    """The index where something else of the site begins: a form, or a box of the latest comments signed otherwise."""
    place = next(
        (index for index, entry in enumerate(region) if not _OTHERS.isdisjoint(entry.sights.by_kind)), None
    )
    if place is None:
        return len(region)
    above = templates_in(region[:place])
    if not above:
        return len(region)
    usual, count = above.most_common(1)[0]
    goes_on = templates_in(region[place:])[usual] > 0
    return len(region) if goes_on or count < _FEWEST else place


def _is_talk(cut: Cut) -> bool:
    """Whether comments are surely some, though another number is declared: several people, one after the other."""
    dates = [piece.captured.date or "" for piece in cut.pieces if piece.captured.author and piece.text]
    is_whole = len(dates) == len(cut.pieces) >= _A_TALK and all("T" in date for date in dates)
    return is_whole and dates == sorted(dates) and len({p.captured.author for p in cut.pieces}) >= _PEOPLE


def _swallowed(cut: Cut) -> float:
    """How much speaks against comments in whose texts more lines say who and when than there are of them."""
    count = 0
    for piece in cut.pieces:
        for place, entry in enumerate(piece.text):
            head = entry.sights.head
            if head is not None and head.captured.author:
                # The day may stand right under the name.
                below = piece.text[place + 1].sights.date if place + 1 < len(piece.text) else None
                count += (head.captured.date or below) is not None
    return _A_HEAD * count if count > len(cut.pieces) else 0.0


def _agreement(found: int, declared: int | None) -> float:
    """How well a number of comments fits the declared one: fewer is common, more is not."""
    if not declared:
        # « Votre commentaire » says on one platform that there are none, and on others it is a form.
        return 0.0
    if found == declared:
        return _AGREEMENT
    missing = declared - found
    if missing < 0:
        return max(-4.0, missing)
    # Of two ways that both find far too few, the one that finds more; a page may show a few of thousands.
    return max(-2.0, -0.5 * missing) - missing / (missing + 100)


def by_tails(region: Sequence[Labelled]) -> Cut | None:
    """Each comment ends with a button: « Répondre »."""
    if not any("tail" in entry.sights for entry in region):
        return None
    cut = Cut([])
    piece = Piece()
    buttons: list[str] = []
    for entry in region:
        if "tail" in entry.sights:
            cut.furniture.append(entry)
            if piece.text or piece.head:
                cut.pieces.append(piece)
                buttons.append(entry.line.text)
                piece = Piece()
        elif entry.sights.by_kind and not (piece.text or piece.head) and ping_kind(entry.sights):
            # The link is all that a program shows of another page here.
            take_first(piece, entry, NO_TEMPLATES)
            cut.pieces.append(piece)
            buttons.append("")
            piece = Piece()
        elif is_aside(entry):
            cut.furniture.append(entry)
        else:
            take(piece, entry, NO_TEMPLATES)
    if piece.text or piece.head:
        cut.pieces.append(piece)
        cut.score -= _NO_BUTTON
    _tell_answers(cut.pieces, buttons)
    finish(cut)
    cut.score += 1.0
    return cut


def by_early_tails(region: Sequence[Labelled]) -> Cut | None:
    """Each button stands under the first line of its comment, where an extractor has drawn it up to there.

    So it is where a button stands under the very first line, and text follows the last one, or a button stands under
    a line that only calls or greets somebody, « @Zoé », « Bonjour ! », or somebody signs between two buttons with more
    behind.
    """
    buttons = [index for index, entry in enumerate(region) if "tail" in entry.sights]
    if buttons[:1] != [1] or any(entry.line.after_blank for entry in region[1:]):
        return None
    openers = {index - 1 for index in buttons}
    is_told = any(_only_calls(region[index].line.text) for index in openers) or any(
        name_line(region[index].line.text) is not None and is_finished(region[index - 1].line.text)
        for index in range(buttons[0] + 2, buttons[-1] - 1)
        if index not in openers and not {index - 1, index} & set(buttons)
    )
    if not is_told and (buttons[-1] == len(region) - 1 or len(buttons) == 1):
        return None
    cut = Cut([], [region[index] for index in buttons], 2.0)
    for index, entry in enumerate(region):
        if index in openers:
            cut.pieces.append(
                Piece(reasons={"boundary": "a button stands under this line, as under the first of each"})
            )
        if index not in buttons and not is_aside(entry):
            take(cut.pieces[-1], entry, NO_TEMPLATES)
        elif index not in buttons:
            cut.furniture.append(entry)
    _tell_answers(cut.pieces, [region[index].line.text for index in buttons])
    finish(cut)
    return cut


def _only_calls(text: str) -> bool:
    """Whether a line calls or greets somebody, and says nothing else."""
    return _CALL.fullmatch(text) is not None or (len(text) <= _LONGEST_GREETING and greets(text))


def _tell_answers(pieces: Sequence[Piece], buttons: Sequence[str]) -> None:
    """Say which comments may be answered and which are answers, where the former have one more button than the latter.

    « RépondreSupprimer » stands under a comment, « Supprimer » under its answers; `buttons` are those of
    each, "" for none.
    """
    kinds = set(buttons) - {""}
    most = max(kinds, key=len, default="")
    if len(kinds) != _FEWEST or not most.endswith(min(kinds, key=len)):
        return
    for piece, its in zip(pieces, buttons, strict=False):
        piece.is_answered = its == most
        piece.answers_one = bool(its) and its != most


def by_words(region: Sequence[Labelled], declared: int | None) -> Cut:
    """Nothing marks the comments: cut where people greet, close and sign, up to the declared number."""
    asides = [entry for entry in region if is_aside(entry)]
    kept = [entry for entry in region if not is_aside(entry)]
    lines: list[Line] = [entry.line for entry in kept]
    cuts = cut_by_words(lines, declared, language_of(beginning(lines)))
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


# The most trusted first, each with the best score that it can reach by itself: one that can reach no more than another
# has reached is not tried.
_WAYS: tuple[tuple[Callable[[Sequence[Labelled]], Cut | None], float], ...] = (
    (by_items, math.inf),
    (by_mixed_items, math.inf),
    (by_heads_before, math.inf),
    (by_heads_after, math.inf),
    (by_heads_on_both_sides, math.inf),
    (by_early_tails, 2.0),
    (by_tails, 1.0),
)
