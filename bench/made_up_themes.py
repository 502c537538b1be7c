"""Made-up pages with several posts, each in a theme of its own: a first page, a month, a category.

A theme is drawn by chance: what stands over a title, under it and under the text, in which words, with which signs
between, with or without blank lines, whole posts or excerpts with a link to the rest, one writer or several.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_Day = tuple[int, int, int]
# A made-up name in each paragraph, so that no two are alike.
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
_SIGNS = (" | ", " — ", " · ", ", ", "\n", "\n")
# A word of a row that is no place for a value.
_WORD = re.compile(r"(?<![{\w])[^\W\d_]+(?![}\w])")
# How many of the strange themes have who and when beside the title.
_BESIDE = 0.2
_BESIDE_SIGNS = (" · ", " | ", " - ", " — ")
_CUTS = ("…", " […]", "...")


@dataclass(frozen=True, slots=True)
class _Language:
    """What pages say in a language, as the data file has it; `dates` are the forms of a date."""

    months: list[str]
    dates: list[str]
    days: list[str]
    titles: list[str]
    texts: list[str]
    people: list[str]
    categories: list[str]
    tags: list[str]
    signed: list[str]
    dated: list[str]
    filed: list[str]
    tagged: list[str]
    counted: list[str]
    none: list[str]
    more: list[str]
    link: str
    over_all: list[str]
    site: list[str]
    menu: list[str]
    boxes: dict[str, list[str]]
    below: list[str]
    foot: list[str]
    time: str

    def date(self, day: _Day, form: int) -> str:
        """A day in one of the forms."""
        year, month, number = day
        return self.dates[form].format(number=number, month=self.months[month - 1], of_year=month, year=year)


@dataclass(frozen=True, slots=True)
class MadeUpPost:
    """A post as a page shows it: the day is when it was published; `author` is None where nobody is named."""

    title: str
    day: _Day
    author: str | None
    first: str
    last: str


@cache
def _languages() -> Mapping[str, _Language]:
    with (Path(__file__).parent / "made_up_themes.toml").open("rb") as file:
        return {name: _Language(**said) for name, said in tomllib.load(file).items()}


class _Theme:
    """Where and how a page says what; drawn once for all its posts."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.language = language = _languages()[chance.choice(["fr", "fr", "en"])]
        self.has_blanks, self.has_bullets = chance.random() < 0.75, chance.random() < 0.7
        self.is_signed = chance.random() < 0.4
        self.dates_stand = chance.choice(["over", "under", "under", "foot", "foot", "once a day"])
        self.beside = ""
        self.row = chance.choice(language.signed if self.is_signed else language.dated)
        self.date_form = chance.randrange(4)
        self.has_time = chance.random() < 0.4
        chances = {"filed": 0.6, "tagged": 0.25, "counted": 0.6, "link": 0.2}
        self.says = [kind for kind, share in chances.items() if chance.random() < share]
        self.says_over_text = chance.random() < 0.25
        self.sign = chance.choice(_SIGNS)
        self.filed, self.tagged = chance.choice(language.filed), chance.choice(language.tagged)
        self.counted, self.none = chance.choice(language.counted), chance.choice(language.none)
        self.has_excerpts = chance.random() < 0.4
        self.more = chance.choice(language.more) if self.has_excerpts and chance.random() < 0.8 else ""
        self.more_is_glued = chance.random() < 0.5
        self.people = language.people if chance.random() < 0.4 else [chance.choice(language.people)]

    def make_strange(self, chance: random.Random) -> None:
        """Gives the rows words that nobody has ever seen, or puts them beside the titles."""
        if chance.random() < _BESIDE:
            self.dates_stand, self.beside = "beside", chance.choice(_BESIDE_SIGNS)
            return
        words: dict[str, str] = {}

        def strange(match: re.Match[str]) -> str:
            word = words.setdefault(
                match[0].casefold(), chance.choice(_SYLLABLES) + chance.choice(_SYLLABLES).lower()
            )
            return word if match[0][0].isupper() else word.lower()

        for name in ("row", "filed", "tagged", "counted", "none"):
            setattr(self, name, _WORD.sub(strange, getattr(self, name)))

    def meta(self) -> list[str]:
        """What the theme says of a post besides who and when, in rows."""
        chance, language = self.chance, self.language
        count = chance.choice([0, 1, 2, 5, 14])
        said = {
            "filed": self.filed.format(chance.choice(language.categories)),
            "tagged": self.tagged.format(", ".join(chance.sample(language.tags, 2))),
            "counted": self.counted.format(count) if count else self.none,
            "link": language.link,
        }
        return self.sign.join(said[kind] for kind in self.says).split("\n") if self.says else []

    def text(self) -> list[str]:
        """The paragraphs of a post, or one that is cut off."""
        chance = self.chance
        some = chance.sample(self.language.texts, 1 if self.has_excerpts else chance.choice([1, 2, 3, 4]))
        texts = [text.replace(" ", f" {self._name()} ", 1) for text in some]
        if self.has_excerpts:
            texts = [" ".join(texts[0].split()[:-2]) + chance.choice(_CUTS)]
        return texts

    def _name(self) -> str:
        return self.chance.choice(_SYLLABLES) + self.chance.choice(_SYLLABLES).lower()


