"""What stands around a post and is told by what stands beside it: the rest of a list of buttons, links to other posts.

No table of phrases knows what every theme prints. But « • Taille de police » in one list with « • Imprimer » and
« • Envoyer par e-mail » is a button too, and « Un titre | Un autre » right over the comments links two other posts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from blogimport.textpage.cues import Captured, CueKind, Sight, Sights, sights_of
from blogimport.textpage.lines import Line

_SURE = 8
# What no text of somebody's is, and does not sign a comment.
_AROUND: frozenset[CueKind] = frozenset(("furniture", "byline", "form", "none", "closed", "related"))
_SIGNING: frozenset[CueKind] = frozenset(("head", "head_before", "tail", "ago", "answers", "answering"))
_LONGEST_BUTTON_WORDS = 6
_SENTENCE_ENDS = ".!?…:;,"
# So many buttons make a number of comments beside them one, and no heading over comments.
_FEWEST_BUTTONS = 2
# « « Un titre - Un autre » », which quotes nothing.
_NEIGHBOURS = re.compile(r"«\s*[^«»]+?\s(?P<border>[|•·–—-])\s[^«»]+?\s*»")
_NEXT: frozenset[CueKind] = frozenset(("heading", "byline", "none", "closed", "form"))


def with_asides(lines: Sequence[Line], sights: Sequence[Sights]) -> Sequence[Sights]:
    """The sights of the (non-blank) lines, with each that its neighbours tell to be no text of anybody's."""
    told: dict[int, Sights] = {}
    for first, stop in _lists(lines):
        places = range(first, stop)
        told.update(_under_label(places, lines, sights) or _in_list(places, lines, sights))
    for index in [index for index, line in enumerate(lines) if line.text[0] == "«"]:
        if sights[index].is_blind and _is_between_posts(index, lines, sights):
            told[index] = Sights({"furniture": Sight(cue="links to other posts", fixed=_SURE)})
    if not told:
        return sights
    return [told.get(index, seen) for index, seen in enumerate(sights)]


def _lists(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Where lists of short items with one kind of bullet begin and end."""
    items = [index for index, line in enumerate(lines) if line.marker == "bullet" and line.shape == "short"]
    if not items:
        return
    first = before = items[0]
    for index in items[1:]:
        line = lines[index]
        is_next = index == before + 1 and line.number == lines[before].number + 1
        if not is_next or line.indent != lines[first].indent:
            yield first, before + 1
            first = index
        before = index
    yield first, before + 1


def _under_label(places: range, lines: Sequence[Line], sights: Sequence[Sights]) -> dict[int, Sights]:
    """A list that a label begins on the line above, « Classé dans : », and what both state; nothing for others."""
    label = places.start - 1
    if label < 0 or lines[label].text[-1] != ":" or lines[places.start].after_blank:
        return {}
    if "byline" not in sights[label] or not all(sights[index].is_blind for index in places):
        return {}
    words = ", ".join(lines[index].text for index in places)
    stated = sights_of(f"{lines[label].text} {words}").get("byline")
    if stated is None or not (stated.captured.categories or stated.captured.tags):
        return {}
    item = Sights({"byline": Sight(cue="in the list of a label", fixed=_SURE)})
    return {label: Sights({"byline": stated}), **dict.fromkeys(places, item)}


def _in_list(places: range, lines: Sequence[Line], sights: Sequence[Sights]) -> Iterator[tuple[int, Sights]]:
    """What the items of a list are that are not known by themselves, where the others tell."""
    blind = [index for index in places if sights[index].is_blind]
    if 2 * len(blind) > len(places) or not all(_may_be_button(lines[index]) for index in blind):
        return  # most lists are menus, of which little is known
    known = buttons = 0
    counting: list[int] = []
    for index in places:
        if sights[index].is_blind:
            continue
        kinds = sights[index].by_kind.keys()
        if "byline" not in kinds and not _SIGNING.isdisjoint(kinds):
            return
        elif "heading" in kinds:
            counting.append(index)
        elif not _AROUND.isdisjoint(kinds):
            known += 1
            buttons += not _tells(sights[index])
    if not known or len(blind) > known + len(counting):
        return
    # Under the line that says who and when, or with it, the list is the post's, and no menu of the site.
    above = places.start - 1
    is_posts = any(_tells(sights[index]) for index in places) or (above >= 0 and _tells(sights[above]))
    kind: CueKind = "byline" if is_posts else "furniture"
    button = Sights({kind: Sight(cue="in one list with buttons", fixed=_SURE)})
    for index in blind:
        yield index, button
    if buttons >= _FEWEST_BUTTONS:
        for index in counting:
            count = sights[index].by_kind["heading"].captured.count
            yield index, Sights({"byline": Sight(Captured(count=count), "in one list with buttons", _SURE)})


def _tells(seen: Sights) -> bool:
    """Whether a line says who wrote a post, or when."""
    byline = seen.by_kind.get("byline")
    return byline is not None and bool(byline.captured.author or byline.captured.date)


def _may_be_button(line: Line) -> bool:
    return line.text[-1] not in _SENTENCE_ENDS and line.text.count(" ") < _LONGEST_BUTTON_WORDS


def _is_between_posts(index: int, lines: Sequence[Line], sights: Sequence[Sights]) -> bool:
    """Whether a line is the titles of the posts before and after this one."""
    links = _NEIGHBOURS.fullmatch(lines[index].text)
    if links is None:
        return False
    following = sights[index + 1].by_kind.keys() if index + 1 < len(lines) else frozenset[CueKind]()
    return links["border"] == "|" or not _NEXT.isdisjoint(following)
