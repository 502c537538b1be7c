"""Which encoding the bytes of a text page are in."""

from __future__ import annotations

import codecs

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Bytes that no text of any encoding here has many of.
_CONTROL = bytes(code for code in range(32) if code not in b"\t\n\r\f\x0b\x1a\x1b")
_MOST_CONTROL = 0.02


def encoding_of(raw: bytes) -> str:
    """The name of the Python codec that reads the bytes.

    A text that is no UTF-8 is taken for Windows-1252, which holds all of ISO 8859-1 and is what
    western blogs were written in.
    """
    for bom, name in _BOMS:
        if raw.startswith(bom):
            return name
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def is_text(raw: bytes) -> bool:
    """Whether bytes are text at all."""
    head = raw[:4096]
    if any(head.startswith(bom) for bom, _ in _BOMS):
        return True
    controls = sum(head.count(bytes([code])) for code in _CONTROL)
    return b"\x00" not in head and controls <= len(head) * _MOST_CONTROL
