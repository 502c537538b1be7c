"""Locales as programs write them: « fr-FR », « en_US », « de ». Knows no format."""

from __future__ import annotations

import re

_LANGUAGE = re.compile(r"[a-z]{2}(?=[-_]|$)")


def language_of_locale(locale: str) -> str | None:
    """The language that a locale begins with, in two letters; None for whatever is no locale of such a language."""
    language = _LANGUAGE.match(locale.lower())
    return language[0] if language else None
