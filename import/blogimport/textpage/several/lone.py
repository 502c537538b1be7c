"""A text with no title, told by the day alone right over it, or by nothing: a note, or a picture with a few words.

The best labelling wants more of a post; but where a page tells nothing else, its only dated text is one, and so is a
text that is nearly all of the page.
"""

from __future__ import annotations

from dataclasses import replace

from blogimport.textpage.assembling import assemble
from blogimport.textpage.cues import CueKind
from blogimport.textpage.labelling import Labelled, Page, Part, Roles
from blogimport.textpage.several.sayings import saying_of
from reader.archive import NewPost

# So many words are a text, where they are so much of the page.
_FEWEST_WORDS, _NEARLY_ALL = 30, 0.7
# What stands on pages that are none, or whose text is somebody's answer.
_OF_SITE: frozenset[CueKind] = frozenset(
    ("absent", "form", "closed", "heading", "head", "head_before", "about")
)
_WHY = "nothing says that this is a post, but the page has no other text"


def told_by_day(page: Page, language: str | None) -> tuple[list[NewPost], Roles] | None:
    """The post of a page whose only text under a day is that; None elsewhere."""
    days = [index for index in page.seeing if _is_over_text(page, index)]
    if len(days) != 1 or any("absent" in page.sights[index].by_kind for index in page.seeing):
        return None
    day = days[0]
    return _told(page, language, [Part.FRONT] * day + [Part.PRE], day + 1)


def told_by_text(page: Page, language: str | None) -> tuple[list[NewPost], Roles] | None:
    """The post of a page that is nearly nothing but a text of which nothing is said; None elsewhere."""
    texts = [
        index
        for index, line in enumerate(page.lines)
        if line.shape == "prose" and page.sights[index].is_blind and line.marker is None
    ]
    words = [line.text.count(" ") + 1 for line in page.lines]
    said = sum(words[index] for index in texts)
    if said < max(_FEWEST_WORDS, _NEARLY_ALL * sum(words)):
        return None
    if any(not _OF_SITE.isdisjoint(page.sights[index].by_kind) for index in page.seeing):
        return None
    told = _told(page, language, [Part.FRONT] * texts[0], texts[0], texts[-1])
    if told is None:
        return None
    posts, roles = told
    return [replace(post, guesses={**post.guesses, "body": _WHY}) for post in posts], roles


def _told(
    page: Page, language: str | None, above: list[Part], start: int, last: int = 0
) -> tuple[list[NewPost], Roles] | None:
    """The post whose text begins at a line, and goes on to `last` at least; what follows it may be said of it."""
    lines, sights = page.lines, page.sights
    end = next((at for at in range(max(start, last), len(lines)) if not sights[at].is_blind), len(lines))
    foot = end
    while foot < len(lines) and saying_of(lines[foot], sights[foot]) is not None:
        foot += 1
    parts = above + [Part.BODY] * (end - start) + [Part.FOOT] * (foot - end)
    parts += [Part.END] * (len(lines) - foot)
    return assemble(list(map(Labelled, lines, sights, parts)), language, are_told=True)


def _is_over_text(page: Page, index: int) -> bool:
    """Whether a line is a day alone, with prose right under it of which nothing is known."""
    saying = saying_of(page.lines[index], page.sights[index])
    if saying is None or not saying.is_day_alone or saying.is_item or index + 1 >= len(page.lines):
        return False
    return page.lines[index + 1].shape == "prose" and page.sights[index + 1].is_blind
