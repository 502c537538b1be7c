"""The name in a line that says who wrote something, without what themes put around it.

Knows no element and no page.
"""

from __future__ import annotations

import re
from functools import lru_cache

from blogimport.textpage import field_of, own_name, plausible_name, sights_of, without_remark
from blogimport.webpage.dates import text_date
from blogimport.webpage.own import LONGEST_LINE
from blogimport.webpage.saying import (
    BY,
    LATER,
    NUMBER,
    SAYS,
    TIME_AFTER,
    answering_in,
    ends_saying,
    is_lead,
)
from blogimport.webpage.signatures import is_beside_names
from reader.dates import with_time

LONGEST_NAME = 80
# Whoever writes comments writes some on many pages of a blog, and is asked for twice on each.
_KNOWN = 4096
EDGES = " \t\n:|,;·•–—-\xa0»«()[]#"
"""What themes put around a name."""
_AROUND = " #|·•\xa0"
# The site of somebody behind the name, as it is.
_SITE = re.compile(r"\s*[·|•–—-]?\s*\(?https?://\S+\s*$")
_BEHIND_NAME = re.compile(r"\s+@\s+\d|\s*[★☆]|\s*[(\[]\d")
_TIME = re.compile(r"\d{1,2}\s?[:h.]\s?\d\d(?:\s?[ap]\.?m\.?)?", re.IGNORECASE)


@lru_cache(maxsize=_KNOWN)
def name_in(text: str, language: str | None, *, is_sure: bool = False, is_apart: bool = False) -> str | None:
    """A name without what themes put around it; a sure one may be long and odd, one `is_apart` is all of a link."""
    text = NUMBER.sub("", " ".join(text.split()))
    text = without_remark((own_name(text) or text) if text.endswith("]") else text)
    bare = text
    if " " in text:  # what follows stands behind a name, and most are one word
        answering = answering_in(text)
        if answering is not None and answering.start():
            text = text[: answering.start()].rstrip()
        bare = LATER.sub("", text)
    bare = _without_edges(bare)
    if ends_saying(bare):
        bare = _without_edges(SAYS.sub("", bare))
    bare = without_words(bare, language, is_apart=is_apart)
    if _TIME.fullmatch(bare):
        return None
    if not bare:
        return text if is_sure and text else None
    if is_sure and len(bare) <= LONGEST_LINE:
        return own_name(bare)
    if len(bare) <= LONGEST_NAME and plausible_name(bare) and text_date(bare, language) is None:
        return own_name(bare)
    return told(text, language)[0]


def _without_edges(text: str) -> str:
    """A text without the signs around it; a bracket that closes what stands in brackets at its end is none of them."""
    bare = text.strip(EDGES)
    return f"{bare})" if bare.count("(") > bare.count(")") and f"{bare})" in text else bare


def without_words(name: str, language: str | None, *, is_apart: bool = False) -> str:
    """A name without the word that leads to it and what stands behind it: « Commentaire de Zoé [Visiteur] »."""
    bare = name if name.isalnum() else without_remark(TIME_AFTER.sub("", name))
    lead = BY.match(bare)
    if lead is not None and is_lead(lead[0], language, is_apart=is_apart):
        bare = bare[lead.end() :]
    elif ":" in bare:
        label, _, rest = bare.partition(":")
        bare = rest if rest.strip() and field_of(NUMBER.sub("", label)) == "author" else bare
    bare = bare.strip(" :,|\xa0")
    return bare or name


@lru_cache(maxsize=_KNOWN)
def told(text: str, language: str | None) -> tuple[str | None, str | None, bool]:
    """Author and date of a line that says who and when, and whether it says nothing else."""
    if text.startswith("#"):
        text = NUMBER.sub("", text)
    sights = sights_of(text.strip(_AROUND), language)
    if not (sights.by_kind or sights.date) and "http" in text:
        sights = sights_of(_SITE.sub("", text).strip(_AROUND), language)
    if sights.is_blind or not (sights.by_kind or sights.date):
        sights = sights_of(NUMBER.sub("", text).strip(_AROUND), language)
    seen = (sights.get("head"), sights.get("head_before"), sights.get("byline"))
    telling = [sight for sight in seen if sight and (sight.captured.author or sight.captured.date)]
    if telling:
        # « Posté le 3 mai » is more surely a word with a date than a person who is called Posté.
        captured = max(telling, key=lambda sight: sight.fixed).captured
        date = with_time(captured.date, captured.time) if captured.date is not None else None
        author = without_words(SAYS.sub("", captured.author or ""), language).rstrip(" \xa0—–|·•,;/@")
        return (None if is_beside_names(author) else author), date, True
    if sights.dated is not None and plausible_name(sights.dated[0]) and not is_beside_names(sights.dated[0]):
        return sights.dated[0], sights.dated[1], True
    return None, sights.date, sights.date is not None


def bare_name(author: str) -> str | None:
    """A name without the time, the stars and the votes behind it; None for a count of comments."""
    name = _BEHIND_NAME.split(author, maxsplit=1)[0].strip()
    return name if name and "heading" not in sights_of(name) else None
