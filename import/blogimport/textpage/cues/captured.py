"""What a line states, once it is known what kind of line it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from blogimport.textpage.cues.cue import DATE, TIME

FIRST_BLOG = "1994"
"""No page has a date of its own from before there were blogs; what it tells or quotes may be older."""
_LONGEST_NAME_WORDS = 7
# Between the name of a blog and the title of its page.
_QUOTE_ALONE = re.compile(r"\s[«»]\s")
_LONGEST_NAME = 60
_LONGEST_PAGE_NAME = 120
# A full stop within a name stands after an initial or a short title: « J. Dupont », « Prof. Laércio ».
_NOT_A_NAME = re.compile(
    r"(?<![^\W\d_])[^\W\d_]{5,}\.\s+\S|[!?;…]\s+\S|[{}<>=]|https?:|\d{5,}|[,;:!?]$|^#\d+$|^\(\d*\)$|,\s(?:den|dem)$|^[-–—|/•·,;:.“”„«']|^[a-zà-öø-ÿ]$"
)
# What most names are: a word or a few, with nothing else between.
_PLAIN_NAME = re.compile(r"[^\W\d_]{2,}(?:[ -][^\W\d_]+){0,3}")
_TWICE = re.compile(r"(?P<name>.{2,}?) +(?:\((?P=name)\)|(?P=name))")
# A sign between a name and what a theme writes behind it, or the word before a date: « Zoé, le ».
_LOOSE_END = re.compile(
    r"(?<=\S)\s+[-–—|·•/~#於于]$|(?<=[^\s,])\s+@$|(?<=[\w.]),\s+(?:le|on|am|el|il|em|op)$|(?<=\w)\s+(?:am|vom|um|at|à|às|sur)$"
)
_PICTURE = re.compile(
    r"(?:\S+@\S+\.\S+['’]?"
    r"|(?:user |comment author )?(?:avatar|gravatar|avatar image|profile photo)(?: (?:for|of|de|von|di|van))?"
    # Whose picture a host does not know: « Avatar de Inconnu Zoé ».
    r"(?: (?:inconnu|unbekannt|desconocido|desconhecido|sconosciuto|onbekend)(?= \S))?|unknown['’]s avatar"
    r"|profilbild(?: von)?|photo de|foto de|immagine di) (?=\S)"
    # Blogger tells by a picture with whose account somebody has signed.
    r"|(?:blogger|anonym\w*|anónimo|openid|google|livejournal|wordpress|typepad|aim)\xa0(?=\S)",
    re.IGNORECASE,
)
# « Zoé (12:20 », of a line that goes on with the day.
_OPEN_FIGURES = re.compile(r"\([^()]*\d[^()]*$")
# « Zoé's Gravatar Zoé », « Zoé [Zoé's site] »
_OWNED = re.compile(
    r"(?P<name>.{2,}?)(?:['’]s?\s(?:gr)?avatar(?: image)?(?:\s+(?P=name))?|\s*\[(?P=name)\b[^\[\]]*\])",
    re.IGNORECASE,
)
# The votes for a comment and its number, before the name: « +1 #1 Paco », « #1.1 Paco ».
_COUNTED_BEFORE = re.compile(
    r"(?:[+−-]?\d{1,3}\s+)?#\d{1,4}(?:\.\d{1,3})*(?:[.:)]?\s+(?=\S)|[.:)]?(?=[^\W\d_]))"
)
# How to reach or to trace who wrote, behind the name: « Zoé [82.224.0.12] », « Zoé <zoe@example.org> », « Zoé (#504) ».
_CONTACT = re.compile(
    r"(?<=\S)\s*[\[(<](?:#?\d{3,}|(?:IP\s*:?\s*)?\d{1,3}(?:\.(?:\d{1,3}|[x*]{1,3})){3}"
    r"|[^\s@<>()\[\]]+@[^\s@<>()\[\]]+)[\])>]",
    re.IGNORECASE,
)
# « [3] Zoé »
_NUMBERED_BEFORE = re.compile(r"\[\d{1,4}\]\s+(?=\S)")
_LIST_COMMA = re.compile(r"\s*[,;、，]\s*|\s+[·•]\s+")
# Where words are not apart, names are.
_CJK_NAMES = re.compile(r"[\u3040-\u9fff\uac00-\ud7a3]+(?: +[\u3040-\u9fff\uac00-\ud7a3]+)+")
# What follows a full stop is no longer the list: « étés, trains. Enregistrer le permalien ».
_LIST_END = re.compile(r"\.\s+(?=[^\W\d_a-zà-öø-ÿ])")


@dataclass(slots=True)
class Captured:
    """What a line states; dates are ISO as `reader.dates` finds them, `time` is `HH:MM`.

    Nobody changes one; it is not frozen because a page makes hundreds, and a frozen one takes four times as long.
    """

    author: str | None = None
    date: str | None = None
    time: str | None = None
    count: int | None = None
    title: str | None = None
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()

    def at(self, date: str | None, time: str | None) -> Captured:
        """The same with another date and time."""
        return Captured(self.author, date, time, self.count, self.title, self.categories, self.tags)

    def merged(self, other: Captured) -> Captured:
        """This and, for what it does not state, another one."""
        if other is NOTHING_CAPTURED:
            return self
        if self is NOTHING_CAPTURED:
            return other
        return Captured(
            self.author or other.author,
            self.date or other.date,
            self.time or other.time,
            self.count if self.count is not None else other.count,
            self.title or other.title,
            self.categories or other.categories,
            self.tags or other.tags,
        )


NOTHING_CAPTURED = Captured()


def plausible_name(name: str, *, most_words: int = _LONGEST_NAME_WORDS) -> bool:
    """Whether a text could be the name that a person signs with."""
    name = name.strip()
    # A word of letters is told without a pattern.
    if len(name) <= _LONGEST_NAME and ((name.isalpha() and len(name) > 1) or _PLAIN_NAME.fullmatch(name)):
        return True
    if ("»" in name or "«" in name) and _QUOTE_ALONE.search(name):
        return len(name) <= _LONGEST_PAGE_NAME  # a page that links here signs with its whole title
    if not name or len(name) > _LONGEST_NAME or _NOT_A_NAME.search(name) or name.count(" ") >= most_words:
        return False
    if DATE in name or TIME in name or _OPEN_FIGURES.search(name):
        return False
    return name.isalnum() or any(character.isalnum() for character in name)


def own_name(name: str | None) -> str | None:
    """A name without what a theme puts before or after it: « zoe (zoe) », « Avatar Zoé », « Zoé Zoé ».

    The doubled ones are a picture's alternative text with the name of its owner, which extractors keep.
    """
    if name is None or name.isalpha():
        return name  # a word of letters has nothing around it
    name = _LOOSE_END.sub("", name.removeprefix("# ").removeprefix("› "))
    if not name:
        return name
    counted = _COUNTED_BEFORE.match(name) if "#" in name else None
    if counted is not None:
        name = name[counted.end() :]
    if name[-1] in ")]>":
        name = _CONTACT.split(name)[0]
    numbered = _NUMBERED_BEFORE.match(name) if name[0] == "[" else None
    if numbered is not None:
        name = name[numbered.end() :]
    if name[0] == "[" and name.find("]") == len(name) - 1:
        name = name[1:-1].strip() or name
    owned = _OWNED.fullmatch(name) if name[-1] == "]" or "avatar" in name.lower() else None
    if owned is not None:
        return owned["name"]
    picture = _PICTURE.match(name)
    bare = name[picture.end() :] if picture else name
    match = _TWICE.fullmatch(bare) if bare.count(bare[:2]) > 1 else None
    return match["name"] if match else bare or name


def listed(text: str | None) -> tuple[str, ...]:
    """The names in a list with commas, without the full stop at its end."""
    if text is None:
        return ()
    if _CJK_NAMES.fullmatch(text):
        return tuple(text.split())
    names = (name.strip(' .:#·•>›\u00a0"«»') for name in _LIST_COMMA.split(_LIST_END.split(text)[0]))
    return tuple(name for name in names if name)
