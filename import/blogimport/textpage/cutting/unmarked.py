"""Comments that nothing marks: cut apart by what their writers say.

An extractor may leave only the texts, run together, under « 7 commentaires » or under nothing. People greet at the
beginning and close and sign at the end; between two such signs a comment begins. Everything found here is a guess.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from blogimport.textpage.cutting.borders import Border, border_before, signers_in
from blogimport.textpage.cutting.wholes import likeliest_borders
from blogimport.textpage.lines import Line
from blogimport.textpage.voice import greets, is_finished, is_postscript, name_line

_LONG = 140
_SHORT = 60
# The last cut, where all others are told, needs this much (2 is a border between two long paragraphs).
_LEAST_LIKELY = 1.5
# Where no text shows who begins or ends, and the paragraphs are long, as much is needed.
_WITHIN_ESSAYS = 2.0
_ESSAY_LENGTH = 140
# So many of the lines begin a comment where it is more likely of each than not.
_DENSE = 0.6


def cut_by_words(lines: Sequence[Line], declared: int | None, language: str | None) -> dict[int, str]:
    """The indices of lines where a further comment begins, each with the reason.

    Of a number that is declared, at most so many: the surest ones first.
    """
    if len(lines) < 2 or (declared is not None and declared < 2):
        return {}
    dashed = [index for index, line in enumerate(lines) if line.marker == "dash"]
    if len(dashed) > 1 and not dashed[0] and declared is None:
        # Subjects that an extractor has made items of: what stands between them is one text.
        return dict.fromkeys(dashed[1:], "it begins with a dash, as the first one does")
    spaced = any(line.after_blank for line in lines[1:])
    signers = signers_in(lines)
    borders = {
        index: border_before(lines, index, signers, language)
        for index in range(1, len(lines))
        if lines[index].after_blank or not spaced
    }
    if declared is not None:
        return _surest(lines, borders, declared)
    if _are_essays(lines, borders):
        chosen = [index for index, one in borders.items() if one.is_sure or one.score > _WITHIN_ESSAYS]
    else:
        chosen = likeliest_borders(lines, borders, language)
    return {index: borders[index].reason for index in chosen}


def _are_essays(lines: Sequence[Line], borders: dict[int, Border]) -> bool:
    """Whether these are long texts of many paragraphs, of which nothing tells who begins or ends one."""
    length = sum(len(line.text) for line in lines) / len(lines)
    return length > _ESSAY_LENGTH and not any(border.is_sure for border in borders.values())


def _surest(lines: Sequence[Line], borders: dict[int, Border], declared: int) -> dict[int, str]:
    """The cuts that make at most the declared number of comments."""
    ranked = sorted(borders, key=lambda index: (not borders[index].is_sure, -borders[index].score, index))
    sure = [index for index in ranked if borders[index].is_sure][: declared - 1]
    chosen = {index: borders[index].reason for index in sure}
    if len(chosen) == declared - 2 and chosen:
        # All but one are told: the last cut is at the likeliest border of paragraphs in what is left.
        last = _likeliest_paragraph(lines, chosen)
        if last is not None:
            chosen[last] = (
                f"the page declares {declared} comments and this is the likeliest place for the last cut"
            )
    # Where almost each line must be a comment, those are cut, too, that do not look like it.
    is_dense = declared - 1 >= _DENSE * len(borders)
    for index in ranked[len(sure) :]:
        if len(chosen) >= declared - 1 or (borders[index].score <= 0 and not is_dense):
            break
        chosen.setdefault(index, borders[index].reason)
    return chosen


def _likeliest_paragraph(lines: Sequence[Line], chosen: dict[int, str]) -> int | None:
    """The border that looks most like one between writers: long paragraphs, or a change of capitals."""
    borders = [0, *sorted(chosen), len(lines)]
    candidates: list[tuple[float, int, int]] = []
    for start, end in itertools.pairwise(borders):
        size = sum(len(line.text) for line in lines[start:end])
        for index in range(start + 1, end):
            before, line = lines[index - 1].text, lines[index].text
            if not is_finished(before) or line[0].islower() or name_line(line) or is_postscript(line):
                continue
            score = (min(len(before), _LONG) + min(len(line), _LONG)) / _LONG
            score += 1.0 if before[0].islower() and len(line) > _SHORT else 0.0
            # What begins with a greeting is a whole letter already.
            score -= 0.5 if greets(lines[start].text) else 0.0
            candidates.append((-score, -size, index))
    best = min(candidates, default=(0.0, 0, 0))
    return best[2] if best[0] <= -_LEAST_LIKELY else None
