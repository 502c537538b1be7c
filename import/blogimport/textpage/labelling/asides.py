"""What stands around a post and is told by what stands beside it: the rest of a list of buttons, links to other posts.

No table of phrases knows what every theme prints. But « • Taille de police » in one list with « • Imprimer » and
« • Envoyer par e-mail » is a button too, and « Un titre | Un autre » right over the comments links two other posts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from blogimport.textpage.cues import (
    NOTHING_CAPTURED,
    Captured,
    CueKind,
    Sight,
    Sights,
    no_text,
    plausible_name,
    sights_of,
    speaks_of_comments,
)
from blogimport.textpage.labelling.lastrows import over_comments
from blogimport.textpage.labelling.masthead import (
    is_feed,
    is_tagline,
    name_under_bar,
    owner_at_top,
    tells_who_or_when,
)
from blogimport.textpage.labelling.neighbours import NEIGHBOUR, neighbours_at
from blogimport.textpage.lines import Line, ends_as_speech
from reader.dates import tells_day

_SURE = 8
_CALENDAR_ROWS = 2
# What no text of somebody's is, and does not sign a comment.
_AROUND: frozenset[CueKind] = frozenset(("furniture", "byline", "form", "none", "closed", "related"))
_SIGNING: frozenset[CueKind] = frozenset(("head", "head_before", "tail", "ago", "answers", "answering"))
_LONGEST_BUTTON_WORDS = 6
_FEWEST_OF_MENU = 5
_LONGEST_OF_MENU = 3
# So many buttons make a number of comments beside them one, and no heading over comments.
_FEWEST_BUTTONS = 2
# So many texts are cut off in a box of the latest comments.
_FEWEST_CUT = 2
# So many items of two lines are a box.
_FEWEST_OF_BOX = 2
# « L M M J V S D » and the first row of days, which may begin with empty cells.
_WEEKDAYS = re.compile(r"(?:[^\W\d_]{1,9}\.?\s+){6}[^\W\d_]{1,9}\.?")
_DAYS = re.compile(r"1(?:\s+\d)*|\D{0,12}")
_SERVICES = frozenset(
    (
        *("tweet", "twitter", "facebook", "google+", "google", "+1", "pinterest", "pinit", "digg"),
        *(
            "reddit",
            "stumbleupon",
            "linkedin",
            "viadeo",
            "delicious",
            "del.icio.us",
            "technorati",
            "email",
            "e-mail",
        ),
        *("mail", "print", "share", "buffer", "tumblr", "mixx", "scoopeo", "wikio", "blogmarks"),
        *("myspace", "xing", "whatsapp", "pocket", "flattr", "yigg", "meneame"),
    )
)
# « FacebookTwitterLinkedInEmail », which an extractor has glued, is longer than any of them.
_LONGEST_SERVICE = max(map(len, _SERVICES))
_GLUED_SERVICES = re.compile(rf"(?:{'|'.join(map(re.escape, sorted(_SERVICES, key=len, reverse=True)))})+")
_GOES_ON = ".,;:"
_CELL_BORDER = re.compile(r"\s{3,}")
# What a box is called, and comments are.
_OPENING: frozenset[CueKind] = frozenset(("heading", "pings", "answers"))
_ENDING: frozenset[CueKind] = frozenset(("form", "closed"))
_CUT = ("...", "…")
_IN_BOX = no_text("in a box of the site")
# So many lines, and paragraphs among them, are more than a box on who wrote a post.
_FEWEST_OF_CHAPTER, _FEWEST_PARAGRAPHS = 4, 2
_ABOUT_COMMENTS: frozenset[CueKind] = frozenset(("heading", "none", "closed", "form"))


def with_asides(
    lines: Sequence[Line], sights: Sequence[Sights], seeing: Sequence[int], short: Sequence[int], text_at: int
) -> Sequence[Sights]:
    """The sights of the (non-blank) lines, with each that its neighbours tell to be no text of anybody's.

    `seeing` are the indices of those lines in which anything is seen, `short` those of the short ones, `text_at`
    that of the first text.
    """
    told: dict[int, Sights] = {}
    telling = frozenset(seeing)
    for places in _lists(lines, short):
        if places.stop <= text_at < len(lines) and _is_menu(places, lines, sights):
            told.update((index, no_text("in a menu over all texts")) for index in places)
            continue
        if lines[places.start].text[0] == ":":  # « • : Le blog de Zoé », under what the box is called
            told.update((index, _IN_BOX) for index in range(max(0, places.start - 1), places.stop))
            continue
        if telling.isdisjoint(range(places.start - 1, places.stop)):
            continue  # most lists are menus, of which nothing is known, nor of what stands over them
        told.update(
            _under_label(places, lines, sights) or _in_box(places, sights) or _in_list(places, lines, sights)
        )
    told.update(over_comments(lines, sights, seeing, text_at))
    if text_at == 1 < len(lines) and is_tagline(lines, sights, seeing):
        told[1] = no_text("a tagline")
    name = name_under_bar(lines, sights)
    if name is not None:
        told[name] = no_text("the name of the blog")
    for index in owner_at_top(lines):
        told[index] = no_text("whose the site is")
    for index in seeing:
        if sights[index].date is not None and _is_over_calendar(index, lines, sights):
            told[index] = no_text("over a calendar")
        elif "heading" in sights[index].by_kind and is_feed(index, lines, sights):
            told[index] = no_text("the feed of the comments")
    kinds = set().union(*[sights[index].by_kind for index in seeing])
    if "related" in kinds:
        form = _form_in(sights, seeing)
        for label in [index for index in seeing if "related" in sights[index].by_kind]:
            if form < label:
                told.update(_in_box_of_comments(label, lines, sights))
            # Comments stand under the text and over the form.
            if label < text_at < len(lines) or form < label or _shows_pictures(label, sights):
                told.update(_in_long_box(label, lines, sights))
    for index in short:
        if sights[index].is_blind and _are_services(lines[index].text):
            told[index] = no_text("a row of buttons")
    for index, line in enumerate(lines):
        if line.text[0] == "«" and sights[index].is_blind:
            told.update((at, NEIGHBOUR) for at in neighbours_at(index, lines, sights))
    if "about" in kinds:
        over = next(
            (index for index in seeing if not _ABOUT_COMMENTS.isdisjoint(sights[index].by_kind)), len(lines)
        )
        for index in [index for index in seeing if "about" in sights[index].by_kind]:
            is_within = text_at < index < over and _is_over_chapter(index, lines, sights)
            if _is_title_about(index, sights) or is_within:
                told[index] = Sights()
    if not told:
        return sights
    found = list(sights)
    for index, seen in told.items():
        found[index] = seen
    return found


def _are_services(text: str) -> bool:
    """Whether a line is names of places to share a page in, and nothing else: « Tweet Facebook Google+ »."""
    # Most lines begin with another word, and need not be taken apart.
    first = text.split(maxsplit=1)[0].strip("|·,").casefold()
    if first not in _SERVICES:
        return len(first) == len(text) > _LONGEST_SERVICE and _GLUED_SERVICES.fullmatch(first) is not None
    words = text.casefold().split()
    return len(words) >= _FEWEST_BUTTONS and all(word.strip("|·,") in _SERVICES for word in words)


def _is_title_about(index: int, sights: Sequence[Sights]) -> bool:
    """Whether « About Schmidt » is the title of a post rather than a box on somebody: the next line says when."""
    kinds = sights[index].by_kind
    if kinds.keys() != {"about"} or kinds["about"].captured.author is None or index + 1 >= len(sights):
        return False
    byline = sights[index + 1].by_kind.get("byline")
    return sights[index + 1].date is not None or (byline is not None and byline.captured.date is not None)


def _is_over_chapter(index: int, lines: Sequence[Line], sights: Sequence[Sights]) -> bool:
    """Whether « L'auteur » stands over a part of a text, and more under it than a box tells of who wrote that."""
    about = sights[index].by_kind
    if about.keys() != {"about"} or about["about"].captured.author is not None or lines[index].marker:
        return False
    under: list[Line] = []
    for line, seen in zip(lines[index + 1 :], sights[index + 1 :], strict=True):
        if not seen.is_blind or line.marker is not None:
            break
        under.append(line)
    is_named = bool(under) and under[0].shape == "short" and plausible_name(under[0].text)
    paragraphs = sum(line.shape == "prose" for line in under)
    return len(under) >= _FEWEST_OF_CHAPTER and paragraphs >= _FEWEST_PARAGRAPHS and not is_named


