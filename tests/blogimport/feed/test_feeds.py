"""Feeds as they are found: damaged, in any encoding, told apart from other XML, and joined to the posts they are of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogimport import load
from blogimport.formats import format_of
from reader.archive import open_for_writing
from reader.archive.reading import Archive
from reader.models import Post
from tests.blogimport.exports import DATA, as_told, posts_of, reading_of

POSTS = (DATA / "feed" / "wordpress-posts.xml").read_bytes()
COMMENTS = (DATA / "feed" / "wordpress-comments.xml").read_bytes()
TEXT = COMMENTS.decode()


def remarks_in(raw: bytes) -> list[tuple[str | None, str | None, str]]:
    """What makes a comment one of its own."""
    return [(c.author, c.published, c.body) for post in posts_of(raw) for c in post.post.comments]


SOUND = remarks_in(COMMENTS)
DAMAGED = {
    "bytes of Windows-1252 that are declared UTF-8": TEXT.encode("cp1252"),
    "bytes of Windows-1252 that are declared ISO 8859-1": TEXT.replace("UTF-8", "ISO-8859-1").encode(
        "cp1252"
    ),
    "UTF-16": TEXT.encode("utf-16"),
    "a byte order mark and blank lines before the declaration": b"\n\n\xef\xbb\xbf" + COMMENTS,
    "a warning before the declaration": b"<br />\n<b>Warning</b>: Cannot modify header\n" + COMMENTS,
    "letters decoded wrongly once": COMMENTS.decode("cp1252", "replace").encode()
    if all(byte not in COMMENTS for byte in b"\x81\x8d\x8f\x90\x9d")
    else COMMENTS,
    "control characters": COMMENTS.replace(b"passe.", b"pas\x0bse\x1f."),
    "bare ampersands": COMMENTS.replace(b"<channel>", b"<channel><x>A & B &nbsp; < 3</x>"),
    "lines that end with CR LF": COMMENTS.replace(b"\n", b"\r\n"),
    "no declared namespaces": re.sub(rb"<rss[^>]*>", b"<rss>", COMMENTS),
    "an item that is not closed": COMMENTS.replace(b"</item>", b"", 1),
    "no end": COMMENTS[: COMMENTS.rindex(b"</channel>")],
}


@pytest.mark.parametrize("raw", DAMAGED.values(), ids=DAMAGED.keys())
def test_what_is_damaged_is_read_as_if_it_were_sound(raw: bytes) -> None:
    """Each comment of a damaged feed has the author, the date and the words of the sound one."""
    assert remarks_in(raw) == SOUND


def test_a_cut_feed_says_where_it_breaks_off() -> None:
    """Of a feed that is cut in an item, those before it are read."""
    reading = reading_of(COMMENTS[: COMMENTS.index(b"vu deux fois")])

    assert len([c for part in reading.parts for p in part.posts for c in p.post.comments]) >= 2
    assert reading.notices == ["The feed breaks off at line 35."]


@given(st.integers(0, len(COMMENTS)), st.binary(max_size=12), st.integers(0, 40))
def test_bytes_written_over_others_stop_nothing(offset: int, noise: bytes, length: int) -> None:
    """Whatever happens to the bytes of a feed, it is read as far as it goes."""
    raw = COMMENTS[:offset] + noise + COMMENTS[offset + length :]
    known = format_of(raw, "feed.xml")
    if known is not None and known.FORMAT == "feed":
        told = as_told(reading_of(raw))
        assert sum(len(post.get("comments", [])) for post in told.get("posts", [])) >= 2 or b"<item" in noise


@given(st.integers(0, len(COMMENTS)))
def test_whole_items_of_a_cut_feed_are_read(length: int) -> None:
    """Wherever a feed is cut, each item that stands whole in what is left is read."""
    raw = COMMENTS[:length]
    whole = raw.count(b"</item>")
    known = format_of(raw, "feed.xml")
    if known is not None and known.FORMAT == "feed":
        assert len(remarks_in(raw)) >= whole


@pytest.mark.parametrize(
    "raw",
    [
        (DATA / "wxr" / "le-verger.xml").read_bytes(),
        b"<html><head><title>RSS</title></head><body><pre>&lt;rss></pre></body></html>",
        b'<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><x/></rdf:RDF>',
        b"<feed><animal>mule</animal></feed>",
        b"Un billet sur <rss version='2.0'><item></item></rss>",
    ],
)
def test_what_is_no_feed_is_not_taken_for_one(raw: bytes) -> None:
    """An export, a page, other XML: none of them is a feed."""
    known = format_of(raw, "feed.xml")

    assert known is None or known.FORMAT != "feed"


def imported(folder: Path, *names: str) -> list[Post]:
    """The posts of an archive into which some dumps of the tests were loaded, in that order."""
    with open_for_writing(folder / "a.db") as writer:
        reports = [report for name in names for report in load([DATA / "feed" / name], writer)]
        assert not any(report.error for report in reports)
        return [writer.post(number) for number in writer_ids(writer._archive)]


def writer_ids(archive: Archive) -> list[int]:
    """The ids of all posts."""
    return [row[0] for row in archive.rows("SELECT id FROM posts ORDER BY id")]


@pytest.mark.parametrize("order", [1, -1])
def test_comments_find_their_posts(tmp_path: Path, order: int) -> None:
    """A feed of posts and the feed of the comments make one post with its comments, whichever comes first."""
    posts = imported(tmp_path, *["wordpress-posts.xml", "wordpress-comments.xml"][::order])

    (fish,) = [post for post in posts if post.title and "maquereau" in post.title]
    assert len(posts) == 3
    assert [comment.author for comment in fish.comments] == ["Loïc", "Yvonne", "Tanguy"]
    assert fish.comments_declared == 3
    assert fish.published == "2010-05-04T06:10:41+00:00"
