"""Whatever bytes a page is made of: nothing crashes, every text block has one role, and no word is lost."""

from __future__ import annotations

import random
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogimport.markup import laid_out
from blogimport.markup.walking import Layout
from blogimport.readings import Dump, Reading
from blogimport.webpage import read, read_text
from reader.errors import DumpError
from tests.blogimport.exports import DATA
from tests.examples import examples

PAGES = sorted((DATA / "webpage").glob("*.html"))
TAGS = (
    *(
        "div",
        "p",
        "li",
        "ol",
        "ul",
        "dl",
        "dt",
        "dd",
        "table",
        "tr",
        "td",
        "span",
        "a",
        "b",
        "h1",
        "h2",
        "h3",
    ),
    *(
        "blockquote",
        "pre",
        "br",
        "img",
        "form",
        "textarea",
        "article",
        "section",
        "time",
        "cite",
        "script",
        "body",
    ),
)
NAMES = (
    *("comment", "comments", "commentlist", "comment-body", "children", "depth-2", "post", "entry", "hentry"),
    *(
        "entry-content",
        "entry-title",
        "author",
        "vcard fn",
        "date",
        "published",
        "updated",
        "sidebar",
        "reply",
    ),
    *(
        "dateheader",
        "itemfooter",
        "post-footer",
        "comment-meta",
        "pingback",
        "respond",
        "site-title",
        "h-entry",
    ),
)
WORDS = (
    *(
        "Zoé",
        "a dit :",
        "3 mai 2006 à 10:12",
        "2 commentaires",
        "Répondre",
        "la mer",
        "12:30",
        "Publié par Max",
    ),
    *(
        "Commentaires",
        "Tags : a, b",
        "le phare et le vent du matin, encore",
        "\x00",
        "&nbsp;",
        "&#0;",
        "—",
        "《》",
    ),
)
_ADDRESS = re.compile(rb"""(\b(?:href|src|content)=["']?)""")
ADDRESSES = ("http://[zoe", "//[", "http://a.example/2006/05/", "#comment-1", "2006/05/la-mer.html", "")
IDENTITIES = ("comment-1", "c12", "comment-12", "comments", "post-3", "t99", "", "forum12")


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Elements of every kind with every name in any order, closed or not."""
    pieces = draw(
        st.lists(
            st.one_of(
                st.sampled_from(WORDS),
                st.builds(
                    lambda tag, name, identity: f'<{tag} class="{name}" id="{identity}">',
                    st.sampled_from(TAGS),
                    st.sampled_from(NAMES),
                    st.sampled_from(IDENTITIES),
                ),
                st.builds("</{}>".format, st.sampled_from(TAGS)),
                st.builds('<a href="{}">'.format, st.sampled_from(ADDRESSES)),
                st.text(max_size=12),
            ),
            max_size=60,
        )
    )
    return "\n".join(pieces)


def check(reading: Reading) -> None:
    """Every line has at most one role, posts and comments are those that there are, marks lie within their text."""
    lines = reading.lines
    assert lines is not None
    assert all(line.strip() for line in lines)
    taken: Counter[int] = Counter()
    for part in reading.parts:
        for span in part.spans:
            assert 1 <= span.first <= span.last <= len(lines)
            taken.update(range(span.first, span.last + 1))
            assert span.post is None or span.post < len(part.posts)
            if span.comment is not None and span.post is not None:
                assert 1 <= span.comment <= len(part.posts[span.post].post.comments)
        for found in part.posts:
            for text, marks in (
                (found.post.body, found.post.marks),
                *((comment.body, comment.marks) for comment in found.post.comments),
            ):
                assert all(0 <= mark.start <= mark.end <= len(text) for mark in marks)
            for position, comment in enumerate(found.post.comments, 1):
                assert comment.position == position
                assert comment.reply_to is None or comment.reply_to < position
    assert not taken or max(taken.values()) == 1


@given(st.binary(max_size=400))
@examples(60)
def test_any_bytes_are_read(raw: bytes) -> None:
    """No bytes, and none within a page, make the reader fail."""
    check(read(Dump("page.html", content=raw)))
    check(read(Dump("page.html", content=b"<html><body><div class=comment>" + raw)))


@given(pages())
@examples(60)
def test_any_elements_are_read(html: str) -> None:
    """Elements in any order, closed or not, give lines with one role each."""
    check(read_text(html, "utf-8"))


@given(pages())
@examples(40)
def test_no_word_is_lost(html: str) -> None:
    """The lines of a page hold every word that its markup shows."""
    lines = read_text(f"<html><body>{html}<p>Ende gut", "utf-8").lines
    assert lines is not None
    shown = re.sub(r"(?s)<script.*?(?:</script>|$)", " ", html)
    for word in ("Zoé", "phare"):
        # A word within a tag that is not closed is none of the text.
        if "<" not in re.sub(r"</?\w+(?: \w+=\"[^\"<>]*\")*>", " ", shown):
            is_shown = word in re.sub(r"</?\w+(?: \w+=\"[^\"<>]*\")*>", " ", shown)
            assert is_shown == any(word in line for line in lines)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_cut_anywhere_is_read(path: Path) -> None:
    """A page that was not saved to its end gives what is there."""
    raw = path.read_bytes()
    for part in (2, 5, 7):
        check(read(Dump(path.name, content=raw[: len(raw) * part // 8])))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_whose_addresses_are_none_is_read(path: Path) -> None:
    """What is no address leads nowhere, and makes no page unreadable."""
    raw = path.read_bytes()
    broken = _ADDRESS.sub(rb"\1http://[", raw)
    assert broken != raw or b"href=" not in raw
    check(read(Dump(path.name, content=broken)))


@pytest.mark.slow
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_with_damage_is_read(path: Path) -> None:
    """Bytes that were lost, doubled or changed never make the reader fail."""
    chance = random.Random(path.stem)
    raw = path.read_bytes()
    for _ in range(60):
        damaged = bytearray(raw)
        for _ in range(chance.randint(1, 30)):
            place = chance.randrange(len(damaged))
            kind = chance.randrange(3)
            if kind == 0:
                del damaged[place : place + chance.randint(1, 40)]
            elif kind == 1:
                damaged[place:place] = damaged[max(0, place - 200) : place]
            else:
                damaged[place] = chance.randrange(256)
        check(read(Dump(path.name, content=bytes(damaged))))


@given(
    st.lists(
        st.text("abcdefghijklmnopqrstuvwxyzéèêçàùœößABCDEF", min_size=3, max_size=9), min_size=40, max_size=80
    )
)
@examples(25)
def test_the_words_of_posts_and_comments_are_kept(words: list[str]) -> None:
    """The text of a post and of a comment is theirs, word for word."""
    half = len(words) // 2
    text, comment = " ".join(words[:half]), " ".join(words[half:])
    html = (
        '<div class="hentry"><h1 class="entry-title">Titre</h1>'
        f'<div class="entry-content"><p>{text}</p></div></div>'
        '<ol class="commentlist"><li id="comment-1" class="comment"><cite class="fn">Zoé</cite>'
        f'<span class="date">3 mai 2006 à 10:12</span><div class="comment-body"><p>{comment}</p></div></li></ol>'
    )
    (part,) = read_text(html, "utf-8").parts
    (found,) = part.posts

    assert found.post.body.split() == words[:half]
    assert found.post.comments[0].body.split() == words[half:]


@pytest.mark.parametrize(
    "opening", ["<table><tr><td>", "<div class='comment'>", "<ul><li>", "<b><i>", "<dl><dd>"]
)
def test_elements_within_elements(opening: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However deep elements are nested, each is looked at a limited number of times, and the words are there."""
    looked = Counter[str]()

    def counted(element: Any, *given: Any, **named: Any) -> Layout:
        looked["elements"] += sum(1 for _ in element.iter())
        return laid_out(element, *given, **named)

    for module in ("scan", "lines", "unnamed"):
        monkeypatch.setattr(f"blogimport.webpage.{module}.laid_out", counted)
    page = f"<html><body><p>Commentaires</p>{opening * 800}La digue tient bon, et la mer aussi.</body></html>"

    reading = read_text(page, "utf-8")

    check(reading)
    assert "La digue tient bon, et la mer aussi." in (reading.lines or [])
    assert looked["elements"] < 800 * opening.count("<") * 150


def test_what_is_too_large_for_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is refused with a sentence before the memory is full."""
    monkeypatch.setattr("blogimport.webpage.reading._LARGEST", 1000)

    with pytest.raises(DumpError, match=r"forum\.html is too large for a page"):
        read(Dump("forum.html", content=b"<html><body>" + b"<p>mot</p>" * 200))


def test_a_letter_is_a_word_of_its_writer() -> None:
    """A comment that begins with « A » as a heading keeps it."""
    reading = read_text(
        '<ol class="commentlist"><li id="comment-1" class="comment"><cite class="fn">Zoé</cite>'
        '<span class="date">3 mai 2006 à 10:12</span><div class="comment-body"><p>A</p>'
        "<p>La digue.</p></div></li></ol>",
        "utf-8",
    )

    assert [c.body for part in reading.parts for f in part.posts for c in f.post.comments] == [
        "A\n\nLa digue."
    ]
