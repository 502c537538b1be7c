"""Pages as a web archive replays them: their true address and day, and the toolbar that the archive shows over them.

Knows no format. What the Wayback Machine and the archives with the software of its kind (pywb, OpenWayback) put into
the address of a page is one pattern: when it was taken, then where.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

PRINTED = re.compile(r"The Wayback Machine - (?P<address>[^\s<]+)")
"""What the Wayback Machine has a browser print over each page."""
# « https://web.archive.org/web/20070226111602/http://… », « /web/20070226111602im_/http://… », « …/wayback/2009*/… »
_ADDRESS = re.compile(
    r"(?:(?:https?:)?//[\w.:-]+)?/(?:[\w.-]+/){0,3}(?P<when>\d{8}(?:\d{6})?)\d*(?:[a-z]{2}_)?/"
    r"(?P<address>(?:https?:)?//\S.*|mailto:.+)",
    re.IGNORECASE | re.DOTALL,
)
_USUAL_PORT = re.compile(r"^(http://[^/?#:@]+):80(?=[/?#]|$)")
# The toolbar is the first on the page, and its longest form (who took the page, and why) has so many lines.
_TOOLBAR_LINES = 60
# One line that counts captures may be anybody's.
_FEWEST_KNOWN = 3
_CAPTURES = re.compile(r"\d[\d,. ]* captures?")
_DAY = r"\d{1,2} [A-Z][a-z]{2} \d{2}(?:\d{2})?"
_OF_TOOLBAR = re.compile(
    rf"(?:{PRINTED.pattern}|{_CAPTURES.pattern}|{_DAY}(?: [-–] {_DAY})?|About this capture|COLLECTED BY|TIMESTAMPS|"
    r"loading|Wayback Machine|(?:Organization|Collection|Collected by): .{1,120}|success|fail|Go|Close|Help|"
    r"(?:[A-Z]{3}|[A-Z][a-z]{2})(?:\s+(?:[A-Z]{3}|[A-Z][a-z]{2})){1,2}|(?:19|20)\d\d(?:\s+(?:19|20)\d\d){1,2}|"
    r"Previous capture\s.*|this data is currently not publicly accessible\.)"
)


class Replayed(NamedTuple):
    """The address of a page when it was taken, and the time (ISO 8601, UTC; the day alone where it tells no more)."""

    address: str
    captured: str


def replayed(address: str | None) -> Replayed | None:
    """What an address within a web archive says; None for any other."""
    match = _ADDRESS.fullmatch(address) if address else None
    if match is None:
        return None
    when, found = match["when"], match["address"]
    day = f"{when[:4]}-{when[4:6]}-{when[6:8]}"
    captured = f"{day}T{when[8:10]}:{when[10:12]}:{when[12:14]}Z" if len(when) > len("20070226") else day
    address = f"http:{found}" if found.startswith("//") else found
    return Replayed(without_usual_port(address), captured)


def without_usual_port(address: str) -> str:
    """An address without « :80 », which crawlers write out, and nobody else."""
    return _USUAL_PORT.sub(r"\1", address) if ":80" in address else address


class Toolbar(NamedTuple):
    """How many of the first lines of a text a web archive's toolbar takes, and what it says of the page."""

    size: int
    page: Replayed | None


def toolbar_over(lines: Sequence[str]) -> Toolbar | None:
    """The toolbar that a text begins with; None where there is none.

    Its end is its last line of those that nobody else writes so; what stands between these belongs to it too.
    """
    above = "\n".join(lines[:_TOOLBAR_LINES])
    if "Wayback Machine" not in above and " capture" not in above:
        return None
    first = [line.strip() for line in lines[:_TOOLBAR_LINES]]
    for number, line in enumerate(first, 1):
        if match := PRINTED.fullmatch(line):
            return Toolbar(number, replayed(match["address"]))
    if not any(map(_CAPTURES.fullmatch, first)):
        return None
    known = [number for number, line in enumerate(first) if _OF_TOOLBAR.fullmatch(line)]
    return Toolbar(known[-1] + 1, None) if len(known) >= _FEWEST_KNOWN else None
