"""Where comments begin in a page whose lines stand close, without blank ones between: what an extractor has kept.

Such a page holds little but the post and its comments; headings, names and buttons are often gone. So what is left
says more here than in a whole page: times that stand alone between texts, or texts under what ends the post.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from blogimport.textpage.cues import (
    Captured,
    Sight,
    Sights,
    no_text,
    plausible_name,
    sights_of,
    speaker,
    speaks_of_comments,
)
from blogimport.textpage.labelling.masthead import is_feed
from blogimport.textpage.lines import Line, ends_sentence, first_prose
from blogimport.textpage.voice import closes, name_line, voice_of

# So few blank lines stand in such a page.
_DENSE = 0.1
# So many times alone are no accident.
_FEWEST = 3
# One text may be about who writes.
_FEWEST_TEXTS = 2
_HALF = 0.5
_SURE = 8
# So many letters of « Filed under » or « Tags » are no accident.
_SURE_BYLINE = 4
_SHORT = 60
# Links from other pages, as programs call them.
_LINKS = ("trackback", "rétrolien")
_NAME = "a name alone over a text"
# No line of a program and no file.
_NICK = re.compile(r"[^\W\d_][^\W_]*(?:[ .,'’-]{1,2}[^\W_]+){0,3}\.?")
_CALL = re.compile(r"@[^\W_][\w.-]*")
_FEWEST_LOW = 2
_TIME = "a time alone over a text"
_END = "the end of the post"
_OPENER = "the same line over each comment"
_TECHNICAL_LABEL = "a label under the heading over comments"
_TECHNICAL = re.compile(r"\b(?:trackback|rétrolien|rss|feed|textile|permalink|ur[il])s?\b", re.IGNORECASE)
_NEAR = 3
# What a site says of itself in whole sentences.
_SITES = re.compile(r"\be-?mails?\b|newsletter|cookies?\b|©|copyright|\bsubscri|\babonn", re.IGNORECASE)
_CALENDAR = "a row of a calendar"
# The name of a day, or its number, has no more letters; and no line that ends a post is longer.
_LONGEST_DAY, _LONGEST_END = 3, 150
_SAYING = frozenset(("head", "head_before"))
_FORM = frozenset(("form", "closed", "furniture"))


class Begun(NamedTuple):
    """The sights of a page with what was found in it, and the index where its comments begin, if that is known."""

    sights: list[Sights]
    begin: int | None


def is_crowded(lines: Sequence[Line]) -> bool:
    """Whether the lines of a page stand without blank ones between them."""
    left = max(1, _DENSE * len(lines))
    for line in lines[1:]:
        if line.after_blank:
            left -= 1
            if left < 0:
                return False  # as most pages, whose first lines tell
    return True


def begun(lines: Sequence[Line], sights: list[Sights]) -> Begun:
    """Where the comments of a crowded page begin; of other pages nothing is said."""
    if not is_crowded(lines):
        return Begun(sights, None)
    if any(line.is_row for line in lines):
        sights = [
            no_text(_CALENDAR) if _is_calendars(line, seen) else seen
            for line, seen in zip(lines, sights, strict=True)
        ]
    found = list(sights)
    for index in _technical_labels(lines, sights):
        found[index] = no_text(_TECHNICAL_LABEL)
    for index in _repeated_openers(lines, sights):
        found[index] = speaker(Captured(), _OPENER)
    times = _times(lines, sights)
    if not times:
        signs, begin = _signs_under(lines, sights)
        if begin is not None:
            for index in signs:
                found[index] = Sights({"head": sights[index].by_kind["head"]})
            return Begun(found, begin)
        begin = _first_speaker(lines, sights)
        if begin is not None:
            return Begun(found, begin)
        names = _names_over_texts(lines, sights)
        if names:
            for index in names:
                found[index] = speaker(Captured(author=lines[index].text), _NAME)
            return Begun(found, names[0])
        begin = _under_the_post(lines, sights)
        if begin is not None and sights[begin - 1].by_kind.keys() <= {"furniture"}:
            last = found[begin - 1]
            if not (last.date or last.dated) and len(lines[begin - 1].text) <= _LONGEST_END:
                # Nobody's text, and what comments stand under.
                end = Sight(cue=_END, fixed=_SURE)
                found[begin - 1] = Sights({"furniture": end, "answers": end})
        return Begun(found, begin)
    for index in times:
        seen = found[index]
        head = Sight(Captured(date=seen.date), _TIME, _SURE)
        found[index] = replace(seen, date=None, by_kind={**seen.by_kind, "head_before": head})
    return Begun(found, times[0])


# --- times that stand alone over texts --------------------------------------------------------------


def _times(lines: Sequence[Line], sights: Sequence[Sights]) -> list[int]:
    """The indices of the lines that say only when, each over a comment; none where they do not."""
    times = [index for index, seen in enumerate(sights) if not seen.is_blind and _is_time(seen)]
    if len(times) < _FEWEST:
        return []
    first = first_prose(lines)
    times = [index for index in times if index > first]
    return times if len(times) >= _FEWEST and _stand_over(times, lines, sights) else []


def _is_time(seen: Sights) -> bool:
    """Whether a line says when something was said, and nothing else."""
    if seen.date is not None:
        return "T" in seen.date
    return seen.by_kind.keys() == {"ago"}


def _stand_over(times: Sequence[int], lines: Sequence[Line], sights: Sequence[Sights]) -> bool:
    """Whether a text stands under each of the lines that say when, and these follow each other as comments do."""
    if times[-1] + 1 >= len(lines) or not all(sights[index + 1].is_blind for index in times):
        return False
    dates = [seen.date for index in times if (seen := sights[index]).date is not None]
    if len(dates) not in (0, len(times)) or any(later < date for date, later in pairwise(dates)):
        return False
    named = sum(_may_name(lines[index - 1], sights[index - 1]) for index in times)
    if named > _HALF * len(times):
        return False
    others = (seen.by_kind.keys() for index, seen in enumerate(sights) if index not in times)
    return all(_SAYING.isdisjoint(kinds) for kinds in others)


def _may_name(line: Line, seen: Sights) -> bool:
    """Whether a line may be the name of who says what stands under the next one."""
    return seen.is_blind and line.shape == "short" and not ends_sentence(line) and plausible_name(line.text)


# --- what stands under a heading --------------------------------------------------------------------


def _technical_labels(lines: Sequence[Line], sights: Sequence[Sights]) -> list[int]:
    """The indices of lines next under a heading that name a feed, an address or a markup: « Feed for this entry »."""
    return [
        index
        for heading, seen in enumerate(sights)
        if "heading" in seen.by_kind
        for index in range(heading + 1, min(len(lines), heading + 1 + _NEAR))
        if sights[index].is_blind
        and lines[index].shape == "short"
        and not ends_sentence(lines[index])
        and _TECHNICAL.search(lines[index].text)
    ]


# --- one line over each comment ---------------------------------------------------------------------


def _repeated_openers(lines: Sequence[Line], sights: Sequence[Sights]) -> list[int]:
    """The indices of lines that say the same over each comment under a heading: « # re: Le titre »."""
    headings = [index for index, seen in enumerate(sights) if "heading" in seen.by_kind]
    if not headings or headings[-1] + 1 >= len(lines):
        return []
    opener = lines[headings[-1] + 1]
    if opener.shape != "short" or ends_sentence(opener):
        return []
    places = [index for index in range(headings[-1] + 1, len(lines)) if lines[index].text == opener.text]
    is_over = all(index + 1 < len(lines) and sights[index].is_blind for index in places)
    apart = all(later - index > 1 for index, later in pairwise(places))
    return places if len(places) >= _FEWEST and is_over and apart else []


