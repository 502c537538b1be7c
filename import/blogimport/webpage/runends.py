"""What ends a run of siblings: a heading, a form, or a way to another page of the site; which run is a post."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import chain

from blogimport.markup import Element
from blogimport.textpage import sights_of
from blogimport.webpage.addresses import ADDRESS
from blogimport.webpage.hints import Hint, hints_of
from blogimport.webpage.looks import look_of
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


def shorten_last(runs: list[list[Element]]) -> None:
    """Ends the last run, behind which nothing begins, where something is named as nothing in the others is."""
    known = {look_of(child) for run in runs[:-1] for child in run}
    last = runs[-1]
    if known and not any(map(leads_away, chain.from_iterable(run[1:] for run in runs[:-1]))):
        ways = (index for index, child in enumerate(last[1:], 1) if leads_away(child))
        del last[next(ways, len(last)) :]
    if known and all(len(run) == 1 for run in runs[:-1]):
        del last[1:]
    for index, child in enumerate(last[1:], 1) if known else ():
        look = look_of(child)
        if look not in known and not look.endswith(".") and child.tag != "dd":
            del last[index:]
            return
    while len(last) > 1 and _is_of_site(last):
        del last[-1]


def _is_of_site(run: Sequence[Element]) -> bool:
    """Whether a run ends with what a theme says under its comments, in an element that looks like no other in it."""
    looks = {look_of(child) for child in run[:-1] if child.tag not in WORDLESS}
    words = words_of(run[-1])
    is_line = 0 < len(words) <= _LONGEST_HEADING
    return is_line and look_of(run[-1]) not in looks and "furniture" in sights_of(words)


def is_one_alone(child: Element) -> bool:
    """Whether there is a comment in an element, or it is an item of their list that is a link from elsewhere."""
    if child.tag == "li" and hints_of(child) & Hint.PING:
        return True
    return any(ADDRESS.fullmatch(inner.get("id") or "") for inner in child.iterdescendants())


def is_of_post(run: Sequence[Element]) -> bool:
    """Whether a run begins with a number alone, as posts have, over what is named for one, and for no comment."""
    named = hints_of(run[1]) & (Hint.POST | Hint.COMMENT | Hint.AREA) if len(run) > 1 else 0
    return named == Hint.POST and not ADDRESS.fullmatch(run[0].get("id") or run[0].get("name") or "")


def head_posts(children: Sequence[Element], bylines: Sequence[int]) -> bool:
    """Whether lines that say who and when are headings, each with a link to a page that the post under it is kept by.

    « Title · 19 July 2005 by Zoé » is no comment's: its link says so, or others under it lead to places in that page.
    """
    for byline, following in zip(bylines, [*bylines[1:], len(children)], strict=True):
        head = children[byline]
        link = next(head.iter("a"), None) if head.tag in HEADINGS else None
        page = "" if link is None else (link.get("href") or "").partition("#")[0]
        if link is None or not page:
            return False
        led = (
            inner.get("href") or "" for child in children[byline + 1 : following] for inner in child.iter("a")
        )
        if "bookmark" not in (link.get("rel") or "").split() and not any(
            address.startswith(f"{page}#") for address in led
        ):
            return False
    return True


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
