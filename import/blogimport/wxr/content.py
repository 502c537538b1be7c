"""The text of a post as WordPress keeps it, which is not yet the HTML that it shows: to a body.

Blocks are comments in the HTML, line breaks mean paragraphs, a plugin puts two languages into one text.
"""

from __future__ import annotations

import re
from html import escape

from blogimport.markup import Body, body_of, plain
from blogimport.wxr.shortcodes import without_shortcodes

_BLOCK = re.compile(
    r"<!--\s*(?P<end>/)?wp:(?P<name>[\w/-]+)\s*(?P<rest>\{.*?\})?\s*(?P<empty>/)?-->", re.DOTALL
)
_URL = re.compile(r"\"(?:url|href|src|mediaUrl)\"\s*:\s*\"(?P<url>https?:[^\"]+)\"")
_SEVERAL_LANGUAGES = re.compile(r"<!--:(?:[a-z]{2})?-->|\[:(?:[a-z]{2})?\]")
_BLANK_LINE = re.compile(r"[ \t\r]*\n[ \t\r]*\n\s*")


def body_of_post(content: str) -> Body:
    """The body of a post or page."""
    # Text about XML, which a browser would take for a comment that ends nowhere.
    content = content.replace("<![CDATA[", "&lt;![CDATA[")
    if "<!--:" in content or "[:" in content:
        content = _SEVERAL_LANGUAGES.sub("\n\n", content)
    has_blocks = "<!-- wp:" in content or "<!--wp:" in content
    if has_blocks:
        content = _without_blocks(content)
    return body_of(without_shortcodes(content), breaks_at_newlines=not has_blocks)


def body_of_comment(content: str) -> Body:
    """The body of a comment, in which WordPress reads no shortcodes."""
    return body_of(content, breaks_at_newlines=True)


def title_of(source: str) -> str | None:
    """A title as one line; None where there is none."""
    if "<!--:" in source or "[:" in source:
        parts = (plain(part) for part in _SEVERAL_LANGUAGES.split(source))
        return " / ".join(dict.fromkeys(part for part in parts if part)) or None
    return plain(source) or None


def _without_blocks(content: str) -> str:
    """Content without the marks of blocks; text that stands in none has its line breaks as tags."""
    pieces: list[str] = []
    position = depth = 0
    for mark in _BLOCK.finditer(content):
        text = content[position : mark.start()]
        pieces.append(text if depth else _with_breaks(text))
        position = mark.end()
        if mark["end"]:
            depth = max(0, depth - 1)
        elif not mark["empty"]:
            depth += 1
        else:
            pieces.extend(_address(mark["rest"] or ""))
    text = content[position:]
    pieces.append(text if depth else _with_breaks(text))
    return "".join(pieces)


def _address(attributes: str) -> list[str]:
    """What a block without text shows, where that has an address."""
    found = _URL.search(attributes)
    if found is None:
        return []
    address = escape(found["url"].replace("\\/", "/").replace("\\u0026", "&"))
    return [f'<p><a href="{address}">{address}</a></p>']


def _with_breaks(text: str) -> str:
    if not text.strip():
        return "\n\n"
    return "<p>" + "<p>".join(
        re.sub(r"(?<!>)\r?\n(?!<)", "<br>", paragraph) for paragraph in _BLANK_LINE.split(text)
    )
