"""Whole crawls, made with the library that most crawlers write with: what of them becomes posts, and what is told."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from blogimport import DumpReport, load
from blogimport.containers import FoundDump, dumps_at
from reader.archive import open_for_writing
from reader.models import Post

URL = "http://phare.example/2006/05/03/lanterne/"
PAGE = """<html><head><title>La lanterne | Le phare</title></head><body>
<div class="post"><h1 class="entry-title">La lanterne</h1><p>3 mai 2006</p>
<div class="entry-content"><p>Elle s'allume à six heures, et personne ne monte plus tourner la clef depuis que
le gardien est parti avec son chien et ses trois chaises.</p><p>Le bateau passe quand même.</p></div></div>
</body></html>"""
TEXT = "La lanterne\n\nPublié le 3 mai 2006\n\nElle s'allume à six heures, et personne ne monte plus.\n"


class Writer(WARCWriter):  # type: ignore[misc] # the library has no types
    """The library's writer, which else leaves it to the system to close what it has written to."""

    @classmethod
    def _create_temp_file(cls) -> io.BytesIO:
        return io.BytesIO()


class Crawl:
    """A crawl that is being written."""

    def __init__(self, *, is_packed: bool = True, version: str = "1.0") -> None:
        self.raw = io.BytesIO()
        self._writer: Any = Writer(self.raw, gzip=is_packed, warc_version=version)
        self._writer.write_record(self._writer.create_warcinfo_record("crawl.warc", {"software": "made up"}))

    def response(self, body: bytes, url: str = URL, status: str = "200 OK", **headers: str) -> None:
        """What a server has sent."""
        named = {
            "Content-Type": "text/html; charset=utf-8",
            **{k.replace("_", "-"): v for k, v in headers.items()},
        }
        self._write("response", body, url, StatusAndHeaders(status, list(named.items()), protocol="HTTP/1.1"))

    def record(self, kind: str, body: bytes, url: str = URL, content_type: str = "text/html") -> None:
        """A record of another kind."""
        self._write(kind, body, url, None, warc_content_type=content_type)

    def revisit(self) -> None:
        """A page that was captured again, and had not changed."""
        self._writer.write_record(
            self._writer.create_revisit_record(URL, "sha1:AAAA", URL, "2006-05-04T10:12:00Z")
        )

    def _write(self, kind: str, body: bytes, url: str, headers: Any, **more: str) -> None:
        given = {"WARC-Date": "2009-11-04T08:15:00Z"}
        self._writer.write_record(
            self._writer.create_warc_record(
                url, kind, payload=io.BytesIO(body), http_headers=headers, warc_headers_dict=given, **more
            )
        )


def chunked(body: bytes) -> bytes:
    """A body in chunks, as it goes over the wire."""
    pieces = (body[start : start + 100] for start in range(0, len(body), 100))
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def imported(crawl: Crawl, folder: Path) -> tuple[list[Post], list[DumpReport]]:
    """The posts that a crawl gives, and the reports."""
    (folder / "crawl.warc.gz").write_bytes(crawl.raw.getvalue())
    with open_for_writing(folder / "a.db") as writer:
        reports = list(load([folder / "crawl.warc.gz"], writer))
        ids = [row[0] for row in writer._archive.rows("SELECT id FROM posts ORDER BY id")]
        return [writer.post(number) for number in ids], reports


RAW = PAGE.encode()
WRAPPINGS: dict[str, Callable[[Crawl], None]] = {
    "as it is": lambda crawl: crawl.response(RAW),
    "gzip": lambda crawl: crawl.response(gzip.compress(RAW), Content_Encoding="gzip"),
    "brotli": lambda crawl: crawl.response(brotli.compress(RAW), Content_Encoding="br"),
    "chunks": lambda crawl: crawl.response(chunked(RAW), Transfer_Encoding="chunked"),
    "gzip in chunks": lambda crawl: crawl.response(
        chunked(gzip.compress(RAW)), Content_Encoding="gzip", Transfer_Encoding="chunked"
    ),
    "said to be in chunks": lambda crawl: crawl.response(RAW, Transfer_Encoding="chunked"),
    "said to be packed": lambda crawl: crawl.response(RAW, Content_Encoding="br"),
    "a resource": lambda crawl: crawl.record("resource", RAW, content_type="text/html; charset=utf-8"),
    "Latin 1 by its header": lambda crawl: crawl.response(
        PAGE.encode("latin-1"), Content_Type="text/html; charset=iso-8859-1"
    ),
}


