"""Made-up text pages of about 10 kB for the bench of reading: many sites, no two pages alike.

A site has a platform, a language, an author, regular commenters, a menu and a side column, which all its pages
share, as in a crawl; titles, texts, dates and half of the commenters differ on every page. Layouts are those of
extractors that keep the whole page, the main content, or bare paragraphs.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

PAGES_OF_A_SITE = 25
"""So many pages share their menu, side column and regular commenters."""
_PAGE_SIZE = 9_600
_SYLLABLES = re.findall(
    r"\w+", "ba co de fi ga lou me no pa ri sa te vu cha bre gri plo tra ment sion er or ak eur oir"
)
_POSTED, _ANSWERED = (2004, 2009), (2010, 2015)
_Date = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class _Language:
    """What a made-up text needs of a language; `accents` are letters that some of its words get."""

    common: list[str]
    months: list[str]
    weekdays: list[str]
    accents: str


def _language(common: str, months: str, weekdays: str, accents: str) -> _Language:
    return _Language(common.split(), months.split(), weekdays.split(), accents)


_FRENCH = _language(
    "le la les de et un une dans pour que qui pas sur avec plus ce il je vous nous est sont mais ou",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "éèàêç",
)
_GERMAN = _language(
    "der die das und ein eine in zu den von mit ist nicht auf für sich dem auch es an ich wir aber oder",
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "äöüß",
)
_ENGLISH = _language(
    "the of and to a in is it you that he was for on are with as I his they be at one have this",
    "January February March April May June July August September October November December",
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "",
)
_SPANISH = _language(
    "el la los de y un una en para que no se con por más lo su al como pero muy hay es está",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "lunes martes miércoles jueves viernes sábado domingo",
    "áéíóñ",
)


class _Writer:
    """Makes up the words of one site in one language."""

    def __init__(self, chance: random.Random, language: _Language) -> None:
        self.chance = chance
        self.language = language
        self._answered: Iterator[_Date] = iter(())
        self._words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(2_000)]
        if language.accents:
            self._words[::3] = [word + chance.choice(language.accents) for word in self._words[::3]]
        # Nearly half of the words of a text are its language's commonest.
        self._pool = self._words + language.common * (len(self._words) * 4 // 5 // len(language.common))

    def words(self, fewest: int, most: int) -> str:
        return " ".join(self.chance.choices(self._pool, k=self.chance.randint(fewest, most)))

    def title(self) -> str:
        return self.words(3, 8).capitalize()

    def name(self) -> str:
        return " ".join(map(str.capitalize, self.chance.choices(self._words, k=self.chance.randint(1, 2))))

    def text(self, fewest: int, most: int) -> str:
        """A paragraph of some sentences; the numbers are of words."""
        length = self.chance.randint(fewest, most)
        sentences = []
        while length > 0:
            sentence = self.words(6, 18)
            length -= sentence.count(" ") + 1
            sentences.append(f"{sentence[0].upper()}{sentence[1:]}{self.chance.choice('...!?')}")
        return " ".join(sentences)

    def paragraphs(self, size: int) -> list[str]:
        """Paragraphs of some characters in all, a picture's name or a list among them now and then."""
        found: list[str] = []
        while size > 0:
            kind = self.chance.random()
            if kind < 0.05:
                found.append(f"{self.chance.choice(self._words)}-{self.chance.randint(1, 999)}.jpg")
            elif kind < 0.1:
                found.append("\n".join(f"  • {self.words(2, 9)}" for _ in range(self.chance.randint(2, 5))))
            else:
                found.append(self.text(20, 110))
            size -= len(found[-1]) + 2
        return found

    def date(self, years: tuple[int, int]) -> _Date:
        return self.chance.randint(*years), self.chance.randint(1, 12), self.chance.randint(1, 28)

    def begin_answers(self, number: int) -> None:
        """Make up when the comments of a page were written: the oldest stands first, as on most sites."""
        self._answered = iter(sorted(self.date(_ANSWERED) for _ in range(number)))

    def day(self) -> str:
        """The day of a post in words."""
        return self._in_words(self.date(_POSTED))

    def answer_day(self) -> str:
        """The day of the next comment in words."""
        return self._in_words(next(self._answered))

    def _in_words(self, date: _Date) -> str:
        """A day as each language writes it."""
        year, month, day = date[0], self.language.months[date[1] - 1], date[2]
        if self.language is _ENGLISH:
            return f"{month} {day}, {year}"
        if self.language is _SPANISH:
            return f"{day} de {month} de {year}"
        return f"{day}. {month} {year}" if self.language is _GERMAN else f"{day} {month} {year}"

    def weekday(self) -> str:
        return self.chance.choice(self.language.weekdays)

    def figures(self) -> str:
        """The day of a post in figures."""
        return _in_figures(self.date(_POSTED))

    def answer_figures(self) -> str:
        """The day of the next comment in figures."""
        return _in_figures(next(self._answered))

    def clock(self, mark: str = ":") -> str:
        return f"{self.chance.randint(10, 23)}{mark}{self.chance.randint(0, 59):02d}"

    def half_day(self) -> str:
        return f"{self.chance.randint(1, 12)}:{self.chance.randint(0, 59):02d} {self.chance.choice(('AM', 'PM'))}"


