"""Making XML of what was meant to be: characters that XML forbids, bare `&` and `<`, names that only HTML knows,
CDATA sections that lost their end, letters that were decoded wrongly once.

All repairs are of text alone; a CDATA section is left as it is, whatever is in it.
"""

from __future__ import annotations

import re
from html.entities import html5

from blogimport.cleaning import cleaned

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CDATA, _CDATA_END = "<![CDATA[", "]]>"
_OUTSIDE = re.compile(
    r"(?P<cdata><!\[CDATA\[.*?(?:\]\]>|\Z))|(?P<comment><!--.*?-->)"
    r"|&(?:(?P<name>[a-zA-Z]\w{1,31});|(?P<number>#(?:\d{1,7}|[xX][0-9a-fA-F]{1,6}));)?|(?P<less><)(?![a-zA-Z/!?])|(?P<end>\]\]>)",
    re.DOTALL,
)
_OWN = frozenset(("amp", "lt", "gt", "quot", "apos"))
_ELEMENT_OF_CDATA = re.compile(r"<([\w:.-]+)(?:\s[^<>]*)?>\s*\Z")


def repaired(text: str) -> str:
    """The text as XML that a forgiving parser reads without loss. Line breaks stay where they are."""
    text = "\n".join(map(cleaned, _ILLEGAL.sub("", text).split("\n")))
    if text.count(_CDATA) != text.count(_CDATA_END):
        text = _closed(text)
    return _OUTSIDE.sub(_sound, text)


def _sound(found: re.Match[str]) -> str:
    """What stands for a piece that XML may not hold."""
    if found["cdata"] is not None or found["comment"] is not None:
        return found[0]
    if found["less"] is not None:
        return "&lt;"
    if found["end"] is not None:
        return "]]&gt;"
    if found["number"] is not None:
        code = int(found["number"][2:], 16) if found["number"][1] in "xX" else int(found["number"][1:])
        if code > 0x10FFFF or _ILLEGAL.match(chr(code)):
            return ""
        return found[0]
    name = found["name"]
    if name is None:
        return "&amp;"
    if name in _OWN:
        return found[0]
    letters = html5.get(f"{name};")
    return f"&amp;{name};" if letters is None else letters.replace("&", "&amp;").replace("<", "&lt;")


def _closed(text: str) -> str:
    """The text with an end for each CDATA section that lost it: where its element ends, else where the text does."""
    pieces: list[str] = []
    position = 0
    while (opening := text.find(_CDATA, position)) >= 0:
        start = opening + len(_CDATA)
        close = text.find(_CDATA_END, start)
        following = text.find(_CDATA, start)
        if close >= 0 and not start <= following < close:
            pieces.append(text[position : close + len(_CDATA_END)])
            position = close + len(_CDATA_END)
            continue
        element = _ELEMENT_OF_CDATA.search(text, max(position, opening - 200), opening)
        end = text.find(f"</{element[1]}>", start) if element else -1
        if end < 0 or (0 <= following < end):
            if close >= 0:  # a section that speaks of CDATA
                pieces.append(text[position : close + len(_CDATA_END)])
                position = close + len(_CDATA_END)
                continue
            end = len(text)
        pieces.append(text[position:end] + _CDATA_END)
        position = end
    return "".join((*pieces, text[position:]))
