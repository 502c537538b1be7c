"""Comparing a line with a cue: a stand-in for each date, one kind of quote, and what the cue captures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from blogimport.textpage.cues.book import cue_book
from blogimport.textpage.cues.captured import NOTHING_CAPTURED, Captured, listed, own_name, plausible_name
from blogimport.textpage.cues.cue import DATE, LEFT_OPEN, TIME, Cue, CueKind, comparable
from blogimport.textpage.cues.filed import by_whom, filed, is_filing
from blogimport.textpage.cues.lettering import words_of
from reader.dates import FoundDate, find_dates, find_time, tells_day, with_time
from reader.remembering import remembered

_NOT_A_LIST = re.compile(r"^[-–—|,;]|\s[-–—|]\s|[\[\]]")
_SIGNING: tuple[CueKind, ...] = ("head", "head_before")
# A name before a date, in a line without a word of any cue, has no more words.
_LONGEST_BARE_NAME = 5
_LONGEST_CRY = 2
# Cues with fewer letters are small words that stand in any sentence.
_SURE_WORDS = 6
# « Da », « By »
_SMALLEST = 2
# What a sentence ends with.
_STOPS = (".", "!", "?", "…")
# So many letters of a cue tell a link from another page without the minute: « Trackback ».
_TOLD_APART = 6
FURTHER_UNIT = re.compile(r"(?:\s*,|\s+[^\W\d_]{1,3})\s+\d{1,2}\s+[^\W\d_]+(?!\w)")
"""What follows words that count back in years or days: « il y a 3 mois, 2 semaines »."""
_MOMENT_BEHIND = re.compile(
    f"[\\s|,·•(–—-]*(?:(?<=[\\s|(–—-])[^\\W\\d_]{{1,3}}\\s+)?{DATE}[\\s,@|–—-]*(?:[^\\W\\d_]{{1,3}}\\s+)?{TIME}?[)\\s]*$"
)
_INITIAL_END = re.compile(r"(?:^|[\s.-])[^\W\d_]$")


class MarkedLine(NamedTuple):
    """A line, or a part of one, with a stand-in for each date and time.

    `line` is what cues are compared with, `written` the same, letter for letter, as it is written; `dates` are
    ISO, `times` `HH:MM`, each in order.
    """

    line: str
    written: str
    dates: tuple[str, ...] = ()
    times: tuple[str, ...] = ()

    @property
    def moment(self) -> str | None:
        """The first date, with its year where that is said again, and the first time if that stands apart from it."""
        if not self.dates:
            return None
        first = self.dates[0]
        if first[0] == "-":
            first = next((date for date in self.dates if date[5:10] == first[2:7]), first)
        return with_time(first, self._first_time)

    @property
    def longest_moment(self) -> str | None:
        """The same of the date that says most: a calendar's leaf shows the day alone, too."""
        return with_time(max(self.dates, key=len), self._first_time) if self.dates else None

    @property
    def _first_time(self) -> str | None:
        return self.times[0] if self.times else None

    def part(self, start: int, end: int) -> MarkedLine:
        """A stretch of the line with its own dates and times."""
        if not (self.dates or self.times):
            return MarkedLine(self.line[start:end], self.written[start:end], (), ())
        first_date, first_time = self.written[:start].count(DATE), self.written[:start].count(TIME)
        written = self.written[start:end]
        return MarkedLine(
            self.line[start:end],
            written,
            self.dates[first_date : first_date + written.count(DATE)],
            self.times[first_time : first_time + written.count(TIME)],
        )

    def date_at(self, place: int) -> str:
        """The date whose stand-in is at a place."""
        return self.dates[self.written[:place].count(DATE)]

    def time_at(self, place: int) -> str:
        """The time whose stand-in is at a place."""
        return self.times[self.written[:place].count(TIME)]


