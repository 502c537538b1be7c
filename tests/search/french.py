"""The table of French cases: what is typed, a text that must be found, a text that must not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_FILE = Path(__file__).with_name("data") / "french.txt"
_BY = re.compile(r"\(par ([^)]+)\) ")


@dataclass(frozen=True, slots=True)
class Text:
    """A text with its author, where it tells one at its beginning: `(par Zoé) …`."""

    body: str
    author: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """One line of the table."""

    group: str
    typed: str
    found: Text
    not_found: Text


def cases() -> list[Case]:
    """Every line of the table, in order."""
    known = []
    group = ""
    for line in _FILE.read_text("utf-8").splitlines()[1:]:
        if line.startswith("# "):
            group = line[2:]
        elif line.strip():
            typed, found, other = (part.strip() for part in line.split("|"))
            known.append(Case(group, typed, _text(found), _text(other)))
    return known


def _text(written: str) -> Text:
    by = _BY.match(written)
    return Text(written[by.end() :], by[1]) if by else Text(written, None)
