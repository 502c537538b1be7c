"""What stands at the top of a page and is of the site: its name, what it says of itself, the links to its feeds.

Must not know what stands further down, but for whether a post tells who and when there.
"""

from __future__ import annotations

from collections.abc import Sequence

from blogimport.textpage.cues import Sights, comparable, cue_book
from blogimport.textpage.lines import Line, first_prose
from reader.dates import tells_day

# The row of a host stands so high on its pages.
_NEAR_TOP = 4
# So near its end a page says whose it is.
_NEAR_END = 12
_SHORTEST_NAME, _LONGEST_BOX = 4, 2
_END = " .·|"


def name_under_bar(lines: Sequence[Line], sights: Sequence[Sights]) -> int | None:
    """The line of the blog's name, right under the row of its host; None where a page has no such row."""
    bars = cue_book().bars
    bar = next(
        (at for at, line in enumerate(lines[:_NEAR_TOP]) if comparable(line.text).startswith(bars)), None
    )
    if bar is None:
        return None
    name = bar + 1
    while name < len(lines) and not lines[name].after_blank and "furniture" in sights[name].by_kind:
        name += 1  # « Publicité »
    if name >= len(lines) or lines[name].after_blank or lines[name].marker is not None:
        return None
    return name if sights[name].is_blind and lines[name].shape == "short" else None


def owner_at_top(lines: Sequence[Line]) -> range:
    """The lines right under a menu that name and present whose the site is, as its end tells: « © 2009 by Zoé »."""
    rows = [line.text.rstrip(_END) for line in lines[-_NEAR_END:] if "©" in line.text]
    first = first_prose(lines) if rows else 0
    for index in range(1, first):
        text = lines[index].text
        is_under_menu = lines[index - 1].marker == "bullet" and lines[index].marker is None
        if is_under_menu and len(text) >= _SHORTEST_NAME and any(row.endswith(f" {text}") for row in rows):
            return range(index, _end_of_box(index + 1, lines))
    return range(0)


def _end_of_box(start: int, lines: Sequence[Line]) -> int:
    """Where a box ends that holds a sentence or two and a list right under a name; where it starts if it holds none."""
    text = next((at for at in range(start, len(lines)) if lines[at].shape != "prose"), start)
    end = next((at for at in range(text, len(lines)) if lines[at].marker != "bullet"), text)
    return end if 0 < text - start <= _LONGEST_BOX and end > text else start


def is_feed(index: int, lines: Sequence[Line], sights: Sequence[Sights]) -> bool:
    """Whether « Commentaires » is no heading but the link to their feed, right under that to the feed of the posts."""
    is_counted = sights[index].by_kind["heading"].captured.count is not None
    is_under = index > 0 and not lines[index].after_blank
    return not is_counted and is_under and lines[index - 1].text.casefold() in cue_book().feeds


def is_tagline(lines: Sequence[Line], sights: Sequence[Sights], seeing: Sequence[int]) -> bool:
    """Whether the second line of a page belongs to its first, the name of the site: who and when stand further down.

    They do so over the next text: under a title, a text would begin with that line.
    """
    if lines[1].after_blank or lines[0].shape != "short":
        return False
    text = next((index for index in range(2, len(lines)) if lines[index].shape == "prose"), 0)
    heads = (sights[index] for index in seeing if 1 < index < text and lines[index].after_blank)
    return any(tells_who_or_when(seen) and (seen.date is None or tells_day(seen.date)) for seen in heads)


def tells_who_or_when(seen: Sights) -> bool:
    """Whether a line says who wrote a post, or when."""
    byline = seen.by_kind.get("byline")
    return seen.date is not None or (
        byline is not None and bool(byline.captured.author or byline.captured.date)
    )
