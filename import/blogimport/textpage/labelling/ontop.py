"""The title on top of a page that has nothing but a post, with short lines between it and the first sentences.

An extractor that leaves the site out leaves the name of a picture in, a greeting, the facts about a film; the last
short line over a text is its title elsewhere, for names of sites and mottos stand above that.
"""

from __future__ import annotations

from collections.abc import Sequence

from blogimport.textpage.cues import Sights
from blogimport.textpage.lines import Line

# So many short lines are a poem, or a menu; and a line of so many spaces says much.
_MOST, _MANY = 6, 9
_NO_TITLE_STARTS, _GOES_ON = '-–—(«"', ".,:;"
# A salutation may stand under a title that another line stands over.
_ENDS = ".:;"


def below_title_on_top(lines: Sequence[Line], sights: Sequence[Sights], text_at: int) -> range:
    """The indices of the short lines under the title on top of a page, where these are of the text; else none.

    `text_at` is the index of the first text. Lines are of it where the last of them can be no title, for it begins in
    small letters or with a figure, or goes on; or says much, where no blank line tells it from the text.
    """
    if not 1 < text_at <= _MOST:
        return range(0)
    first, last = lines[0].text, lines[text_at - 1].text
    is_none = last[0] in _NO_TITLE_STARTS or last[-1] in _ENDS or last[0].islower() or last[0].isdigit()
    if not (is_none or (not lines[1].after_blank and last.count(" ") >= _MANY)):
        return range(0)
    is_title = first[0].isupper() and first[-1] not in _GOES_ON
    is_plain = all(line.marker in (None, "dash") for line in lines[:text_at])
    is_alone = is_title and is_plain and all(seen.is_blind for seen in sights[:text_at])
    return range(1, text_at) if is_alone else range(0)