def mark(text: str, found: Sequence[FoundDate]) -> MarkedLine:
    """A line with a stand-in for each of the dates that were found in it, and for each time."""
    if len(found) == 2:
        found = _first_of_glued(found)
    pieces: list[str] = []
    position = 0
    for date in found:
        pieces += [text[position : date.start], DATE]
        position = date.end
    pieces.append(text[position:])
    written = "".join(pieces)
    times: list[str] = []
    while (time := find_time(written)) is not None:
        start, end, value = time
        written = f"{written[:start]}{TIME}{written[end:]}"
        times.append(value)
    return MarkedLine(comparable(written), written, tuple([date.iso for date in found]), tuple(times))


def _first_of_glued(found: Sequence[FoundDate]) -> Sequence[FoundDate]:
    """The two dates of a line; where they are glued the first: the other one is when a post was changed."""
    if found[0].end == found[1].start:
        return [found[0]._replace(end=found[1].end)]
    return found


# A page whose comments are told by their layout asks for its lines twice, and for those of its menus on each page.
@remembered(2048)
def marked_line(text: str, language: str | None) -> MarkedLine:
    """A line with a stand-in for each date and time in it."""
    return mark(text, find_dates(text, language))


@remembered(2048)
def counted_back(text: str) -> MarkedLine | None:
    """A line that counts back from a day that it does not tell, with a stand-in for that; None where it does not."""
    line = comparable(text)
    place = cue_book().ago(line)
    if place is None:
        return None
    start, end = place
    further = FURTHER_UNIT.match(line, end)
    end = further.end() if further is not None else end
    return MarkedLine(f"{line[:start]}{DATE}{line[end:]}", f"{text[:start]}{DATE}{text[end:]}")


# « 2 794 »: what stands between thousands.
_NO_FIGURE = re.compile(r"\D")
# „12.19.09 | 4 hent kommentiärt“: what a theme counts in words that no cue knows.
_COUNTED = re.compile(r"\d{1,4}(?:\s+[a-zà-öø-ÿ]+)+")
# Behind a comma a sentence goes on, where a title (« Zoé, PhD ») has a capital.
_CLAUSE = re.compile(r",\s+[^\W\d_A-ZÀ-Þ]+\s")
_COUNT_WITHIN = re.compile(r"\s(?P<what>[^\W\d_]+)\s\((?P<count>\d{1,4})\)$")
_COUNT_BEHIND = re.compile(r"(?:^|\s)(?P<count>\d{1,4})\s(?P<what>[^\W\d_]+)$")


@dataclass(slots=True)
class Sight:
    """One thing that a line could be; `cue` is the text of the cue, `fixed` how much of it is fixed.

    Nobody changes one; see `Captured`.
    """

    captured: Captured = field(default_factory=lambda: NOTHING_CAPTURED)
    cue: str = ""
    fixed: int = 0


def _is_subject(name: str) -> bool:
    """Whether what something is about is rather a thing, as in the title of a post: « About a boy »."""
    return name[0].islower() and " " in name


def fit(cues: Iterable[Cue], marked: MarkedLine, by_kind: dict[CueKind, Sight]) -> None:
    """Add what each of some cues sees in a line, if it fits better than what was seen before."""
    # What says who and when may be of a post and of a comment: it is tried once.
    stated: dict[str, Captured | None] = {}
    for cue in cues:
        known = by_kind.get(cue.kind)
        if known is not None and cue.may_tell <= _told(known):
            continue
        if cue.text not in stated:
            match = cue.pattern.match(marked.line)
            stated[cue.text] = None if match is None else _captured(match, marked, cue.fixed)
        captured = stated[cue.text]
        if captured is None:
            continue
        if cue.kind == "byline" and captured.categories and cue.fixed < _SURE_WORDS:
            captured = by_whom(captured)
        if captured.author is not None:
            if cue.kind == "about" and _is_subject(captured.author):
                continue
            if cue.kind == "byline":
                captured = filed(captured)
        if cue.kind in _SIGNING and (_is_vague(captured.date) or (captured.count and not captured.author)):
            continue
        if cue.kind == "trackback" and cue.fixed < _TOLD_APART and "T" not in (captured.date or "T"):
            continue  # « Le 3 mai, de bonne heure »; programs list links with the minute
        sight = Sight(captured, cue.text, cue.fixed)
        if known is None or _told(sight) > _told(known):
            by_kind[cue.kind] = sight


