"""Exports of every format as they are found: cut off anywhere, with bytes written over others."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blogimport.formats import format_of
from blogimport.readings import Dump, FoundPost, Part, Reading
from reader.text import lines_of
from tests.blogimport.exports import DATA
from tests.examples import examples

FOLDERS = (
    *(
        "blogger",
        "disqus",
        "dotclear",
        "ghost",
        "medium",
        "movabletype",
        "overblog",
        "substack",
        "tumblr",
        "wxr",
    ),
)
EXPORTS = sorted(
    path for folder in FOLDERS for path in (DATA / folder).iterdir() if ".expected" not in path.name
)


def read(raw: bytes, path: Path) -> tuple[Reading, list[Part]] | None:
    """All that is read of a file in the format of its sound form; None where it can no longer be told from its head."""
    known, sound = format_of(raw, path.name), format_of(path.read_bytes(), path.name)
    if known is None or sound is None or known.FORMAT != sound.FORMAT:
        return None
    reading = known.read(Dump(path.name, content=raw))
    return reading, list(reading.parts)


@pytest.mark.parametrize("ending", [b"\r", b"\r\r\n"], ids=["CR", "CR CR LF"])
@pytest.mark.parametrize(
    "path",
    sorted({*EXPORTS, *(DATA / "feed").glob("*.xml"), *(DATA / "feed").glob("*.atom")}),
    ids=lambda path: str(path.relative_to(DATA)),
)
def test_roles_are_those_of_lines_that_there_are(path: Path, ending: bytes) -> None:
    """Wherever an old system ends its lines, no role speaks of a line behind the last."""
    raw = path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", ending)
    found = read(raw, path)
    if found is not None:
        assert_is_sound(*found, raw)


def assert_is_sound(reading: Reading, parts: list[Part], raw: bytes) -> None:
    """Each line has one role at most, and what it belongs to was read."""
    lines = reading.lines if reading.lines is not None else lines_of(raw, reading.encoding or "utf-8")
    roles: Counter[int] = Counter()
    for part in parts:
        for span in part.spans:
            roles.update(range(span.first, span.last + 1))
            assert 1 <= span.first <= span.last <= len(lines)
            if span.post is not None:
                comments = part.posts[span.post].post.comments
                assert span.comment is None or 1 <= span.comment <= len(comments)
        for found in part.posts:
            positions = [comment.position for comment in found.post.comments]
            assert positions == list(range(1, len(positions) + 1))
            assert set(found.withheld_comments) <= set(positions)
    assert not [line for line, count in roles.items() if count > 1]


def spoken(parts: list[Part]) -> Counter[str]:
    """The text of each comment."""
    return Counter(comment.body for found in posts_in(parts) for comment in found.post.comments)


def posts_in(parts: list[Part]) -> list[FoundPost]:
    """The posts of all parts."""
    return [found for part in parts for found in part.posts]


def ends_of_comments(parts: list[Part]) -> list[tuple[int, str]]:
    """The last line of each comment, with its text."""
    ends: dict[tuple[int, int], int] = {}
    posts: list[FoundPost] = []
    for part in parts:
        for span in part.spans:
            if span.post is not None and span.comment is not None:
                place = (len(posts) + span.post, span.comment)
                ends[place] = max(ends.get(place, 0), span.last)
        posts += part.posts
    return [(last, posts[post].post.comments[position - 1].body) for (post, position), last in ends.items()]


@pytest.mark.parametrize("path", EXPORTS, ids=lambda path: str(path.relative_to(DATA)))
@given(place=st.floats(0, 1))
@examples(8, deadline=None)
def test_whole_comments_of_a_cut_export_are_read(path: Path, place: float) -> None:
    """Wherever an export is cut, each comment that stands whole before the cut is read, and nothing else breaks."""
    sound = path.read_bytes()
    raw = sound[: int(place * len(sound))]
    whole, cut = read(sound, path), read(raw, path)
    assert whole is not None
    if cut is None:
        return
    assert_is_sound(*cut, raw)
    if whole[0].lines is None:
        complete = raw.count(b"\n") - 1
        expected = Counter(text for last, text in ends_of_comments(whole[1]) if last <= complete)
        assert not expected - spoken(cut[1])


@pytest.mark.parametrize("path", EXPORTS, ids=lambda path: str(path.relative_to(DATA)))
@given(noise=st.binary(max_size=12), place=st.floats(0, 1), length=st.integers(0, 40))
@examples(8, deadline=None)
def test_bytes_written_over_others_never_stop_the_reading(
    path: Path, noise: bytes, place: float, length: int
) -> None:
    """Whatever bytes stand in the place of others, the rest is read, and every line has one role."""
    sound = path.read_bytes()
    offset = int(place * len(sound))
    raw = sound[:offset] + noise + sound[offset + length :]
    found = read(raw, path)
    if found is not None:
        assert_is_sound(*found, raw)


@pytest.mark.parametrize("path", EXPORTS, ids=lambda path: str(path.relative_to(DATA)))
@pytest.mark.parametrize("name", ["CR LF", "a byte order mark", "blank lines before"])
def test_signs_of_other_systems_change_nothing(path: Path, name: str) -> None:
    """An export whose lines end otherwise, or with something before its beginning, holds the same comments."""
    sound = path.read_bytes()
    raw = {
        "CR LF": sound.replace(b"\n", b"\r\n"),
        "a byte order mark": b"\xef\xbb\xbf" + sound,
        "blank lines before": b"\n \n" + sound,
    }[name]
    whole, found = read(sound, path), read(raw, path)
    assert whole is not None
    assert found is not None

    assert_is_sound(*found, raw)
    assert spoken(found[1]) == spoken(whole[1])
    assert [post.post.title for post in posts_in(found[1])] == [
        post.post.title for post in posts_in(whole[1])
    ]