def as_titles(lines: Sequence[Line], sights: Sequence[Sights], short: Sequence[int]) -> Sequence[Line]:
    """The lines above the comments as they are if they are titles: without the buttons beside these, or with a number.

    `short` are the indices of all that are short.
    """
    odd = [index for index in short if lines[index].marker == "number" or "   " in lines[index].text]
    if not odd:
        return lines
    rows = [index for index in odd if lines[index].marker is None]
    numbered = [index for index in odd if lines[index].marker == "number"]
    shorter: dict[int, Line] = {}
    over = next((index for index, seen in enumerate(sights) if "heading" in seen.by_kind), len(lines))
    ordinals = {line.ordinal for line in lines if line.marker == "number"} if numbered else set()
    for index in numbered:
        line = lines[index]
        if index >= over or not sights[index].is_blind or line.ordinal is None:
            continue
        # « 412. En pause », where nothing is counted on or from
        if ordinals.isdisjoint((line.ordinal - 1, line.ordinal + 1)) and line.text[-1] not in _GOES_ON:
            shorter[index] = replace(line, text=line.full_text, marker=None, mark="", ordinal=None)
    for index in rows:
        line = lines[index]
        if index < over and sights[index].is_blind:
            title = without_buttons(line.text)
            if title is not line.text:
                shorter[index] = replace(line, text=title)
    return [shorter.get(index, line) for index, line in enumerate(lines)] if shorter else lines


