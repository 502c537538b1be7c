"""Lines in the box of a text that are the site's: buttons, headings over what follows, addresses to use."""

from __future__ import annotations

from collections.abc import Sequence

from blogimport.textpage import CueKind, Sights, sights_of
from blogimport.webpage.scan import Scan

_LONGEST = 420
_FURNITURE: tuple[CueKind, ...] = ("furniture", "related", "form", "closed", "heading", "none")


def are_buttons(scan: Scan, place: int, language: str | None) -> bool:
    """Whether an element is links only, each of which is known to be a button: « Print This Post », « E-mail »."""
    if not 0 < scan.sizes[place] == scan.linked(place) or scan.sizes[place] > _LONGEST:
        return False
    seen = [sights_of(" ".join(text.split()), language) for text in scan.texts(place)]
    return all(is_of_site(one) or _states_nothing(one) for one in seen)


def _states_nothing(sights: Sights) -> bool:
    """Whether a text is a button that stands among what is said of a post."""
    byline = sights.get("byline")
    if byline is None:
        return False
    captured = byline.captured
    return not (captured.author or captured.date or captured.categories or captured.tags)


def are_of_site(lines: Sequence[Sights]) -> bool:
    """Whether lines are the site's; the address that one announces may stand under it."""
    return is_of_site(lines[0]) and all(line.address or is_of_site(line) for line in lines[1:])


def is_of_site(sights: Sights) -> bool:
    """Whether a line is the site's: a button, a heading over comments or other posts, a form."""
    return any(kind in sights for kind in _FURNITURE)
