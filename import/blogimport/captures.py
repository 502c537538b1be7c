"""Dates that a page counts back (« il y a 3 ans »), from the day on which it was captured.

Knows no format; without a capture such a date stays unknown, and is never counted from today.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from reader.archive import NewPost
from reader.models import Comment
from reader.remembering import remembered

_COUNTED = re.compile(
    r"(?:^|\b)(?:(?P<number>\d{1,3})|(?P<one>une?|an?|one|ein(?:e[mnr]?)?|una?|um|uma|een))\s+"
    r"(?P<unit>[^\W\d_]{2,9})",
    re.IGNORECASE,
)
_AGO = re.compile(r"\b(?:il y a|ago|vor|hace|fa|há|geleden|passati)\b", re.IGNORECASE)
# How the units of seven languages begin, with the days of one.
_UNITS: tuple[tuple[str, str], ...] = (
    ("year", r"ans?$|année|years?|jahr|años?|ann[oi]|anos?$|jaar|jaren"),
    ("month", r"mois|months?|monat|mes(?:es)?$|mes[ei]$|mês|maand"),
    ("week", r"semaines?|weeks?|woche|semanas?|settiman|weken"),
    ("day", r"jours?|days?|tage?n?$|d[ií]as?$|giorn|dias?$|dag"),
    ("hour", r"heures?|hours?|hrs?$|stunde|horas?|or[ae]$|uur|uren"),
    ("minute", r"min|secon|sekund|segund"),
)
# « hier à 18h33 »: without the time these words stand in texts.
_DAYS_BEFORE: tuple[tuple[str, int], ...] = (
    (r"aujourd['’]hui|today|heute|hoy|oggi|hoje|vandaag|i ?dag|dzisiaj|dziś|сегодня", 0),
    (r"avant-hier|vorgestern|anteayer|l['’]altro ieri|anteontem|eergisteren", 2),
    (r"hier|yesterday|gestern|ayer|ieri|ontem|gisteren|i ?går|wczoraj|вчера", 1),
)
_NEAR = re.compile(
    rf"\b(?P<day>{'|'.join(words for words, _ in _DAYS_BEFORE)})\b[\s,]*"
    r"(?:(?:à|at|um|a las|alle(?: ore)?|às|om|kl\.?|o|в|@)\s+)?"
    r"(?P<hour>\d{1,2})\s?[:h.]\s?(?P<minute>\d\d)(?!\d)(?:\s?(?P<half>[ap])\.?m\b)?",
    re.IGNORECASE,
)
_LONGEST_SAID = 40
_REASON = "counted back from the capture: « {} »"
# What text pages give as the reason of a date that they could not tell.
_UNTOLD = re.compile(r"the page says “(?P<said>.+)”, and not from which day that counts", re.DOTALL)


class Counted(NamedTuple):
    """A date, as exact as what was counted, and the reason that goes with the guess."""

    iso: str
    reason: str


def counted_back(text: str, captured: str | None) -> Counted | None:
    """The date that a text counts back from a capture (ISO 8601); None where it counts nothing, or none is known."""
    if captured is None or len(captured) < 10:
        return None
    near = _NEAR.search(text)
    match = _COUNTED.search(text) if near is None and _AGO.search(text) is not None else near
    if match is None:
        return None
    try:
        day = date.fromisoformat(captured[:10])
    except ValueError:
        return None
    if near is not None:
        return Counted(_near(day, near), _REASON.format(text.strip()[:_LONGEST_SAID]))
    unit = next((name for name, words in _UNITS if re.match(words, match["unit"].lower())), None)
    iso = _before(day, int(match["number"] or 1), unit) if unit is not None else None
    return None if iso is None else Counted(iso, _REASON.format(text.strip()[:_LONGEST_SAID]))


# Asked of each short line, most of which recur on all pages of a blog.
@remembered(4096)
def untold(text: str) -> str | None:
    """The reason why a text that counts a date back gives none, as no capture is known; None where it counts none."""
    said = " ".join(text.split())
    ago = match = _NEAR.search(said)
    if match is None:
        ago = _AGO.search(said)
        match = _COUNTED.search(said) if ago is not None else None
        if match is not None and not any(re.match(words, match["unit"].lower()) for _, words in _UNITS):
            return None
    if ago is None or match is None:
        return None
    # The end of a long line that counts behind a name.
    end = max(_LONGEST_SAID, ago.end(), match.end())
    start = end - _LONGEST_SAID
    said = said[said.find(" ", start - 1) + 1 if start else 0 : end]
    return f"the page says “{said}”, and not from which day that counts"


def without_counted(text: str) -> str | None:
    """A text without the words that count a date back; None where it counts none."""
    if untold(text) is None:
        return None
    near = _NEAR.search(text)
    if near is not None:
        return f"{text[: near.start()]} {text[near.end() :]}"
    counted = _COUNTED.search(text)
    return None if counted is None else _AGO.sub("", f"{text[: counted.start()]} {text[counted.end() :]}")


def with_counted_dates(post: NewPost, captured: str | None) -> NewPost:
    """A post whose comments have the dates that their page only counted back, where it is known from which day."""
    if captured is None:
        return post
    comments = tuple(_with_counted_date(comment, captured) for comment in post.comments)
    return post if comments == post.comments else replace(post, comments=comments)


def _with_counted_date(comment: Comment, captured: str) -> Comment:
    untaken = _UNTOLD.fullmatch(comment.guesses.get("published", "")) if comment.published is None else None
    counted = counted_back(untaken["said"], captured) if untaken is not None else None
    if counted is None:
        return comment
    guesses = {**comment.guesses, "published": counted.reason}
    return replace(comment, published=counted.iso, guesses=guesses)


def _near(day: date, match: re.Match[str]) -> str:
    """The moment that a word for a day near the capture and a time say."""
    word = match["day"].lower()
    back = next(days for words, days in _DAYS_BEFORE if re.fullmatch(words, word))
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + 12 * (match["half"] in "pP")
    shown = (day - timedelta(days=back)).isoformat()
    return f"{shown}T{hour:02d}:{match['minute']}" if hour < 24 and int(match["minute"]) < 60 else shown


def _before(day: date, number: int, unit: str) -> str | None:
    if unit == "year":
        return str(day.year - number) if number < 40 else None
    if unit == "month":
        months = day.year * 12 + day.month - 1 - number
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    days = {"week": 7 * number, "day": number, "hour": number // 24, "minute": 0}[unit]
    return (day - timedelta(days=days)).isoformat()
