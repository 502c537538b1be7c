"""What a line could be, seen alone: each kind of cue that fits, with what it captures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from blogimport.textpage.cues.book import DATE, TIME, Cue, CueBook, CueKind, comparable, cue_book
from blogimport.textpage.cues.captured import Captured, listed, own_name, plausible_name
from blogimport.textpage.cues.phrases import Phrased, phrased
from blogimport.textpage.lines import cleaned
from reader.dates import FoundDate, find_dates, find_time

# Longer lines are prose; only those cut by `|` are looked at, for a footer may hold many tags.
_LONGEST_LINE = 220
_LONGEST_FOOTER = 900
# « This entry was posted on … and is filed under …. You can follow any responses … »
_LONGEST_SENTENCES = 400
_LONGEST_LABEL = 60

# No page has a date of its own from before there were blogs; what it tells may be older.
_FIRST_BLOG = "1994"

_SENTENCE_END = re.compile(r"\.\s+(?=\S)")
_SURE_OPENING = 12
# A line with a date that fits a cue of this many letters says who and when, and nothing else.
_SURE_HEAD = 8
# Parts of a line that nobody knows are believed beside at least this many letters that are known.
_LEAST_KNOWN = 12
# How many letters a date is worth, which stands as one character while a line is looked at.
_DATE_LENGTH = 10

_FIELD_BORDER = re.compile(r"\s*\|\s*")
_DASH_BORDER = re.compile(r"(?:\s+(?:[-–—·•]+|::))+\s+|\s*\|\s*")
_DIGIT = re.compile(r"\d")
_TAIL_BORDER = re.compile(r"\s*\||\s[-–·•](?=\s)")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+", re.IGNORECASE)
_LANGUAGE_CODE = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{2})?")
_NOT_A_LIST = re.compile(r"^[-–—|,;]|\s[-–—|]\s|[\[\]]")
_INITIAL_END = re.compile(r"(?:^|[\s.-])[^\W\d_]$")
_WORD_AND_DATE = re.compile(rf"[^\W\d_]{{1,6}}\s*{DATE}")
_ZONE = re.compile(r"\((?:UTC|GMT|CET|CEST|EST|PST|local)\)\s*$")
# The calendar leaf of old Over-blog pages gives the date twice: « 30 avril 2012 1 30 /04 /avril /2012 08:57 ».
_CALENDAR = re.compile(rf"{DATE}\s*\d{{0,2}}\s*{DATE}")
_IMAGE = re.compile(r"[\w.%+-]{1,80}\.(?:jpe?g|png|gif|bmp|webp)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sight:
    """One thing that a line could be; `cue` is the text of the cue, `fixed` how much of it is fixed."""

    captured: Captured
    cue: str = ""
    fixed: int = 0


@dataclass(frozen=True, slots=True)
class Sights:
    """All that a line could be, seen alone.

    `date` is set where the line is a date and nothing else; `dated` where a text ends with one:
    (the text before it, the ISO date). `address`, `image`: the line is only that.
    """

    by_kind: dict[CueKind, Sight] = field(default_factory=dict)
    date: str | None = None
    time: str | None = None
    dated: tuple[str, str] | None = None
    address: bool = False
    image: bool = False
    code: str | None = None

    def __contains__(self, kind: CueKind) -> bool:
        return kind in self.by_kind

    def get(self, kind: CueKind) -> Sight | None:
        """The line seen as that kind, if it could be."""
        return self.by_kind.get(kind)

    @property
    def is_blind(self) -> bool:
        """Whether nothing was recognised."""
        return not (
            self.by_kind or self.date or self.time or self.address or self.image or self.code or self.dated
        )


_NOTHING = Sights()


# Furniture recurs on each page of a site: most lines of a crawl are found here.
@lru_cache(maxsize=65536)
def sights_of(text: str, language: str | None = None) -> Sights:
    """What a line's text (without indent and item marker) could be."""
    book = cue_book()
    if len(text) > _LONGEST_FOOTER or (len(text) > _LONGEST_LINE and "|" not in text):
        opening = comparable(text[:_LONGEST_LABEL])
        if len(text) > _LONGEST_SENTENCES or not book.opens_with_label(opening):
            return _NOTHING
    if _ADDRESS.fullmatch(text):
        return Sights(address=True)
    if is_image(text):
        return Sights(image=True)
    found = [date for date in find_dates(text, language) if not date.has_year or date.iso >= _FIRST_BLOG]
    marked, times = _marked(text, found)
    dates = [date.iso for date in found]
    line = comparable(marked)
    by_kind: dict[CueKind, Sight] = {}
    core = _without_tail(line, book)
    if len(text) <= _LONGEST_LINE:
        _add_cued(by_kind, core, marked, dates, times)
        if "furniture" not in by_kind and book.is_furniture(line):
            by_kind["furniture"] = Sight(Captured(), "starts", 8)
        _drop_nameless(by_kind, language)
    head = by_kind.get("head")
    if head is not None and head.captured.date and head.fixed >= _SURE_HEAD:
        by_kind.setdefault("byline", head)  # who and when: there is no more to tell
    else:
        _add_composed(by_kind, line, marked, dates, times)
        if len(text) <= _LONGEST_SENTENCES and (dates or times or book.opens_with_label(line)):
            said = phrased(line, marked, dates, times, _known_part)
            _add_phrased(by_kind, said or _first_sentence(line, marked, dates, times))
    bare = _ZONE.sub("", line).strip(" ,.:;|#@()[]-–—\"'")
    return Sights(
        by_kind,
        date=_only_date(bare, dates, times) if dates else None,
        time=times[0] if times and bare == TIME else None,
        dated=_dated(text, core, found) if found else None,
        code=text[:2].lower() if _LANGUAGE_CODE.fullmatch(text) else None,
    )


