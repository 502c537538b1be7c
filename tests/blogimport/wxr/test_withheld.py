"""Attachments are counted without being read where nobody asked for them, and nothing else is."""

from __future__ import annotations

from collections import Counter

import pytest

from blogimport import wxr
from blogimport.including import shown, withheld_posts
from blogimport.readings import Dump, Part
from tests.blogimport.exports import DATA
from tests.blogimport.wxr.test_damage import DAMAGED, SOUND

EXPORTS = DAMAGED | {path.name: path.read_bytes() for path in sorted((DATA / "wxr").glob("*.xml"))}
NOBODY: frozenset[str] = frozenset()

ITEM = """<item><title>{title}</title><wp:post_id>7</wp:post_id>
<content:encoded>{text}</content:encoded>
<wp:post_type>{kind}</wp:post_type>
{comments}</item>
"""
COMMENT = """<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author>Lou</wp:comment_author>
<wp:comment_content>Jolie vue !</wp:comment_content><wp:comment_approved>1</wp:comment_approved></wp:comment>
"""
HEAD = '<rss version="2.0"><channel><title>Verger</title><wp:wxr_version>1.2</wp:wxr_version>\n'


def export(*items: str) -> bytes:
    """An export of some records."""
    return (HEAD + "".join(items) + "</channel></rss>\n").encode()


def item(title: str, kind: str, text: str = "", comments: str = "") -> str:
    """A record."""
    return ITEM.format(title=title, kind=kind, text=text, comments=comments)


def told(raw: bytes, asked: frozenset[str]) -> tuple[list[Part], Counter[str]]:
    """What is brought in where only what was asked for is read; and what is left out."""
    reading = wxr.read(Dump("export.xml", content=raw, include=asked))
    left_out: Counter[str] = Counter()
    parts = [shown(part, NOBODY, left_out) for part in reading.parts]
    return [part for part in parts if part.posts], left_out + withheld_posts(reading.withheld)


@pytest.mark.parametrize("raw", EXPORTS.values(), ids=EXPORTS.keys())
def test_as_if_all_had_been_read(raw: bytes) -> None:
    """Posts, lines and counts are those of a reading that builds every attachment and leaves it out afterwards."""
    assert told(raw, NOBODY) == told(raw, frozenset(("all",)))


def test_attachments_are_counted_unread() -> None:
    """An attachment is no part of the reading; the kind may be protected from XML."""
    raw = export(
        item("a.jpg", "attachment"), item("b.jpg", " <![CDATA[attachment]]> "), item("Pommes", "post")
    )

    reading = wxr.read(Dump("export.xml", content=raw, include=NOBODY))

    assert [found.post.title for part in reading.parts for found in part.posts] == ["Pommes"]
    assert reading.withheld == {"attachment": 2}


@pytest.mark.parametrize("asked", ["attachment", "all"])
def test_attachments_that_are_asked_for_are_read(asked: str) -> None:
    """With `--include attachments` they are posts."""
    reading = wxr.read(
        Dump("export.xml", content=export(item("a.jpg", "attachment")), include=frozenset((asked,)))
    )

    assert [found.post.title for part in reading.parts for found in part.posts] == ["a.jpg"]
    assert not reading.withheld


def test_attachments_with_comments_are_read() -> None:
    """What was said of a picture is counted too, so such an attachment is read."""
    raw = export(item("a.jpg", "attachment", comments=COMMENT))

    assert told(raw, NOBODY) == ([], {"attachments": 1, "comments on attachments": 1})


@pytest.mark.parametrize(
    "text",
    [
        "<![CDATA[So: <wp:post_type>attachment</wp:post_type>]]>",
        "<![CDATA[<item><wp:post_type>attachment</wp:post_type></item>]]>",
        "&lt;wp:post_type>attachment&lt;/wp:post_type>",
    ],
)
@pytest.mark.parametrize("kind", ["post", "<![CDATA[post]]>"])
def test_a_post_that_speaks_of_attachments_is_a_post(text: str, kind: str) -> None:
    """The kind of a record is what its element says, not what its text does."""
    raw = export(item("Formats", kind, text))

    assert [found.post.title for part in told(raw, NOBODY)[0] for found in part.posts] == ["Formats"]


def test_a_post_without_a_kind_may_quote_one() -> None:
    """Where a record does not tell its kind, its text does not either."""
    text = "<![CDATA[<wp:post_type>attachment</wp:post_type>]]>"
    raw = export(item("Formats", "post", text).replace("<wp:post_type>post</wp:post_type>", ""))

    assert [found.post.title for part in told(raw, NOBODY)[0] for found in part.posts] == ["Formats"]


def test_there_are_attachments() -> None:
    """The exports that the readings are compared on have some."""
    assert SOUND.count(b"attachment</wp:post_type>") or any(
        b"<wp:post_type>attachment" in raw for raw in EXPORTS.values()
    )
