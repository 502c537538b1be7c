"""The head of a post file, in all the ways in which programs write one, and where its text begins."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from blogimport.postfile.bodies import MARKDOWN_NAMES
from blogimport.postfile.values import NoValues, Value, of_json, of_lines, of_toml, of_yaml

_YAML = re.compile(r"\s*---[ \t]*\n(?P<head>.*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\s*\+\+\+[ \t]*\n(?P<head>.*?)(?:^|\n)\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_JSON = re.compile(r"\s*(?P<head>\{\s*\n?\s*\"\w.*?\n\})[ \t]*(?:\n|\Z)", re.DOTALL)
# Nikola: `.. title: Mon billet`, within a comment where the text is HTML or Markdown.
_NIKOLA = re.compile(
    r"\s*(?:<!--[ \t]*\n)?(?P<head>(?:\.\.[ \t]*[\w-]+:[^\n]*\n)+)(?:[ \t]*-->[ \t]*(?:\n|\Z))?"
)
_DOTS = re.compile(r"^\.\.[ \t]*", re.MULTILINE)
# Pelican, MultiMarkdown: `Title: Mon billet` and the like, up to a blank line.
_PLAIN = re.compile(
    r"\s*(?P<head>(?=(?:[^\n]*\n){0,20}?(?:Title|Date|Slug)[ \t]*:)"
    r"[A-Za-z][\w-]*[ \t]*:[^\n]*(?:\n(?:[A-Za-z][\w-]*[ \t]*:[^\n]*|[ \t]+\S[^\n]*))*)"
    r"(?:\n[ \t]*(?=\n|\Z)|\n?\Z)",
    re.IGNORECASE,
)
# reStructuredText: an underlined title, then fields.
_FIELDS = re.compile(
    r"\s*(?:(?P<over>[=\-`:.'\"~^_*+#])(?P=over){2,}[ \t]*\n[ \t]*)?(?P<title>\S[^\n]*)\n"
    r"(?P<under>[=\-`:.'\"~^_*+#])(?P=under){2,}[ \t]*(?:\n|\Z)(?:[ \t]*\n)*"
    r"(?P<head>(?::[\w -]{1,30}:[^\n]*(?:\n|\Z)(?:[ \t]+\S[^\n]*(?:\n|\Z))*)*)"
)
_FIELD = re.compile(r"^:(?P<key>[\w -]{1,30}):[ \t]*(?P<value>[^\n]*(?:\n[ \t]+\S[^\n]*)*)", re.MULTILINE)
_REST = (".rst", ".rest")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands before a text: `values` by their names in small letters, and the offset at which the text begins.

    `is_broken` says that the head was in no language and read line by line.
    """

    kind: str
    values: dict[str, Value] = field(default_factory=dict)
    end: int = 0
    is_broken: bool = False


def head_of(text: str, name: str) -> Head | None:
    """The head of a file by its text, of which lines end with a line feed, and its name; None where it has none."""
    name = name.lower()
    for kind, pattern, read in _LANGUAGES:
        found = pattern.match(text)
        if found is not None and (kind != "json" or name.endswith(MARKDOWN_NAMES)):
            return _understood(kind, found, read)
    found = _NIKOLA.match(text)
    if found is not None and "title:" in found["head"].lower():
        return Head("nikola", _lower(of_lines(_DOTS.sub("", found["head"]))), found.end())
    if name.endswith(_REST):
        found = _FIELDS.match(text)
        if found is not None:
            fields = {m["key"]: " ".join(m["value"].split()) for m in _FIELD.finditer(found["head"])}
            return Head("rest", _lower({"title": found["title"].strip(), **fields}), found.end())
    if name.endswith(MARKDOWN_NAMES):
        found = _PLAIN.match(text)
        if found is not None:
            return Head("plain", _lower(_continued(found["head"])), found.end())
    return None


def _understood(kind: str, found: re.Match[str], read: Callable[[str], Value]) -> Head | None:
    try:
        values = read(found["head"])
    except NoValues:
        values = of_lines(found["head"])
        return Head(kind, _lower(values), found.end(), is_broken=True) if values else None
    if values is None:
        return Head(kind, {}, found.end())
    return Head(kind, _lower(values), found.end()) if isinstance(values, dict) else None


def _continued(head: str) -> dict[str, Value]:
    """Lines with a name, and those that go on with what stands before them."""
    return dict(of_lines(re.sub(r"\n[ \t]+", " ", head)))


def _lower(values: dict[str, Value]) -> dict[str, Value]:
    found: dict[str, Value] = {}
    for key, value in values.items():
        found.setdefault(key.strip().lower(), value)
    return found


_LANGUAGES: tuple[tuple[str, re.Pattern[str], Callable[[str], Value]], ...] = (
    ("yaml", _YAML, of_yaml),
    ("toml", _TOML, of_toml),
    ("json", _JSON, of_json),
)
