"""Web archives: each captured page is a dump with its address and the day of its capture."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import pytest

from blogimport.containers import FoundDump, Unread, dumps_at

PAGE = b"<html><title>Le phare</title><p>Il s'allume \xe0 six heures.</p></html>"
URL = "http://phare.example/2006/05/03/lanterne/"
DATE = "2009-11-04T08:15:00Z"


class Crawl:
    """A web archive that is being written, record by record."""

    def __init__(self, *, gz: bool = True) -> None:
        self._records: list[bytes] = []
        self._is_packed = gz

    def response(
        self,
        body: bytes,
        *,
        url: str = URL,
        status: str = "200 OK",
        headers: tuple[tuple[str, str], ...] = (),
    ) -> None:
        """Add what a server has sent."""
        named = {"Content-Type": "text/html", **dict(headers)}
        http = f"HTTP/1.1 {status}\r\n" + "".join(f"{name}: {value}\r\n" for name, value in named.items())
        kind = "application/http; msgtype=response"
        self.record("response", http.encode() + b"\r\n" + body, url=url, content_type=kind)

    def record(self, kind: str, body: bytes, *, url: str = URL, content_type: str = "text/plain") -> None:
        """Add a record of any kind."""
        head = {
            "WARC-Type": kind,
            "WARC-Record-ID": f"<urn:test:{len(self._records)}>",
            "WARC-Target-URI": url,
            "WARC-Date": DATE,
            "Content-Type": content_type,
            "Content-Length": str(len(body)),
        }
        lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
        raw = f"WARC/1.0\r\n{lines}\r\n".encode() + body + b"\r\n\r\n"
        self._records.append(gzip.compress(raw, mtime=0) if self._is_packed else raw)

    def write(self, path: Path) -> Path:
        """Save it."""
        path.write_bytes(b"".join(self._records))
        return path


def found_in(path: Path) -> tuple[list[FoundDump], dict[str, int], str | None]:
    """The dumps in a web archive, what was left out, and where it breaks off."""
    dumps: list[FoundDump] = []
    left_out: dict[str, int] = {}
    broken: str | None = None
    for found in dumps_at([path]):
        if isinstance(found, FoundDump):
            dumps.append(found)
        elif isinstance(found, Unread):
            left_out = found.left_out
        else:
            broken = found.sentence
    return dumps, left_out, broken


@pytest.mark.parametrize("gz", [True, False])
def test_pages_with_address_and_date(tmp_path: Path, gz: bool) -> None:
    """A page keeps what the web archive says beside it."""
    crawl = Crawl(gz=gz)
    crawl.response(PAGE, headers=(("Content-Type", "text/html; charset=ISO-8859-1"),))
    crawl.record("conversion", b"Le phare\n\nIl s'allume.\n")

    (page, text), left_out, _ = found_in(crawl.write(tmp_path / "crawl.warc.gz"))

    assert (page.dump.name, page.dump.raw()) == (f"crawl.warc.gz/{URL}", PAGE)
    assert (page.dump.url, page.dump.captured, page.dump.charset) == (URL, DATE, "iso-8859-1")
    assert text.dump.raw() == b"Le phare\n\nIl s'allume.\n"
    assert left_out == {}


@pytest.mark.parametrize(
    ("wrapped", "headers"),
    [
        (b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), (("Transfer-Encoding", "chunked"),)),
        (PAGE, (("Transfer-Encoding", "chunked"),)),
        (gzip.compress(PAGE, mtime=0), (("Content-Encoding", "gzip"),)),
        (zlib.compress(PAGE), (("Content-Encoding", "deflate"),)),
        (PAGE, (("Content-Encoding", "gzip"),)),
    ],
)
def test_wrappings(tmp_path: Path, wrapped: bytes, headers: tuple[tuple[str, str], ...]) -> None:
    """Chunks and packing are taken off where they are what the headers say, and the page is whole where not."""
    crawl = Crawl()
    crawl.response(wrapped, headers=headers)

    ((page,), _, _) = found_in(crawl.write(tmp_path / "crawl.warc.gz"))

    assert page.dump.raw() == PAGE


def test_what_is_no_page(tmp_path: Path) -> None:
    """Pictures, redirections, pages that were not there and revisits are counted by why they are left out."""
    crawl = Crawl()
    crawl.response(b"\xff\xd8\xff", headers=(("Content-Type", "image/jpeg"),))
    crawl.response(b"gone", status="404 Not Found")
    crawl.response(b"", status="301 Moved")
    crawl.record("revisit", b"")
    crawl.record("request", b"")
    crawl.record("metadata", b"x")

    dumps, left_out, _ = found_in(crawl.write(tmp_path / "crawl.warc.gz"))

    assert dumps == []
    assert left_out == {
        "pictures, styles, scripts and other files that are no pages": 1,
        "addresses that were moved, missing or refused": 2,
        "pages captured again without a change": 1,
    }


@pytest.mark.parametrize("cut", [-1, -30, -200, 700])
def test_broken_off(tmp_path: Path, cut: int, capsys: pytest.CaptureFixture[str]) -> None:
    """A web archive that breaks off gives the pages before the break, and nothing is written to the terminal."""
    crawl = Crawl()
    for number in range(3):
        crawl.response(PAGE + b"x" * number, url=f"{URL}{number}")
    path = crawl.write(tmp_path / "crawl.warc.gz")
    path.write_bytes(path.read_bytes()[:cut])

    dumps, _, broken = found_in(path)

    assert broken is not None
    assert broken.startswith("crawl.warc.gz breaks off after ")
    assert [found.dump.url for found in dumps[:1]] == [f"{URL}0"]
    assert dumps[0].dump.raw() == PAGE
    assert capsys.readouterr() == ("", "")


def test_packed_as_one_file(tmp_path: Path) -> None:
    """A web archive that was packed as one file, not record by record, is read all the same."""
    crawl = Crawl(gz=False)
    crawl.response(PAGE)
    crawl.response(PAGE, url=f"{URL}2")
    path = crawl.write(tmp_path / "crawl.warc.gz")
    path.write_bytes(gzip.compress(path.read_bytes()))

    dumps, _, broken = found_in(path)

    assert [found.dump.url for found in dumps] == [URL, f"{URL}2"]
    assert broken is None


def test_arc(tmp_path: Path) -> None:
    """The older form, ARC, is read too."""
    head = b"1 0 Archive\nURL IP-address Archive-date Content-type Archive-length\n"
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE
    raw = b"filedesc://crawl.arc 192.0.2.1 20060504101200 text/plain %d\n%s\n" % (len(head), head)
    raw += b"%s 192.0.2.1 20060504101200 text/html %d\n%s\n" % (URL.encode(), len(http), http)
    (tmp_path / "crawl.arc").write_bytes(raw)

    ((page,), _, _) = found_in(tmp_path / "crawl.arc")

    assert (page.dump.url, page.dump.captured, page.dump.raw()) == (URL, "2006-05-04T10:12:00Z", PAGE)
