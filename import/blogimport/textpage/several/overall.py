"""What a page with several posts shows beside them: the heading of an archive, a box; and whether they have titles."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from blogimport.textpage.cues import has_figure
from blogimport.textpage.labelling import Page
from blogimport.textpage.lines import Line
from blogimport.textpage.several.sayings import Saying, is_sentence, may_be_title, says_something
from reader.dates import find_dates, tells_day

# So many posts show what all of them say.
_FEWEST = 2
_MOSTLY = 0.75


class _Saying(Protocol):
    """What seems to be a post, and what its rows say."""

    @property
    def says(self) -> Collection[Saying]: ...


def month_named(text: str) -> str | None:
    """The month, ISO, that a heading of an archive names, and no day: « Archives : mars 2006 »; None of others."""
    found = find_dates(text) if has_figure(text) else []
    is_month = bool(found) and all(date.has_year and not tells_day(date.iso) for date in found)
    return found[0].iso if is_month else None


def place_of_title(lines: Sequence[Line], title: int, text: Sequence[int], *, is_first: bool) -> int | None:
    """Where in the text of the first post its own title stands, if what seemed it is the site's; None where it is not.

    `title` and `text` are indices of lines, `is_first` tells that nothing unknown stands over what seemed the title.
    """
    if month_named(lines[title].text):
        # Over all posts; right under it stands the title, which may ask something.
        own = lines[text[0]] if len(text) > 1 else None
        return 0 if own is not None and (own.text[-1] == "?" or not is_sentence(own)) else None
    prose = next((place for place, index in enumerate(text) if lines[index].shape == "prose"), 0)
    return prose - 1 if is_first and prose > 1 and not is_sentence(lines[text[prose - 1]]) else None


def are_notes(page: Page, sayings: Mapping[int, Saying]) -> bool:
    """Whether texts stand right under most lines that are a time of day alone, or a day: notes have no titles."""
    times = [index for index, saying in sayings.items() if saying.is_time_alone]
    days = [index for index, saying in sayings.items() if saying.is_day_alone and not saying.is_item]
    return _are_over_texts(page, times) or (
        _are_over_texts(page, days) and not any(_is_under_title(page, index) for index in days[1:])
    )


def _are_over_texts(page: Page, rows: Sequence[int]) -> bool:
    """Whether most of several lines have a text right under them, but for pictures."""
    texts = 0
    for index in rows:
        below = index + 1
        while below < len(page.lines) and page.sights[below].image:
            below += 1
        texts += below < len(page.lines) and page.lines[below].shape == "prose"
    return len(rows) > _FEWEST and texts >= _MOSTLY * len(rows)


def _is_under_title(page: Page, index: int) -> bool:
    """Whether a line stands right under one that may be a title."""
    line, seen = page.lines[index - 1], page.sights[index - 1]
    return may_be_title(line, seen) and not says_something(line)


def is_box(first: _Saying, others: Sequence[_Saying]) -> bool:
    """Whether what seems the first post says nothing of what all others say: menus and boxes have titles, too."""
    if len(others) < _FEWEST or not all(saying.is_item for saying in first.says):
        return False  # as on most pages
    shared = set.intersection(*({saying.row for saying in other.says} for other in others))
    is_told = any(saying.is_dated or saying.is_sure for saying in shared)
    return is_told and shared.isdisjoint([saying.row for saying in first.says])
