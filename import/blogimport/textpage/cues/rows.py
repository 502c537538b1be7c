"""Lines that are rows of parts or of labelled values: footers, « Le 3 mai, par Zoé | 4 commentaires »."""

from __future__ import annotations

import re
from dataclasses import replace

from blogimport.textpage.cues.book import cue_book
from blogimport.textpage.cues.captured import Captured, listed, plausible_name
from blogimport.textpage.cues.cue import DATE, TIME, CueKind, comparable
from blogimport.textpage.cues.lettering import words_of
from blogimport.textpage.cues.matching import MarkedLine, Sight, fit, restored
from blogimport.textpage.cues.phrases import Phrased, phrased
from reader.remembering import remembered

_FIELD_BORDER = re.compile(r"\s*\|\s*")
_DASH_BORDER = re.compile(r"(?:\s+(?:[-–—·•]+|::))+\s+|\s*\|\s*")
# Two make a row, one may stand in a title. « 6.11.2015/in Voyages /by Zoé »: one right behind the day does, too.
_STROKE_BORDER = re.compile(rf"\s+/\s*|(?<={DATE})/")
_FEWEST_STROKES = 2
# Without one of these the two borders cut a line into the same parts.
_CELL_BORDER = re.compile(r"\s{3,}")
# « Zoé 3 mai 2006 », beside the number of comments.
_NAME_AND_DATE = re.compile(rf"[^{DATE}{TIME}]+\s{DATE}")
_FIGURE_AFTER_SPACE = re.compile(r"\s\(?\d")
_DASH = re.compile(r"\s(?:[-–—·•]|::)")
_SENTENCE_END = re.compile(r"\.\s+(?=\S)")
_SURE_OPENING = 12
# Parts of a line that nobody knows are believed beside at least this many letters that are known.
_LEAST_KNOWN = 12
# So many known parts leave no doubt what the line is.
_MANY_PARTS = 3
# A line that says where a post is filed has so many parts, and a category so many words.
_FEWEST_FILED, _MOST_FILED, _LONGEST_FILED = 3, 4, 4
_AGO_BORDER = re.compile(r"\s+[•·]\s+(?=[^•·]+$)")
_SURE_AGO = 8
# How many letters a date is worth, which stands as one character while a line is looked at.
_DATE_LENGTH = 10
_PART_KINDS: tuple[CueKind, ...] = ("none", "byline", "heading", "closed", "form", "tail", "furniture")


def add_composed(by_kind: dict[CueKind, Sight], marked: MarkedLine) -> None:
    """Add what the line is as a row of parts, where that tells more than it does as a whole."""
    for border, is_there in (
        (_FIELD_BORDER, "|" in marked.line),
        (_DASH_BORDER, _DASH.search(marked.line) is not None),
        (_CELL_BORDER, "   " in marked.line),
        (_STROKE_BORDER, marked.line.count(" / ") >= _FEWEST_STROKES or f"{DATE}/" in marked.line),
    ):
        if not is_there or border.search(marked.line) is None:
            continue
        known = by_kind.get("byline")
        composed = _composed(border, marked) or _filed(border, marked)
        if composed is None and known is None and "head" not in by_kind:
            composed = _moment_and_filed(border, marked)
        if composed is not None and (
            known is None or not known.fixed or _tells(composed[1].captured) > _tells(known.captured)
        ):
            by_kind[composed[0]] = composed[1]


def add_ago(by_kind: dict[CueKind, Sight], marked: MarkedLine) -> None:
    """Add who wrote and how long ago, which a sign separates: « Zoé • il y a 3 ans »."""
    if marked.dates or "head" in by_kind:
        return
    border = _AGO_BORDER.search(marked.line)
    if border is None:
        return
    name, said = restored(marked.written[: border.start()]), marked.line[border.end() :]
    if plausible_name(name) and any(
        cue.kind == "ago" and cue.pattern.match(said) for cue in cue_book().candidates(said)
    ):
        by_kind["head"] = Sight(Captured(author=name), "name and how long ago", _SURE_AGO)
        by_kind["ago"] = Sight(Captured(), said, 0)