def without_buttons(text: str) -> str:
    """A title without the buttons that a table puts beside it: « Le titre   PDF   Imprimer »."""
    if "   " not in text:
        return text
    title, *buttons = _CELL_BORDER.split(text)
    return title if buttons and all(map(_is_button, buttons)) else text


def _is_button(text: str) -> bool:
    """Whether a text is known to be a button, which states nothing of a post."""
    by_kind = sights_of(text).by_kind
    return bool(by_kind) and all(
        kind in _AROUND and sight.captured == NOTHING_CAPTURED for kind, sight in by_kind.items()
    )


def _lists(lines: Sequence[Line], short: Sequence[int]) -> list[range]:
    """Where lists of short items with one kind of bullet stand; `short` are the indices of all short lines."""
    found: list[range] = []
    first = before = -1
    for index in short:
        line = lines[index]
        if line.marker != "bullet":
            continue
        is_next = index == before + 1 and first >= 0 and line.number == lines[before].number + 1
        if not is_next or line.indent != lines[first].indent:
            if first >= 0:
                found.append(range(first, before + 1))
            first = index
        before = index
    if first >= 0:
        found.append(range(first, before + 1))
    return found


def _is_menu(places: range, lines: Sequence[Line], sights: Sequence[Sights]) -> bool:
    """Whether a list over the first text of a page is a menu: of many items of a word or two, and nothing said yet."""
    return (
        len(places) >= _FEWEST_OF_MENU
        and all(sights[index].is_blind or "furniture" in sights[index].by_kind for index in places)
        and all(lines[index].text.count(" ") < _LONGEST_OF_MENU for index in places)
        and not any(character.isdigit() for index in places for character in lines[index].text)
        and not any(tells_who_or_when(sights[index]) for index in range(places.start))
    )


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


def _in_box(places: range, sights: Sequence[Sights]) -> dict[int, Sights]:
    """A list right under what boxes of a site are called, « Derniers commentaires »; nothing for others."""
    if not places.start or "related" not in sights[places.start - 1].by_kind:
        return {}
    return {index: _IN_BOX for index in places if sights[index].is_blind}


def _in_long_box(label: int, lines: Sequence[Line], sights: Sequence[Sights]) -> Iterator[tuple[int, Sights]]:
    """The items of such a list that are more than labels: « • Le titre » over « par Zoé », « • Zoé : Je n'ai pas… »."""
    if not _OPENING.isdisjoint(sights[label].by_kind) or lines[label].marker is not None:
        return
    end = label + 1
    while end < len(lines) and _is_in_list(lines[end], lines[label + 1], is_first=end == label + 1):
        end += 1
    places = range(label + 1, end)
    items = [index for index in places if lines[index].marker is not None]
    if len(items) >= _FEWEST_OF_BOX and (
        len(items) < len(places) or any(lines[index].shape == "prose" for index in items)
    ):
        yield from ((index, _IN_BOX) for index in places)


