"""The door between archive text and a terminal."""

from __future__ import annotations

import sys
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text import safe, safe_line

ANY = st.text(st.characters(exclude_categories=()), max_size=60)
PILES = st.text(st.sampled_from("aeส \u0301\u0489\u0e47\u20dd\u200d\ufe0f\u05b0☃👩_"), max_size=80)


def steers(character: str) -> bool:
    """Whether a terminal takes a character for an order, by what Unicode says of it."""
    return character != "\n" and (
        unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp")
        or unicodedata.bidirectional(character)
        in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
        or character in "\u200e\u200f\u061c"
    )


def test_every_character_there_is() -> None:
    """Of all that Unicode has, nothing that steers a terminal passes, alone or among letters."""
    alone = "".join(map(chr, range(sys.maxunicode + 1)))
    every = "a".join(alone)
    orders = set(filter(steers, alone))

    assert len(orders) > 2100
    assert orders.isdisjoint(safe(every))
    assert all(orders.isdisjoint(safe(order)) for order in orders)


def test_ordinary_characters_stay() -> None:
    """Letters, marks, signs and emoji of any script stay as they are, but for those without a picture."""
    changed = {code for code in range(0xA0, 0xD800) if safe(chr(code)) != chr(code)}

    assert {chr(code) for code in changed} == set(
        "\u00ad\u061c\u180e\u200b\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e"
        "\u2060\u2061\u2062\u2063\u2064\u2065\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d\u206e\u206f"
    )


@given(ANY | PILES)
def test_nothing_steers_and_twice_is_once(text: str) -> None:
    """No text steers a terminal once it is safe, and it is the same when it passes the door again."""
    once = safe(text)

    assert not any(map(steers, once))
    assert safe(once) == once


@given(ANY | PILES)
def test_line_is_one_line(text: str) -> None:
    """A line is one line, without white space at its ends or two spaces in succession."""
    line = safe_line(text)

    assert "\n" not in line
    assert line == line.strip()
    assert "  " not in line
    assert safe_line(line) == line


@given(st.text(st.characters(categories=("L", "N", "P", "S")), max_size=60))
def test_text_without_controls_stays(text: str) -> None:
    """A text of letters, figures and signs is not changed at all."""
    assert safe(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]0;titre\x07", "␛]0;titre␇"),
        ("a\x9b2Jb", "a‹9B›2Jb"),
        ("nul\x00 del\x7f", "nul␀ del␡"),
        ("deux\r\nlignes", "deux␍\nlignes"),
        ("a\tb", "a    b"),
        ("user\u202egpj.exe", "user‹202E›gpj.exe"),
        ("un\u00aditi\u200bé\ufeff", "unitié"),
        ("a\ud800b", "a�b"),
        ("شكرا", "شكرا"),
        ("👩\u200d🌾 e\u0301 ❤\ufe0f", "👩\u200d🌾 e\u0301 ❤\ufe0f"),
        ("[@click=app.quit]rires[/] [sic]", "[@click=app.quit]rires[/] [sic]"),
    ],
)
def test_how_it_looks(text: str, shown: str) -> None:
    """What could steer becomes a picture of itself, everything else is kept as it is."""
    assert safe(text) == shown


@pytest.mark.parametrize("mark", ["\u0301", "\u0e47", "\u20dd", "\u0489", "\u200d", "\ufe0f", "\u0f71"])
def test_piles_are_cut(mark: str) -> None:
    """No more than eight marks stand upon one letter, in any script."""
    assert safe(f"x{mark * 30}y{mark * 8}") == f"x{mark * 8}y{mark * 8}"


def test_mixed_piles_are_cut() -> None:
    """Marks that have no width in common cannot be piled up by taking turns."""
    assert len(safe("x" + "\u0301\u200d\u0e47" * 1000)) == 9


def test_nothing_of_nothing() -> None:
    """What is not known is shown as nothing."""
    assert safe_line(None) == safe_line("") == safe_line(" \n ") == ""


def test_long_texts_take_little_time() -> None:
    """A million characters of the worst kind are made safe in less than a second."""
    for text in ("\x1b[2J" * 250_000, "e" + "\u0301" * 1_000_000, "☃" * 1_000_000, "a\u0301" * 500_000):
        start = time.process_time()
        safe_line(text)
        assert time.process_time() - start < 1.5
