"""JSON as it is found: behind the head of a web answer, or as a script, with bytes of any encoding, cut off.

Must not know what the JSON says.
"""

from __future__ import annotations

import io
import json
import re
from typing import Any, NamedTuple

from blogimport.xmlrecords import decoded, encoding_of

_BEFORE = re.compile(
    r"\s*(?:HTTP/\d.*?\r?\n\r?\n)?\s*(?:(?:var|let|const)\s+\w+\s*=|[\w.]+\s*=|\w+\()?\s*(?=[\[{])", re.S
)
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[\]{},]|[^\s\[\]{},"]+', re.S)
_CLOSING = {"{": "}", "[": "]"}


class Found(NamedTuple):
    """What a text says; `cut` is the line on which it stops being JSON, None where it is whole."""

    value: Any
    encoding: str
    cut: int | None = None

    def notices(self, posts: int) -> list[str]:
        """What is to be told of a text that was cut off, behind so many posts."""
        if self.cut is None:
            return []
        noun = "post was" if posts == 1 else "posts were"
        return [f"The file cannot be read from line {self.cut:,} on; {posts:,} {noun} read."]


def json_in(raw: bytes) -> Found:
    """What stands in some bytes, as far as that can be read; None where nothing can."""
    encoding = encoding_of(io.BytesIO(raw))
    text = raw.decode(encoding, "replace") if encoding.startswith("utf-16") else decoded(raw, encoding)
    start = _BEFORE.match(text.lstrip("\ufeff"))
    body = text.lstrip("\ufeff")[start.end() if start else 0 :]
    # Control characters in texts are forbidden, and everywhere.
    decoder = json.JSONDecoder(strict=False)
    try:
        return Found(decoder.raw_decode(body)[0], encoding)
    except json.JSONDecodeError as error:
        line = text.count("\n", 0, len(text) - len(body) + error.pos) + 1
        try:
            return Found(decoder.raw_decode(_whole(body, error.pos))[0], encoding, line)
        except json.JSONDecodeError:
            return Found(None, encoding, line)
    except RecursionError:
        return Found(None, encoding, 1)


def _whole(text: str, end: int) -> str:
    """The longest beginning of a text that is sound up to somewhere, with all closed that is open there."""
    open_ones: list[str] = []
    safe, closing = 0, ""
    for token in _TOKEN.finditer(text, 0, end):
        sign = token[0]
        if sign in _CLOSING:
            open_ones.append(_CLOSING[sign])
            continue
        if sign == ",":
            safe, closing = token.start(), "".join(reversed(open_ones))
        elif open_ones and sign == open_ones[-1]:
            open_ones.pop()
            safe, closing = token.end(), "".join(reversed(open_ones))
    return text[:safe] + closing