def _in_figures(date: _Date) -> str:
    return f"{date[2]:02d}/{date[1]:02d}/{date[0]}"


class _Site:
    """A site with what it prints on all its pages."""

    def __init__(self, chance: random.Random, shape: _Shape) -> None:
        self.shape = shape
        self.write = _Writer(chance, shape.language)
        self.author = self.write.name()
        self.regulars = [self.write.name() for _ in range(10)]
        self.category = self.write.words(1, 2).capitalize()
        titles = [self.write.title() for _ in range(8)]
        months = [
            f"  • {self.write.chance.choice(shape.language.months)} {year}" for year in range(2004, 2010)
        ]
        links = [f"  • {title}" for title in titles]
        self.front = [self.write.title(), self.write.words(4, 9), *shape.menu]
        self.side = [shape.side[0], *links[:5], shape.side[1], *months, shape.side[2], *links[5:]]

    def commenter(self) -> str:
        """Who writes a comment: every other one is by somebody who comes again and again."""
        chance = self.write.chance
        return chance.choice(self.regulars) if chance.random() < 1 / 2 else self.write.name()

    def page(self) -> str:
        """A further page; one in three keeps what stands around the post."""
        number = self.write.chance.choice((0, 0, 2, 3, 5, 8, 12)) if self.shape.comments else 0
        self.write.begin_answers(number)
        is_whole = self.write.chance.random() < 1 / 3
        around = [*self.front, *self.side] if is_whole else []
        size = max(1_500, _PAGE_SIZE - 330 * number - sum(map(len, around)) - 300)
        blocks = self.shape.blocks(self, self.write.paragraphs(size), number)
        if is_whole:
            blocks = [*self.front, *blocks, *self.side]
        # An extractor that keeps bare paragraphs keeps no blank line between them.
        return ("\n\n" if self.shape.is_spaced else "\n").join(blocks) + "\n"


def _wordpress_fr(site: _Site, body: list[str], number: int) -> list[str]:
    write, title = site.write, site.write.title()
    return [
        title,
        f"Publié le {write.day()} par {site.author}",
        *body,
        f"Ce billet a été publié dans {site.category}. Bookmarquez le permalien.",
        *([f"{number} réflexions sur “{title}”"] if number > 1 else []),
        *(
            f"  {n}. {site.commenter()} dit :\n    {write.answer_day()} à {write.clock(' h ')} min\n\n"
            f"    {write.text(15, 60)}\n\n    Répondre"
            for n in range(1, number + 1)
        ),
        "Laisser un commentaire",
        "Votre adresse de messagerie ne sera pas publiée.",
    ]


def _wordpress_de(site: _Site, body: list[str], number: int) -> list[str]:
    write, title = site.write, site.write.title()
    return [
        title,
        f"Veröffentlicht am {write.day()} von {site.author}",
        *body,
        f"Dieser Beitrag wurde unter {site.category} veröffentlicht.",
        *([f"{number} Antworten auf {title}"] if number > 1 else []),
        *(
            f"  {n}. {site.commenter()} sagt:\n\n    {write.answer_day()} um {write.clock()}\n\n"
            f"    {write.text(15, 60)}\n\n    Antworten"
            for n in range(1, number + 1)
        ),
        "Hinterlasse einen Kommentar",
    ]


def _wordpress_es(site: _Site, body: list[str], number: int) -> list[str]:
    write, title = site.write, site.write.title()
    return [
        title,
        f"Publicado el {write.day()} por {site.author}",
        *body,
        *([f"{number} respuestas a {title}"] if number > 1 else []),
        *(
            f"  • {site.commenter()} dice:\n    {write.answer_day()} a las {write.clock()}\n\n"
            f"    {write.text(15, 60)}\n\n    Responder"
            for _ in range(number)
        ),
        "Deja un comentario",
    ]


def _blogger_en(site: _Site, body: list[str], number: int) -> list[str]:
    write = site.write
    return [
        f"{write.weekday()}, {write.day()}",
        write.title(),
        *body,
        f"Posted by {site.author} at {write.half_day()}",
        f"Labels: {site.category}",
        f"{number} comments:" if number else "No comments:",
        *(
            f"{site.commenter()} said...\n\n{write.text(15, 60)}\n\n{write.answer_day()} at {write.half_day()}"
            for _ in range(number)
        ),
        "Post a Comment",
        "Newer Post",
        "Older Post",
        "Home",
        "Subscribe to: Post Comments (Atom)",
    ]


