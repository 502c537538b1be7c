"""What platforms write into feeds in many languages: titles of feeds and comments, what stands under a post."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

Kind = Literal["comments_of_post", "comments_of_blog", "comments_of_blog_and_post", "comment", "last"]

_SLOT = re.compile(r"\\\{(title|blog|author)\\\}")


def told_by(kind: Kind, text: str) -> dict[str, str] | None:
    """What a text tells that a platform writes so: the title, the blog, the author in it; None where none does."""
    text = " ".join(text.split())
    for pattern in _patterns()[kind]:
        found = pattern.fullmatch(text)
        if found is not None:
            return {name: value.strip() for name, value in found.groupdict().items()}
    return None


def cut_in(text: str) -> int | None:
    """Where a text breaks off that goes on elsewhere, behind the last of its own signs; None for a whole one.

    Points alone are no such sign: people end their sentences so.
    """
    found = _end().search(text)
    return None if found is None else found.start("rest")


def trails_off(text: str) -> bool:
    """Whether a text ends with three points."""
    return text.rstrip("])").endswith(("…", "..."))


@cache
def _data() -> dict[str, list[str]]:
    data: dict[str, list[str]] = tomllib.loads(
        files("blogimport.feed").joinpath("phrases.toml").read_text("utf-8")
    )
    return data


@cache
def _patterns() -> dict[str, list[re.Pattern[str]]]:
    return {
        kind: [re.compile(_pattern(template), re.IGNORECASE) for template in templates]
        for kind, templates in _data().items()
        if kind != "more"
    }


def _pattern(template: str) -> str:
    """A template as a pattern, for all spellings of its apostrophes and dashes."""
    pattern = _SLOT.sub(r"(?P<\1>.+)", re.escape(template))
    return pattern.replace("'", "’").replace("’", "[’']").replace("\\-", "[-–—]")


@cache
def _end() -> re.Pattern[str]:
    more = "|".join(re.escape(words) for words in _data()["more"])
    return re.compile(
        rf"(?:[\[(](?:…|\.\.\.)[\])]|(?:…|\.\.\.|\n)(?=\s*[\[(]?(?:{more})\b))"
        rf"(?P<rest>\s*(?:[\[(]?(?:{more})\b[^\n]{{0,300}})?[\s»→>]*)\Z",
        re.IGNORECASE,
    )
