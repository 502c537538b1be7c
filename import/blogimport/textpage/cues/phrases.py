"""Lines that say who, when and where in any order, told by the word before each value.

« Le 3 mai 2010, par Paul dans voyages », « Publié le 3 mai 2010Auteur PaulCatégories voyages »: a template a
wording would need hundreds; a table of labels a language needs a few.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from blogimport.textpage.cues.announcing import Said
from blogimport.textpage.cues.book import CueBook, cue_book
from blogimport.textpage.cues.captured import Captured, listed, own_name, plausible_name
from blogimport.textpage.cues.cue import DATE, TIME
from blogimport.textpage.cues.matching import MarkedLine, without_count
from reader.dates import with_time

# Labels of this length say what they announce; « par », « le », « dans » stand in any sentence.
_SURE_LENGTH = 6
_SURE_OPENING = 12
_LONGEST_NAME_WORDS = 5
_LONGEST_CATEGORY_WORDS = 8
_STAND_IN = re.compile(f"[{DATE}{TIME}]")
_INITIAL = re.compile(r"(?:^|[\s.-])[^\W\d_]\.$")
_NOT_A_CATEGORY = re.compile(r"[\[\]]|\s[-–—|]\s")
# What leads to the address of a post, before the line about it.
_PERMALINK = "#"
# Where what a theme counts may begin behind the last name of a list, or a link that is glued to this.
_BEHIND_LIST = re.compile(r"(?<=[^\W\d_])\s?(?=\d{1,6}\s[^\W\d_]{3})|(?<=[^\W\d_A-ZÀ-Þ])(?=[A-ZÀ-Þ][^\W\d_])")
_PUNCTUATION = ' \xa0\u202f,;:|·•@()[]–—-\t"'


@dataclass(frozen=True, slots=True)
class Phrased:
    """What the labels of a line announce.

    `is_sure` where one of them is no everyday word; `has_lead` where a name stands before them, as in the
    head of a comment; `names_nobody` where a name is announced, and none is there.
    """

    captured: Captured
    is_sure: bool
    has_lead: bool
    names_nobody: bool = False


@dataclass(slots=True)
class _Piece:
    """A label, or a date or time that stands without one, with the text after it."""

    said: Said
    label: str
    value: str


KnownPart = Callable[[str], Captured | None]
"""What a text between two values states where it is known by itself (« 2 commentaires »), else None."""


def phrased(marked: MarkedLine, known_part: KnownPart) -> Phrased | None:
    """What a line announces, None where it is not wholly made of labels and their values."""
    book = cue_book()
    lead, pieces = _pieces(marked.line, marked.written, book)
    labels = [piece for piece in pieces if piece.label]
    if not labels or not any(piece.label not in (DATE, TIME) for piece in labels):
        return None
    if lead and not (plausible_name(lead) and lead.count(" ") < _LONGEST_NAME_WORDS):
        return None
    if lead and book.announcing.ends_with_date_label(lead):
        return None
    captured = _values(pieces, marked, known_part)
    if captured is None:
        return None
    if lead:
        if any(piece.said not in ("date", "time") or piece.value for piece in pieces):
            return None
        if not captured.date or captured.date.startswith("--"):
            return None
        captured = captured.merged(Captured(author=lead))
    is_sure = not lead and any(len(piece.label) >= _SURE_LENGTH for piece in labels)
    # « Posted by on », where an extractor has lost what stood in links.
    is_bare = any(piece.said == "author" for piece in pieces) and not any(piece.value for piece in pieces)
    if not (
        captured.date
        or captured.time
        or (is_sure and (is_bare or captured.author or captured.categories or captured.tags))
    ):
        return None
    return Phrased(captured, is_sure, bool(lead), is_bare)


def _pieces(line: str, marked: str, book: CueBook) -> tuple[str, list[_Piece]]:
    """What stands before the first label, and the labels, dates and times in order, each with what follows."""
    cuts: list[tuple[int, int, Said]] = [
        (match.start(), match.end(), book.announcing.said(match[0]))
        for match in book.announcing.labels(line)
        if not _is_said_otherwise(line, match, book.announcing.said(match[0]))
    ]
    known = cuts.copy()
    cuts.extend(
        (match.start(), match.end(), book.announcing.said(match[0]))
        for match in book.announcing.glued_labels(line)
        if not any(start <= match.start() < end for start, end, _ in known)
    )
    cuts.extend(
        (match.start(), match.end(), "date" if match[0] == DATE else "time")
        for match in _STAND_IN.finditer(line)
    )
    cuts.sort()
    cuts = [
        cut
        for index, cut in enumerate(cuts)
        if not (
            index
            and (
                _begins_name(line, marked, cuts[index - 1], cut)
                or _is_within_name(line, marked, cuts[index - 1], cut)
                or _is_within_list(line, marked, cuts[index - 1], cut)
            )
        )
    ]
    if not cuts:
        return line.strip(_PUNCTUATION), []
    lead = marked[: cuts[0][0]].strip(_PUNCTUATION)
    lead = "" if lead == _PERMALINK else lead
    pieces = []
    for index, (start, end, said) in enumerate(cuts):
        stop = cuts[index + 1][0] if index + 1 < len(cuts) else len(line)
        value = _bare(marked[end:stop])
        if said == "author" and book.announcing.is_label(value):
            value = ""  # « Posted by at »
        pieces.append(_Piece(said, line[start:end], value))
    return lead, pieces


def _bare(value: str) -> str:
    """A value without the punctuation around it; a bracket within it keeps its end: « Zoé (site web) »."""
    bare = value.strip(_PUNCTUATION)
    if bare.count("(") > bare.count(")") and bare + ")" in value:
        bare += ")"
    return bare


def _is_said_otherwise(line: str, label: re.Match[str], said: Said) -> bool:
    """Whether a small word that may announce a moment announces none: « Loire à vélo », « Fin du monde »."""
    return (
        said in ("date", "time")
        and len(label[0]) < _SURE_LENGTH
        and not _STAND_IN.match(line[label.end() :].lstrip(" :"))
    )


def _begins_name(line: str, marked: str, before: tuple[int, int, Said], cut: tuple[int, int, Said]) -> bool:
    """Whether an everyday word is no label but begins the name after one: « par Le comité »."""
    start, end, _ = cut
    is_everyday = end - start < _SURE_LENGTH and line[start:end].isalpha() and marked[start].isupper()
    return before[2] == "author" and is_everyday and not line[before[1] : start].strip(_PUNCTUATION)


def _is_within_name(
    line: str, marked: str, before: tuple[int, int, Said], cut: tuple[int, int, Said]
) -> bool:
    """Whether an everyday word is no label but part of the name after one: « door Rik van Geel »."""
    start, end, said = cut
    return (
        said == before[2] == "author"
        and end - start < _SURE_LENGTH
        and marked[start:end].islower()
        and marked[before[1] : start].strip(_PUNCTUATION)[:1].isupper()
        and marked[end:].lstrip()[:1].isupper()
        and not line[end:].lstrip(" ").startswith(":")
    )


def _is_within_list(
    line: str, marked: str, before: tuple[int, int, Said], cut: tuple[int, int, Said]
) -> bool:
    """Whether an everyday word is no label but within a name of a list: « Mots-clés mer, vie en mer »."""
    start, end, said = cut
    return (
        said == "category"
        and before[2] in ("tags", "category")
        and end - start < _SURE_LENGTH
        and marked[start:end].islower()
        and bool(marked[before[1] : start].strip(_PUNCTUATION))
        and not _STAND_IN.match(line[end:].lstrip())
    )


def _values(pieces: list[_Piece], marked: MarkedLine, known_part: KnownPart) -> Captured | None:
    """The values of the pieces, None where one of them is not what its label announces."""
    captured = Captured()
    waiting_dates, waiting_times = list(marked.dates), list(marked.times)
    for index, piece in enumerate(pieces):
        if piece.label in (DATE, TIME):
            date = waiting_dates.pop(0) if piece.label == DATE else None
            time = waiting_times.pop(0) if piece.label == TIME else None
            captured = captured.merged(Captured(date=date, time=time))
            if piece.value.strip("."):
                after = known_part(piece.value) or _counted(piece.value, known_part)
                is_last = index == len(pieces) - 1
                if after is None and captured.author and _is_trailing_category(piece.value, is_last=is_last):
                    after = Captured(categories=listed(piece.value.lstrip(". ")))
                if after is None:
                    return None
                captured = captured.merged(after)
            continue
        # « Posted at 03:22PM » has a label before the one of the time; the last one of a line may have lost its value.
        stands_before = index + 1 < len(pieces) and pieces[index + 1].said in ("date", "time")
        filed, _, behind = piece.value.partition(" | ")
        counted = known_part(behind) if behind and piece.said in ("category", "tags") else None
        if counted is not None:
            # « Classé dans Vélo | 3 commentaires Tags : mer »
            piece = replace(piece, value=filed)
            captured = captured.merged(counted)
        for link in _BEHIND_LIST.finditer(piece.value) if piece.said in ("category", "tags") else ():
            # « Mots-clés mer, vélo2 commentaires sur Le titre », „Kategorie: Rad 1204 Aufrufe“
            counted = known_part(piece.value[link.end() :])
            if counted is not None:
                piece = replace(piece, value=_bare(piece.value[: link.start()]))
                captured = captured.merged(counted)
                break
        value = Captured() if stands_before and not piece.value else _value(piece)
        if value is None:
            return None
        captured = captured.merged(value)
    if captured.date and captured.time:
        captured = Captured(date=with_time(captured.date, captured.time)).merged(captured)
    return captured


def _value(piece: _Piece) -> Captured | None:
    """The value after a label, None where it is not what the label announces."""
    words = piece.value.count(" ") + 1
    # „publicada em“ announces a date or a category.
    is_filed = piece.said == "date" and len(piece.label) >= _SURE_OPENING
    if not piece.value and (piece.said in ("author", "category") or len(piece.label) >= _SURE_LENGTH):
        return Captured()  # what stood in a link, an extractor has lost
    if (piece.said in ("date", "time") and not is_filed) or not piece.value:
        return None
    if piece.said == "author":
        value = piece.value if _INITIAL.search(piece.value) else piece.value.rstrip(".")
        name, count = without_count(own_name(value.strip()) or "")
        if count and not name:
            return Captured(count=int(count))  # who stood in a link, an extractor has lost
        fits = (
            plausible_name(name)
            and " | " not in name
            and words <= _LONGEST_NAME_WORDS
            and not cue_book().announcing.is_label(name)
        )
        return Captured(author=name, count=int(count) if count else None) if fits else None
    value, count = without_count(piece.value)
    names = listed(value)
    if not names or any(name.count(" ") >= _LONGEST_CATEGORY_WORDS for name in names):
        return None
    said = Captured(tags=names) if piece.said == "tags" else Captured(categories=names)
    return said if count is None else said.merged(Captured(count=int(count)))


def _counted(value: str, known_part: KnownPart) -> Captured | None:
    """The number of comments at the beginning of a text: « 4 commentaires Réactions : »."""
    number, _, rest = value.partition(" ")
    return known_part(f"{number} {rest.partition(' ')[0]}") if number.isdecimal() and rest else None


def _is_trailing_category(value: str, *, is_last: bool) -> bool:
    """Whether a text after a date is the category at the end of a line: « Par Paul le 3 mai 2010 - Voyages »."""
    if _NOT_A_CATEGORY.search(value):
        return False
    return is_last and value.count(" ") < 4 and not value.endswith((".", "!", "?", "…"))