def _composed(border: re.Pattern[str], marked: MarkedLine) -> tuple[CueKind, Sight] | None:
    """A line made of parts, if most of it is parts that are known; furniture where it says nothing of a post."""
    captured = signed = Captured()
    known = parts = 0
    kinds: set[CueKind] = set()
    unknown: list[str] = []
    is_filed_before = False
    start = 0
    ends = [*((m.start(), m.end()) for m in border.finditer(marked.line)), (len(marked.line),) * 2]
    for end, following in ends:
        part = marked.part(start, end)
        if part.line.strip(" -–—|\"'"):
            seen = _part(part) if part.dates or part.times else _dateless_part(part.written)
            if seen is None and not any(character.isalpha() for character in part.line):
                start = following  # a bare number, as of a post
                continue
            if seen is None and (name := _name_before_date(part)):
                signed = Captured(author=name, date=part.moment)
            elif seen is None and is_filed_before and (names := _further_names(part)):
                captured = replace(captured, categories=(*captured.categories, *names))
                parts += 1
                known += len(part.line.strip())
            elif seen is None:
                unknown.append(restored(part.written))
                is_filed_before = False
            else:
                parts += 1
                known += len(part.line.strip()) + _DATE_LENGTH * (len(part.dates) + len(part.times))
                kinds.add(seen[0])
                captured = captured.merged(seen[1])
                # « Classé dans Soupes · Choux »: a dot parts names, other signs the parts of a row.
                is_filed_before = bool(seen[1].categories) and marked.line[end:following].strip() in (
                    "·",
                    "•",
                )
        start = following
    if signed.author:
        if captured.count is None:
            return None  # a comment is signed so, too
        captured = signed.merged(captured)
        kinds.add("byline")
    believed = known * 2 if parts >= _MANY_PARTS else known
    # « 3 mai 2009 par Zoé | données, prénoms, élections »
    doubtful = [text for text in unknown if not (captured.author and captured.date and _is_list(text))]
    if not kinds or believed <= sum(map(len, doubtful)) or (unknown and known < _LEAST_KNOWN):
        return None
    if (
        captured.count is not None
        and _tells(captured) == 1
        and kinds <= {"heading", "furniture", "form", "tail"}
    ):
        return "heading", Sight(captured, border.pattern, known)
    if kinds <= {"furniture", "form", "tail"}:
        return "furniture", Sight(captured, border.pattern, known)
    is_filed = len(unknown) == 1 and unknown[0].count(" ") < 4 and unknown[0][0] != "["  # « [User Picture] »
    if is_filed and captured.author and not captured.categories:
        captured = captured.merged(Captured(categories=listed(unknown[0])))
    return "byline", Sight(captured, border.pattern, known)


def _is_list(text: str) -> bool:
    """Whether a text is several words or names with commas between, as a post is filed under."""
    names = text.split(", ")
    return len(names) > 1 and not any(map(_is_said, names))


def _is_said(name: str) -> bool:
    """Whether a text is longer than what posts are filed under, or ends as a sentence."""
    return name.count(" ") >= _LONGEST_FILED or name[-1:] in ".!?"


def _further_names(part: MarkedLine) -> tuple[str, ...]:
    """What a part right behind one that says where a post is filed adds to that: « Classé dans Soupes · Choux »."""
    text = restored(part.written)
    is_name = text.count(" ") < _LONGEST_FILED and not any(map(str.isdecimal, text)) and text[:1].isalpha()
    return listed(text) if is_name and DATE not in text and TIME not in text else ()


def _filed(border: re.Pattern[str], marked: MarkedLine) -> tuple[CueKind, Sight] | None:
    """A line of a name, a day, where a post is filed, and perhaps a number: « Zoé · 3 mai 2006 · Voyages · 4 »."""
    parts: list[MarkedLine] = []
    start = 0
    for end, following in [
        *((m.start(), m.end()) for m in border.finditer(marked.line)),
        (len(marked.line),) * 2,
    ]:
        parts.append(marked.part(start, end))
        start = following
    if not _FEWEST_FILED <= len(parts) <= _MOST_FILED or parts[1].line.strip() not in (
        DATE,
        f"{DATE} {TIME}",
    ):
        return None
    name, filed, *rest = (restored(part.written) for part in (parts[0], *parts[2:]))
    names = listed(filed)
    is_filed = all(each.count(" ") < _LONGEST_FILED and any(map(str.isalpha, each)) for each in names)
    if not names or not is_filed or _dateless_part(filed) is not None or not all(map(str.isdecimal, rest)):
        return None
    if parts[2].dates or parts[2].times or parts[0].dates or parts[0].times or not plausible_name(name):
        return None
    date = parts[1].moment
    return "byline", Sight(Captured(author=name, date=date, categories=names), border.pattern, _SURE_OPENING)


