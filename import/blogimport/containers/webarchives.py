"""Web archives: WARC, ARC and WET files, of which each captured page is a dump of its own."""

from __future__ import annotations

import io
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, suppress
from dataclasses import replace
from email.message import Message
from pathlib import Path
from typing import Any

from blogimport.containers.found import FoundDump, Refused, Unread
from blogimport.containers.gunzipping import MAGIC, Gunzipped
from blogimport.containers.spooling import taken_out
from blogimport.readings import Dump

_STARTS = (b"WARC/", b"filedesc://")
# What a crawler fetches beside the pages; everything else is looked at.
_NO_PAGES = (
    *("image/", "video/", "audio/", "font/", "text/css", "text/javascript", "application/javascript"),
    *("application/x-javascript", "application/font", "application/x-shockwave", "application/pdf"),
)
_BLOCK = 64 * 1024
# What warcio stumbles over where the head of a record is damaged.
_DAMAGE = (EOFError, ValueError, AttributeError, LookupError, TypeError)
_PLUMBING = ("warcinfo", "request", "metadata", "continuation")


def is_web_archive(head: bytes, dump: Dump) -> bool:
    """Whether a file is a web archive, packed or not; `head` are its first bytes."""
    if head.startswith(MAGIC):
        with dump.open() as file:
            head = io.BufferedReader(Gunzipped(file)).read(max(map(len, _STARTS)))
    return head.startswith(_STARTS)


def records_of(dump: Dump, temporary: Path) -> Iterator[FoundDump | Refused | Unread]:
    """The pages of a web archive, then a count of what else it holds."""
    # warcio takes 0.1 s to import, which only web archives need.
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    left_out: Counter[str] = Counter()
    pages = 0
    broken: str | None = None
    with dump.open() as file:
        is_packed = file.read(len(MAGIC)) == MAGIC
        file.seek(0)
        # Unpacked here, because some programs pack each record and others the whole file.
        unpacked = Gunzipped(file) if is_packed else None
        records = ArchiveIterator(io.BufferedReader(unpacked) if unpacked else file, arc2warc=True)
        while True:
            try:
                # warcio writes what it thinks of a damaged record to the terminal, with bytes of that record.
                with redirect_stderr(io.StringIO()):
                    record = next(records)
            except StopIteration:
                break
            except (ArchiveLoadFailed, *_DAMAGE) as error:
                broken = str(error).splitlines()[0] if str(error) else type(error).__name__
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
            with taken_out(name, io.BytesIO(_payload(record)), None, temporary) as (page, is_brief):
                page = replace(page, url=url, captured=captured, charset=content_type.get_content_charset())
                pages += 1
                yield FoundDump(page, None, None, is_brief)
        broken = broken or (unpacked.broken if unpacked else None)
    if left_out:
        yield Unread(dump.name, dict(left_out))
    if broken:
        yield Refused(dump.name, f"{dump.name} breaks off after {pages} pages: {broken}.")
    elif not left_out and not pages:
        yield Refused(dump.name, f"{dump.name} holds no page.")


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

    raw = _as_far_as_it_goes(record.raw_stream.read)
    if record.http_headers is None:
        return raw
    if (record.http_headers.get_header("transfer-encoding") or "").casefold() == "chunked":
        with suppress(ChunkedDataException, ValueError), redirect_stderr(io.StringIO()):
            raw = _as_far_as_it_goes(ChunkedDataReader(io.BytesIO(raw)).read) or raw
    encodings = (record.http_headers.get_header("content-encoding") or "").casefold().split(",")
    for encoding in reversed(encodings):
        raw = _unpacked(raw, encoding.strip()) or raw
    return raw


def _unpacked(raw: bytes, encoding: str) -> bytes:
    """A page that was packed for its way; empty where it was not packed so, whatever its headers say."""
    if encoding in ("gzip", "x-gzip") and raw.startswith(MAGIC):
        return _as_far_as_it_goes(io.BufferedReader(Gunzipped(io.BytesIO(raw))).read)
    if encoding == "deflate":
        for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
            with suppress(zlib.error):
                return zlib.decompressobj(bits).decompress(raw)
    if encoding == "br":
        # Only pages that were packed so need this.
        import brotli

        with suppress(brotli.error):
            found: bytes = brotli.Decompressor().process(raw)
            return found
    return b""


def _as_far_as_it_goes(read: Callable[[int], bytes]) -> bytes:
    """All that can be read, although the file may break off in the middle of it."""
    blocks: list[bytes] = []
    with suppress(EOFError, zlib.error):
        while block := read(_BLOCK):
            blocks.append(block)
    return b"".join(blocks)
