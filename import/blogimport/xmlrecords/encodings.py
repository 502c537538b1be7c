"""Which encoding an XML export is in, whatever it declares, and its text.

Bytes that are no UTF-8 in a file that is are Windows-1252, which is also what ISO 8859-1 means on the web.
"""

from __future__ import annotations

import codecs
import re
from typing import BinaryIO

UTF_8 = "utf-8"
WINDOWS_1252 = "cp1252"
# An encoding is told from so much of a file: an export has its accents everywhere.
_SAMPLE = 16 * 1024**2
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})[\"']")
_START = b"<?xml version"
_BEYOND_ASCII = re.compile(rb"[\x80-\xff]+")
_SEQUENCES = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")
# The names under which bytes are Windows-1252 in truth.
_WESTERN = frozenset(("cp1252", "iso8859-1", "ascii"))
# A pair of characters beyond Unicode's first plane, each written as if it were one of its own (CESU-8).
_SURROGATES = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")
# So many letters that are UTF-8 by chance are not met in one record of Windows-1252.
_BY_CHANCE = 4


def encoding_of(opened: BinaryIO, charset: str | None = None) -> str:
    """The Python codec of a file that is at its start, and is again afterwards; `charset` is what others say of it."""
    sample = opened.read(_SAMPLE)
    opened.seek(0)
    wide = _wide(sample)
    if wide is not None:
        return wide
    if sample.startswith(codecs.BOM_UTF8):
        return UTF_8
    declared = _DECLARED.search(sample[:4096])
    name = _codec(declared[1].decode("ascii")) if declared else _codec(charset or "")
    if sample.isascii():
        return UTF_8 if name is None or name == "ascii" else name
    if _is_utf8(sample):
        return UTF_8
    return WINDOWS_1252 if name is None or name == UTF_8 or name in _WESTERN else name


def opened_as(opened: BinaryIO, encoding: str) -> BinaryIO:
    """The file, with the letters of ASCII as single bytes: as it is, or written anew in UTF-8."""
    if encoding in (UTF_8, WINDOWS_1252):
        return opened
    return codecs.EncodedFile(opened, UTF_8, encoding, "replace")


def decoded(raw: bytes, encoding: str) -> str:
    """The text of some bytes of an opened file; every byte becomes a character."""
    try:
        text = raw.decode(UTF_8)
    except UnicodeDecodeError:
        if encoding != WINDOWS_1252:
            return raw.decode(UTF_8, "blogimport-western")
    else:
        if encoding != WINDOWS_1252 or raw.isascii() or len(_SEQUENCES.findall(raw)) >= _BY_CHANCE:
            return text
    return _western(raw)


def _wide(sample: bytes) -> str | None:
    """UTF-16, where bytes are: markup has a zero in every pair, whatever two bytes stand before it."""
    start = sample[:400]
    for zeros, name, bom in (
        (start[::2], "utf-16-be", codecs.BOM_UTF16_BE),
        (start[1::2], "utf-16-le", codecs.BOM_UTF16_LE),
    ):
        if zeros.count(0) > len(start) / 4:
            return "utf-16" if start.startswith(bom) else name
    return None


def _is_utf8(sample: bytes) -> bool:
    """Whether bytes are UTF-8, but for a few that were damaged and an end that was cut off."""
    try:
        codecs.getincrementaldecoder(UTF_8)().decode(sample)
    except UnicodeDecodeError:
        whole = len(_SEQUENCES.findall(sample))
        beyond = len(_BEYOND_ASCII.findall(sample))
        return whole > 0.8 * beyond
    return True


def _codec(name: str) -> str | None:
    """The codec of a declared name in Python's words, None for one that is unknown, no text's or cannot be meant.

    A declaration that was found by its ASCII letters is in no encoding that has others for them (UTF-16, EBCDIC).
    """
    try:
        info = codecs.lookup(name)
        if _START.decode(info.name) != _START.decode("ascii"):
            return None
    except (LookupError, ValueError):
        return None
    return WINDOWS_1252 if info.name in _WESTERN and info.name != "ascii" else info.name


def _western(raw: bytes) -> str:
    """Windows-1252 with its five unused bytes."""
    try:
        return raw.decode(WINDOWS_1252)
    except UnicodeDecodeError:
        return "".join(_WESTERN_TABLE[byte] for byte in raw)


def _as_western(error: UnicodeError) -> tuple[str, int]:
    """What stands for bytes that are no UTF-8."""
    assert isinstance(error, UnicodeDecodeError), "only for reading"
    pair = _SURROGATES.match(error.object, error.start)
    if pair is not None:
        text = pair[0].decode(UTF_8, "surrogatepass").encode("utf-16-le", "surrogatepass").decode("utf-16-le")
        return text, pair.end()
    return _western(error.object[error.start : error.end]), error.end


_WESTERN_TABLE = [
    bytes([byte]).decode(WINDOWS_1252 if byte not in b"\x81\x8d\x8f\x90\x9d" else "latin-1")
    for byte in range(256)
]
codecs.register_error("blogimport-western", _as_western)
