"""How fast text pages are read: `python -m bench.reading_speed [PAGES]`.

Made-up pages of about 10 kB, in the shapes of three platforms, each another one; beside the reading stands a
pass that only decodes and splits lines, so that machines can be compared. No archive is written.
"""

from __future__ import annotations

import random
import re
import resource
import sys
import time
from collections.abc import Callable, Iterator

from blogimport.textpage import read_page

_SYLLABLES = re.findall(
    r"\w+", "ba co de fi ga lou mé no pa ri sa té vu cha bre gri plo tra ment sion eur oir ette"
)
_COMMON = re.findall(
    r"\w+", "le la les de et un une dans pour que qui pas sur avec plus ce il je vous nous est sont mais ou"
)
_MONTHS = re.findall(
    r"\w+", "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
)
_PAGES = 1_000


def pages(count: int, seed: int = 1) -> Iterator[bytes]:
    """Pages as an extractor leaves them, about 10 kB each."""
    chance = random.Random(seed)
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(20_000)]
    for number in range(count):
        yield _SHAPES[number % len(_SHAPES)](chance, words).encode()


def _sentence(chance: random.Random, words: list[str], length: int) -> str:
    """A sentence of about `length` characters."""
    found: list[str] = []
    size = 0
    while size < length:
        word = chance.choice(_COMMON if chance.random() < 0.45 else words)
        found.append(word)
        size += len(word) + 1
    return " ".join(found).capitalize() + "."


def _paragraphs(chance: random.Random, words: list[str], count: int) -> str:
    return "\n\n".join(_sentence(chance, words, chance.randint(250, 650)) for _ in range(count))


_POSTED, _ANSWERED = (2004, 2009), (2010, 2015)


def _day(chance: random.Random, years: tuple[int, int]) -> str:
    """A day in words. Dates differ on every page, so that none is known from a page before."""
    return f"{chance.randint(1, 28)} {chance.choice(_MONTHS)} {chance.randint(*years)}"


def _figures(chance: random.Random, years: tuple[int, int]) -> str:
    """A day in figures."""
    return f"{chance.randint(1, 28):02d}/{chance.randint(1, 12):02d}/{chance.randint(*years)}"


def _clock(chance: random.Random, mark: str) -> str:
    return f"{chance.randint(0, 23)}{mark}{chance.randint(0, 59):02d}"


def _name(chance: random.Random, words: list[str]) -> str:
    return " ".join(chance.choice(words).capitalize() for _ in range(chance.randint(1, 2)))


def _wordpress(chance: random.Random, words: list[str]) -> str:
    title = _sentence(chance, words, 40)[:-1]
    comments = "\n".join(
        f"  {n}. {_name(chance, words)} dit :\n    {_day(chance, _ANSWERED)} à {_clock(chance, ' h ')} min\n\n"
        f"    {_sentence(chance, words, 220)}\n\n    Répondre"
        for n in range(1, 11)
    )
    return (
        f"Le blog\n\nAller au contenu\n\n  • Accueil\n  • À propos\n\n{title}\n\n"
        f"Publié le {_day(chance, _POSTED)} par {_name(chance, words)}\n\n"
        f"{_paragraphs(chance, words, 15)}\n\nClassé dans Voyages\n\n10 réflexions sur “{title}”\n\n{comments}\n\n"
        "Laisser un commentaire\n\nVotre adresse de messagerie ne sera pas publiée.\n\n"
        "Archives\n\n  • mai 2009\n  • avril 2009\n"
    )


def _hautetfort(chance: random.Random, words: list[str]) -> str:
    comments = "\n\n".join(
        f"{_sentence(chance, words, 230)}\n\nÉcrit par : {_name(chance, words)} | {_figures(chance, _ANSWERED)}"
        for _ in range(9)
    )
    return (
        f"{_figures(chance, _POSTED)}\n\n{_sentence(chance, words, 40)[:-1]}\n\n{_paragraphs(chance, words, 15)}\n\n"
        f"{_clock(chance, ':')} Publié dans Ville | Lien permanent | Commentaires (9) | Tags : ville, vie\n\n"
        f"Commentaires\n\n{comments}\n\nLes commentaires sont fermés.\n"
    )


def _plain(chance: random.Random, words: list[str]) -> str:
    lines = [_sentence(chance, words, chance.randint(200, 500)) for _ in range(24)]
    return "\n".join(
        [
            _sentence(chance, words, 40)[:-1],
            _figures(chance, _POSTED),
            *lines,
            "Les commentaires sont fermés.",
            "",
        ]
    )


_SHAPES = (_wordpress, _hautetfort, _plain)


def _split(raw: bytes) -> int:
    return len(raw.decode("utf-8").splitlines())


def _seconds(action: Callable[[bytes], object], rounds: list[list[bytes]]) -> float:
    """The best of several rounds, each over other dumps, so that nothing is remembered from one to the next."""
    best = float("inf")
    for dumps in rounds:
        start = time.perf_counter()
        for raw in dumps:
            action(raw)
        best = min(best, time.perf_counter() - start)
    return best


def main() -> None:
    """Print pages a second, side by side, and the memory before and after ten times as many pages."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else _PAGES
    rounds = [list(pages(count, seed)) for seed in range(3)]
    size = sum(map(len, rounds[0])) / count
    splitting, reading = _seconds(_split, rounds), _seconds(read_page, rounds)
    print(f"{count} pages of {size / 1000:.1f} kB")
    print(f"decode and split   {count / splitting:9,.0f} pages a second")
    print(
        f"read               {count / reading:9,.0f} pages a second   {reading / splitting:.0f} times as long"
    )
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for raw in pages(10 * count, seed=9):
        read_page(raw)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"memory             {before / 1024:,.0f} MB, after {10 * count:,} further pages {after / 1024:,.0f} MB"
    )


if __name__ == "__main__":
    main()