def _dotclear_fr(site: _Site, body: list[str], number: int) -> list[str]:
    write = site.write
    return [
        write.title(),
        f"Par {site.author} le {write.weekday()} {write.day()}, {write.clock()}"
        f" - {site.category} - Lien permanent",
        *body,
        *(["Commentaires"] if number else []),
        *(
            f"  {n}. Le {write.weekday()} {write.answer_day()}, {write.clock()} par {site.commenter()}\n\n"
            f"    {write.text(15, 60)}"
            for n in range(1, number + 1)
        ),
        "La discussion continue ailleurs",
        "Fil des commentaires de ce billet",
    ]


def _hautetfort_fr(site: _Site, body: list[str], number: int) -> list[str]:
    write = site.write
    return [
        write.figures(),
        write.title(),
        *body,
        f"{write.clock()} Publié dans {site.category} | Lien permanent | Commentaires ({number})"
        f" | Tags : {write.words(2, 2)}",
        "Commentaires",
        *(
            f"{write.text(15, 60)}\n\nÉcrit par : {site.commenter()} | {write.answer_figures()}"
            for _ in range(number)
        ),
        "Les commentaires sont fermés.",
    ]


def _typepad_en(site: _Site, body: list[str], number: int) -> list[str]:
    write = site.write
    return [
        write.day(),
        write.title(),
        *body,
        f"Posted by {site.author} on {write.day()} at {write.half_day()} in {site.category}"
        f" | Permalink | Comments ({number})",
        "Comments",
        *(
            f"{write.text(15, 60)}\n\nPosted by: {site.commenter()} | {write.answer_day()} at {write.half_day()}"
            for _ in range(number)
        ),
        "The comments to this entry are closed.",
    ]


def _month_fr(site: _Site, body: list[str], number: int) -> list[str]:
    write = site.write
    blocks: list[str] = []
    for start in range(0, len(body), 4):
        blocks += [
            write.figures(),
            write.title(),
            *body[start : start + 4],
            f"{write.clock()} Publié dans {site.category} | Lien permanent"
            f" | Commentaires ({write.chance.randint(0, 9)})",
        ]
    return blocks


def _bare_fr(site: _Site, body: list[str], number: int) -> list[str]:
    return [site.write.title(), site.write.figures(), *body, "Les commentaires sont fermés."]


@dataclass(frozen=True, slots=True)
class _Shape:
    """The pages of a platform in a language: the blocks of one, given the site, the body and how many comments."""

    language: _Language
    blocks: Callable[[_Site, list[str], int], list[str]]
    menu: tuple[str, ...]
    side: tuple[str, str, str]
    comments: bool = True
    is_spaced: bool = True


_FRENCH_AROUND = (
    ("Aller au contenu", "  • Accueil\n  • À propos\n  • Contact"),
    ("Articles récents", "Archives", "Liens"),
)
_GERMAN_AROUND = (
    ("Zum Inhalt springen", "  • Startseite\n  • Impressum"),
    ("Letzte Beiträge", "Archiv", "Blogroll"),
)
_ENGLISH_AROUND = (("Skip to content", "  • Home\n  • About"), ("Recent Posts", "Archives", "Links"))
_SPANISH_AROUND = (
    ("Saltar al contenido", "  • Inicio\n  • Acerca de"),
    ("Entradas recientes", "Archivos", "Enlaces"),
)
_SHAPES = (
    _Shape(_FRENCH, _wordpress_fr, *_FRENCH_AROUND),
    _Shape(_GERMAN, _wordpress_de, *_GERMAN_AROUND),
    _Shape(_ENGLISH, _blogger_en, *_ENGLISH_AROUND),
    _Shape(_FRENCH, _dotclear_fr, *_FRENCH_AROUND),
    _Shape(_FRENCH, _hautetfort_fr, *_FRENCH_AROUND),
    _Shape(_ENGLISH, _typepad_en, *_ENGLISH_AROUND),
    _Shape(_SPANISH, _wordpress_es, *_SPANISH_AROUND),
    _Shape(_FRENCH, _month_fr, *_FRENCH_AROUND, comments=False),
    _Shape(_FRENCH, _bare_fr, *_FRENCH_AROUND, comments=False, is_spaced=False),
)


def pages(count: int, seed: int = 1) -> Iterator[bytes]:
    """Pages as a crawl holds them: those of one site after another; every seed makes other sites."""
    chance = random.Random(seed)
    for number in range(count):
        if number % PAGES_OF_A_SITE == 0:
            site = _Site(chance, _SHAPES[number // PAGES_OF_A_SITE % len(_SHAPES)])
        yield site.page().encode()
