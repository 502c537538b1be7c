"""Made-up pages with one post and its comments, each in a theme of its own.

A theme is drawn by chance: whether who wrote a comment stands over its text or under it, in one line or two, in which
words, with which dates, as items or not, with numbers, pictures and buttons or without, under a heading or under none.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_SYLLABLES = (
    "Ber",
    "Mar",
    "Lo",
    "Tin",
    "Gus",
    "Vel",
    "Nor",
    "Pim",
    "Ruf",
    "Zel",
    "Kor",
    "Dul",
    "Fen",
    "Hob",
    "Ost",
)
# A word that is no place for a value.
_WORD = re.compile(r"(?<![{\w])[^\W\d_]+(?![}\w])")


@dataclass(frozen=True, slots=True)
class _Language:
    """What pages say in a language, as the data file has it; `dates` and `times` are the forms of a moment."""

    months: list[str]
    dates: list[str]
    times: list[str]
    days: list[str]
    titles: list[str]
    texts: list[str]
    said: list[str]
    people: list[str]
    signed: list[str]
    saying: list[str]
    dated: list[str]
    headings: list[str]
    buttons: list[str]
    forms: list[str]
    fields: list[str]
    rows: list[str]
    site: list[str]
    menu: list[str]
    foot: list[str]
    boxes: dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class MadeUpComment:
    """A comment as a page shows it: its paragraphs, who wrote it, and when (ISO)."""

    text: str
    author: str
    published: str


@dataclass(frozen=True, slots=True)
class MadeUpTalk:
    """A page with a post and its comments: the title and the last paragraph of the post, and the comments in order."""

    text: str
    title: str
    last: str
    comments: list[MadeUpComment]


@cache
def _languages() -> Mapping[str, _Language]:
    with (Path(__file__).parent / "made_up_talks.toml").open("rb") as file:
        return {name: _Language(**said) for name, said in tomllib.load(file).items()}


class _Theme:
    """Where and how a page says who wrote a comment, and when; drawn once for all its comments."""

    def __init__(self, chance: random.Random, language: _Language) -> None:
        self.language = language
        self.has_blanks = chance.random() < 0.8
        self.mark = chance.choice(["", "", "", "  • ", "number"])
        self.stands = chance.choice(["over", "over", "over", "over and under", "under", "under"])
        self.is_one_line = chance.random() < 0.5
        self.day_first = chance.random() < 0.2
        self.signed, self.saying = chance.choice(language.signed), chance.choice(language.saying)
        if self.stands == "under":
            self.saying = "{who}"  # nobody writes « Zoé a dit : » under what she said
        self.dated = chance.choice(language.dated)
        self.date, self.time = chance.choice(language.dates), chance.choice(language.times)
        self.heading = chance.choice([*language.headings, ""])
        self.button = chance.choice(language.buttons)
        self.form = chance.choice([*language.forms, ""])
        self.has_fields = chance.random() < 0.5
        self.has_numbers = chance.random() < 0.15
        self.row = chance.choice(language.rows)
        self.is_newest_first = chance.random() < 0.1

    def make_strange(self, chance: random.Random) -> None:
        """Gives what stands beside names, days, and around the comments words that nobody has ever seen."""
        words: dict[str, str] = {}

        def strange(match: re.Match[str]) -> str:
            made = chance.choice(_SYLLABLES) + chance.choice(_SYLLABLES).lower()
            word = words.setdefault(match[0].casefold(), made)
            return word if match[0][0].isupper() else word.lower()

        for name in ("signed", "saying", "dated", "heading", "button", "form"):
            setattr(self, name, _WORD.sub(strange, getattr(self, name)))

    def moment(self, month: int, number: int, hour: int, minute: int) -> str:
        """A moment in the form of the theme."""
        language = self.language
        return (self.date + self.time).format(
            number=number,
            month=language.months[month - 1],
            of_year=month,
            year=2009,
            day=language.days[(number + month) % 7],
            hour=hour,
            minute=minute,
        )

    def signature(self, who: str, when: str) -> tuple[list[str], list[str]]:
        """The lines over the text of a comment, and those under it, that say who wrote it and when."""
        if self.is_one_line and self.stands != "over and under":
            lines = [self.signed.format(who=who, when=when)]
        else:
            lines = [self.saying.format(who=who), self.dated.format(when=when)]
            if self.day_first:
                lines.reverse()
        if self.stands == "over and under":
            return lines[:1], lines[1:]
        return (lines, []) if self.stands == "over" else ([], lines)


def talk(seed: int, *, is_strange: bool = False) -> MadeUpTalk:
    """A page with a post and its comments, by the number of its theme; in a strange one's words, if so."""
    chance = random.Random(seed)
    language = _languages()[chance.choice(["fr", "fr", "en"])]
    theme = _Theme(chance, language)
    if is_strange:
        theme.make_strange(random.Random(-seed))
    title = chance.choice(language.titles)
    texts = chance.sample(language.texts, chance.choice([1, 2, 3]))
    comments = _comments(chance, theme)
    page = _Page(theme.has_blanks)
    page.block(chance.choice(language.site))
    page.block(*(f"  • {item}" for item in chance.sample(language.menu, 4)))
    page.block(title)
    page.block(theme.row.format(when=theme.moment(5, 3, 9, 41), who="Jeanne"))
    for text in texts:
        page.block(text)
    if theme.heading:
        page.block(theme.heading.format(len(comments), title=title))
    for number, (comment, when) in enumerate(comments, 1):
        _write(page, theme, number, comment, when)
    if theme.form:
        page.block(theme.form)
        if theme.has_fields:
            page.block(*language.fields)
    for heading, items in chance.sample(list(language.boxes.items()), chance.choice([0, 2, 3])):
        page.block(heading)
        page.block(*(f"  • {item}" for item in items))
    page.block(chance.choice(language.foot))
    return MadeUpTalk("\n".join(page.lines), title, texts[-1], [comment for comment, _ in comments])


