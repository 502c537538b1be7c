"""Who says something and when, as programs word it over a comment, made of the words of a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_FORMS = (
    "{author} ON {date} SAYS",
    "{author}, ON {date} SAYS",
    "{author}, ON {date}, SAYS",
    "{author} {date} SAYS",
    "{author} ({date}) SAYS",
    "{author} SAYS ON {date}",
    "{author} SAYS {date}",
    "ON {date} {author} SAYS",
    "ON {date}, {author} SAYS",
    "ON {date} SAYS {author}",
    "{date} {author} SAYS",
    "{date}, {author} SAYS",
)
"""The orders that programs put them in."""


def spoken_forms(says: Iterable[str], on: Iterable[str]) -> Iterator[str]:
    """The cues that a language's words for saying, and those before a date, make: « {author} le {date} a dit »."""
    before = tuple(on)
    for verb in says:
        for form in _FORMS:
            for word in before if "ON" in form else ("",):
                yield form.replace("ON", word).replace("SAYS", verb)
