"""What a theme prints beside the names of all who comment on a page: where they live, their rank, links to them.

One name alone does not tell what is its own: « Zoé, Lyon » may sign so. Where all do, it is the theme's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain

# What stands between a name and the rest of its line, the surest first, each behind the signs of which it has one.
_BORDERS = (
    (frozenset("|"), re.compile(r"\s*\|\s*")),
    (frozenset("·•"), re.compile(r"\s*[·•]\s+")),
    (frozenset("-–—/"), re.compile(r"\s+[-–—/]\s+")),
    (frozenset(","), re.compile(r"\s*,\s+")),
    (frozenset("(["), re.compile(r"\s*(?=[(\[])")),
)
_BRACKETED = re.compile(r"(?<=\S)\s*(\([^()]+\)|\[[^][]+\])$")
# So many names with the same sign in them are no accident, and so many with the same words behind them.
_FEWEST, _FEWEST_ALIKE = 3, 2
_MOSTLY, _SELDOM = 0.8, 0.25
# More ranks than one of them for so many names are words that people sign with.
_NAMES_A_RANK = 5


def names_alone(names: Sequence[str | None]) -> list[str | None]:
    """The names of a page's comments without what its theme prints behind them."""
    letters = "".join(filter(None, names))
    if len({*filter(None, names)}) < _FEWEST:
        # So few may have the same brackets behind them, and agree on nothing else.
        return _without_brackets(names) if ")" in letters or "]" in letters else list(names)
    found = _without_first_word(names)
    # The names of most pages have none of these signs.
    for signs, border in _BORDERS:
        if not signs.isdisjoint(letters):
            found = _cut_at(border, found)
    for border in _shared_words(found):
        found = _cut_at(border, found)
    found = _without_brackets(found) if ")" in letters or "]" in letters else found
    return _without_what_they_did(found)


def _without_first_word(names: Sequence[str | None]) -> list[str | None]:
    """The names without the small word that all of them begin with: « par Zoé », « by Tom »."""
    known = list(filter(None, names))
    word = known[0].partition(" ")[0]
    if not word.islower() or any(name.partition(" ")[0] != word for name in known):
        return list(names)
    return [name.partition(" ")[2] or name if name else name for name in names]


def _without_what_they_did(names: Sequence[str | None]) -> list[str | None]:
    """The names without the small words behind them that several have: « Zoé said », « Tom replied to Zoé ».

    A word that only one of them has is the theme's, too, where those of all others are the last ones of theirs.
    """
    words = {name: name.split() for name in names if name}
    if len(words) < _FEWEST:
        return list(names)
    if _have_ranks(list(words.values())):
        return [" ".join(words[name][:-1]) if name else name for name in names]
    if not all(map(_has_small_word, words.values())):
        return list(names)
    several = ({_bare(word) for word in each[1:] if word[0].islower()} for each in words.values())
    counts = Counter(chain.from_iterable(several))
    ends = {
        name: next((at for at, word in enumerate(each) if at and counts[_bare(word)] > 1), len(each))
        for name, each in words.items()
    }
    rare = [name for name, end in ends.items() if end == len(words[name])]
    if rare:
        is_last = all(end >= len(words[name]) - 1 for name, end in ends.items())
        if not is_last or len(rare) > _SELDOM * len(words) or not all(words[n][-1].islower() for n in rare):
            return list(names)
        ends |= {name: len(words[name]) - 1 for name in rare}
    if len({tuple(words[name][:end]) for name, end in ends.items()}) < _FEWEST_ALIKE:
        return list(names)
    return [" ".join(words[name][: ends[name]]) if name else name for name in names]


def _have_ranks(words: Sequence[Sequence[str]]) -> bool:
    """Whether all names end with a small word, and many of them with the same: « Zoé reader », « Tom author »."""
    if any(len(each) < 2 or not each[-1].islower() for each in words):
        return False
    ranks = Counter(each[-1] for each in words)
    return len(ranks) <= 1 + len(words) // _NAMES_A_RANK and ranks.most_common(1)[0][1] * 2 > len(words)


def _has_small_word(words: Sequence[str]) -> bool:
    """Whether a small word stands behind the first of some."""
    return any(word[0].islower() for word in words[1:])


def _bare(word: str) -> str:
    return word.rstrip(".…:,")


def _shared_words(names: Sequence[str | None]) -> list[re.Pattern[str]]:
    """The small words that all names have behind their beginning: « Zoé de Lyon », « Tom from York wrote »."""
    known = list(filter(None, names))
    shared = {word for word in known[0].split()[1:] if word.islower()}
    for name in known[1:] if shared else ():
        shared.intersection_update(name.split()[1:])
    return [re.compile(rf"\s+{re.escape(word)}(?!\S)") for word in sorted(shared)]


def _cut_at(border: re.Pattern[str], names: Sequence[str | None]) -> list[str | None]:
    """The names up to a sign that all of them have, or nearly all."""
    known = [name for name in names if name]
    cut = [name for name in known if _first(border, name) != name]
    different = {_first(border, name) for name in cut}
    if len(set(cut)) < _FEWEST or len(different) < _FEWEST_ALIKE or len(cut) < _MOSTLY * len(known):
        return list(names)
    return [_first(border, name) if name else name for name in names]


def _first(border: re.Pattern[str], name: str) -> str:
    """What stands before the first such sign in a name; all of it where that is nothing."""
    match = border.search(name)
    before = name[: match.start()].strip() if match is not None and " » " not in name else ""
    return before if any(map(str.isalnum, before)) else name


def _without_brackets(names: Sequence[str | None]) -> list[str | None]:
    """The names without a remark in brackets that several people have behind theirs: « Zoé (Registered) »."""
    remarks: dict[str, set[str]] = {}
    for name in filter(None, names):
        match = _BRACKETED.search(name)
        if match is not None:
            remarks.setdefault(match[1].casefold(), set()).add(name)
    printed = {remark for remark, having in remarks.items() if len(having) >= _FEWEST_ALIKE}
    if not printed:
        return list(names)
    return [
        name[: match.start()]
        if name and (match := _BRACKETED.search(name)) is not None and match[1].casefold() in printed
        else name
        for name in names
    ]
