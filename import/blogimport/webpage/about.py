"""The lines around a post that speak of it: who, when, where, how many comments.

A line is what a reader sees as one: the outermost element without a block in it. What it says is told by the cues of
text pages, for themes say it in the same words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import islice, takewhile
from typing import NamedTuple

from blogimport.textpage import Sights, sights_of
from blogimport.webpage.dates import text_date
from blogimport.webpage.hints import Hint
from blogimport.webpage.lines import BREAKS
from blogimport.webpage.ofsite import are_buttons, are_of_site, is_of_site
from blogimport.webpage.scan import HEADINGS, Scan
from blogimport.webpage.signatures import is_beside_names, signature_in

# « This entry was posted on … and is filed under … You can follow … » is the longest that is one.
_LONGEST = 420
# A line under a post with links to it and to its comments is shorter.
_LONGEST_FOOT = 200
_FIGURES_OF_DATE = 5
_LONGEST_DAY = 30
_FIRST_LINES = 4
_SHORTEST_REMARK = 6
# What stands before a line as a link to the post itself.
_AROUND = " #|·•~\xa0"
_BREAKS = frozenset(("br",))
_LISTS = frozenset(("ul", "ol", "dl"))
_SAID = Hint.META | Hint.DATE | Hint.AUTHOR
_NAMED = _SAID | Hint.CATEGORY | Hint.TAG
# A line without a name is one about the post where so many letters of it are a cue.
_SURE_CUE = 8
_MOST_OF_IT = 0.6
# A sentence has more spaces than a name or a button with a stop behind it.
_WORDS_APART = 4
# Stands for the words of a text that are in no element within it.
_OWN_WORDS = -1


class AboutLine(NamedTuple):
    """A line with where it stands and what it could be."""

    place: int
    text: str
    sights: Sights
    is_heading: bool = False


def lines_about(scan: Scan, places: Iterable[int], language: str | None) -> list[AboutLine]:
    """The short lines among some elements, in order."""
    return [
        AboutLine(place, text, sights_of(text, language), scan.tags[place] in HEADINGS)
        for place in _outermost(scan, places)
        for written in _texts(scan, place)
        if (text := written.strip(_AROUND))
    ]


def _outermost(scan: Scan, places: Iterable[int]) -> Iterator[int]:
    until = -1
    for place in places:
        if place > until and _is_mixed(scan, place):
            yield place
        elif place > until and 0 < scan.sizes[place] <= _LONGEST and not scan.has_blocks(place):
            until = scan.last[place]
            yield place


def _is_mixed(scan: Scan, place: int) -> bool:
    """Whether an element that is named for what is said of a post has words of its own beside blocks.

    « Filed under: <ul>…</ul> — Zoé @ 18:07 » is one line to a reader of what it says.
    """
    if (
        not scan.hints[place] & Hint.META
        or not 0 < scan.sizes[place] <= _LONGEST
        or not scan.has_blocks(place)
    ):
        return False
    element = scan.elements[place]
    return any(map(str.isalpha, f"{element.text or ''}{''.join(child.tail or '' for child in element)}"))


def _texts(scan: Scan, place: int) -> list[str]:
    """The lines of an element: several where it breaks them."""
    element = scan.elements[place]
    if scan.has_blocks(place):
        headings = frozenset(inner for inner in element.iterdescendants(*HEADINGS))
        return [" ".join(scan.laid_out(place, headings).text.replace("• ", " ").split())]
    changed = _changed(scan, place)
    has_breaks = scan.holds_tag(place, _BREAKS)
    if not changed and not has_breaks:
        text = scan.text(place, _LONGEST)
        return [text] if text else []
    if not has_breaks:
        # Themes put the pieces apart by their style alone.
        return [scan.text_but(place, changed, _LONGEST)]
    layout = scan.laid_out(place, frozenset(scan.elements[inner] for inner in changed))
    return [line.strip() for line in layout.text.split("\n") if line.strip()]


def _changed(scan: Scan, place: int) -> list[int]:
    """What says in a line when a post was changed, beside when it was written."""
    return [
        inner
        for inner in scan.with_hints(Hint.UPDATED)
        if place < inner <= scan.last[place] and scan.sizes[inner] < scan.sizes[place]
    ]


def says_of_post(line: AboutLine) -> bool:
    """Whether a line says who, when or where of a post."""
    sights = line.sights
    return (
        sights.date is not None
        or sights.time is not None
        or "byline" in sights
        or "head" in sights
        or "head_before" in sights
    )


def edges_of(
    scan: Scan, body: int, holes: Sequence[int], language: str | None
) -> tuple[list[int], list[int]]:
    """The elements at both ends of a post's text that are none of it: those that speak of the post, and the others.

    None of the `holes` is in another.
    """
    blocks = [
        place
        for place in _outermost_blocks(scan, body)
        if place == _OWN_WORDS or not _is_filled(scan, place, holes)
    ]
    left = _headings_left(scan, body, blocks) or _related_left(scan, blocks, language)
    inner, known = blocks[: len(blocks) - len(left)], frozenset(holes)
    about: list[int] = []
    others: list[int] = []
    for side in (inner, inner[::-1]):
        for place in side:
            if place == _OWN_WORDS:
                break
            lines = lines_about(scan, outside(scan, place, scan.last[place], known), language)
            if place in about or place in others or not lines:
                break
            if _is_added(scan, place):
                others.append(place)
            elif _is_about(scan, place, lines, language):
                about.append(place)
            elif are_of_site([line.sights for line in lines]) or are_buttons(scan, place, language):
                others.append(place)
            else:
                break
    # What says of a post stands alone under pictures, and in the box of one without a text.
    is_all = len(about) + len(others) == len(inner) and not scan.hints[body] & Hint.SURE_POST
    is_all = is_all and next(scan.elements[body].iter("img"), None) is None
    return ([], left) if is_all else (about, [*others, *left])


def texts_of_run(scan: Scan, bodies: Sequence[int], language: str | None) -> Sequence[int]:
    """Of elements that are a post's text together those that are left without what speaks of it over and under it."""
    start = 0
    for index, place in enumerate(bodies[:_FIRST_LINES]):
        if scan.sizes[place] > _LONGEST_FOOT or scan.hints[place] & (Hint.BODY | Hint.TEXT):
            break
        lines = lines_about(scan, range(place, scan.last[place] + 1), language)
        if lines and _is_about(scan, place, lines, language):
            start = index + 1 if index + 1 < len(bodies) else start
        elif any(_is_sentence(line) for line in lines):
            break
    end = len(bodies)
    while end - 1 > start and _ends_run(scan, bodies[end - 1], language):
        end -= 1
    return bodies[start:end]