def _add_cued(
    by_kind: dict[CueKind, Sight], core: str, marked: str, dates: list[str], times: list[str]
) -> None:
    """Add every kind of which a cue fits the whole line."""
    book = cue_book()
    for cue in book.candidates(core):
        _try(cue, core, marked, dates, times, by_kind)
    head = by_kind.get("head")
    if head is None or not head.captured.date:
        for cue in book.wordless(core):
            _try(cue, core, marked, dates, times, by_kind)


def _add_composed(
    by_kind: dict[CueKind, Sight], line: str, marked: str, dates: list[str], times: list[str]
) -> None:
    """Add what the line is as a row of parts, where that tells more than it does as a whole."""
    for border in (_FIELD_BORDER, _DASH_BORDER):
        if border.search(line) is None:
            continue
        known = by_kind.get("byline")
        composed = _composed(border, line, marked, dates, times, cue_book())
        if composed is not None and (
            known is None or not known.fixed or _tells(composed[1].captured) > _tells(known.captured)
        ):
            by_kind[composed[0]] = composed[1]


def _only_date(bare: str, dates: list[str], times: list[str]) -> str | None:
    """The date of a line that is nothing else, but for a word before it and the time after it."""
    if _CALENDAR.fullmatch(bare):
        return _joined(max(dates, key=len), times)
    if set(bare.replace(" ", "")) <= {DATE, TIME, "-", ",", "|"} or _WORD_AND_DATE.fullmatch(bare):
        return _joined(dates[0], times)
    return None


def _first_sentence(line: str, marked: str, dates: list[str], times: list[str]) -> Phrased | None:
    """What the first sentence of a line of several says of a post, where its words leave no doubt."""
    end = _SENTENCE_END.search(line)
    label = cue_book().said_pattern.match(line)
    if end is None or label is None or len(label[0]) < _SURE_OPENING:
        return None
    stop = end.start()
    return phrased(line[:stop], marked[:stop], *_slice(marked, 0, stop, dates, times), _known_part)


def is_image(text: str) -> bool:
    """Whether a text is the name of a picture file and nothing else."""
    return _IMAGE.fullmatch(text) is not None


def _add_phrased(by_kind: dict[CueKind, Sight], said: Phrased | None) -> None:
    """Add a line of labelled values as a byline, and as the head of a comment where it names a person."""
    if said is None:
        return
    sight = Sight(said.captured, "labels", 8 if said.is_sure else 3)
    known = by_kind.get("byline")
    is_byline = not said.has_lead and (said.is_sure or not (said.captured.date or "").startswith("--"))
    if is_byline and (
        known is None or known.fixed < sight.fixed or _tells(said.captured) > _tells(known.captured)
    ):
        by_kind["byline"] = sight
    if said.captured.author and said.captured.date and not (said.captured.categories or said.captured.tags):
        head = by_kind.get("head")
        if head is None or not head.captured.date:
            by_kind["head"] = sight


