"""Who published a post and when, as programs word it, made of the words of a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from blogimport.textpage.cues.cue import CueKind

# What names its writer and the day may stand with a comment as well.
_FORMS: Mapping[str, tuple[CueKind, ...]] = {
    "PUBLISHED ON {date}": ("byline",),
    "PUBLISHED {date}": ("byline",),
    "PUBLISHED: {date}": ("byline",),
    "PUBLISHED BY {author}": ("byline",),
    "PUBLISHED ON {date} BY {author}": ("byline", "head"),
    "PUBLISHED BY {author} ON {date}": ("byline", "head"),
    "PUBLISHED BY {author}, ON {date}": ("byline", "head"),
    "PUBLISHED {date} BY {author}": ("byline", "head"),
}
"""The orders that programs put them in, and what lines in them may be."""


def published_forms(
    published: Iterable[str], by: Iterable[str], on: Iterable[str]
) -> Iterator[tuple[CueKind, str]]:
    """The cues that a language's words for publishing make, with those before a name and a date.

    « Mis en ligne le {date} par {author} »
    """
    before = {"BY": tuple(by), "ON": tuple(on)}
    for verb in published:
        for form, kinds in _FORMS.items():
            for text in _filled(form.replace("PUBLISHED", verb), before):
                for kind in kinds:
                    yield kind, text


def _filled(form: str, before: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """A form with each of the words that may stand in the places for such."""
    place = next((name for name in before if f" {name} " in form), None)
    if place is None:
        yield form
        return
    for word in before[place]:
        yield from _filled(form.replace(f" {place} ", f" {word} ", 1), before)