def _ends_run(scan: Scan, place: int, language: str | None) -> bool:
    """Whether the last of some elements is named for what is said of a post and says that, or is a button."""
    if scan.sizes[place] > _LONGEST_FOOT or scan.hints[place] & (Hint.BODY | Hint.TEXT):
        return False
    lines = lines_about(scan, range(place, scan.last[place] + 1), language)
    if not lines:
        return False
    is_named = _is_named(scan, place) and _is_about(scan, place, lines, language)
    return is_named or all(is_of_site(line.sights) for line in lines)


def outside(scan: Scan, first: int, last: int, holes: Container[int]) -> Iterator[int]:
    """The places from one to another that are in none of the holes that begin among them."""
    place = first
    while place <= last:
        if place in holes:
            place = scan.last[place] + 1
        else:
            yield place
            place += 1


def _is_added(scan: Scan, place: int) -> bool:
    """Whether a program put a block at the end of a text: under which licence it is, another post as a link to keep."""
    if scan.sizes[place] > _LONGEST:
        return False
    relations = {(scan.elements[link].get("rel") or "").lower() for link in scan.tagged_in(place, "a")}
    return "license" in relations or (scan.tags[place] == "li" and relations == {"bookmark"})


def _is_filled(scan: Scan, place: int, holes: Sequence[int]) -> bool:
    """Whether an element is in one of the holes, or these are all that it has."""
    if scan.is_in_outermost(place, holes):
        return True
    first = bisect_left(holes, place)
    if first == len(holes) or holes[first] > scan.last[place]:
        return False
    inner = takewhile(lambda hole: hole <= scan.last[place], islice(holes, first, None))
    return sum(map(scan.sizes.__getitem__, inner)) == scan.sizes[place]


def _headings_left(scan: Scan, body: int, blocks: Sequence[int]) -> list[int]:
    """The headings that a text ends with because what stands under them is none of it: comments, other posts."""
    left: list[int] = []
    end = scan.after[body]
    for place in reversed(blocks):
        if place == _OWN_WORDS or scan.tags[place] not in HEADINGS or scan.after[place] == end:
            break
        left.append(place)
        end = scan.before[place]
    return left


def _related_left(scan: Scan, blocks: Sequence[int], language: str | None) -> list[int]:
    """A line at the end of a text that says that other posts follow, and the links to these: all of the rest."""
    for index in range(len(blocks) - 1, 0, -1):
        place = blocks[index]
        if place == _OWN_WORDS or scan.sizes[place] > _LONGEST:
            break
        if scan.linked(place) < scan.sizes[place]:
            is_over = index < len(blocks) - 1 and "related" in sights_of(scan.text(place), language)
            return list(blocks[index:]) if is_over else []
    return []


def _outermost_blocks(scan: Scan, body: int) -> Iterator[int]:
    """The elements in a body that have text and stand beside no text of its own, which `_OWN_WORDS` stands for."""
    waiting = [body]
    while waiting:
        place = waiting.pop()
        if place == _OWN_WORDS or (
            place != body
            and (
                not scan.has_blocks(place)
                # A day may be in pieces, each a block.
                or (scan.hints[place] & Hint.DATE and scan.sizes[place] <= _LONGEST_DAY)
                or _is_list_about(scan, place)
                # Themes put the whole text into one more box.
                or _LONGEST < scan.sizes[place] < _MOST_OF_IT * scan.sizes[body]
            )
        ):
            yield place
            continue
        children = [child for child in scan.children(place) if scan.sizes[child]]
        if sum(map(scan.sizes.__getitem__, children)) < scan.sizes[place]:
            if place != body and scan.sizes[place] * 2 < scan.sizes[body]:
                yield place
                continue
            children = _around_words(scan, place, children)
        waiting.extend(reversed(children))


