"""The format of a file is told from its beginning, at once, whatever stands there."""

from __future__ import annotations

import time

import pytest

from blogimport.formats import SNIFF_LENGTH, format_of

REPEATED = (
    b"<!-- a -->",
    b"<?a ?>",
    b"<!DOCTYPE a [ ] >",
    b"<!DOCTYPE a [",
    b"<!--",
    b"<?xml version='1.0'?>\n",
    b" \n",
    b"<event>",
    b"Date: 3\n",
    b"-----\n",
    b"[a b,c]\n",
    b'{"a": ',
    b"<div>",
    b"--- a\n",
    b"<rss ",
)


@pytest.mark.parametrize("unit", REPEATED)
@pytest.mark.parametrize("end", [b"", b"<x>", b"<!-- a", b"> -->"])
def test_nothing_is_gone_through_in_every_way(unit: bytes, end: bytes) -> None:
    """A head of many pieces that could end here or there costs no more than another one."""
    head = (unit * SNIFF_LENGTH)[: SNIFF_LENGTH - len(end)] + end
    start = time.process_time()

    for name in ("export.xml", "page.html", "C-1", "data.json", "a.md"):
        format_of(head, name)

    assert time.process_time() - start < 3


@pytest.mark.parametrize(
    ("before", "root"),
    [
        (b"<!-- a --><!-- b -->\n", b"<rss version='2.0'><channel>"),
        (b"<?xml version='1.0'?>\n<!DOCTYPE rss [ <!ENTITY a 'b'> ]>\n", b"<rss version='2.0'><channel>"),
        (
            b"<?xml version='1.0'?><?xml-stylesheet href='a'?> <!-- > -->",
            b"<feed xmlns='http://www.w3.org/2005/Atom'>",
        ),
        (b"<!-- a -- b -->", b"<livejournal>"),
        (b"<!-- saved from url=(0020)http://mer.example/ -->\n<!-- b -->", b"<html>"),
    ],
)
def test_what_stands_before_the_first_element(before: bytes, root: bytes) -> None:
    """Comments, instructions and types before it change nothing."""
    with_it, without = format_of(before + root, "a"), format_of(root, "a")

    assert with_it is not None
    assert with_it is without
