"""Headings over comments with their number behind: a theme writes « Avis ( 4 ) » where another one has « 4 avis »."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NUMBERED = re.compile(r"\{count\} ([^\W\d_]{3,}(?: [^\W\d_]+)*)")
_BEHIND = ("{} : {{count}}", "{} ({{count}})", "{} ( {{count}} )")
# How many of these somebody has written is what forums say under a name.
_OF_MEMBERS = frozenset(
    ("message", "messages", "post", "posts", "mensajes", "mensagens", "messaggi", "beiträge", "berichten")
)


def counted_behind(headings: Iterable[str]) -> list[str]:
    """The cues that begin with how many there are, with the number behind: « Messages de forum : {count} »."""
    names = [match[1] for heading in headings if (match := _NUMBERED.fullmatch(heading)) is not None]
    return [form.format(name) for name in names if name.casefold() not in _OF_MEMBERS for form in _BEHIND]
