"""Where the prose of a page is, by its paragraphs, where no name tells."""

from __future__ import annotations

from blogimport.markup import Element
from blogimport.webpage.hints import Hint
from blogimport.webpage.looks import look_of
from blogimport.webpage.scan import Scan
from blogimport.webpage.taken import Taken

SHORTEST_BODY = 25
"""A text with less prose is told by its name alone."""
_PROSE = 80
_BLOCKS = frozenset(
    ("p", "div", "td", "blockquote", "pre", "section", "article", "center", "span", "li", "dd", "font")
)
# Some themes set the beginnings of posts in these.
_LOWER_HEADINGS = frozenset(("h4", "h5", "h6"))


def densest(scan: Scan, taken: Taken) -> int | None:
    """The element with most prose of its own, counted from its paragraphs."""
    scores = _prose_of_own(scan, taken, _BLOCKS) or _prose_of_own(scan, taken, _LOWER_HEADINGS)
    for place in scores:
        hint = scan.hints[place]
        if hint & (Hint.POST | Hint.BODY):
            scores[place] *= 1.4
    if not scores:
        return None
    best = max(scores, key=lambda place: (scores[place], -place))
    return best if taken.prose(best) >= SHORTEST_BODY else None


def _prose_of_own(scan: Scan, taken: Taken, tags: frozenset[str]) -> dict[int, float]:
    """How much prose the paragraphs of some tags give to the elements that hold them."""
    scores: dict[int, float] = {}
    for place in scan.with_tags(tags):
        if scan.sizes[place] < SHORTEST_BODY:
            continue
        element = scan.elements[place]
        own = len((element.text or "").strip()) + sum(len((child.tail or "").strip()) for child in element)
        if own < SHORTEST_BODY or taken.is_out(place):
            continue
        linked = scan.linked(place) / max(1, scan.sizes[place])
        worth = min(own, 2000) * (1 - linked)
        is_box = element.tag in ("div", "td", "section", "article", "center", "body")
        is_box = is_box and own > _PROSE and not _is_paragraph(scan, place)
        place_up = place if is_box else scan.parents[place]
        if place_up < 0:
            continue
        scores[place_up] = scores.get(place_up, 0) + worth
        up = scan.parents[place_up]
        if up >= 0:
            scores[up] = scores.get(up, 0) + worth * 0.4
    return scores


def _is_paragraph(scan: Scan, place: int) -> bool:
    """Whether a box is one of several paragraphs: without a name and a block in it, beside another without a name."""
    element = scan.elements[place]
    beside = (element.getprevious(), element.getnext())
    return (
        _is_plain(element)
        and not scan.has_blocks(place)
        and any(other is not None and _is_plain(other) for other in beside)
    )


def _is_plain(element: Element) -> bool:
    return element.tag == "div" and not element.get("class") and not element.get("id")


def beside(scan: Scan, best: int, taken: Taken) -> list[int]:
    """The densest element with those around it that look the same by name: a text in several boxes."""
    look, parent = look_of(scan.elements[best]), scan.parents[best]
    if look.endswith(".") or parent < 0:
        return [best]
    children = (child for child in scan.children(parent) if look_of(scan.elements[child]) == look)
    return [child for child in children if child == best or taken.prose(child) >= SHORTEST_BODY]