def _tells(captured: Captured) -> int:
    """How many things a line states."""
    told = (captured.author, captured.date, captured.time, captured.categories, captured.tags, captured.count)
    return sum(bool(value) or value == 0 for value in told)


def _without_tail(line: str, book: CueBook) -> str:
    """A line without the buttons at its end: « Posté par Zoé, 3 mai 2006 | | Répondre »."""
    while (borders := list(_TAIL_BORDER.finditer(line))) and borders[-1].start():
        bare = line[borders[-1].end() :].strip()
        if bare and not any(c.kind == "tail" and c.pattern.match(bare) for c in book.candidates(bare)):
            break
        line = line[: borders[-1].start()].rstrip()
    return line


def _drop_nameless(by_kind: dict[CueKind, Sight], language: str | None) -> None:
    """Take out what has no fixed word and whose author is a known line: « 3 mai 2006 | Partager »."""
    for kind in ("head", "byline"):
        sight = by_kind.get(kind)
        if sight is None or sight.fixed or sight.captured.author is None:
            continue
        author = sights_of(sight.captured.author, language)
        if any(
            other in author
            for other in ("byline", "furniture", "related", "form", "heading", "tail", "closed")
        ):
            del by_kind[kind]


def _joined(date: str, times: list[str]) -> str:
    return f"{date}T{times[0]}" if times and "T" not in date and date.count("-") >= 2 else date


def _marked(text: str, found: list[FoundDate]) -> tuple[str, list[str]]:
    """The text with a stand-in for each date and time, and the times in order."""
    times: list[str] = []
    pieces: list[str] = []
    position = 0
    for date in found:
        pieces += [text[position : date.start], DATE]
        position = date.end
    pieces.append(text[position:])
    marked = "".join(pieces)
    while _DIGIT.search(marked) and (time := find_time(marked)) is not None:
        start, end, value = time
        marked = f"{marked[:start]}{TIME}{marked[end:]}"
        times.append(value)
    return marked, times


def _try(
    cue: Cue, line: str, marked: str, dates: list[str], times: list[str], by_kind: dict[CueKind, Sight]
) -> None:
    """Add what a cue sees in a line, if it fits better than what was seen before."""
    known = by_kind.get(cue.kind)
    if known is not None and known.fixed >= cue.fixed and known.captured.date is not None:
        return
    match = cue.pattern.match(line)
    if match is None:
        return
    captured = _captured(match, marked, dates, times)
    if captured is None:
        return
    if known is not None and not _better(cue, captured, known):
        return
    by_kind[cue.kind] = Sight(captured, cue.text, cue.fixed)


def _better(cue: Cue, captured: Captured, known: Sight) -> bool:
    """Whether a cue tells more than one that fits too: a date, then more fixed letters."""
    return (captured.date is not None, captured.count is not None, cue.fixed) > (
        known.captured.date is not None,
        known.captured.count is not None,
        known.fixed,
    )


def _captured(match: re.Match[str], marked: str, dates: list[str], times: list[str]) -> Captured | None:
    """What a match states; None where its author is no name."""
    groups = match.groupdict()

    def written(name: str) -> str | None:
        if groups.get(name) is None:
            return None
        return _restored(marked[match.start(name) : match.end(name)]).strip() or None

    author = own_name(_with_stop(written("author"), marked, match))
    if "author" in groups and (author is None or not plausible_name(author) or cue_book().is_label(author)):
        return None
    for name in ("category", "tags"):
        value = written(name)
        if value is not None and (
            DATE in value or TIME in value or value[0] in "-–—|,;" or len(value.split()) > 40
        ):
            return None
    date = dates[marked[: match.start("date")].count(DATE)] if groups.get("date") else None
    time = None
    if groups.get("time") == TIME:
        time = times[marked[: match.start("time")].count(TIME)]
    elif groups.get("time") == DATE:
        date = dates[marked[: match.start("time")].count(DATE)]
    if date is not None and "T" not in date and times and TIME in match[0] and date.count("-") >= 2:
        date = f"{date}T{times[0]}"
    count = "1" if groups.get("one") else groups.get("count")
    return Captured(
        author,
        date,
        time,
        int(count) if count else None,
        written("title") or written("quote"),
        listed(written("category")),
        listed(written("tags")),
    )


