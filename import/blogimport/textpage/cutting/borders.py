"""How much speaks for a comment beginning at a line, where nothing marks comments: what the lines around it say.

The weights are log-odds, fitted (logistic regression) to 2,000 borders and inner lines of known comments in English,
French and German, and rounded. Everything found here is a guess with its reason.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from blogimport.textpage.lines import Line
from blogimport.textpage.voice import Voice, signature, voice_of

# Two in three lines of texts without marks begin a comment: an extractor keeps one line a paragraph.
_USUAL = 0.25
_TINY, _LONG, _VERY_LONG = 25, 120, 300
_LONGEST_SALUTE = 40
# A sign of at least this weight is strong by itself.
_STRONG = 1.6

# What a line says (`Voice`), or what the one before it says: weight and reason.
_OF_LINE: dict[str, tuple[float, str]] = {
    "greets": (4.0, "it begins with a greeting"),
    "praises": (3.8, "it begins with praise"),
    "is_excerpt": (3.6, "it is an excerpt of a page that links here"),
    "assents": (1.8, "it begins as answers do"),
    "calls": (1.0, "it calls somebody by name"),
    "asks": (0.3, "it asks something"),
    "connects": (-0.2, ""),
    "is_low": (-0.5, ""),
    "closes": (-2.5, ""),
    "is_name": (-1.9, ""),
    "is_address": (-2.3, ""),
    "is_item": (-2.8, ""),
    "is_postscript": (-2.9, ""),
}
_OF_BEFORE: dict[str, tuple[float, str]] = {
    "closes": (1.9, "the text before it ends with a closing formula"),
    "is_excerpt": (1.7, "the line before it is an excerpt of a page that links here"),
    "smiles": (1.5, "the text before it ends with a smile"),
    "exclaims": (1.4, "the text before it ends with an exclamation"),
    "is_name": (1.1, "the line before it is a name"),
    "asks": (0.9, "the text before it ends with a question"),
}
_ONLY = "most lines of a text without marks are whole comments"


class Border(NamedTuple):
    """How much speaks for a border before a line (positive: more than against it), and the strongest sign.

    `is_sure` where one of the signs is strong by itself: a greeting, a signature.
    """

    score: float
    reason: str
    is_sure: bool


def signers_in(lines: Sequence[Line]) -> dict[str, int]:
    """Where texts first end with the name of who wrote them, by the first word of that in lower case."""
    signers: dict[str, int] = {}
    for end in range(1, len(lines)):
        name = signature(lines[max(0, end - 2) : end])
        if name:
            signers.setdefault(name.split()[0].casefold(), end)
    return signers


def border_before(
    lines: Sequence[Line], index: int, signers: Mapping[str, int], language: str | None
) -> Border:
    """The border between the line at an index, which is not the first, and the one before it.

    `signers` are those of all lines, as `signers_in` tells them.
    """
    before, line = lines[index - 1].full_text, lines[index].full_text
    said_before, said = voice_of(before, language), voice_of(line, language)
    signs = [sign for name, sign in _OF_LINE.items() if getattr(said, name)]
    signs += [sign for name, sign in _OF_BEFORE.items() if getattr(said_before, name)]
    if said.thanks:
        signs.append((0.9, "it begins with thanks") if len(line) >= _TINY else (-1.4, ""))
    signs += _signed(lines, index, said_before, language)
    signs += _spoken_to_signer(lines[index], index, signers)
    signs += _shapes(before, said_before, line, said, language)
    score = _USUAL + sum(weight for weight, _ in signs)
    weight, reason = max((sign for sign in signs if sign[1]), default=(0.0, _ONLY))
    return Border(score, reason, score > 0 and weight >= _STRONG)


def _signed(
    lines: Sequence[Line], index: int, said_before: Voice, language: str | None
) -> list[tuple[float, str]]:
    """What the end of the text before the line tells: a name at its very end, under a closing formula or not."""
    if said_before.is_name and index > 1 and voice_of(lines[index - 2].text, language).closes:
        return [(_STRONG, f"the text before it is signed {lines[index - 1].text.strip(' .!-–—')}")]
    name = None if said_before.closes else signature(lines[max(0, index - 2) : index])
    return [] if name is None else [(_STRONG, f"the text before it is signed {name}")]


def _spoken_to_signer(line: Line, index: int, signers: Mapping[str, int]) -> list[tuple[float, str]]:
    """A name at the beginning of the line, with which an earlier text is signed."""
    start, comma, _ = line.text.partition(",")
    if not comma or not start.strip() or len(start) > _LONGEST_SALUTE:
        return []
    if signers.get(start.split()[0].casefold(), index) < index:
        return [(2.5, f"it speaks to {start.strip()}, who signed an earlier one")]
    return []


def _shapes(
    before: str, said_before: Voice, line: str, said: Voice, language: str | None
) -> list[tuple[float, str]]:
    """What the lengths and the ends of both lines tell."""
    signs: list[tuple[float, str]] = []
    end = before.rstrip()
    if (
        said_before.greets
        and "?" not in before
        and len(before) < (_TINY if end[-1:] in ".!" else _LONGEST_SALUTE)
    ):
        signs.append((-3.5, ""))  # a salutation alone stands over what it begins
    if end[-1:] in ":(":
        signs.append((-5.0, ""))
    elif end[-1:] in ",;":
        signs.append((-2.9, ""))
    elif not said_before.is_finished and len(before) > _LONGEST_SALUTE:
        signs.append((0.8, ""))
    if said.is_name and said_before.closes:
        signs.append((-3.0, ""))  # it signs what the formula closes
    if len(line) < _TINY:
        signs.append((-0.6, ""))
    if line[:1].isdigit():
        signs.append((-1.5 if before[:1].isdigit() else -0.7, ""))
    if said.connects and len(line) < _LONGEST_SALUTE:
        signs.append((-0.6, ""))
    if len(before) > _VERY_LONG:
        signs.append((0.6, "the text before it is long"))
    if len(before) > _LONG and len(line) > _LONG:
        signs.append((0.5, "both texts are long"))
    return signs
