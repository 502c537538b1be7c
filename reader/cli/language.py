"""Which languages the user reads, as the environment says."""

from __future__ import annotations

import re
from collections.abc import Mapping

_END = re.compile(r"[_.@-]")


def wanted_languages(environment: Mapping[str, str]) -> list[str]:
    """The languages for the screen (ISO 639-1), the most wanted first; none where only the C locale is.

    As other programs have it: `LC_ALL` before `LC_MESSAGES` before `LANG`, and before them all the list in
    `LANGUAGE`, but not in the C locale.
    """
    names = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next((name for name in names if name), "")
    language = _language(locale)
    if not language:
        return []
    return [name for name in map(_language, environment.get("LANGUAGE", "").split(":")) if name] + [language]


def _language(locale: str) -> str:
    """`fr` of `fr_FR.UTF-8`; nothing for the C locale."""
    name = _END.split(locale, maxsplit=1)[0].lower()
    return "" if name in ("c", "posix") else name
