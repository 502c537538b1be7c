"""Comments that are signed under their texts, with answers of the host among them that are signed over theirs.

« … commentaire n° 2 posté par Zoé », « réponse de : Paul », the answer, the next visitor's text: where an answer ends
and the next comment begins is told by a blank line, or guessed from what people say.
"""

from __future__ import annotations

from collections.abc import Sequence

from blogimport.textpage.cutting.borders import border_before, signers_in
from blogimport.textpage.cutting.finishing import finish
from blogimport.textpage.cutting.pieces import Cut, Piece, is_aside, sign
from blogimport.textpage.labelling import Labelled
from blogimport.textpage.language import beginning, language_of
from blogimport.textpage.recasting import UNDER

_WHERE_IT_ENDS = "nothing but its words tells where the answer before it ends"


def by_heads_on_both_sides(region: Sequence[Labelled]) -> Cut | None:
    """Each comment ends with the line that signs it; one that follows such a line at once stands over an answer."""
    under = [index for index, entry in enumerate(region) if _signs_above(entry)]
    over = [index for index, entry in enumerate(region) if _signs_below(entry)]
    if len(under) < 2 or not over or any(index - 1 not in under for index in over):
        return None
    cut = Cut([])
    piece = Piece()
    answer: Piece | None = None
    for entry in region:
        if _signs_below(entry):
            answer = Piece(answers_before=True)
            sign(answer, entry)
            cut.pieces.append(answer)
        elif _signs_above(entry):
            if answer is not None:
                answer.text, piece.text = _divided(piece.text)
                if answer.text and not piece.text[0].line.after_blank:
                    piece.reasons["boundary"] = _WHERE_IT_ENDS
                answer = None
            sign(piece, entry)
            cut.pieces.append(piece)
            piece = Piece()
        elif is_aside(entry):
            cut.furniture.append(entry)
        else:
            piece.text.append(entry)
    if answer is not None:
        answer.text = piece.text
        piece = Piece()
    cut.furniture.extend(piece.text)
    finish(cut)
    cut.score += 4.0 + min(3, len(under)) - 3.0 * len(piece.text)
    return cut


def _signs_above(entry: Labelled) -> bool:
    """Whether a line signs the text over it."""
    head = entry.sights.get("head")
    is_dated = head is not None and (head.captured.date is not None or head.cue == UNDER)
    return is_dated and "head_before" not in entry.sights


def _signs_below(entry: Labelled) -> bool:
    """Whether a line says who speaks under it, and when."""
    head = entry.sights.get("head_before")
    return head is not None and head.captured.date is not None


def _divided(text: list[Labelled]) -> tuple[list[Labelled], list[Labelled]]:
    """The text of an answer, and that of the comment after it; a single line is the comment's."""
    if len(text) < 2:
        return [], text
    lines = [entry.line for entry in text]
    apart = [index for index in range(1, len(text)) if lines[index].after_blank]
    if len(apart) == 1:
        place = apart[0]
    else:
        language = language_of(beginning(lines))
        signers = signers_in(lines)
        places = apart or range(1, len(text))
        place = max(places, key=lambda index: border_before(lines, index, signers, language).score)
    return text[:place], text[place:]
