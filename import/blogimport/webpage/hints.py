"""What the names that themes give to elements say of them.

The words are those of `namings`. Knows no tree: an element is asked for its class, id and the like once, and each
combination is understood once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from blogimport.markup import Element
from blogimport.webpage import namings

_SURE = 20  # so many bits is what a standard says shifted from what a theme says


class Hint:
    """What an element may be, by its names alone: the bits of a number, because a page asks for them all the time.

    Those that are `SURE` are named by a standard (schema.org, microformats), not by a theme.
    """

    NONE = 0
    COMMENT = 1 << 0
    AREA = 1 << 1
    AUTHOR = 1 << 2
    DATE = 1 << 3
    TEXT = 1 << 4
    CONTROL = 1 << 5
    FORM = 1 << 6
    PING = 1 << 7
    ASIDE = 1 << 8
    POST = 1 << 9
    TITLE = 1 << 10
    BODY = 1 << 11
    CATEGORY = 1 << 12
    TAG = 1 << 13
    META = 1 << 14
    REPLIES = 1 << 15
    BLOG = 1 << 16
    UPDATED = 1 << 17
    ANSWER = 1 << 18
    BOOKMARK = 1 << 19
    SURE_AUTHOR = AUTHOR << _SURE
    SURE_DATE = DATE << _SURE
    SURE_TEXT = TEXT << _SURE
    SURE_POST = POST << _SURE
    SURE_TITLE = TITLE << _SURE
    SURE_BODY = BODY << _SURE
    SURE = -1 << _SURE


def _sure(hint: int) -> int:
    """A hint that a standard gives."""
    return hint | hint << _SURE


_LAYERS: tuple[tuple[int, re.Pattern[str], re.Pattern[str] | None], ...] = (
    (Hint.AREA, namings.AREA, None),
    (Hint.AUTHOR, namings.AUTHOR, namings.NO_AUTHOR),
    (Hint.DATE, namings.DATE, None),
    (Hint.TEXT, namings.TEXT, namings.NO_TEXT),
    (Hint.CONTROL, namings.CONTROL, namings.NO_CONTROL),
    (Hint.FORM, namings.FORM, None),
    (Hint.PING, namings.PING, None),
    (Hint.ASIDE, namings.ASIDE, namings.NO_ASIDE),
    (Hint.POST, namings.POST, None),
    (Hint.BODY, namings.BODY, namings.NO_BODY),
    (Hint.TITLE, namings.TITLE, namings.NO_TITLE),
    (Hint.CATEGORY, namings.CATEGORY, namings.ALL_OF_BLOG),
    (Hint.TAG, namings.TAG, namings.ALL_OF_BLOG),
    (Hint.META, namings.META, None),
    (Hint.REPLIES, namings.REPLIES, None),
    (Hint.BLOG, namings.BLOG, None),
    (Hint.UPDATED, namings.UPDATED, namings.DATE_ALONE),
)
_PROPERTIES: dict[str, int] = {
    **dict.fromkeys(("author", "creator", "dc:creator"), _sure(Hint.AUTHOR)),
    **dict.fromkeys(("datepublished", "datecreated", "commenttime", "dc:date"), _sure(Hint.DATE)),
    **dict.fromkeys(("text", "commenttext", "reviewbody", "sioc:content"), _sure(Hint.TEXT)),
    "comment": _sure(Hint.COMMENT),
    **dict.fromkeys(("articlebody", "content:encoded"), _sure(Hint.BODY)),
    "blogpost": _sure(Hint.POST),
    **dict.fromkeys(("headline", "dc:title"), _sure(Hint.TITLE)),
    "articlesection": _sure(Hint.CATEGORY),
    "keywords": _sure(Hint.TAG),
    "datemodified": Hint.UPDATED,
}
# Microformats: what these names mean is written down.
_STANDARD: dict[str, int] = {
    **dict.fromkeys(("fn", "reviewer"), _sure(Hint.AUTHOR)),
    "p-author": _sure(Hint.AUTHOR),
    "dt-published": _sure(Hint.DATE),
    "e-content": _sure(Hint.TEXT | Hint.BODY),
    "entry-content": _sure(Hint.BODY | Hint.TEXT),
    "entry-title": _sure(Hint.TITLE),
    "p-name": Hint.TITLE | Hint.AUTHOR,
    "hentry": _sure(Hint.POST),
    "h-entry": _sure(Hint.POST),
    "h-cite": _sure(Hint.COMMENT),
    "p-category": _sure(Hint.CATEGORY),
}
_RELATIONS = {"author": Hint.AUTHOR, "tag": Hint.TAG, "category": Hint.CATEGORY, "bookmark": Hint.BOOKMARK}
_TELLING = frozenset(("id", "rel", "itemprop", "property", "itemtype", "typeof"))
_FIGURES = "0123456789"
_NUMBER = re.compile(r"\d+")
# What counts posts and menus is another number each time, and no name is told by one of so many figures.
_LONG_NUMBER = re.compile(r"\d{4,}")


def hints_of(element: Element) -> int:
    """What the names of an element say of it."""
    return hints_of_each((element,))[0]


def hints_of_each(elements: Iterable[Element]) -> list[int]:
    """The same of each of some elements: a page asks for all of its own at once."""
    hints: list[int] = []
    for element in elements:
        found = Hint.NONE
        described = types = ""
        for name, value in element.items():
            # The commonest are compared one by one: the names are new texts each time, and looked up they are hashed.
            if name == "class":
                found |= _of_classes(value)
            elif name == "href" or name == "src" or name == "style" or name not in _TELLING:
                continue
            elif name == "id":
                found |= _of_id(value)
            elif name == "rel":
                found |= _of_relations(value)
            elif name == "itemprop" or name == "property":
                described = described or value
            else:
                types = types or value
        hints.append(found | _of_standard(described, types) if described or types else found)
    return hints


def _of_id(value: str) -> int:
    return _of_identity((value if value.isalpha() else _without_number(value)).lower())


def _without_number(identity: str) -> str:
    """An id in which any number is 0: most have one, at their end."""
    stem = identity.rstrip(_FIGURES)
    if stem.replace("-", "").replace("_", "").isalpha():
        return stem if stem == identity else f"{stem}0"
    return _NUMBER.sub("0", identity)


@lru_cache(maxsize=16384)
def _of_relations(names: str) -> int:
    found = Hint.NONE
    for name in names.lower().split():
        found |= _RELATIONS.get(name, Hint.NONE)
    return found


@lru_cache(maxsize=16384)
def _of_standard(described: str, types: str) -> int:
    found = Hint.NONE
    for name in described.lower().split():
        found |= _PROPERTIES.get(name, Hint.NONE)
    if types and namings.COMMENT_TYPES.search(types):
        found |= _sure(Hint.COMMENT)
    elif types and namings.POST_TYPES.search(types):
        found |= _sure(Hint.POST)
    return found


@lru_cache(maxsize=16384)
def _of_classes(names: str) -> int:
    found = Hint.NONE
    each = names.lower().split()
    for name in each:
        found |= _of_class(name if name.isalpha() else _LONG_NUMBER.sub("0000", name))
    # « entry-date published updated » is the one date that a theme shows.
    return (
        found & ~Hint.UPDATED if found & Hint.UPDATED and any(map(namings.DATE_ALONE.search, each)) else found
    )


# Themes share most of their words: a name is understood once in a whole crawl.
@lru_cache(maxsize=65536)
def _of_class(name: str) -> int:
    found = _said_by(name) | _STANDARD.get(name, Hint.NONE)
    is_answer = namings.ANSWER.fullmatch(name) is not None
    if is_answer or namings.UNIT_CLASS.fullmatch(name):
        found |= Hint.COMMENT
    is_answer = is_answer or namings.ANSWER_PART.fullmatch(name) is not None
    return found | Hint.ANSWER if is_answer or namings.ANSWER_TEXT.fullmatch(name) else found


@lru_cache(maxsize=65536)
def _of_identity(name: str) -> int:
    found = _said_by(name)
    return found | Hint.COMMENT if namings.UNIT_ID.fullmatch(name) else found


def _said_by(name: str) -> int:
    found = Hint.NONE
    for hint, pattern, against in _LAYERS:
        if pattern.search(name) and not (against is not None and against.search(name)):
            found |= hint
    return found


@lru_cache(maxsize=16384)
def family_names(classes: str, identity: str) -> tuple[str, ...]:
    """By which names an element is one of several comments: its id without number, and each class that says so."""
    # « jomentry1 » and « jomentry2 » take turns.
    units = (name for name in classes.lower().split() if namings.UNIT_CLASS.fullmatch(name))
    names = [f".{_NUMBER.sub('0', name)}" for name in units]
    identity = identity.lower()
    if identity and namings.UNIT_ID.fullmatch(identity):
        names.append(f"#{_NUMBER.sub('0', identity)}")
    return tuple(names)


def is_answer_part(classes: str) -> bool:
    """Whether a class of an element is that of a part of an answer: its words, or who and when."""
    return any(namings.ANSWER_PART.fullmatch(name) for name in classes.lower().split())


def is_plural(name: str) -> bool:
    """Whether a family's name is rather that of all comments together: « comments » is seldom that of one."""
    return namings.UNIT_PLURAL.fullmatch(name.lstrip(".")) is not None
