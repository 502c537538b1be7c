"""Links from other pages as Movable Type and TypePad list them: a piece of that page, and when it linked here.

« » <a>The title</a> from The blog », the piece, and « Tracked on May 3, 2006 » in a line of its own. Wraps each into
one element with the name of such links, and tells whose it is.
"""

from __future__ import annotations

import re

from lxml import etree

from blogimport.leadingon import is_more
from blogimport.markup import Body
from blogimport.textpage import plausible_name, sight_of
from blogimport.webpage.families import RUN
from blogimport.webpage.scan import Scan

_SIGN = "»"
_BLOCKS = ("p", "div", "li", "dd", "blockquote")
_LONGEST, _LONGEST_DAY = 2000, 100
_MORE = re.compile(r"\s*\[([^\[\]]{1,60})\]\s*$")


def wrap_tracked(scan: Scan) -> bool:
    """Wraps each such link with the line that says when; whether there were any."""
    texts = scan.lines.texts
    if not any(text.startswith(_SIGN) for text in texts):
        return False  # nearly all pages
    pairs: list[tuple[int, int]] = []
    for place in scan.with_tags(_BLOCKS):
        number = scan.lines_before[place]
        if not (0 < scan.sizes[place] <= _LONGEST and texts[number].startswith(_SIGN)) or scan.has_blocks(
            place
        ):
            continue
        following = scan.last[place] + 1
        if (
            following < len(scan.parents)
            and scan.parents[following] == scan.parents[place]
            and scan.tagged_in(place, "a")
            and _tells_when(scan.text(following, _LONGEST_DAY))
        ):
            pairs.append((place, following))
    for link, when in reversed(pairs):
        wrapper = etree.Element("div", {"class": f"{RUN} trackback"})
        scan.elements[link].addprevious(wrapper)
        wrapper.append(scan.elements[link])
        wrapper.append(scan.elements[when])
    return bool(pairs)


def _tells_when(text: str) -> bool:
    """Whether a line says when another page linked here: « Tracked on May 3, 2006 »."""
    sight = sight_of(text, "tail") if text else None
    return sight is not None and sight.captured.date is not None


def told_of_blog(body: Body) -> tuple[str, Body] | None:
    """Whose blog links here, and the piece of its page; None for a text that does not begin so.

    A word leads from the link, which is the title of that page, to the name; where none does, the title stands for it.
    """
    first, _, rest = body.text.partition("\n")
    link = next((mark for mark in body.marks if mark.kind == "link" and mark.end <= len(first)), None)
    if not first.startswith(_SIGN) or link is None:
        return None
    _, _, name = first[link.end :].strip().partition(" ")
    more = _MORE.search(rest)
    end = len(body.text) if more is None or not is_more(more[1]) else len(first) + 1 + more.start()
    start = len(body.text) - len(rest.lstrip()) if rest.strip() else end
    title = first[link.start : link.end]
    return (name if plausible_name(name) else title), body.stretch(start, max(start, end))