def _with_stop(author: str | None, marked: str, match: re.Match[str]) -> str | None:
    """The author with the full stop after an initial at the end, which a cue takes for the end of the line."""
    if author is not None and _INITIAL_END.search(author) and marked[match.end("author") :].startswith("."):
        return f"{author}."
    return author


def _restored(text: str) -> str:
    return cleaned(text).strip()


def _composed(
    border: re.Pattern[str], line: str, marked: str, dates: list[str], times: list[str], book: CueBook
) -> tuple[CueKind, Sight] | None:
    """A line made of parts, if most of it is parts that are known; furniture where it says nothing of a post."""
    captured = Captured()
    known = 0
    kinds: set[CueKind] = set()
    unknown: list[str] = []
    start = 0
    for end, following in [*((m.start(), m.end()) for m in border.finditer(line)), (len(line), len(line))]:
        part = line[start:end]
        if part.strip(" -–—|\"'"):
            seen = _part(part, marked[start:end], *_slice(marked, start, end, dates, times), book)
            if seen is None and not any(character.isalpha() for character in part):
                start = following  # a bare number, as of a post
                continue
            if seen is None:
                unknown.append(_restored(marked[start:end]))
            else:
                known += len(part.strip()) + _DATE_LENGTH * (part.count(DATE) + part.count(TIME))
                kinds.add(seen[0])
                captured = captured.merged(seen[1])
        start = following
    if not kinds or known <= sum(map(len, unknown)) or (unknown and known < _LEAST_KNOWN):
        return None
    if (
        captured.count is not None
        and _tells(captured) == 1
        and kinds <= {"heading", "furniture", "form", "tail"}
    ):
        return "heading", Sight(captured, border.pattern, known)
    if kinds <= {"furniture", "form", "tail"}:
        return "furniture", Sight(captured, border.pattern, known)
    if len(unknown) == 1 and captured.author and not captured.categories and unknown[0].count(" ") < 4:
        captured = captured.merged(Captured(categories=listed(unknown[0])))
    return "byline", Sight(captured, border.pattern, known)


def _slice(
    marked: str, start: int, end: int, dates: list[str], times: list[str]
) -> tuple[list[str], list[str]]:
    """The dates and times whose stand-ins are in a part of a line."""
    first_date, first_time = marked[:start].count(DATE), marked[:start].count(TIME)
    part = marked[start:end]
    return dates[first_date : first_date + part.count(DATE)], times[
        first_time : first_time + part.count(TIME)
    ]


def _known_part(text: str) -> Captured | None:
    """What a text without dates states by itself, None where it is not known."""
    seen = _part(comparable(text), text, [], [], cue_book())
    return None if seen is None else seen[1]


_PART_KINDS: tuple[CueKind, ...] = ("none", "byline", "heading", "closed", "form", "tail", "furniture")


def _part(
    part: str, marked: str, dates: list[str], times: list[str], book: CueBook
) -> tuple[CueKind, Captured] | None:
    """What kind of line one part of a composed line would be, and what it states; None where it is not known."""
    bare = part.strip(" ,.:;|#()[]-–—\"'")
    if bare == DATE:
        return "byline", Captured(date=_joined(dates[0], times))
    if bare == TIME:
        return "byline", Captured(time=times[0])
    by_kind: dict[CueKind, Sight] = {}
    for cue in (*book.candidates(part), *book.wordless(part)):
        if cue.kind in _PART_KINDS:
            _try(cue, part, marked, dates, times, by_kind)
    for kind in _PART_KINDS:
        sight = by_kind.get(kind)
        if sight is not None:
            return kind, Captured(count=0) if kind == "none" else sight.captured
    said = phrased(part, marked, dates, times, lambda _: None)
    return None if said is None or said.has_lead else ("byline", said.captured)


def _dated(text: str, core: str, found: list[FoundDate]) -> tuple[str, str] | None:
    """The text and the date of a line that ends with a whole date (a title that was glued to one)."""
    if not found or not core.rstrip(" .,|)").endswith(DATE):
        return None
    last = found[-1]
    if not last.has_year or last.iso.count("-") < 2:
        return None
    before = _restored(text[: last.start]).rstrip(" ,|-–—(")
    return (before, last.iso) if len(before) >= 2 else None
