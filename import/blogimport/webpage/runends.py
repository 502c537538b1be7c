"""What ends a run of siblings: a heading, a form, or a way to another page of the site; which run is a post."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from blogimport.markup import Element
from blogimport.textpage import sights_of
from blogimport.webpage.addresses import ADDRESS
from blogimport.webpage.families import look_of
from blogimport.webpage.hints import Hint, hints_of
from blogimport.webpage.scan import HEADINGS

_ENDS = frozenset(("h1", "h2", "h3", "h4", "form", "fieldset", "script", "noscript"))
_AROUND_LINKS = " \t\n\xa0[(|»›>-•·"
_ELSEWHERE = ("http:", "https:", "mailto:", "//")
WORDLESS = frozenset(("script", "style", "br", "hr", "a", "link", "noscript"))
"""What says nothing by itself."""
_LONGEST_HEADING = 250
# « Comments » over the link to their feed.
_LONGEST_LINE = 60


def leads_away(child: Element) -> bool:
    """Whether an element begins with a link to a page of the same site: « Retour à l'accueil », « Add a comment »."""
    if child.tag != "a" and ((child.text or "").strip(_AROUND_LINKS) or child.tag in WORDLESS):
        return False
    link = child if child.tag == "a" else next(child.iterchildren(), None)
    while link is not None and link.tag != "a" and not (link.text or "").strip(_AROUND_LINKS):
        link = next(link.iterchildren(), None)
    address = "" if link is None or link.tag != "a" else (link.get("href") or "")
    return bool(address) and not address.startswith(_ELSEWHERE) and bool(words_of(link))


def ends_comments(child: Element, between: Collection[str] = ()) -> bool:
    """Whether comments end before an element, which has none of the looks of what stands between their bylines."""
    if child.tag in _ENDS and look_of(child) not in between and not ADDRESS.fullmatch(child.get("id") or ""):
        return True
    return bool(hints_of(child) & Hint.FORM)


def is_one_alone(child: Element) -> bool:
    """Whether there is a comment in an element, or it is an item of their list that is a link from elsewhere."""
    if child.tag == "li" and hints_of(child) & Hint.PING:
        return True
    return any(ADDRESS.fullmatch(inner.get("id") or "") for inner in child.iterdescendants())


def is_of_post(run: Sequence[Element]) -> bool:
    """Whether a run begins with a number alone, as posts have, over what is named for one, and for no comment."""
    named = hints_of(run[1]) & (Hint.POST | Hint.COMMENT | Hint.AREA) if len(run) > 1 else 0
    return named == Hint.POST and not ADDRESS.fullmatch(run[0].get("id") or run[0].get("name") or "")


def is_heading(child: Element) -> bool:
    """Whether an element is a heading, by its tag or by its words, or begins with one and says little more."""
    if child.tag in HEADINGS:
        return True
    if child.tag not in ("p", "div", "dt", "strong", "span", "tr"):
        return False
    words = words_of(child)
    if "heading" in sights_of(words[:_LONGEST_HEADING]):
        return True
    first = next(child.iterchildren(), None)
    return (
        len(words) <= _LONGEST_LINE
        and first is not None
        and first.tag in HEADINGS
        and "heading" in sights_of(words_of(first))
    )


def words_of(child: Element) -> str:
    """What an element says, on one line."""
    return " ".join("".join(child.itertext()).split())
