"""What a theme puts into each comment after its words: « Dernière publication sur … », « Report this comment ».

It looks alike in all comments and begins with the same words, whatever follows these; knows no word of any language.
"""

from __future__ import annotations

from collections.abc import Sequence

from blogimport.textpage import sights_of
from blogimport.webpage.fields import Comments, Fields
from blogimport.webpage.hints import Hint
from blogimport.webpage.looks import look_of
from blogimport.webpage.own import LONGEST_LINE
from blogimport.webpage.saying import BY
from blogimport.webpage.scan import Scan
from blogimport.webpage.signatures import says_nothing_more
from reader.dates import find_dates

# In so many comments, and in no other words than these, people would not begin a paragraph.
_LEAST = 3
_WORDS = 2
_FEWEST_WITH_BUTTONS = 2
_LONGEST_BUTTON = 30
# Several of them in one line.
_LONGEST_ROW = 80
# What a forum says of somebody: « Inscrit le : … », « Messages : … », « Localisation : … ».
_LONGEST_PROFILE = 200
_LEAST_LABELS, _MOST_LABELS = 2, 8
_LONGEST_LABEL = 24
_ROWS = frozenset(("table", "tbody", "tr"))
_DAY = len("2005-11-17")
_SAID = Hint.AUTHOR | Hint.DATE | Hint.META | Hint.TEXT | Hint.COMMENT
_LINES = frozenset(("p", "div", "span", "small", "em", "i"))


def recurring_in(comments: Comments, units: Sequence[int]) -> frozenset[int]:
    """The places of the elements that the theme has put behind the words of comments."""
    return _leads(comments, units) | _buttons(comments, units) | _profiles(comments.scan, units)


def _profiles(scan: Scan, units: Sequence[int]) -> frozenset[int]:
    """The boxes that say of whoever writes since when, how often and from where, under labels that recur."""
    if len(units) < _FEWEST_WITH_BUTTONS:
        return frozenset()
    first, *others = units
    found: set[int] = set()
    for place in range(first + 1, scan.last[first] + 1):
        labels = _labels(scan, place)
        if labels and not scan.is_in_one(place, found):
            look = look_of(scan.elements[place])
            alike = [_alike_in(scan, unit, look, labels) for unit in others]
            if all(alike):
                found.update((place, *(other for others_found in alike for other in others_found)))
    return frozenset(found)


def _alike_in(scan: Scan, unit: int, look: str, labels: tuple[str, ...]) -> list[int]:
    """The boxes of a look in a comment that have the same labels."""
    return [
        place
        for place in range(unit + 1, scan.last[unit] + 1)
        if look_of(scan.elements[place]) == look and _labels(scan, place) == labels
    ]


def _labels(scan: Scan, place: int) -> tuple[str, ...]:
    """The words before the colons of a short element, where all of its lines have such but the first: () elsewhere."""
    if not 0 < scan.sizes[place] <= _LONGEST_PROFILE or scan.tags[place] in _ROWS:
        return ()
    texts = scan.texts(place)
    if not _LEAST_LABELS <= len(texts) <= _MOST_LABELS:
        return ()
    if ":" not in texts[0]:
        texts = texts[1:]  # « Régulier »
    labels = tuple(text.partition(":")[0].strip() for text in texts if ":" in text)
    if not _LEAST_LABELS <= len(labels) == len(texts) or not all(map(_is_label, labels)):
        return ()
    # Somebody has joined on a day; a minute is that of what was written.
    return () if any(one.has_time for text in texts for one in find_dates(text)) else labels


def _is_label(text: str) -> bool:
    return 0 < len(text) <= _LONGEST_LABEL and text.replace(" ", "").isalpha()


def _buttons(comments: Comments, units: Sequence[int]) -> frozenset[int]:
    """The links that are in all comments behind their first words, in the same words, where all texts end alike."""
    if len(units) < _FEWEST_WITH_BUTTONS:
        return frozenset()
    scan = comments.scan
    read = [comments.fields(unit, scan.right_within(unit, units)) for unit in units]
    if not _end_alike(scan, units, read):
        return frozenset()
    authors = {fields.author for fields in read}
    found: dict[str, list[int]] = {}
    first, *others = units
    inner = scan.last[others[0]] if scan.holds(first, others[0]) else scan.last[first]
    for text in _links(scan, first, min(inner, scan.last[first])):
        if text not in authors and not any(map(str.isdigit, text)):
            found[text] = []
    if not found:
        return frozenset()
    for unit in units:
        said = _links(scan, unit, scan.last[unit])
        found = {text: [*places, *said[text]] for text, places in found.items() if text in said}
    return frozenset(place for places in found.values() for place in places)