def _moment_and_filed(border: re.Pattern[str], marked: MarkedLine) -> tuple[CueKind, Sight] | None:
    """A line of a day with its hour, and where a post is filed behind: « 8 July 2008 @ 11:34am • life, travel ».

    One name with a capital may be that of who wrote it.
    """
    if len(marked.dates) != 1 or "T" not in marked.dates[0] or not marked.line.startswith(DATE):
        return None
    parts = border.split(marked.written)
    if len(parts) != 2 or parts[0].strip() != DATE or _dateless_part(parts[1]) is not None:
        return None
    names = listed(restored(parts[1]))
    if not names or any(map(_is_said, names)):
        return None
    is_filed = len(names) > 1 or names[0][0].islower()
    captured = Captured(date=marked.moment, categories=names if is_filed else ())
    return "byline", Sight(captured, border.pattern, _DATE_LENGTH)


def _name_before_date(part: MarkedLine) -> str | None:
    """The name that a date follows, without a label that may announce either."""
    if (
        _NAME_AND_DATE.fullmatch(part.line) is None
        or next(cue_book().announcing.labels(part.line), None) is not None
    ):
        return None
    name = restored(part.written[:-1]).strip(" ,")
    return name if plausible_name(name) else None


def _known_part(text: str) -> Captured | None:
    """What a text without dates states by itself, None where it is not known."""
    seen = _dateless_part(text)
    return None if seen is None else seen[1]


# « Lien permanent », « Commentaires (3) »: the parts of a site's footers are few.
@remembered(4096)
def _dateless_part(text: str) -> tuple[CueKind, Captured] | None:
    """The same as `_part` of a text without dates and times; a button with its picture's text says the same twice."""
    if DATE in text or TIME in text:
        return None  # more dates than the line's own
    half = len(text) // 2
    if len(text) % 2 and text[half].isspace() and text[:half] == text[half + 1 :]:
        text = text[:half]
    seen = _part(MarkedLine(comparable(text), text, (), ()))
    if seen is None and _FIGURE_AFTER_SPACE.search(text) is not None:
        # « Commenter 12 commentaires »: the text of a picture that is a button, too.
        button, _, rest = text.partition(" ")
        if comparable(button) in cue_book().fixed_lines:
            counted = _part(MarkedLine(comparable(rest), rest, (), ()))
            return counted if counted is not None and counted[1].count is not None else None
    return seen


def _part(part: MarkedLine) -> tuple[CueKind, Captured] | None:
    """What kind of line one part of a composed line would be, and what it states; None where it is not known."""
    bare = part.line.strip(" ,.:;|#()[]-–—\"'")
    if bare == DATE:
        return "byline", Captured(date=part.moment)
    if bare == TIME:
        return "byline", Captured(time=part.times[0])
    by_kind: dict[CueKind, Sight] = {}
    book = cue_book()
    words = words_of(part.line)
    if book.may_count_in_words(words):
        part = part._replace(line=book.in_figures(part.line))
        words = words_of(part.line)
    cues = (*book.candidates(part.line, words), *book.wordless(part.line, words))
    fit([cue for cue in cues if cue.kind in _PART_KINDS], part, by_kind)
    for kind in _PART_KINDS:
        sight = by_kind.get(kind)
        if sight is not None:
            return kind, Captured(count=0) if kind == "none" else sight.captured
    if not book.announcing.may_hold_label(part.line, words):
        return None
    said = phrased(part, _known_part)
    return None if said is None or said.has_lead else ("byline", said.captured)


def _first_sentence(marked: MarkedLine) -> Phrased | None:
    """What the first sentence of a line of several says of a post, where its words leave no doubt."""
    end = _SENTENCE_END.search(marked.line)
    if end is None or len(cue_book().announcing.first_label(marked.line)) < _SURE_OPENING:
        return None
    return phrased(marked.part(0, end.start()), _known_part)


def add_phrased(by_kind: dict[CueKind, Sight], marked: MarkedLine) -> None:
    """Add a line of labelled values as a byline, and as the head of a comment where it names a person."""
    said = phrased(marked, _known_part) or _first_sentence(marked)
    if said is None:
        return
    sight = Sight(said.captured, "labels", 8 if said.is_sure else 3)
    known = by_kind.get("byline")
    is_byline = not said.has_lead and (said.is_sure or not (said.captured.date or "").startswith("--"))
    if is_byline and (
        known is None or known.fixed < sight.fixed or _tells(said.captured) > _tells(known.captured)
    ):
        by_kind["byline"] = sight
    is_signed = said.captured.author or (said.names_nobody and said.is_sure)
    if is_signed and said.captured.date and not (said.captured.categories or said.captured.tags):
        head = by_kind.get("head")
        if head is None or not head.captured.date:
            by_kind["head"] = sight


def _tells(captured: Captured) -> int:
    """How many things a line states."""
    told = (captured.author, captured.date, captured.time, captured.categories, captured.tags, captured.count)
    return sum([bool(value) or value == 0 for value in told])