# --- lines that sign the comments over them ---------------------------------------------------------


def _signs_under(lines: Sequence[Line], sights: Sequence[Sights]) -> tuple[list[int], int | None]:
    """The indices of the lines that sign comments over them, as only comments are signed, and where the first begins.

    What stands over the first of them is as long as most of the others, where the post goes on to there.
    """
    signs = [index for index, seen in enumerate(sights) if _signs_comment(lines[index], seen)]
    if len(signs) < _FEWEST or any("heading" in seen.by_kind for seen in sights):
        return [], None
    said = sorted(later - sign - 1 for sign, later in pairwise(signs))
    begin = signs[0] - said[(len(said) - 1) // 2]
    after = signs[-1] + 1
    if not said[0] or (after < len(lines) and sights[after].is_blind and ends_sentence(lines[after])):
        return [], None
    is_text = all(sights[index].is_blind for index in range(max(0, begin), signs[0]))
    has_post = any(_is_prose(lines[index], sights[index]) for index in range(max(0, begin)))
    return (signs, begin) if is_text and has_post else ([], None)


def _signs_comment(line: Line, seen: Sights) -> bool:
    """Whether a line says who wrote a comment and when, as no post is signed: it names comments, or has a button."""
    head = seen.by_kind.get("head")
    if head is None or not (head.captured.author and head.captured.date):
        return False
    *_, last = line.text.rpartition("|")
    return speaks_of_comments(head.cue) or (last != line.text and "tail" in sights_of(last.strip()).by_kind)


# --- lines that say who speaks under them -----------------------------------------------------------


def _first_speaker(lines: Sequence[Line], sights: Sequence[Sights]) -> int | None:
    """The index of the first of several lines that say who speaks under them, « Zoé a dit », down to the end.

    A story puts a colon there.
    """
    if any("heading" in seen.by_kind for seen in sights):
        return None
    speakers = [index for index, seen in enumerate(sights) if "head_before" in seen.by_kind]
    names = {sights[index].by_kind["head_before"].captured.author for index in speakers}
    if len(names - {None}) < _FEWEST or any(lines[index].text[-1] == ":" for index in speakers):
        return None
    dates = sum(sights[index].date is not None for index in range(speakers[0], len(lines)))
    if dates > len(speakers):
        return None  # others speak without a word that is known
    has_post = any(_is_prose(lines[index], sights[index]) for index in range(speakers[0]))
    is_said = speakers[-1] + 1 < len(lines) and all(sights[index + 1].is_blind for index in speakers)
    return speakers[0] if has_post and is_said else None


# --- names alone over texts -------------------------------------------------------------------------


def _names_over_texts(lines: Sequence[Line], sights: Sequence[Sights]) -> list[int]:
    """The indices of the lines that may be names, each over a text, down to the end of the page; none of headings.

    Somebody is called by one of them, « @Zoé : », or some are written as no heading is: « gwendal ».
    """
    if any("heading" in seen.by_kind for seen in sights):
        return []
    first = first_prose(lines)
    names: list[int] = []
    for index in range(len(lines) - 1, first, -1):
        if _may_name(lines[index], sights[index]):
            is_over = index + 1 < len(lines) and (not names or index + 1 < names[-1])
            if not is_over:
                return []
            names.append(index)
        elif not sights[index].is_blind:
            return []
    names.reverse()
    said = {lines[index].text for index in names}
    if len(said) < _FEWEST or not all(map(_NICK.fullmatch, said)):
        return []
    texts = [
        " ".join(line.text for line in lines[at + 1 : end]) for at, end in pairwise([*names, len(lines)])
    ]
    calls = {call.casefold() for text in texts for call in _CALL.findall(text)}
    called = not calls.isdisjoint(f"@{name.split()[0]}".casefold().rstrip(",") for name in said)
    low = sum(name[0].islower() for name in said)
    speaking = sum(_speaks(text) or voice_of(text, None).smiles for text in texts)
    return names if (called or low >= _FEWEST_LOW) and speaking >= _HALF * len(texts) else []


# --- texts under the line that ends the post --------------------------------------------------------


def _under_the_post(lines: Sequence[Line], sights: Sequence[Sights]) -> int | None:
    """The index of the first text under the last line that is said of the post, where only texts follow it.

    An extractor has kept them for what they are; a page has no texts there but its comments.
    """
    headings = [
        index
        for index, seen in enumerate(sights)
        if "heading" in seen.by_kind and not is_feed(index, lines, sights)
    ]
    if headings:
        # The form stands between the heading and the comments sometimes.
        forms = [end for index in headings if (end := _end_of_form(index, sights)) > index]
        return _texts_under(forms[-1], lines, sights) if forms else None
    first = next((index for index, line in enumerate(lines) if _is_prose(line, sights[index])), len(lines))
    ends = [index for index in range(first, len(lines)) if _ends_post(lines[index], sights[index])]
    found = (_texts_under(index, lines, sights) for index in reversed(ends))
    return next((begin for begin in found if begin is not None), None)


def _end_of_form(heading: int, sights: Sequence[Sights]) -> int:
    """The index of the last line of a form right under a heading; that of the heading where none is there."""
    end = heading
    while end + 1 < len(sights) and not _FORM.isdisjoint(sights[end + 1].by_kind):
        end += 1
    return end


def _ends_post(line: Line, seen: Sights) -> bool:
    """Whether a line is said of the post under it: what it is filed under, or where links to it are counted."""
    # A row may hold the whole post, with what ends it.
    if _counts_links(line.text[-_LONGEST_END:].casefold()):
        return len(line.text) < _SHORT or not ends_sentence(line)
    byline = seen.by_kind.get("byline")
    if byline is None or not _SAYING.isdisjoint(seen.by_kind):
        return False
    said = byline.captured
    if not (said.categories or said.tags or said.count):
        return "|" in line.text and not (said.author or said.date)
    # « In the next post… » is no category.
    return byline.fixed >= _SURE_BYLINE and not ends_sentence(line)


def _counts_links(text: str) -> bool:
    """Whether a text has a word for links from other pages."""
    return any(word in text for word in _LINKS)


def _texts_under(place: int, lines: Sequence[Line], sights: Sequence[Sights]) -> int | None:
    """The index of the first of the texts that follow a line to the end, or to what the site says; None for others."""
    begin = place + 1
    while begin < len(lines) and "furniture" in sights[begin].by_kind:
        begin += 1
    end = begin
    while end < len(lines) and sights[end].is_blind and not _SITES.search(lines[end].text):
        end += 1
    # A single line with a name and a day may be another post's.
    signed = sum(not _SAYING.isdisjoint(sights[index].by_kind) for index in range(end, len(lines))) > 1
    if not signed and any(_is_others(lines[index], sights[index]) for index in range(end, len(lines))):
        return None
    said = sum(_is_said(index, lines) for index in range(begin, end))
    fewest = 1 if signed or _declares(sights) else _FEWEST_TEXTS
    if end - begin < fewest or said < _HALF * (end - begin):
        return None
    # Two sentences under « Tags » may be about who writes, and some under a form about that.
    is_form = not _FORM.isdisjoint(sights[place].by_kind)
    is_sure = signed or not sights[place].by_kind or (end - begin >= _FEWEST and not is_form)
    return begin if is_sure or any(_speaks(lines[index].text) for index in range(begin, end)) else None


def _is_said(index: int, lines: Sequence[Line]) -> bool:
    """Whether a line is a sentence, or closes or signs the text right over it."""
    line = lines[index]
    if line.shape == "prose" or ends_sentence(line):
        return True
    return lines[index - 1].shape == "prose" and (closes(line.text) or name_line(line.text) is not None)


def _speaks(text: str) -> bool:
    """Whether somebody greets, thanks, praises, asks or calls out, as one does to another."""
    voice = voice_of(text, None)
    return any(
        (voice.greets, voice.thanks, voice.praises, voice.assents, voice.calls, "?" in text, "!" in text)
    )


def _declares(sights: Sequence[Sights]) -> bool:
    """Whether a line that is said of the post gives a number of comments."""
    bylines = (seen.by_kind["byline"] for seen in sights if "byline" in seen.by_kind)
    return any(byline.captured.count for byline in bylines)


def _is_prose(line: Line, seen: Sights) -> bool:
    return line.shape == "prose" and seen.is_blind


def _is_calendars(line: Line, seen: Sights) -> bool:
    """Whether a line is a row of a calendar: its month, or short names and numbers of days."""
    if not line.is_row:
        return False
    is_month = seen.date is not None and len(seen.date) == len("2005-11")
    return is_month or (seen.is_blind and all(len(cell) <= _LONGEST_DAY for cell in line.text.split()))


def _is_others(line: Line, seen: Sights) -> bool:
    """Whether a line under the texts is a text, too, or signs something, so that they are not told apart."""
    if seen.is_blind:
        return line.shape == "prose"
    return bool(seen.date or seen.dated) or not {"byline", *_SAYING}.isdisjoint(seen.by_kind)
