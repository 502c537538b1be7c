"""The language of the screens: English as it stands in the code, or a catalogue that says the same in another one.

A catalogue is read when its language is first spoken, so that English costs nothing. Knows nothing of the
environment: who starts the screens says which languages are wanted.
"""

from __future__ import annotations

from collections.abc import Iterable
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from reader.sentences import Sentence

ENGLISH = "en"
LOCALES = Path(__file__).with_name("locales")
DOMAIN = "reader"

_ENGLISH = NullTranslations()


class _Spoken:
    """What the screens of this process speak."""

    language = ENGLISH
    catalogue = _ENGLISH


def spoken() -> str:
    """The language of the screens (ISO 639-1)."""
    return _Spoken.language


def speak(wanted: Iterable[str]) -> None:
    """Speak the first of some languages that there is a catalogue for; English where there is none."""
    for language in wanted:
        catalogue = _ENGLISH if language == ENGLISH else _catalogue(language)
        if catalogue is not None:
            break
    else:
        language, catalogue = ENGLISH, _ENGLISH
    _Spoken.language, _Spoken.catalogue = language, catalogue


def _catalogue(language: str) -> NullTranslations | None:
    path = LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    # A name that is more than letters could lead to another folder.
    if not language.isalpha() or not path.is_file():
        return None
    with path.open("rb") as file:
        return GNUTranslations(file)


def _(text: str) -> str:
    """A text of the screens in their language."""
    # What a catalogue says for nothing is its own head.
    return _Spoken.catalogue.gettext(text) if text else ""


def said(text: str) -> str:
    """What another room has to say to the user, in the language of the screens as far as it is a `Sentence`."""
    if isinstance(text, Sentence):
        return _(text.template).format(
            *(_(value) if value in _OF_THE_SYSTEM else said(value) for value in text.values)
        )
    return text


def ngettext(one: str, many: str, count: int) -> str:
    """The text for a count, in the language of the screens."""
    return _Spoken.catalogue.ngettext(one, many, count)


def later(text: str) -> str:
    """The text itself: it is known before the language is, and put into it where it is shown."""
    return text


# Reasons that a system and SQLite give, in the words that they have without a language.
_OF_THE_SYSTEM = frozenset(
    (
        later("Permission denied"),
        later("No such file or directory"),
        later("Read-only file system"),
        later("No space left on device"),
        later("Input/output error"),
        later("Not a directory"),
        later("Is a directory"),
        later("Too many open files"),
        later("unable to open database file"),
        later("disk I/O error"),
        later("attempt to write a readonly database"),
        later("database disk image is malformed"),
        later("database or disk is full"),
    )
)


def capitalized(text: str) -> str:
    """The text with a capital at its start, the rest as it is."""
    return text[:1].upper() + text[1:]
