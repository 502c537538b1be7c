"""What a reader for language models writes over a page in Markdown: its title, its address, its day.

« Title: … », « URL Source: … », « Published Time: … », then « Markdown Content: » and the page.
"""

from __future__ import annotations

from collections.abc import Sequence

from blogimport.stamps import stamp
from blogimport.textpage.plainer.page import Head

_ADDRESS = "URL Source: "
_END = "Markdown Content:"
# No head has more lines, and no page more characters before its end.
_MOST_LINES, _LONGEST = 20, 4000


def head_of(text: str, texts: Sequence[str]) -> tuple[Head, int] | None:
    """What stands over a page, and the number of its lines; None over a page without such a head."""
    # A look at the beginning, which no other page has.
    if _ADDRESS not in text[:_LONGEST] or _END not in text[:_LONGEST]:
        return None
    fields: dict[str, str] = {}
    for number, line in enumerate(texts[:_MOST_LINES], 1):
        label, colon, value = line.strip().partition(": ")
        if line.strip() == _END:
            url = fields.get("URL Source", "")
            if not url.startswith(("http://", "https://")):
                return None
            return Head(fields.get("Title") or None, url, stamp(fields.get("Published Time", ""))), number
        if colon:
            fields.setdefault(label, value.strip())
        elif label:
            return None
    return None
