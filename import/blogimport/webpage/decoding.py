"""The text of a saved page: which encoding its bytes are in, by what it says and by what it is."""

from __future__ import annotations

import codecs
import re

from blogimport.textpage import encoding_of

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# A page states its encoding early; some put a long script before it.
_HEAD = 8192
# Asked of small letters: where the case does not matter it takes four times as long.
_STATED = re.compile(
    rb"<(?:meta\b[^>]{0,200}?|\?xml\b[^>]{0,60}?)(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})"
)
# Browsers read these as the larger sets that pages really are in.
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
}
_NAMED_IN = b"<meta charset"


def decoded(raw: bytes, charset: str | None = None) -> tuple[str, str]:
    """The text of a page, and the Python codec it was read with; `charset` is what came beside the page.

    Bytes that the encoding lacks become U+FFFD.
    """
    for bom, codec in _BOMS:
        if raw.startswith(bom):
            return raw.decode(codec, "replace"), codec
    stated = _STATED.search(raw[:_HEAD].lower())
    for name in (stated[1].decode("ascii") if stated else None, charset):
        meant = _codec(name)
        if meant is None:
            continue
        # Said to be Latin 1 but saved as UTF-8, as browsers do without a word: no text in Latin 1 looks like that.
        is_other = meant == "cp1252" and not raw.isascii() and _strictly(raw, "utf-8") is not None
        text = None if is_other else _strictly(raw, meant)
        return (text, meant) if text is not None else _by_content(raw, meant)
    return _by_content(raw, None)


def _by_content(raw: bytes, stated: str | None) -> tuple[str, str]:
    text = _strictly(raw, "utf-8")
    if text is not None:
        return text, "utf-8"
    codec = stated if stated is not None and stated != "utf-8" else encoding_of(raw)
    return raw.decode(codec, "replace"), codec


def _strictly(raw: bytes, codec: str) -> str | None:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError:
        return None


def _codec(name: str | None) -> str | None:
    """The Python codec of an encoding that a page names; None where there is none."""
    if not name:
        return None
    try:
        codec = codecs.lookup(name.strip().lower()).name
        "".encode(codec)
    except (LookupError, TypeError):  # the second is of codecs that are no encodings of text
        return None
    # A page that says UTF-16 in letters of one byte is not in it, nor in what has other bytes for them.
    if codec.startswith("utf-"):
        return "utf-8"
    return _MEANT.get(codec, codec) if _NAMED_IN.decode(codec, "replace") == "<meta charset" else None