@pytest.mark.parametrize("is_packed", [True, False])
@pytest.mark.parametrize("name", WRAPPINGS)
def test_a_page_in_a_crawl(tmp_path: Path, name: str, is_packed: bool) -> None:
    """However a page was sent and kept, it is the same post, with its address."""
    crawl = Crawl(is_packed=is_packed)
    WRAPPINGS[name](crawl)
    (post,), reports = imported(crawl, tmp_path)

    assert (post.title, post.url, post.published) == ("La lanterne", URL, "2006-05-03")
    assert "personne ne monte plus tourner la clef" in post.body
    assert "à six heures" in post.body
    assert not any(report.error for report in reports)


def test_texts_of_a_crawl(tmp_path: Path) -> None:
    """Of a crawl of which only the texts were kept (WET), each is a text page with its address."""
    crawl = Crawl()
    crawl.record("conversion", TEXT.encode(), content_type="text/plain")
    (post,), reports = imported(crawl, tmp_path)

    assert (post.title, post.published, post.url) == ("La lanterne", "2006-05-03", URL)
    assert [report.format for report in reports] == ["text page"]
    assert reports[0].dump == f"crawl.warc.gz/{URL}"


def test_the_text_and_the_page_of_one_address(tmp_path: Path) -> None:
    """A page in one web archive and its text in another are one post."""
    crawl = Crawl()
    crawl.record("conversion", TEXT.encode(), content_type="text/plain")
    crawl.response(RAW)
    posts, _ = imported(crawl, tmp_path)

    assert [post.url for post in posts] == [URL]
    assert "Le bateau passe quand même" in posts[0].body


def test_what_a_crawl_holds_besides(tmp_path: Path) -> None:
    """Captures of one page are one post; what is no page is counted by why."""
    crawl = Crawl()
    crawl.response(RAW)
    crawl.response(RAW)  # the same bytes
    crawl.response(RAW.replace(b"</body>", b"<p>&copy;</p></body>"))  # another capture
    crawl.response(b"<p>Not here</p>", status="404 Not Found", url=f"{URL}x")
    crawl.response(b"", status="302 Found", url=f"{URL}y")
    crawl.response(b"\x89PNG", url=f"{URL}z.png", Content_Type="image/png")
    crawl.revisit()
    posts, reports = imported(crawl, tmp_path)
    left_out: dict[str, int] = {}
    for report in reports:
        for reason, number in report.left_out.items():
            left_out[reason] = left_out.get(reason, 0) + number

    assert len(posts) == 1
    assert {reason: left_out[reason] for reason in left_out if "lines around" not in reason} == {
        "already in the archive": 1,
        "addresses that were moved, missing or refused": 2,
        "pictures, styles, scripts and other files that are no pages": 1,
        "pages captured again without a change": 1,
    }


def _crawl() -> bytes:
    crawl = Crawl(is_packed=False, version="1.1")
    for number in range(4):
        crawl.response(RAW + b"%d" % number, url=f"{URL}{number}")
    return crawl.raw.getvalue()


WHOLE = _crawl()


@given(st.integers(0, len(WHOLE)), st.binary(max_size=12), st.integers(0, 40))
def test_whatever_happens_to_a_crawl_it_is_read_as_far_as_it_goes(
    offset: int, noise: bytes, length: int
) -> None:
    """Bytes written over others never stop an import, and never touch the pages before them."""
    raw = WHOLE[:offset] + noise + WHOLE[offset + length :]
    pages = list(_pages(raw))

    assert len(pages) >= WHOLE.count(b"</html>", 0, offset) - 1 or not raw.startswith(b"WARC/")


def _pages(raw: bytes) -> Iterator[bytes]:
    for found in dumps_at([Path("-")], lambda: io.BytesIO(raw)):
        if isinstance(found, FoundDump):
            yield found.dump.raw()