def _is_list_about(scan: Scan, place: int) -> bool:
    """Whether an element is named for what is said of a post, and no more than a list of it."""
    if not scan.hints[place] & Hint.META or scan.sizes[place] > _LONGEST:
        return False
    return all(scan.tags[child] in _LISTS for child in scan.children(place))


def _around_words(scan: Scan, body: int, children: list[int]) -> list[int]:
    """Of the elements in a text with words of its own those before and behind all of these, on lines of their own."""
    over: list[int] = []
    for child in children:
        following = scan.elements[child].getnext()
        is_apart = scan.tags[child] in BREAKS or (following is not None and following.tag == "br")
        if scan.before[child] != (scan.after[over[-1]] if over else scan.before[body]) or not is_apart:
            break
        over.append(child)
    behind: list[int] = []
    for child in reversed(children):
        before = scan.elements[child].getprevious()
        is_apart = scan.tags[child] in BREAKS or (before is not None and before.tag == "br")
        if scan.after[child] != (scan.before[behind[-1]] if behind else scan.after[body]) or not is_apart:
            break
        behind.append(child)
    return [*over, _OWN_WORDS, *reversed(behind)]


def _is_about(scan: Scan, place: int, lines: Sequence[AboutLine], language: str | None) -> bool:
    if scan.sizes[place] > _LONGEST or (scan.hints[place] & Hint.SURE_TEXT):
        return False
    if len(lines) > 1 and _is_sentence(lines[0]):
        return False  # a paragraph that goes on with who and when
    if _is_named(scan, place) or any(
        element.get("rel") in ("tag", "category tag", "category", "author")
        for element in scan.elements[place].iterdescendants("a")
    ):
        return any(
            says_of_post(line) or len(line.text) < 200 or _is_dated_meta(scan, place, line) for line in lines
        )
    return all(_is_sure(line.sights) and not _is_remark(line.text) for line in lines) or (
        len(lines) == 1
        and len(lines[0].text) <= _LONGEST_FOOT
        and (_leads_to_comments(scan, place) or _is_signed(scan, place, language))
    )


def _is_sentence(line: AboutLine) -> bool:
    """Whether a line is a sentence that says nothing known of a post."""
    return (
        line.sights.is_blind
        and line.text.endswith((".", "!", "?", "…"))
        and line.text.count(" ") >= _WORDS_APART
    )


def _is_signed(scan: Scan, place: int, language: str | None) -> bool:
    """Whether a line with a date and a year says who wrote, by a word that leads to the name."""
    if sum(map(str.isdigit, scan.text(place, _LONGEST_FOOT))) < _FIGURES_OF_DATE:
        return False
    signed = signature_in(scan.texts(place), language)
    return signed is not None and signed.is_worded and not signed.published.startswith("--")


def _leads_to_comments(scan: Scan, place: int) -> bool:
    """Whether a line has a link that counts the comments, or that leads to the post itself and says so."""
    texts = [scan.text(inner) for inner in range(place, scan.last[place] + 1) if scan.tags[inner] == "a"]
    return any(
        "heading" in (sights := sights_of(text)) or "none" in sights or is_beside_names(text)
        for text in texts
        if any(map(str.isalpha, text))
    )


def _is_dated_meta(scan: Scan, place: int, line: AboutLine) -> bool:
    """Whether a line named for what is said of a post has a date, in whatever language."""
    return bool(scan.hints[place] & Hint.META) and text_date(line.text, None) is not None


def _is_named(scan: Scan, place: int) -> bool:
    """Whether an element, or one of the first in it, is named for what is said of a post; a label in a text is not."""
    is_line = scan.tags[place] not in HEADINGS
    return any(
        scan.hints[inner] & _NAMED
        and (
            scan.hints[inner] & _SAID
            or (is_line and scan.sizes[inner] == scan.sizes[place])
            or scan.tagged_in(inner, "a")
        )
        for inner in range(place, min(place + 3, scan.last[place] + 1))
    )


def _is_sure(sights: Sights) -> bool:
    byline = sights.get("byline")
    return sights.date is not None or (byline is not None and byline.fixed >= _SURE_CUE)


def _is_remark(text: str) -> bool:
    """Whether a line with a date is a remark that somebody put into the text: « (Mis à jour le 12 avril) »."""
    before = text[1 : next((at for at, sign in enumerate(text) if sign.isdigit()), None)]
    return text.startswith("(") and sum(map(str.isalpha, before)) >= _SHORTEST_REMARK