def _end_alike(scan: Scan, units: Sequence[int], read: Sequence[Fields]) -> bool:
    """Whether all texts end in the same line, or in a link of the same words."""
    texts = [fields.body.text for fields in read]
    ends = {text.rpartition("\n")[2] for text in texts}
    if len(ends) > 1 and len(units) >= _LEAST:
        end = _last_link(scan, units[0])
        ends = {end if text.endswith(f" {end}") else "" for text in texts} if end else ends
        if len(ends) == 1 and any(_last_link(scan, unit) != end for unit in units):
            return False
    return len(ends) == 1 and 0 < len(next(iter(ends))) <= _LONGEST_ROW


def _last_link(scan: Scan, unit: int) -> str:
    """The words of the link that a comment ends with, "" without one."""
    links = [place for place in scan.tagged_in(unit, "a") if scan.sizes[place]]
    is_last = bool(links) and scan.after[links[-1]] == scan.after[unit]
    return scan.text(links[-1], _LONGEST_BUTTON) if is_last else ""


def _links(scan: Scan, unit: int, until: int) -> dict[str, list[int]]:
    """The links of a comment by what they say, but for those that it begins with."""
    found: dict[str, list[int]] = {}
    for place in range(unit + 1, until + 1):
        if (
            scan.tags[place] == "a"
            and 0 < scan.sizes[place] <= _LONGEST_BUTTON
            and scan.before[place] > scan.before[unit]
            and not scan.hints[place] & _SAID
        ):
            found.setdefault(scan.text(place), []).append(place)
    return found


def _leads(comments: Comments, units: Sequence[int]) -> frozenset[int]:
    """The elements that look alike and begin with the same words, but for those that say who and when."""
    if len(units) < _LEAST:
        return frozenset()
    scan = comments.scan
    # Three of them tell whether there may be any: most themes put nothing there.
    few = _looks(scan, (units[0], units[len(units) // 2], units[-1]))
    if not any(len(places) > 1 and _begin_alike(scan, places) for places in few.values()):
        return frozenset()
    found: set[int] = set()
    for places in _looks(scan, units).values():
        if (
            len(places) >= max(_LEAST, len(units) // 2)
            and _begin_alike(scan, places)
            and not _tell_when(comments, units, places[0])
        ):
            found.update(places)
    return frozenset(found)


def _tell_when(comments: Comments, units: Sequence[int], place: int) -> bool:
    """Whether an element tells the day of the comment that it is in: « # Posted By Zoé | 5/24/06 9:41 AM »."""
    scan = comments.scan
    dates = find_dates(scan.text(place, LONGEST_LINE), comments.language)
    if not dates:
        return False
    unit = max(unit for unit in units if scan.holds(unit, place))
    published = comments.fields(unit, scan.right_within(unit, units)).published
    return published is not None and any(published.startswith(one.iso[:_DAY]) for one in dates)


def _looks(scan: Scan, units: Sequence[int]) -> dict[str, list[int]]:
    """What stands behind the words of some comments, by its look."""
    looks: dict[str, list[int]] = {}
    for unit in units:
        for place in _behind_words(scan, unit):
            look = look_of(scan.elements[place])
            if not look.endswith("."):
                looks.setdefault(look, []).append(place)
    return looks


def _behind_words(scan: Scan, unit: int) -> list[int]:
    """The short elements of a comment that are named, but for nothing that is said of it, and follow some words."""
    return [
        place
        for place in range(unit + 1, scan.last[unit] + 1)
        if scan.tags[place] in _LINES
        and 0 < scan.sizes[place] <= LONGEST_LINE
        and scan.before[place] > scan.before[unit]
        and not any(scan.hints[inner] & _SAID for inner in range(place, scan.last[place] + 1))
    ]


def _begin_alike(scan: Scan, places: Sequence[int]) -> bool:
    """Whether all texts begin with the same words, and go on; lines that say who and when do so, too."""
    texts = [scan.text(place, LONGEST_LINE) for place in places]
    leads = {tuple(text.casefold().split()[:_WORDS]) for text in texts}
    if len(leads) > 1 or len(next(iter(leads))) < _WORDS:
        return False
    return not any(BY.match(text) or _tells(text) for text in texts)


def _tells(text: str) -> bool:
    sights = sights_of(text)
    return (
        sights.date is not None
        or "head" in sights
        or "head_before" in sights
        or (any(map(str.isdigit, text)) and says_nothing_more(text, None, None))
    )