def cries(author: str, *, most_words: int = _LONGEST_CRY) -> bool:
    """Whether a name ends as an exclamation or a question does: « Zoé ! », beside what tells that it is one."""
    bare = author.rstrip("!? \xa0")
    if len(bare) == len(author) or bare.count(" ") >= most_words or not plausible_name(bare):
        return False
    return cue_book().speaks.match(comparable(bare).casefold()) is None  # « Bravo ! »


def _asks(value: str) -> bool:
    """Whether what may be a list of names is rather a question: „In welcher Reihenfolge liest man sie?“"""
    return value.rstrip()[-1:] == "?" and value.count(" ") >= _LONGEST_BARE_NAME


def _is_said(category: str, line: str) -> bool:
    """Whether what stands behind a small word is rather said: « Dans les deux cas, j'ai froid. »."""
    return category[0].islower() and " " in category and line.endswith(_STOPS)


def _is_vague(date: str | None) -> bool:
    """Whether a date gives no day: nothing that people say is signed with « juin 2017 »."""
    return date is not None and not tells_day(date)


def _told(sight: Sight) -> tuple[bool, bool, int]:
    """How much a sight tells: whether a date, whether a number of comments, how many letters are fixed."""
    captured = sight.captured
    return captured.date is not None, captured.count is not None, sight.fixed


def _captured(match: re.Match[str], marked: MarkedLine, fixed: int) -> Captured | None:
    """What a match states; None where its author is no name."""
    groups = match.groupdict()
    if not groups:
        return NOTHING_CAPTURED

    def written(name: str) -> str | None:
        if groups.get(name) is None:
            return None
        return restored(marked.written[match.start(name) : match.end(name)]) or None

    author = None
    if "author" in groups:
        book = cue_book()
        author = own_name(book.remarks.name_alone(_with_stop(written("author"), marked.written, match)))
        is_told = bool(fixed) or DATE in marked.line
        # « Encore un café ? a dit… »
        longest = _LONGEST_BARE_NAME if marked.line.endswith(LEFT_OPEN) else _LONGEST_CRY
        if author is None or not (plausible_name(author) or (is_told and cries(author, most_words=longest))):
            return None
        if _is_announcing(match, marked):
            return None
        if fixed <= _SMALLEST and author[0].islower() and " " in author and marked.line.endswith(LEFT_OPEN):
            return None  # « Da che pulpito… », a title
        if author[0].islower() and " " in author and is_filing(author):
            return None  # « 3 mai 2005 dans Voyages par Paul »
        if "," in author and marked.line[-1] == "." and _CLAUSE.search(author):
            return None  # « Elle prend l'eau, je vous l'avais dit. »
        if not fixed and match.start("author") > marked.line.find(DATE) >= 0 and _COUNTED.fullmatch(author):
            return None
        if (
            not fixed
            and author.count(" ") >= _LONGEST_BARE_NAME
            and "»" not in author
            and match.start("author") < marked.line.find(DATE)
        ):
            return None  # a title stands before its date
        if (
            " " in author
            and not groups.keys().isdisjoint(("date", "time"))
            and book.announcing.ends_with_date_label(author)
        ):
            return None
        if '"' in author:
            author = _with_quote(author, marked.written, match)
    category, tags = written("category"), written("tags")
    for value in (category, tags):
        if value is not None and (
            DATE in value or TIME in value or _NOT_A_LIST.search(value) or _asks(value)
        ):
            return None
    if category is not None and fixed < _SURE_WORDS and _is_said(category, marked.line):
        return None
    if category is not None and category[-1] == ")":
        category, behind = _without_count_within(category)
        groups["count"] = groups.get("count") or behind
    date = marked.date_at(match.start("date")) if groups.get("date") else None
    time = None
    if groups.get("time") == TIME:
        time = marked.time_at(match.start("time"))
    elif groups.get("time") == DATE:
        date = marked.date_at(match.start("time"))
    if date is not None and marked.times and TIME in match[0]:
        date = with_time(date, marked.times[0])
    title = written("title") or written("quote")
    if title is not None and title.endswith("()"):
        title = title[:-2].rstrip()  # brackets that have lost a button
    if title is not None and (DATE in title or TIME in title):
        # « Pingback von Zettelkasten | 3. Mai 2009 12:04 »: no stand-in is anything that a page says.
        moment = _MOMENT_BEHIND.search(title)
        bare = title[: moment.start()].rstrip() if moment is not None else ""
        is_apart = bool(bare) and DATE not in bare and TIME not in bare
        title = bare if is_apart else None
        if is_apart and date is None and len(marked.dates) == 1:
            date = marked.moment
    count = "1" if groups.get("one") else groups.get("count")
    if author is not None:
        name, behind = without_count(author)
        author, count = name or None, count or behind
    return Captured(
        author,
        date,
        time,
        int(_NO_FIGURE.sub("", count)) if count else None,
        title,
        listed(category),
        listed(tags),
    )


