"""Saved pages in encodings of two bytes a letter, with or without a mark, and packed: the same page."""

from __future__ import annotations

import codecs
import gzip
import re
from pathlib import Path
from typing import Any

import pytest

from blogimport.load import survey
from blogimport.webpage import decoded
from tests.blogimport.exports import DATA, as_told, reading_of

PAGES = [
    DATA / "webpage" / f"{name}.html" for name in ("dotclear-single", "wordpress-kubrick", "blogger-times")
]
ENCODINGS = {
    "UTF-16 LE with its mark": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "UTF-16 BE with its mark": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "UTF-16 LE": lambda text: text.encode("utf-16-le"),
    "UTF-16 BE": lambda text: text.encode("utf-16-be"),
}


def told(raw: bytes) -> dict[str, Any]:
    """A reading without the name of its encoding."""
    found = as_told(reading_of(raw, "page.html"))
    del found["encoding"]
    return found


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_two_bytes_a_letter(path: Path, encoding: str) -> None:
    """Titles, texts, comments and roles are those of the page in UTF-8, whatever the page itself declares."""
    text = path.read_text("utf-8")

    assert told(ENCODINGS[encoding](text)) == told(text.encode())


@pytest.mark.parametrize("declared", ["utf-16", "utf-32", "cp037", "ibm500", "rot13", "nonsense", "base64"])
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_encodings_that_cannot_be_meant(path: Path, declared: str) -> None:
    """A page that names its encoding in letters of ASCII is in none that has other bytes for them."""
    text = path.read_text("utf-8")
    named = re.sub(r"charset=(\"?)utf-8", rf"charset=\g<1>{declared}", text, flags=re.IGNORECASE)
    assert named != text

    assert told(named.encode()) == told(text.encode())


@pytest.mark.parametrize(
    ("head", "written", "read"),
    [
        (
            '<META NAME=a CONTENT=b><META http-equiv=Content-Type content="text/html; CHARSET=KOI8-R">',
            "koi8-r",
            "koi8-r",
        ),
        ("<?xml version='1.0' encoding='iso-8859-1'?><html>", "cp1252", "cp1252"),
        ("<?xml version='1.0' encoding='iso-8859-1'?><html>", "utf-8", "utf-8"),
        ('<meta charset="utf-8">', "cp1252", "cp1252"),
        ('<meta content="charset of the blog"><meta charset=big5>', "utf-8", "utf-8"),
        ("<title>encoding=koi8-r</title>", "utf-8", "utf-8"),
    ],
)
def test_stated_encoding(head: str, written: str, read: str) -> None:
    """A page is in the encoding that its head states, unless it is in UTF-8 or cannot be in what it states."""
    words = "Тише, паром" if read == "koi8-r" else "L’été, déjà"

    assert decoded(f"{head}<p>{words}</p>".encode(written)) == (f"{head}<p>{words}</p>", read)


def test_packed_pages(tmp_path: Path) -> None:
    """Pages that were packed one by one, as some mirrors keep them, are read under their own names."""
    site = tmp_path / "blog.example"
    site.mkdir()
    for path in PAGES:
        (site / f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes()))

    reports = list(survey([tmp_path]))

    assert sorted(report.dump for report in reports) == sorted(f"blog.example/{path.name}" for path in PAGES)
    assert {report.format for report in reports} == {"saved page"}
    assert sum(report.posts for report in reports) == len(PAGES)
    assert all(report.comments for report in reports)
    assert not any(report.error for report in reports)
