"""The title of a post, told by what stands under it: the line that says who and when, right over the first text.

Sites have names, mottos and menus over their posts, which look like titles; and under a title, behind who and when, the
caption of a picture looks like one. Must not know what stands in the comments.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Sequence

from blogimport.textpage.cues import Captured, CueKind, Sight, Sights, no_text, sights_of
from blogimport.textpage.labelling.scoring import folded
from blogimport.textpage.lines import Line, stops
from reader.dates import find_dates, tells_day

# No shorter line is surely the text of a post.
_A_TEXT = 110
# So far over its text a post says who and when, and so many lines it needs for that.
_FARTHEST, _MOST_ROWS = 5, 6
# So many lines over a title are no name of the site with its motto.
_FEWEST_OVER = 2
_FEWEST_PARAGRAPHS = 2
_LONGEST_LINK, _MOST_LINKS = 3, 3
_LONGEST_ROW, _MOST_BESIDE_DATE = 160, 80
_SURE = 8
_A_DAY = len("2005-11-17")
_AROUND: frozenset[CueKind] = frozenset(("byline", "heading", "furniture", "related", "tail", "none"))
_LABELLED_FIGURE = re.compile(r"[^\W\d_][^:.!?]*\s?:\s*\d{1,6}")
_LONGEST_FIGURE = 3
_A_FIGURE = no_text("a figure about a post")
_NO_TITLE_ENDS = (".", ",", ";", ":", "»", "|")
_NO_TITLE_STARTS = ("«", "»", "<", ">", "←", "→", "|", "(", "[")


def title_over_head(
    lines: Sequence[Line], sights: Sequence[Sights], echoes: Collection[str], language: str | None
) -> tuple[int, dict[int, Sights]]:
    """The index of the title over who and when, right over the first text, and what lines around it are by that.

    0 where nothing says that a line is one, or the page repeats one of the lines over it as a title, as `echoes` say.
    """
    text_at = first_text(lines, sights)
    if (figure := _figure_over(text_at, lines, sights)) and _may_be_title(figure - 1, lines, sights):
        return figure - 1, {figure: _A_FIGURE}
    rows = _rows_over(text_at, lines, sights, language)
    title = min(rows, default=0) - 1
    links = _links_over(title, lines, sights)
    title -= len(links)
    if title < _FEWEST_OVER or not _may_be_title(title, lines, sights):
        return 0, {}
    if not (lines[title].after_blank or text_at - 1 in rows):
        return 0, {}  # what stands between the two may be the title
    if " " not in lines[title].text and not any(_names(seen) for seen in rows.values()):
        return 0, {}  # a word may be who wrote: « lune_rousse », over when
    if any(date.has_year for date in find_dates(lines[title].text, language)):
        return 0, {}  # the month of an archive
    if any(line.text == lines[title].text or _is_echo(line, echoes) for line in lines[:title]):
        return 0, {}
    if echoes and any(_is_echo(line, echoes) for line in lines[title + 1 : text_at + 1]):
        return 0, {}  # the title stands under who and when
    told = {index: seen for index, seen in rows.items() if seen is not sights[index]}
    told.update((index, no_text("links under a title")) for index in links)
    day = next((date[:_A_DAY] for seen in rows.values() if (date := _day_in(seen))), "")
    if day:
        # « Dernière mise à jour : 20.10.2008 » of a site is not when a post was written.
        others = (index for index in range(title) if not (sights[index].date or day).startswith(day))
        told.update((index, no_text("another day over a title")) for index in others)
    return title, told


def first_text(lines: Sequence[Line], sights: Sequence[Sights]) -> int:
    """The index of the first line that is surely long enough for a text; 0 where none is."""
    for index, (line, seen) in enumerate(zip(lines, sights, strict=True)):
        if len(line.text) >= _A_TEXT and seen.is_blind:
            return index
    return 0


def _figure_over(text_at: int, lines: Sequence[Line], sights: Sequence[Sights]) -> int:
    """The index of a figure alone right over a text, and apart from it: how many comments the post has. 0 for none."""
    at = text_at - 1
    is_figure = at > 1 and len(lines[at].text) <= _LONGEST_FIGURE and lines[at].text.isdecimal()
    return at if is_figure and all(line.after_blank for line in lines[at - 1 : at + 2]) else 0


def _rows_over(
    text_at: int, lines: Sequence[Line], sights: Sequence[Sights], language: str | None
) -> dict[int, Sights]:
    """The lines over a text that say who and when, and what stands between them; none where they do not."""
    rows: dict[int, Sights] = {}
    is_told = False
    for index in range(text_at - 1, max(-1, text_at - _FARTHEST - _MOST_ROWS), -1):
        seen = sights[index]
        told = (
            _dated_row(lines[index].text, language)
            if seen.is_blind
            else _without_category(seen, lines, sights)
        )
        if told is None and rows and _is_figure_between(index, lines, sights):
            told = _A_FIGURE
        elif told is not None and _tells_who(told):
            is_told = True
        elif told is None or not (told.date is not None or not _AROUND.isdisjoint(told.by_kind)):
            if rows:
                break
            if index < text_at - _FARTHEST or len(lines[index].text) >= _A_TEXT:
                break
            continue
        if len(rows) == _MOST_ROWS:
            return {}
        rows[index] = told
    return rows if is_told else {}


def _is_figure_between(index: int, lines: Sequence[Line], sights: Sequence[Sights]) -> bool:
    """Whether a line is a label with a figure, right under another row of the post: « Lecteurs en ce moment : 3 »."""
    over = _captured_in(sights[index - 1]) if index else None
    return over is not None and _LABELLED_FIGURE.fullmatch(lines[index].text) is not None


def _links_over(last: int, lines: Sequence[Line], sights: Sequence[Sights]) -> range:
    """Where a few items of a word or two stand between a title and who and when: links to other posts."""
    first = last
    while first >= 0 and lines[first].marker == "bullet" and sights[first].is_blind:
        if lines[first].text.count(" ") >= _LONGEST_LINK or last - first == _MOST_LINKS:
            return range(0)
        first -= 1
    return range(first + 1, last + 1)


def _is_echo(line: Line, echoes: Collection[str]) -> bool:
    return line.marker is None and len(line.text) < _A_TEXT and folded(line.text) in echoes


def _tells_who(seen: Sights) -> bool:
    """Whether a line says who wrote a post, or at what time, or how many comments it has beside the day."""
    captured = _captured_in(seen)
    if captured is None:
        return False
    if captured.date is not None:
        return _day_in(seen) is not None
    return captured.author is not None or captured.count is not None


def _names(seen: Sights) -> bool:
    """Whether a line says who wrote a post."""
    captured = _captured_in(seen)
    return captured is not None and captured.author is not None


def _day_in(seen: Sights) -> str | None:
    """The whole day that a line states, alone or with who."""
    captured = _captured_in(seen)
    date = seen.date or (captured.date if captured else None) or "--"
    return date if tells_day(date) and not date.startswith("--") else None


def _without_category(seen: Sights, lines: Sequence[Line], sights: Sequence[Sights]) -> Sights:
    """A line without the name beside its day, where the page files posts under it: « 17.05.2009, 20:12 Miniblog »."""
    byline = seen.by_kind.get("byline")
    if byline is None or byline.fixed or len(seen.by_kind) > 1 or not byline.captured.date:
        return seen
    name = byline.captured.author or ""
    filed = (captured for other in sights if (captured := _captured_in(other)) is not None)
    is_filed = any(name in captured.tags or name in captured.categories for captured in filed)
    if not (
        is_filed or any(_is_in_list(index, lines) for index, line in enumerate(lines) if line.text == name)
    ):
        return seen
    return Sights({"byline": Sight(Captured(date=byline.captured.date), byline.cue, _SURE)})


def _captured_in(seen: Sights) -> Captured | None:
    """What a line states of a post."""
    byline = seen.by_kind.get("byline")
    return None if byline is None else byline.captured


def _is_in_list(index: int, lines: Sequence[Line]) -> bool:
    """Whether a line is an item right over or under another one."""
    beside = (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])
    return lines[index].marker == "bullet" and any(line.marker == "bullet" for line in beside)


def _dated_row(text: str, language: str | None) -> Sights | None:
    """What a line is that no cue knows, and that holds a day and little beside; None where it may be a sentence."""
    if len(text) > _LONGEST_ROW or stops(text):
        return None
    found = find_dates(text, language)
    if len(found) != 1 or not found[0].has_year or not tells_day(found[0].iso):
        return None
    date = found[0]
    is_row = date.start == 0 or "T" in date.iso
    if not is_row or len(text) - (date.end - date.start) > _MOST_BESIDE_DATE:
        return None
    # « By Zoé Jul. 25, 2012 Church Life, Family »
    before = sights_of(text[: date.end], language).by_kind.get("byline") if date.start else None
    author = before.captured.author if before is not None and before.fixed else None
    return Sights({"byline": Sight(Captured(author=author, date=date.iso), "a day over a text", _SURE)})


def _may_be_title(index: int, lines: Sequence[Line], sights: Sequence[Sights]) -> bool:
    """Whether a line of which nothing is known stands apart, and does not lead elsewhere."""
    line = lines[index]
    text = line.text
    return (
        sights[index].is_blind
        and line.marker is None
        and (line.after_blank or not sights[index - 1].is_blind)
        and len(text) < _A_TEXT
        and text[-1] not in _NO_TITLE_ENDS
        and not _tells_who(sights[index - 1])
        and text[0] not in _NO_TITLE_STARTS
        and any(character.isalpha() for character in text)
    )


def count_over_text(lines: Sequence[Line], sights: Sequence[Sights], heading: int) -> Sights | None:
    """What the first heading over comments is where it rather tells in the head of a post how many there are.

    The text follows, which is told by paragraphs that nobody signs; None elsewhere.
    """
    captured = sights[heading].by_kind["heading"].captured
    text_at = first_text(lines, sights)
    if captured.count is None or text_at < heading:
        return None
    above = reversed(sights[max(0, heading - _FARTHEST) : heading])
    rows = itertools.takewhile(lambda seen: not seen.is_blind, above)
    if not any(_tells_who(seen) or _day_in(seen) for seen in rows):
        return None
    paragraphs = 0
    for line, seen in zip(lines[heading + 1 :], sights[heading + 1 :], strict=True):
        if seen.head is not None or seen.date is not None or "heading" in seen.by_kind:
            break
        paragraphs += len(line.text) >= _A_TEXT and seen.is_blind
    if paragraphs < _FEWEST_PARAGRAPHS:
        return None
    return Sights({"byline": Sight(Captured(count=captured.count), "in the head of a post", _SURE)})
