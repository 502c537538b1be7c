"""Pages in one file: what is one, and what is left of one that is damaged."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogimport.formats import format_of
from blogimport.mhtml import FORMAT, read, sniff
from blogimport.readings import Dump
from reader.errors import DumpError
from tests.blogimport.exports import DATA
from tests.examples import examples

LETTER = (DATA / "mhtml" / "blink.mhtml").read_bytes()


def test_a_page_in_one_file_is_told_by_what_is_in_it() -> None:
    """The name does not matter where the letter encloses a page with its address."""
    known = format_of(LETTER, "sans-nom")

    assert known is not None
    assert known.FORMAT == FORMAT


@pytest.mark.parametrize(
    "head",
    [
        b"From: zoe@mer.example\r\nContent-Type: text/plain\r\n\r\nBonjour",
        b"Title: Le phare\nDate: 2010-05-03\n\nLe texte.",
        b"<html><body>Content-Type: multipart/related</body></html>",
        b"",
    ],
)
def test_other_letters_are_none(head: bytes) -> None:
    """A letter without a page, a post with a head of its own and a page are not taken for one."""
    assert not sniff(head, "page.txt")


def test_a_letter_without_a_page_says_so() -> None:
    """What encloses only pictures is refused with a sentence that names it."""
    letter = LETTER.replace(b"text/html", b"image/gif")

    with pytest.raises(DumpError, match=r"vide\.mht encloses no page"):
        read(Dump("vide.mht", content=letter))


def test_a_letter_that_is_cut_gives_what_is_there() -> None:
    """A file that ends within its page has the beginning of the page."""
    (part,) = read(Dump("page.mht", content=LETTER[: LETTER.index(b"children")])).parts

    assert [comment.author for comment in part.posts[0].post.comments] == ["Léonce"]


@given(st.integers(0, len(LETTER) - 1), st.binary(max_size=20))
@examples(40)
def test_damage_does_no_harm(place: int, damage: bytes) -> None:
    """A letter with other bytes somewhere is read, or refused with a sentence."""
    try:
        reading = read(Dump("page.mht", content=LETTER[:place] + damage + LETTER[place + len(damage) :]))
    except DumpError:
        return
    assert reading.lines is not None