def _without_count_within(category: str) -> tuple[str, str | None]:
    """A category without the number of comments in brackets behind it, and that: « Lutherie Commentaires (3) »."""
    match = _COUNT_WITHIN.search(category)
    if match is None or match["what"].casefold() not in cue_book().counted:
        return category, None
    return category[: match.start()].rstrip(" -–—|·,"), match["count"]


def without_count(author: str) -> tuple[str, str | None]:
    """A name without the number of comments behind it, and that: « Rufus Tan 6 Comments »; empty where no name is."""
    match = _COUNT_BEHIND.search(author) if author[-1:].isalpha() else None
    if match is None or match["what"].casefold() not in cue_book().counted:
        return author, None
    return author[: match.start()].rstrip(" -–—|·,"), match["count"]


def _is_announcing(match: re.Match[str], marked: MarkedLine) -> bool:
    """Whether the words in the place of an author announce what follows them: « Modifié le 3 mai »."""
    start, end = match.span("author")
    book = cue_book()
    if book.announcing.is_label(marked.written[start:end].rstrip(" -–—")):
        return True
    date = marked.written.find(DATE, end)
    return date > 0 and book.announcing.is_label(marked.written[start:date].strip("# "))


def speaks_of_comments(text: str) -> bool:
    """Whether a line has one of the words that comments are called by, as a site speaks of them."""
    return not cue_book().counted.isdisjoint(words_of(comparable(text)))


def signed_name(text: str) -> str:
    """The name in what stands where somebody signs, without what a theme writes around it."""
    return own_name(cue_book().remarks.name_alone(text)) or text


def without_remark(text: str) -> str:
    """A text without what a theme writes behind a name, if it ends with that: « Zoé [Visiteur] », « Zoé (Ospite) »."""
    return cue_book().remarks.without_last(text)


def is_remark(text: str) -> bool:
    """Whether a text is what a theme writes behind a name, and nothing else."""
    return cue_book().remarks.is_whole(text)


def _with_stop(author: str | None, marked: str, match: re.Match[str]) -> str | None:
    """The author with the full stop after an initial at the end, which a cue takes for the end of the line."""
    if author is not None and _INITIAL_END.search(author) and marked[match.end("author") :].startswith("."):
        return f"{author}."
    return author


def _with_quote(author: str, marked: str, match: re.Match[str]) -> str:
    """The author with the quote at the end, which a cue takes for the end of the line: « the man with "a kettle" »."""
    behind = marked[match.end("author") :]
    is_open = author.count('"') == 1 and behind.lstrip().startswith('"')
    return author + behind[: behind.index('"') + 1] if is_open else author


def restored(text: str) -> str:
    """A piece of a marked line as it is written: without stand-ins and outer spaces."""
    return text.strip()
