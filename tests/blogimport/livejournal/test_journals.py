"""Journals as they were saved: what is withheld, whose name a number stands for, and comments that find their entry."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogimport import load
from blogimport.formats import format_of
from reader.archive import open_for_writing
from tests.blogimport.exports import DATA, as_told, reading_of

BODIES = (DATA / "livejournal" / "comment_meta+bodies.xml").read_bytes()
ENTRIES = (DATA / "livejournal" / "entries.xml").read_bytes()


@given(st.sampled_from([BODIES, ENTRIES]), st.integers(40, 2000), st.binary(max_size=12), st.integers(0, 40))
def test_whatever_happens_to_an_export_it_is_read(raw: bytes, offset: int, noise: bytes, length: int) -> None:
    """Bytes written over others spoil one record, and never stop the reading."""
    damaged = raw[:offset] + noise + raw[offset + length :]
    known = format_of(damaged, "export.xml")
    if known is not None and known.FORMAT == "LiveJournal export":
        posts = as_told(reading_of(damaged)).get("posts", [])
        found = sum(len(post.get("comments", [])) or 1 for post in posts)
        assert found >= 2 or b"<" in noise


@given(st.integers(40, len(ENTRIES)))
def test_whole_entries_of_a_cut_export_are_read(length: int) -> None:
    """Wherever an export is cut, each entry that stands whole in what is left is read."""
    raw = ENTRIES[:length]
    known = format_of(raw, "export.xml")
    if known is not None and known.FORMAT == "LiveJournal export":
        assert len(as_told(reading_of(raw)).get("posts", [])) >= raw.count(b"</entry>")


@pytest.mark.parametrize("order", [1, -1])
def test_comments_find_their_entry(tmp_path: Path, order: int) -> None:
    """The two halves of the comments and the entries make one post, whichever is imported first."""
    folder = tmp_path / "sabine"
    folder.mkdir()
    bodies, meta = BODIES.split(b"<!-- comment_meta.xml -->\n")
    for name, raw in (("entries.xml", ENTRIES), ("comment_bodies.xml", bodies), ("comment_meta.xml", meta)):
        (folder / name).write_bytes(raw.removeprefix(b"<!-- comment_bodies.xml -->\n"))
    with open_for_writing(tmp_path / "a.db") as writer:
        for path in [folder / "comment_bodies.xml", folder / "entries.xml", folder][::order]:
            assert not any(report.error for report in load([path], writer))
        ids = [row[0] for row in writer._archive.rows("SELECT id FROM posts ORDER BY id")]
        posts = [writer.post(number) for number in ids]
    (pump,) = [post for post in posts if post.title]

    assert [(comment.author, comment.reply_to) for comment in pump.comments] == [("odon", None), (None, 1)]
    assert sorted(len(post.comments) for post in posts) == [1, 2]


def test_a_folder_of_ljdump(tmp_path: Path) -> None:
    """A file for each entry and one for its comments are joined by their number."""
    for name in ("L-27", "C-27"):
        (tmp_path / name).write_bytes((DATA / "livejournal" / f"{name}.xml").read_bytes())
    with open_for_writing(tmp_path.parent / "b.db") as writer:
        reports = list(load([tmp_path], writer))
        (post_id,) = [row[0] for row in writer._archive.rows("SELECT id FROM posts")]
        post = writer.post(post_id)

    assert [report.format for report in reports] == ["LiveJournal export"] * 2
    assert (post.title, post.published, post.comments_declared) == ("Un soir", "2005-01-02T03:04:00", 2)
    assert [(comment.author, comment.reply_to) for comment in post.comments] == [
        ("odon", None),
        ("sabine", 1),
    ]
