"""The words by which cues are found, by the character with which a line begins."""

from __future__ import annotations

import pytest

from blogimport.textpage.cues.cue import Cue, cue_of
from blogimport.textpage.cues.telling import TellingWords

CUES = [
    cue_of("head", "{author} wrote"),
    cue_of("tail", "Answer this"),
    cue_of("head", "Added {date} by {author}"),
]
BY_WORD: dict[str, list[Cue]] = {cue.longest: [cue] for cue in CUES}


@pytest.mark.parametrize(
    ("first", "words"), [("a", {"wrote", "answer"}), ("w", {"wrote"}), ("»", {"wrote"}), ("", {"wrote"})]
)
def test_the_words_of_a_line_without_a_date(first: str, words: set[str]) -> None:
    """A cue that begins with anything is found in each line, another one in those that begin so, none for its date."""
    telling = TellingWords(BY_WORD, is_dated=False)

    assert telling[first] == words
    assert telling[first] == words


def test_the_words_of_a_line_with_a_date() -> None:
    """In a line with a date all cues may be found."""
    assert TellingWords(BY_WORD, is_dated=True)["a"] == {"wrote", "answer", "added"}


def test_further_words_stand_in_any_line() -> None:
    """Words that are looked for beside those of cues are, whatever a line begins with."""
    telling = TellingWords(BY_WORD, is_dated=False, further={"remarks"})

    assert telling["x"] == {"wrote", "remarks"}
    assert telling["a"] == {"wrote", "answer", "remarks"}


def test_no_character_is_remembered_with_which_no_cue_begins() -> None:
    """Pages of all the world may begin lines with any of a hundred thousand characters."""
    telling = TellingWords(BY_WORD, is_dated=False)
    found = [telling[chr(code)] for code in range(0x4E00, 0x4F00)]

    assert set(found) == {frozenset({"wrote"})}
    assert not telling
