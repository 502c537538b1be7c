"""Exports as they are found: in the wrong encoding, with forbidden characters, cut off, put together, hostile."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from blogimport.formats import format_of
from blogimport.readings import FoundPost
from tests.blogimport.exports import DATA, as_told, posts_of, reading_of, spoken

SOUND = (DATA / "wxr" / "le-verger.xml").read_bytes()
TEXT = SOUND.decode()
SOUND_POSTS = posts_of(SOUND)
NO_NOTICE: list[str] = []


def comments_in(found: list[FoundPost]) -> list[tuple[str | None, str | None, str]]:
    """What makes a comment one of its own."""
    return [(c.author, c.published, c.body) for post in found for c in post.post.comments]


DAMAGED = {
    "bytes of Windows-1252 that are declared UTF-8": TEXT.replace("–", "-").encode("cp1252"),
    "bytes of Windows-1252 that are declared ISO 8859-1": TEXT.replace("UTF-8", "ISO-8859-1").encode(
        "cp1252"
    ),
    "UTF-16": TEXT.encode("utf-16"),
    "UTF-16 without its mark": TEXT.encode("utf-16-le"),
    "a byte order mark and blank lines before the declaration": b"\n\n\xef\xbb\xbf" + SOUND,
    "a warning before the declaration": b"<br />\n<b>Warning</b>: Cannot modify header\n" + SOUND,
    "lines that end with CR LF": SOUND.replace(b"\n", b"\r\n"),
    "lines whose ends were made CR LF twice": SOUND.replace(b"\n", b"\r\r\n"),
    "lines that end with CR": SOUND.replace(b"\n", b"\r"),
    "control characters": SOUND.replace(b"vari", b"va\x1f\x0bri").replace(b"<item>", b"<item>\x00\x08"),
    "letters decoded wrongly once": SOUND.decode("cp1252").encode() if b"\x9d" not in SOUND else b"",
    "a CDATA section without end": SOUND.replace(b"printemps.]]>", b"printemps."),
    "a comment whose CDATA section has no end": SOUND.replace(b"cheap]]>", b"cheap"),
    "bare ampersands and entities of HTML": SOUND.replace(
        b"<wp:comment_type></wp:comment_type>",
        b"<wp:comment_type></wp:comment_type><x>&nbsp;A & B &#11;&eacute; < 3</x>",
    ),
    "another prefix": SOUND.replace(b"wp:", b"w:").replace(b"xmlns:wp", b"xmlns:w"),
    "no declared namespaces": re.sub(rb"<rss[^>]*>", b"<rss>", SOUND),
    "an item that is not closed": SOUND.replace(b"</item>", b"", 1),
}


@pytest.mark.parametrize("raw", DAMAGED.values(), ids=DAMAGED.keys())
def test_what_is_damaged_is_read_as_if_it_were_sound(raw: bytes) -> None:
    """Each comment of a damaged export has the author, the date and the words of the sound one."""
    reading = reading_of(raw)
    found = [post for part in reading.parts for post in part.posts]

    assert comments_in(found) == comments_in(SOUND_POSTS)
    assert [post.post.title for post in found][1:] == [post.post.title for post in SOUND_POSTS][1:]
    assert reading.left_out == {"forms": 1, "menu items": 1}
    assert reading.notices == NO_NOTICE


@pytest.mark.parametrize(
    "name", ["lines that end with CR LF", "lines that end with CR", "a CDATA section without end"]
)
def test_roles_are_those_of_the_lines_of_the_file(name: str) -> None:
    """The lines that are said to hold a comment hold it, however they end."""
    said = spoken(reading_of(DAMAGED[name]), DAMAGED[name])

    assert "court-pendu" in said[2]
    assert "reinette" in said[1]
    assert "cheap" in said[3]
    assert "Greffer, c'est parier" in said[None]


@pytest.mark.parametrize(
    "declared", ["UTF-16", "UTF-32", "UTF-16LE", "cp037", "IBM500", "rot13", "nonsense", "base64"]
)
def test_encodings_that_cannot_be_meant(declared: str) -> None:
    """A declaration in letters of ASCII is in no encoding that has other bytes for them, whatever it says."""
    plain = TEXT.encode("ascii", "xmlcharrefreplace")

    assert comments_in(posts_of(plain.replace(b"UTF-8", declared.encode()))) == comments_in(posts_of(plain))


def test_text_that_speaks_of_exports_stays_text() -> None:
    """Closing tags within CDATA end nothing, and a split CDATA section is one text."""
    speaking = "Le fichier finit par </item>, <item> ou </wp:comment>, et ]]]]><![CDATA[> compte."
    found = posts_of(SOUND.replace(b"Chez moi c'est la reinette.", speaking.encode()))

    assert comments_in(found)[0][2].endswith("et ]]> compte.")
    assert len(comments_in(found)) == 5


def test_a_cut_file_says_where_it_breaks_off() -> None:
    """Of a file that is cut in a comment, the comments before it are read, and the half one is counted."""
    reading = reading_of(SOUND[: SOUND.index(b"Une court-pendu")])
    found = [post for part in reading.parts for post in part.posts]

    assert [comment.body for comment in found[0].post.comments][1:] == [
        "cheap",
        "[...] Hermance greffe son pommier [...]",
    ]
    assert reading.left_out == {"comments that are cut off": 1}
    assert reading.notices == ["The file breaks off at line 92; 1 post was read."]


@given(st.integers(0, len(SOUND)))
def test_whole_comments_of_a_cut_file_are_read(length: int) -> None:
    """Wherever a file is cut, each comment that stands whole in what is left is read."""
    raw = SOUND[:length]
    whole = len(re.findall(rb"</wp:comment>", raw))
    if format_of(raw, "export.xml") is None or b"<item" not in raw:
        return
    found = posts_of(raw)

    assert comments_in(found) == [] if not whole else len(comments_in(found)) == whole


@given(st.binary(max_size=12), st.integers(0, len(SOUND)), st.integers(0, 40))
@example(b"\xfe\xff", 0, 0)
def test_bytes_written_over_others_spoil_one_record(noise: bytes, offset: int, length: int) -> None:
    """Bytes of any kind that were written over others never stop the reading, nor reach the other records."""
    raw = SOUND[:offset] + noise + SOUND[offset + length :]
    known = format_of(raw, "export.xml")
    if known is None or known.FORMAT != "WordPress export":
        return
    told = as_told(reading_of(raw))
    titles = [post.get("title") for post in told.get("posts", [])]

    assert sum(title in titles for title in ("À propos", "Brouillon", "greffe")) >= 2 or b"<item" in noise


def test_entities_are_never_resolved() -> None:
    """An export that defines entities within entities is read at once, without what they stand for."""
    bomb = b'<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>'
    raw = SOUND.replace(b"<rss ", bomb + b"<rss ").replace(b"Brouillon", b"B&b;&c;")
    found = posts_of(raw)

    assert found[2].post.title == "B&b;&c;"
    assert comments_in(found) == comments_in(SOUND_POSTS)


def test_deep_elements_need_no_stack() -> None:
    """Thousands of elements within each other are no reason to stop."""
    raw = SOUND.replace(b"Brouillon", b"<b>" * 5000 + b"Brouillon" + b"</b>" * 5000)

    assert comments_in(posts_of(raw)) == comments_in(SOUND_POSTS)


def test_exports_put_together_are_all_read() -> None:
    """Each of several exports in one file has its own blog."""
    other = SOUND.replace("Le verger d’Hermance".encode(), b"Un autre blog")
    blogs = [post.post.blog for post in posts_of(SOUND + b"\n" + other)]

    assert blogs == ["Le verger d’Hermance"] * 4 + ["Un autre blog"] * 4


@pytest.mark.parametrize(
    "raw",
    [
        b"<html><body><pre>&lt;rss xmlns:wp=&quot;http://wordpress.org/export/1.2/&quot;></pre></body></html>",
        b'<?xml version="1.0"?><rss version="2.0"><channel><item><title>A</title></item></channel></rss>',
        b"Un billet sur les exports de WordPress : <wp:post_type>post</wp:post_type>.",
    ],
)
def test_what_is_no_export_is_not_taken_for_one(raw: bytes) -> None:
    """A page or a feed is none of WordPress's exports, whatever it speaks of."""
    known = format_of(raw, "page")

    assert known is None or known.FORMAT != "WordPress export"