class _Page:
    """The lines of a page, with or without blank ones between its blocks."""

    def __init__(self, has_blanks: bool) -> None:
        self.lines: list[str] = []
        self._has_blanks = has_blanks

    def block(self, *lines: str) -> None:
        """Lines that stand right under each other."""
        self.lines.extend(lines)
        if self._has_blanks:
            self.lines.append("")


def _comments(chance: random.Random, theme: _Theme) -> list[tuple[MadeUpComment, str]]:
    """The comments on a post, each with its moment as the page writes it."""
    count = chance.choice([1, 2, 3, 3, 4, 5, 6, 8])
    said = iter(chance.sample(theme.language.said, len(theme.language.said)))
    people = chance.sample(theme.language.people, 5)
    found: list[tuple[MadeUpComment, str]] = []
    day = 3
    for _ in range(count):
        text = "\n\n".join(next(said) for _ in range(2 if chance.random() < 0.25 and count < 6 else 1))
        hour, minute = chance.randint(0, 23), chance.randint(0, 59)
        day += chance.choice([1, 1, 2, 4])
        moment = theme.moment(5 + day // 28, day % 28 + 1, hour, minute)
        iso = f"2009-{5 + day // 28:02}-{day % 28 + 1:02}T{hour:02}:{minute:02}"
        found.append((MadeUpComment(text, chance.choice(people), iso), moment))
    return found[::-1] if theme.is_newest_first else found


def _write(page: _Page, theme: _Theme, number: int, comment: MadeUpComment, when: str) -> None:
    """Writes one comment into a page, as its theme does."""
    over, under = theme.signature(comment.author, when)
    if theme.has_numbers:
        over = [f"{number}.", *over] if over else over
        under = under if over else [f"#{number}", *under]
    blocks = [
        over,
        *([text] for text in comment.text.split("\n\n")),
        under,
        [theme.button] if theme.button else [],
    ]
    mark = f"  {number}. " if theme.mark == "number" else theme.mark
    first = True
    for block in filter(None, blocks):
        lines = [f"{mark}{line}" if first and at == 0 else line for at, line in enumerate(block)]
        if mark:
            indent = " " * len(mark)
            lines = [line if first and at == 0 else f"{indent}{line}" for at, line in enumerate(lines)]
        page.block(*lines)
        first = False