def _shows_pictures(label: int, sights: Sequence[Sights]) -> bool:
    """Whether a list begins with the picture of a post: a program made it."""
    return any(seen.image for seen in sights[label + 1 : label + 2])


def _is_in_list(line: Line, first: Line, *, is_first: bool) -> bool:
    """Whether a line is an item of the list that another one begins, or a short one right under an item."""
    if line.shape == "prose" and not line.text.endswith(_CUT):
        return False
    if line.marker is not None:
        return line.marker == "bullet" and line.indent == first.indent and (is_first or not line.after_blank)
    return not is_first and not line.after_blank and line.indent > first.indent


def _form_in(sights: Sequence[Sights], seeing: Iterable[int]) -> int:
    """The index of the form for a comment, or of what says that there is none; behind all lines where neither is."""
    return next((index for index in seeing if not _ENDING.isdisjoint(sights[index].by_kind)), len(sights))


def _in_box_of_comments(
    label: int, lines: Sequence[Line], sights: Sequence[Sights]
) -> Iterator[tuple[int, Sights]]:
    """The lines of a box of the latest comments, „Letzte Kommentare“, that stand close together; nothing else.

    Each is begun anew: who wrote on which post, when, and how the comment begins.
    """
    kinds = sights[label].by_kind.keys()
    if not lines[label].after_blank or "heading" in kinds or not speaks_of_comments(lines[label].text):
        return
    end = label + 2
    while end < len(lines) and not lines[end].after_blank:
        end += 1
    places = range(label + 1, min(end, len(lines)))
    is_cut = sum(lines[index].text.endswith(_CUT) for index in places) >= _FEWEST_CUT
    item = no_text("in a box of the latest comments")
    if is_cut and not any("heading" in sights[index].by_kind for index in places):
        yield from ((index, item) for index in places)


def _in_list(places: range, lines: Sequence[Line], sights: Sequence[Sights]) -> Iterator[tuple[int, Sights]]:
    """What the items of a list are that are not known by themselves, where the others tell."""
    blind = [index for index in places if sights[index].is_blind]
    if 2 * len(blind) > len(places) or not all(_may_be_button(lines[index]) for index in blind):
        return  # most lists are menus, of which little is known
    known = buttons = 0
    is_told = False
    counting: list[int] = []
    for index in places:
        if sights[index].is_blind:
            continue
        kinds = sights[index].by_kind.keys()
        if "byline" not in kinds and not _SIGNING.isdisjoint(kinds):
            return
        elif "heading" in kinds:
            # « 3 mai 2009 », « Par Zoé » and « 4 commentaires » in one list are all said of the post.
            counting.append(index)
            is_told = is_told or any(
                tells_who_or_when(sights[before]) for before in range(places.start, index)
            )
        elif not _AROUND.isdisjoint(kinds):
            known += 1
            buttons += not tells_who_or_when(sights[index])
    if not known or len(blind) > known + len(counting):
        return
    # Under the line that says who and when, or with it, the list is the post's, and no menu of the site.
    above = places.start - 1
    is_posts = any(tells_who_or_when(sights[index]) for index in (*places, above) if index >= 0)
    kind: CueKind = "byline" if is_posts else "furniture"
    button = Sights({kind: Sight(cue="in one list with buttons", fixed=_SURE)})
    for index in blind:
        yield index, button
    if is_told or buttons >= _FEWEST_BUTTONS:
        for index in counting:
            count = sights[index].by_kind["heading"].captured.count
            yield index, Sights({"byline": Sight(Captured(count=count), "in one list with buttons", _SURE)})


def _may_be_button(line: Line) -> bool:
    return not ends_as_speech(line.text) and line.text.count(" ") < _LONGEST_BUTTON_WORDS


def _is_over_calendar(index: int, lines: Sequence[Line], sights: Sequence[Sights]) -> bool:
    """Whether a line is the month of a calendar: no day, and the days of the week under it, then figures."""
    month = sights[index].date
    if month is None or "-" not in month or tells_day(month):
        return False
    under = [line.text for line in lines[index + 1 : index + 3]]
    return len(under) == _CALENDAR_ROWS and bool(_WEEKDAYS.fullmatch(under[0]) and _DAYS.fullmatch(under[1]))
