"""A post as text: laid out as the files beside the data say, with no word lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.export import as_text
from reader.models import Post
from reader.text import safe, safe_line
from tests.examples import examples

from .posts import made, posts, read, said

DATA = Path(__file__).with_name("data")
CASES = sorted(DATA.glob("*.txt"))


@pytest.mark.parametrize("expected", CASES, ids=[path.stem for path in CASES])
def test_as_text(expected: Path) -> None:
    """A post is laid out as expected, in the width that the name of the expected file ends with."""
    name, width = expected.stem.rsplit("-", 1)

    assert as_text(read(DATA / f"{name}.json"), width=int(width)) == expected.read_text("utf-8")


@given(posts(), st.integers(20, 120))
@examples(50)
def test_no_word_is_lost(post: Post, width: int) -> None:
    """Every word of title, body and comments is in the text, the body's in order, however narrow."""
    text = as_text(post, width=width)
    place = 0
    for word in safe(post.body).split():
        place = text.find(word, place)
        assert place >= 0
        place += len(word)
    for words in (safe_line(post.title), *(safe(comment.body) for comment in post.comments)):
        assert all(word in text for word in words.split())


@given(posts(), st.integers(1, 120))
@examples(50)
def test_shape(post: Post, width: int) -> None:
    """A text is the same each time, ends with one line break, and no line ends with white space."""
    text = as_text(post, width=width)

    assert text == as_text(post, width=width)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert [line for line in text.split("\n") if line != line.rstrip()] == []


@given(
    st.lists(st.text("abcdefgh", min_size=1, max_size=15), min_size=1), st.integers(20, 60), st.integers(0, 9)
)
def test_lines_keep_to_the_width(words: list[str], width: int, depth: int) -> None:
    """No line is wider than asked for, in the body or deep in a thread."""
    text = " ".join(words)
    comments = [
        said(place, text, reply_to=place - 1 or None, depth=place - 1) for place in range(1, depth + 2)
    ]
    lines = as_text(made(title=text, body=text, comments=tuple(comments)), width=width).split("\n")

    assert max(map(len, lines)) <= width


def test_a_deep_thread_keeps_room_for_its_text() -> None:
    """However deep a comment stands, thirty columns are left for it."""
    comments = [
        said(place, "mot " * 20, reply_to=place - 1 or None, depth=place - 1) for place in range(1, 1_001)
    ]
    text = as_text(made(comments=tuple(comments)), width=50)

    assert {len(line) - len(line.lstrip()) for line in text.split("\n")} == {0, 4, 8, 12, 16, 20}


@pytest.mark.parametrize(
    ("declared", "found", "line"),
    [
        (None, 0, "0 comments"),
        (None, 1, "1 comment"),
        (2, 2, "2 comments"),
        (3, 2, "3 comments declared by the page, 2 found"),
        (1, 0, "1 comment declared by the page, 0 found"),
        (0, 1, "0 comments declared by the page, 1 found"),
    ],
)
def test_count(declared: int | None, found: int, line: str) -> None:
    """The number of comments is told, with the page's own number where the two differ."""
    comments = tuple(said(place, "mot") for place in range(1, found + 1))

    assert line in as_text(made(comments_declared=declared, comments=comments)).split("\n")


@pytest.mark.parametrize("field", ["title", "author", "published", "blog", "url", "tags", "body", "boundary"])
def test_a_guess_about_the_post_is_marked(field: str) -> None:
    """Each guess about what is shown of a post has its sign, and the last line says what it means."""
    known = {"title": "T", "author": "A", "published": "2007", "blog": "B", "url": "http://exemple.fr/"}
    stated = as_text(made(**known, tags=("t",), body="Un mot."))
    guessed = as_text(made(**known, tags=("t",), body="Un mot.", guesses={field: "reason"}))

    assert "~" not in stated
    assert guessed.split("\n")[-2] == "~ guessed by the importer, not stated by the page"
    assert guessed.count("~") == 2


def test_wide_letters_fill_their_lines() -> None:
    """Text without spaces, in wide letters, is cut where a line is full, and nothing of it is lost."""
    text = "日本語のブログ" * 20
    lines = as_text(made(title="t", body=text), width=30).split("\n")[3:-3]

    assert "".join(lines) == text
    assert all(len(line) <= 15 for line in lines)
