"""Web archives: WARC, ARC and WET files, of which each captured page is a dump of its own."""

from __future__ import annotations

import gzip
import io
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from pathlib import Path
from typing import Any

from blogimport.containers.found import FoundDump, Refused, Unread
from blogimport.containers.spooling import taken_out
from blogimport.readings import Dump

_STARTS = (b"WARC/", b"filedesc://")
# What a crawler fetches beside the pages; everything else is looked at.
_NO_PAGES = (
    *("image/", "video/", "audio/", "font/", "text/css", "text/javascript", "application/javascript"),
    *("application/x-javascript", "application/font", "application/x-shockwave", "application/pdf"),
)
_PLUMBING = ("warcinfo", "request", "metadata", "continuation")


def is_web_archive(head: bytes, dump: Dump) -> bool:
    """Whether a file is a web archive, packed or not; `head` are its first bytes."""
    if head.startswith(b"\x1f\x8b"):
        try:
            with dump.open() as file, gzip.GzipFile(fileobj=file) as unpacked:
                head = unpacked.read(max(map(len, _STARTS)))
        except (OSError, EOFError, zlib.error):
            return False
    return head.startswith(_STARTS)


def records_of(dump: Dump, temporary: Path) -> Iterator[FoundDump | Refused | Unread]:
    """The pages of a web archive, then a count of what else it holds."""
    # warcio takes 0.1 s to import, which only web archives need.
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    left_out: Counter[str] = Counter()
    notices: list[str] = []
    pages = 0
    with dump.open() as file:
        records = ArchiveIterator(file, arc2warc=True)
        while True:
            try:
                record = next(records)
            except StopIteration:
                break
            except (ArchiveLoadFailed, EOFError, zlib.error, ValueError, OSError) as error:
                reason = str(error).splitlines()[0] if str(error) else type(error).__name__
                notices.append(f"{dump.name} breaks off after {pages} pages: {reason}")
                break
            reason_out = _passed_over(record)
            if reason_out is not None:
                if reason_out:
                    left_out[reason_out] += 1
                continue
            headers = record.rec_headers
            url = headers.get_header("WARC-Target-URI") or None
            captured = headers.get_header("WARC-Date") or None
            content_type = _content_type(record)
            name = f"{dump.name}/{url or headers.get_header('WARC-Record-ID')}"
            try:
                with taken_out(name, io.BytesIO(_payload(record)), None, temporary) as (page, is_brief):
                    page = replace(
                        page, url=url, captured=captured, charset=content_type.get_content_charset()
                    )
                    pages += 1
                    yield FoundDump(page, None, None, is_brief)
            except (EOFError, zlib.error, ValueError) as error:
                left_out["pages that cannot be unpacked"] += 1
                notices.append(f"{name} cannot be unpacked: {error}")
    if left_out or notices or not pages:
        yield Unread(dump.name, dict(left_out), tuple(notices))


def _passed_over(record: Any) -> str | None:
    """Why a record is no page: "" for what tells of other records only, None for a page."""
    kind = record.rec_type
    if kind in _PLUMBING:
        return ""
    if kind == "revisit":
        return "pages captured again without a change"
    content_type = _content_type(record).get_content_type()
    if content_type.startswith(_NO_PAGES):
        return "pictures, styles, scripts and other files that are no pages"
    if kind == "response" and record.http_headers is not None:
        status = record.http_headers.get_statuscode() or ""
        if status[:1] in "345" and status:
            return "addresses that were moved, missing or refused"
    return None


def _content_type(record: Any) -> Message:
    """What a record says that its content is, as a header that can be asked."""
    headers = record.http_headers if record.http_headers is not None else record.rec_headers
    message = Message()
    message["Content-Type"] = headers.get_header("Content-Type") or "text/html"
    return message


def _payload(record: Any) -> bytes:
    """The page, without the wrapping that it was sent in; as it stands where that wrapping is broken."""
    from warcio.bufferedreaders import ChunkedDataException, ChunkedDataReader

    raw: bytes = record.raw_stream.read()
    if record.http_headers is None:
        return raw
    encoding = (record.http_headers.get_header("content-encoding") or "").casefold() or None
    is_chunked = (record.http_headers.get_header("transfer-encoding") or "").casefold() == "chunked"
    if not is_chunked and encoding is None:
        return raw
    try:
        reader = ChunkedDataReader(io.BytesIO(raw), decomp_type=encoding)
        page: bytes = b"".join(iter(lambda: reader.read(65536), b""))
    except (ChunkedDataException, zlib.error, EOFError, ValueError):
        return raw
    return page or raw