def themed_page(seed: int, *, is_strange: bool = False) -> tuple[str, list[MadeUpPost]]:
    """A page with several posts, by the number of its theme, and what it holds; in a strange one's words, if so."""
    chance = random.Random(seed)
    theme = _Theme(chance)
    if is_strange:
        theme.make_strange(random.Random(-seed))
    language = theme.language
    lines: list[str] = []

    def block(*some: str) -> None:
        lines.extend(some)
        if theme.has_blanks:
            lines.append("")

    def listed(items: list[str]) -> None:
        block(*(f"  • {item}" if theme.has_bullets else item for item in items))

    block(chance.choice(language.site))
    listed(chance.sample(language.menu, 4))
    over_all = chance.choice(language.over_all)
    if over_all:
        block(over_all)
    posts: list[MadeUpPost] = []
    month, number = 5, 28
    for title in chance.sample(language.titles, chance.choice([2, 3, 3, 4, 5, 6])):
        day = (2009, month, number)
        posts.append(_write(theme, block, title, day, posts[-1].day if posts else None))
        number -= chance.choice([0, 1, 2, 4])
        if number < 1:
            month, number = month - 1, 27
    if chance.random() < 0.6:
        block(chance.choice(language.below))
    for heading, items in chance.sample(list(language.boxes.items()), chance.choice([0, 2, 3, 5])):
        block(heading)
        listed(items)
    block(chance.choice(language.foot))
    return "\n".join(lines), posts


def _write(
    theme: _Theme, block: Callable[..., None], title: str, day: _Day, before: _Day | None
) -> MadeUpPost:
    """Writes one post into a page, with the rows of its theme."""
    author = theme.chance.choice(theme.people)
    when = theme.language.date(day, theme.date_form)
    weekday = theme.language.days[day[2] % 7]
    is_once = theme.dates_stand == "once a day"
    is_signed = theme.is_signed and not is_once
    time = theme.language.time if theme.has_time else ""
    row = theme.row.format(who=author, when=when + time, day=weekday)
    if is_once and day != before:
        block(f"{weekday} {when}")
    if theme.dates_stand == "over":
        block(row)
    block(f"{title}{theme.beside}{row}" if theme.dates_stand == "beside" else title)
    if theme.dates_stand == "under":
        block(row)
    meta = theme.meta()
    if meta and theme.says_over_text:
        block(*meta)
    texts = theme.text()
    for text in texts[:-1]:
        block(text)
    block(f"{texts[-1]} {theme.more}" if theme.more and theme.more_is_glued else texts[-1])
    if theme.more and not theme.more_is_glued:
        block(theme.more)
    if theme.dates_stand == "foot":
        block(row)
    if meta and not theme.says_over_text:
        block(*meta)
    return MadeUpPost(title, day, author if is_signed else None, texts[0], texts[-1])
