"""Lines without marks as whole comments: where each begins is told of all at once, for one border speaks for others.

A comment that begins with a greeting ends where it closes; where people greet each other, who does not goes on. Every
way to cut the lines has a likelihood (a semi-Markov chain: the weights of its borders and of the comments between
them); a comment is believed by the share of all ways that have it, and the cut with most such comments is taken.

The weights are log-odds, fitted to 1,900 comments of three exports in English and French and to 119 of six pages in
German, English and French, and rounded; five other pages and two exports were held out.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from blogimport.textpage.cutting.borders import Border
from blogimport.textpage.lines import Line
from blogimport.textpage.voice import Voice, voice_of

# No comment has more lines, unless nothing could divide it.
_MOST_LINES = 25
# What a comment must be believed for, to be one more: fewer that are right are better than many of which most are not.
_LEAST_BELIEVED = 0.2
_SALUTATION, _UNFINISHED = 40, 40

# A border: what speaks for it between its lines alone, and what the whole text tells of borders.
_BORDER, _ALONE, _ALONE_AGAINST = -1.6, 0.6, 0.8
_IN_A_SENTENCE = -1.9
_OPENERS, _NO_OPENER = 3.8, -2.9
_LENGTH, _USUAL_LENGTH = -0.5, 4.5
_OPEN_ENDS, _LOW_BEGINNINGS = -1.2, 1.2
# A comment: its lines, its letters, and whether it greets and closes as a whole letter does.
_ONE_LINE, _MANY_LINES, _MANY = 1.0, -0.4, 4
_TINY_COMMENT, _TINY, _LONG_COMMENT, _LONG = -0.3, 40, -0.35, 800
_ONLY_SALUTES, _WHOLE_LETTER = -1.6, 1.8
# Nobody says a name and nothing else.
_ONLY_NAME = -3.0
_CLOSES_WITHIN, _GREETS_WITHIN = -0.9, -0.7


class _Part(NamedTuple):
    """A stretch of lines that may be a comment: between the borders with two numbers; how much speaks for it."""

    start: int
    end: int
    weight: float


def likeliest_borders(
    lines: Sequence[Line], borders: Mapping[int, Border], language: str | None
) -> list[int]:
    """The indices of the lines where a further comment begins, of those at which `borders` may be."""
    cuts = [0, *sorted(borders), len(lines)]
    parts = _parts(lines, cuts, borders, language)
    by_end: list[list[_Part]] = [[] for _ in cuts]
    for part in parts:
        by_end[part.end].append(part)
    believed = _believed(parts, by_end)
    best = [0.0] + [-math.inf] * (len(cuts) - 1)
    came_from = [0] * len(cuts)
    for end in range(1, len(cuts)):
        for part in by_end[end]:
            value = best[part.start] + believed[part.start, end] - _LEAST_BELIEVED
            if value > best[end]:
                best[end], came_from[end] = value, part.start
    chosen: list[int] = []
    place = came_from[-1]
    while place:
        chosen.append(cuts[place])
        place = came_from[place]
    return chosen[::-1]


def _believed(parts: Sequence[_Part], by_end: Sequence[Sequence[_Part]]) -> dict[tuple[int, int], float]:
    """For each part the share of all ways to cut the lines in which it is a comment."""
    count = len(by_end)
    before = [0.0] * count
    for end in range(1, count):
        before[end] = _added([before[part.start] + part.weight for part in by_end[end]])
    after = [[0.0] if place == count - 1 else [] for place in range(count)]
    behind = [0.0] * count
    for end in range(count - 1, 0, -1):
        behind[end] = _added(after[end])
        for part in by_end[end]:
            after[part.start].append(part.weight + behind[end])
    whole = before[-1]
    return {
        (part.start, part.end): math.exp(before[part.start] + part.weight + behind[part.end] - whole)
        for part in parts
    }


def _added(logarithms: Sequence[float]) -> float:
    """The logarithm of a sum of numbers that are given by theirs."""
    most = max(logarithms)
    return most + math.log(sum(math.exp(value - most) for value in logarithms))


def _parts(
    lines: Sequence[Line], cuts: Sequence[int], borders: Mapping[int, Border], language: str | None
) -> list[_Part]:
    """All stretches of lines that may be a comment, each with what speaks for it."""
    voices = [voice_of(line.full_text, language) for line in lines]
    lengths = [0, *accumulate(len(line.full_text) for line in lines)]
    ends = [voice.closes or voice.is_name for voice in voices]
    closings = [0, *accumulate(ends)]
    greetings = [0, *accumulate(voice.greets for voice in voices)]
    at_border = _border_weights(lines, voices, borders)
    found: list[_Part] = []
    for first in range(len(cuts) - 1):
        start = cuts[first]
        weight_of_border = at_border.get(start, 0.0)
        for last in range(first + 1, len(cuts)):
            end = cuts[last]
            count, letters = end - start, lengths[end] - lengths[start]
            if count > _MOST_LINES and last > first + 1:
                break
            weight = weight_of_border
            if count == 1:
                weight += _ONE_LINE
                if start and voices[start].is_name:
                    weight += _ONLY_NAME
                if voices[start].greets and letters < _SALUTATION and "?" not in lines[start].text:
                    weight += _ONLY_SALUTES
            else:
                weight += _MANY_LINES if count >= _MANY else 0.0
                weight += _WHOLE_LETTER if voices[start].greets and ends[end - 1] else 0.0
                within = closings[end - 1] - closings[start] - (ends[end - 1] and ends[end - 2])
                weight += _CLOSES_WITHIN if within > 0 else 0.0
                again = greetings[end] - greetings[start + 1]
                weight += _GREETS_WITHIN if voices[start].greets and again else 0.0
            weight += _TINY_COMMENT if letters < _TINY else _LONG_COMMENT if letters >= _LONG else 0.0
            found.append(_Part(first, last, weight))
    return found


def _border_weights(
    lines: Sequence[Line], voices: Sequence[Voice], borders: Mapping[int, Border]
) -> dict[int, float]:
    """How much speaks for each border: its own lines, and how people write in all of them."""
    count = len(lines)
    openers = [_opens(voice) for voice in voices]
    opening = sum(openers) / count
    length = math.log(max(1, sum(len(line.text) for line in lines)) / count)
    pairs = list(zip(lines, voices, strict=True))
    unfinished = sum(not voice.is_finished and len(line.text) > _UNFINISHED for line, voice in pairs) / count
    low = sum(voice.is_low for voice in voices) / count
    usual = _BORDER + _OPENERS * opening + _LENGTH * (length - _USUAL_LENGTH)
    usual += _OPEN_ENDS * unfinished + _LOW_BEGINNINGS * low
    weights: dict[int, float] = {}
    for index, border in borders.items():
        weight = usual + (_ALONE if border.score > 0 else _ALONE_AGAINST) * border.score
        weight += 0.0 if openers[index] else _NO_OPENER * opening
        if voices[index].is_low and not voices[index - 1].is_finished:
            weight += _IN_A_SENTENCE
        weights[index] = weight
    return weights


def _opens(voice: Voice) -> bool:
    """Whether a line begins as people begin what they say to each other."""
    return any((voice.greets, voice.is_excerpt, voice.praises, voice.thanks, voice.calls, voice.assents))
