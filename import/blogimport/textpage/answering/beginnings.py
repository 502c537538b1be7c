"""How a text begins: it greets, thanks, thanks for a comment, or answers (« oui », « mais »).

Must not know who speaks.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal

from blogimport.textpage.answering.wording import folded_words
from blogimport.textpage.cues import SpeechKind, cue_book

Beginning = Literal["greets", "thanks", "thanks_for_comment", "replies"]

_OF_KIND: dict[SpeechKind, Beginning] = {
    "greeting": "greets",
    "thanks": "thanks",
    "thanks_for_comment": "thanks_for_comment",
    "assent": "replies",
    "connective": "replies",
}


def beginnings_of(words: Sequence[str]) -> set[Beginning]:
    """All that the first words of a text do."""
    known = _phrases().get(words[0]) if words else None
    if known is None:
        return set()  # as most texts begin
    return {beginning for phrase, beginning in known if tuple(words[: len(phrase)]) == phrase}


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], Beginning]]]:
    """The phrases of all languages by their first word."""
    found: dict[str, list[tuple[tuple[str, ...], Beginning]]] = {}
    for kind, beginning in _OF_KIND.items():
        for text in cue_book().speech[kind]:
            phrase = tuple(folded_words(text))
            if phrase:
                found.setdefault(phrase[0], []).append((phrase, beginning))
    return found
