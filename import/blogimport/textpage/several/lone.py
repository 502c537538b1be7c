"""A text with no title, told by the day alone right over it: a note, or a picture with a few words.

The best labelling wants more of a post; but where a page tells nothing else, its only dated text is one.
"""

from __future__ import annotations

from blogimport.textpage.assembling import assemble
from blogimport.textpage.labelling import Labelled, Page, Part, Roles
from blogimport.textpage.several.sayings import saying_of
from reader.archive import NewPost


def told_by_day(page: Page, language: str | None) -> tuple[list[NewPost], Roles] | None:
    """The post of a page whose only text under a day is that; None elsewhere."""
    lines, sights = page.lines, page.sights
    days = [index for index in page.seeing if _is_over_text(page, index)]
    if len(days) != 1 or any("absent" in sights[index].by_kind for index in page.seeing):
        return None
    day = days[0]
    end = next((at for at in range(day + 1, len(lines)) if not sights[at].is_blind), len(lines))
    foot = end
    while foot < len(lines) and saying_of(lines[foot], sights[foot]) is not None:
        foot += 1
    parts = [Part.FRONT] * day + [Part.PRE] + [Part.BODY] * (end - day - 1) + [Part.FOOT] * (foot - end)
    parts += [Part.END] * (len(lines) - foot)
    return assemble(list(map(Labelled, lines, sights, parts)), language, are_told=True)


def _is_over_text(page: Page, index: int) -> bool:
    """Whether a line is a day alone, with prose right under it of which nothing is known."""
    saying = saying_of(page.lines[index], page.sights[index])
    if saying is None or not saying.is_day_alone or saying.is_item or index + 1 >= len(page.lines):
        return False
    return page.lines[index + 1].shape == "prose" and page.sights[index + 1].is_blind
