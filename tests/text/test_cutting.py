"""A body as the blocks that are drawn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.models import Mark, MarkKind
from reader.text import Block, blocks, lines_of
from tests.examples import examples

KINDS: tuple[MarkKind, ...] = ("link", "em", "heading", "quote", "item", "code", "image")
BODY = """Avant la pluie

Deux lignes
qui vont ensemble.
- une bêche
- un arrosoir

« Il pleut »

    code = 1
Fin.png"""


def mark(kind: MarkKind, text: str, value: str | None = None) -> Mark:
    """A mark around the first place where a text stands in the body."""
    start = BODY.index(text)
    return Mark(start, start + len(text), kind, value)


MARKS = [
    mark("heading", "Avant la pluie", "2"),
    mark("item", "- une bêche", "1"),
    mark("item", "- un arrosoir", "2"),
    mark("quote", "« Il pleut »"),
    mark("code", "code = 1"),
    mark("image", "Fin.png", "http://pluie.example/fin.png"),
    mark("link", "qui vont"),
    mark("code", "vont"),
]


def test_blocks_of_a_body() -> None:
    """Marks that fill their lines are blocks with their level, the rest are paragraphs."""
    drawn = [(BODY[it.start : it.end], it.kind, it.level, it.joined) for it in blocks(BODY, MARKS)]

    assert drawn == [
        ("Avant la pluie", "heading", 2, False),
        ("Deux lignes\nqui vont ensemble.", "paragraph", 0, False),
        ("- une bêche", "item", 1, True),
        ("- un arrosoir", "item", 2, True),
        ("« Il pleut »", "quote", 1, False),
        ("code = 1", "code", 0, False),
        ("Fin.png", "image", 0, True),
    ]


def test_order_of_marks_does_not_matter() -> None:
    """Marks may come in any order."""
    assert blocks(BODY, reversed(MARKS)) == blocks(BODY, MARKS)


def test_block_within_a_block() -> None:
    """A block within another is drawn as part of the outer one."""
    body = "> a\n> b\n\nc"
    outer, inner = Mark(0, 7, "quote"), Mark(4, 7, "code")

    assert blocks(body, [inner, outer]) == [Block("quote", 0, 7, 1), Block("paragraph", 9, 10)]


@pytest.mark.parametrize(
    ("value", "level"),
    [(None, 1), ("", 1), ("3", 3), ("0", 1), ("99", 9), ("²", 1), ("-1", 1), ("9" * 5000, 1), ("deux", 1)],
)
def test_level_is_always_a_small_number(value: str | None, level: int) -> None:
    """Whatever an archive states as the level of a block, it is one that can be drawn."""
    assert blocks("Titre", [Mark(0, 5, "heading", value)]) == [Block("heading", 0, 5, level)]


@pytest.mark.parametrize("outside", [(-3, 4), (3, 99), (50, 60), (4, 4), (5, 2)])
def test_marks_outside_are_no_blocks(outside: tuple[int, int]) -> None:
    """A mark that reaches out of the body is passed over, and no word is lost."""
    assert blocks("Un deux", [Mark(*outside, "quote")]) == [Block("paragraph", 0, 7)]


@examples(300)
@given(
    st.text(st.sampled_from("ab \n"), max_size=40),
    st.lists(st.builds(Mark, st.integers(-3, 45), st.integers(-3, 45), st.sampled_from(KINDS)), max_size=6),
)
def test_blocks_cover_all_words(body: str, marks: list[Mark]) -> None:
    """Blocks come in order, do not overlap, and leave nothing out but white space, whatever the marks."""
    position = 0
    for block in blocks(body, marks):
        assert position <= block.start < block.end <= len(body)
        assert not body[position : block.start].strip()
        position = block.end
    assert not body[position:].strip()


@pytest.mark.parametrize(
    ("raw", "encoding", "lines"),
    [
        (b"", "utf-8", []),
        (b"a\r\nb\rc\n", "utf-8", ["a", "b", "c"]),
        ("é\n\nœ".encode("cp1252"), "cp1252", ["é", "", "œ"]),
        (b"caf\xe9", "utf-8", ["caf\N{REPLACEMENT CHARACTER}"]),
    ],
)
def test_lines_of_a_dump(raw: bytes, encoding: str, lines: list[str]) -> None:
    """The lines of a dump are told the same way everywhere; what cannot be decoded is seen to be so."""
    assert lines_of(raw, encoding) == lines
