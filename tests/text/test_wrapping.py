"""Breaking text into lines of terminal cells."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.text import safe, wrap
from tests.examples import examples

TEXTS = st.text(
    st.sampled_from("ab é漢字ラ👍🏽👩\u200d\u0301\ufe0f❤ \n'-.\u00a0\u3000\U0001f1eb\U0001f1f7")
    | st.characters(),
    max_size=80,
)


def lines(text: str, width: int) -> list[str]:
    """The lines as they are drawn."""
    return [text[start:end] for start, end in wrap(text, width)]


@examples(400)
@given(TEXTS, st.integers(2, 30))
def test_all_words_in_lines_that_fit(raw: str, width: int) -> None:
    """No line is wider than asked, lines follow each other, and what stands in none is white space."""
    text = safe(raw)
    position = 0
    for start, end in wrap(text, width):
        assert position <= start <= end
        assert cell_len(text[start:end]) <= width
        assert "\n" not in text[start:end]
        assert not text[position:start].strip()
        position = end
    assert not text[position:].strip()


@given(TEXTS, st.integers(1, 30), st.data())
def test_part_of_a_text(raw: str, width: int, data: st.DataObject) -> None:
    """A part of a text is wrapped as if it stood alone, with the offsets that it has in the whole."""
    text = safe(raw)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    alone = [(first + start, last + start) for first, last in wrap(text[start:end], width)]

    assert wrap(text, width, start, end) == alone


@pytest.mark.parametrize(
    ("text", "width", "drawn"),
    [
        ("", 10, [""]),
        ("un\n\ndeux", 10, ["un", "", "deux"]),
        ("le vent du nord", 8, ["le vent", "du nord"]),
        ("il dit « non » !", 12, ["il dit", "« non » !"]),
        ("il dit\u00a0: non", 7, ["il", "dit\u00a0:", "non"]),
        ("mais oui ; non", 8, ["mais", "oui ;", "non"]),
        ("« anticonstitutionnel »", 10, ["«", "anticonsti", "tutionnel", "»"]),
        ("le vent du nord", 7, ["le vent", "du nord"]),
        ("le  vent   ", 9, ["le  vent"]),
        ("anticonstitutionnellement", 10, ["anticonsti", "tutionnell", "ement"]),
        ("漢字漢字漢字", 5, ["漢字", "漢字", "漢字"]),
        ("a 漢字 b", 4, ["a", "漢字", "b"]),
        ("👩\u200d🌾👩\u200d🌾", 2, ["👩\u200d🌾", "👩\u200d🌾"]),
        ("    if x:\n        return y", 14, ["    if x:", "        return", "y"]),
        ("  deux mots", 6, ["  deux", "mots"]),
        (" " * 60 + "loin", 10, ["loin"]),
        (" " * 60, 10, [""]),
    ],
)
def test_lines(text: str, width: int, drawn: list[str]) -> None:
    """Lines break at spaces, long words are cut, the indent of code stays."""
    assert lines(text, width) == drawn


def test_width_of_nothing_is_one() -> None:
    """A column without room still has all the words."""
    assert lines("ab", 0) == lines("ab", -5) == ["a", "b"]


@pytest.mark.parametrize("text", ["a" * 10**6, "ab cd " * 150_000, "漢" * 200_000, " " * 10**6 + "x"])
def test_long_texts_take_little_time(text: str) -> None:
    """A line of a megabyte is wrapped within two seconds."""
    start = time.process_time()
    wrap(text, 60)
    assert time.process_time() - start < 2
