"""Author lines that no cue can know: a name alone, with a date alone under or over it.

Many themes print who and when on two lines without a word. One such pair may be anything; several on a page,
after something that comments follow, are the heads of its comments. Where an extractor has dropped the names, the
times alone stand between the comments.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from blogimport.textpage.cues import Captured, CueKind, Sight, Sights, cries, plausible_name
from blogimport.textpage.lines import Line, ends_sentence, shape_of

# The name of the cue that such a line is said to follow; `fixed` makes it as sure as a worded one.
CUE = "name over date"
_TIME_CUE = "time alone"
_FIXED = 8
_FEWEST = 2
# So many different names do not begin with the same words by chance.
_FEWEST_ALIKE = 3
_MOSTLY = 0.6
# Under a heading a time and a text make a comment.
_FEWEST_LINES = 2
_NUMBER_CELL = re.compile(r"^\d{1,4}\s{2,}")
# What may stand between a heading and who wrote the first comment, and how many lines of it.
_LEADING: frozenset[CueKind] = frozenset(("furniture", "form"))
_MOST_UNDER_HEADING = 2
_OPENERS = frozenset(("heading", "form", "closed", "answers"))
_LONGEST_NAME_WORDS = 4
_WITHIN_COMMENT: frozenset[CueKind] = frozenset(("tail", "head_before"))


def with_bare_heads(
    lines: Sequence[Line], sights: Sequence[Sights], seeing: Sequence[int]
) -> Sequence[Sights]:
    """The sights of the (non-blank) lines, with each name that stands over a date seen as a head.

    `seeing` are the indices of those lines in which anything is seen: few, so that the others are passed over.
    """
    known = sights
    sights = _with_said_dates(lines, known, seeing)
    if sights is not known:
        seeing = [index for index, seen in enumerate(sights) if not seen.is_blind]
    days = [index for index in seeing if (date := sights[index].date) is not None and "T" not in date]
    # A day right over a button that only comments have is when one was written.
    last = len(sights) - 1
    buttons = [index for index in days if index < last and "tail" in sights[index + 1].by_kind]
    moments = [
        index
        for index in seeing
        if index in buttons
        or ((sights[index].date or "ago" in sights[index].by_kind) and _is_moment(sights[index]))
    ]
    if not moments:
        return sights
    first = next((index for index in seeing if not _OPENERS.isdisjoint(sights[index].by_kind)), len(lines))
    places = _names_over([index for index in moments if index > first], lines, sights)
    if not places and len(moments) >= _FEWEST_ALIKE:
        places = _untold(_names_over(moments, lines, sights), lines, sights)
    if not places or sum(index > first and _says_who(sights[index]) for index in seeing) >= _FEWEST:
        # Else the page says in words who signs: « Zoé a dit… », a short text, and when.
        return _with_times(lines, sights, seeing, moments)
    texts = {index: _without_number(lines[index].text) for index in places}
    said = _said_before(set(texts.values()))
    names = {index: text.removeprefix(said) for index, text in texts.items()}
    named = {index: name for index, name in names.items() if name.count(" ") < _LONGEST_NAME_WORDS}
    if _MOSTLY * len(names) <= len(named) < len(names):
        # Where most are names, a long one that stands like them is one, too.
        named = {
            index: name for index, name in names.items() if index in named or _stands_as_name(index, lines)
        }
    # A single pair right under a heading over comments is one, too.
    is_headed = any(_is_under_heading(index, sights) for index in named)
    if not named or (len(named) < _FEWEST and not is_headed):
        return _with_times(lines, sights, seeing, moments)
    found = list(sights)
    for index, name in named.items():
        head = Sight(Captured(author=name), CUE, _FIXED)
        found[index] = replace(found[index], by_kind={**found[index].by_kind, "head": head})
        # The date under a name is no post's.
        kinds = dict(found[index + 1].by_kind)
        kinds.pop("byline", None)
        found[index + 1] = replace(found[index + 1], by_kind=kinds)
    return found


def _is_under_heading(index: int, sights: Sequence[Sights]) -> bool:
    """Whether a heading stands right over a line, or over what leads to the feed of the comments, or to a form."""
    for above in reversed(sights[max(0, index - 1 - _MOST_UNDER_HEADING) : index]):
        if "heading" in above.by_kind:
            return True
        if _LEADING.isdisjoint(above.by_kind):
            return False
    return False


def _names_over(moments: Sequence[int], lines: Sequence[Line], sights: Sequence[Sights]) -> Sequence[int]:
    """The lines right over moments that may be the names of those who sign with them."""
    return [
        index - 1
        for index in moments
        if index
        # else it signs what stands over it
        and (lines[index - 1].after_blank or not lines[index].after_blank)
        and (
            _is_bare_name(lines[index - 1], sights[index - 1])
            or (sights[index].date and sights[index - 1].is_blind and cries(lines[index - 1].text))
        )
        and not (index > 1 and _begins_text(lines[index - 1], sights[index - 2]))
    ]


def _untold(over: Sequence[int], lines: Sequence[Line], sights: Sequence[Sights]) -> Sequence[int]:
    """Names over moments that nothing announces: several people, in order, each an item with a text in it.

    Or each said twice, as under a picture of somebody.
    """
    over = [index for index in over if _holds_next(index, lines) or _is_said_twice(index, lines)]
    if len(over) < _FEWEST_ALIKE or not any(line.shape == "prose" for line in lines[: over[0]]):
        return ()
    names = {lines[index].text for index in over}
    outermost = min(lines[index].indent for index in over)
    dates = [sights[index + 1].date or "" for index in over if lines[index].indent == outermost]
    in_order = sum(date <= later for date, later in pairwise(dates))
    is_of_posts = any(
        "byline" in sights[index].by_kind or "heading" in sights[index].by_kind
        for index in range(over[0], over[-1])
        if index not in over
    )
    if len(names) < _FEWEST_ALIKE or in_order < _MOSTLY * (len(dates) - 1) or "" in dates or is_of_posts:
        return ()
    return over


def _holds_next(index: int, lines: Sequence[Line]) -> bool:
    """Whether a line begins an item in which the moment under it stands, and a text."""
    line, within = lines[index], lines[index + 1 : index + 3]
    return line.marker is not None and all(one.marker is None and one.indent > line.indent for one in within)


def _with_said_dates(
    lines: Sequence[Line], sights: Sequence[Sights], seeing: Sequence[int]
) -> Sequence[Sights]:
    """The sights with each date right under who said something: „Zoé sagt:“, „am 3. Mai 2009 um 12:04 Uhr“.

    Alone such a line may be a post's.
    """
    places = [
        index
        for index in seeing
        if index
        and "byline" in sights[index].by_kind
        and sights[index].date is not None
        and not lines[index].after_blank
        and _says_who(sights[index - 1])
        and sights[index - 1].by_kind["head_before"].captured.date is None
    ]
    under = () if places else _dates_under_texts(sights, seeing) or _lone_moment(sights, seeing)
    if not places and not under:
        return sights
    found = list(sights)
    for index in places:
        kinds = dict(found[index].by_kind)
        del kinds["byline"]
        found[index] = replace(found[index], by_kind=kinds)
    for index in under:
        found[index] = Sights(date=sights[index].by_kind["byline"].captured.date)
    return found


def _dates_under_texts(sights: Sequence[Sights], seeing: Sequence[int]) -> Sequence[int]:
    """The lines that say when, and nothing else, under the texts of all who said something without a date.

    « Zoé a dit : », the text, « Posté le 3 mai 2009 à 9h12 »: under a part of them it is the head of another post.
    """
    who = [
        (place, index)
        for place, index in enumerate(seeing[:-1])
        if "head_before" in (kinds := sights[index].by_kind) and kinds["head_before"].captured.date is None
    ]
    if not who:
        return ()
    said = [(index, seeing[place + 1]) for place, index in who]
    are_all = all(under - index > 1 and _says_when(sights[under]) for index, under in said)
    return [under for _, under in said] if are_all else ()


def _lone_moment(sights: Sequence[Sights], seeing: Sequence[int]) -> Sequence[int]:
    """The line that says when, and nothing else, under the heading over one comment, before anything but its buttons.

    Under a heading that tells no number a button stands by it. A page with several posts has several such lines.
    """
    over = count = None
    for place, index in enumerate(seeing):
        if "heading" in sights[index].by_kind:
            if over is not None:
                return ()
            over, count = place, sights[index].by_kind["heading"].captured.count
    if over is None or count not in (1, None):
        return ()
    said = [
        index for index in seeing[over:] if "byline" in sights[index].by_kind and _says_when(sights[index])
    ]
    if len(said) != 1:
        return ()
    between = (sights[index] for index in seeing[over + 1 :] if index < said[0])
    if any(seen.date is not None or not seen.by_kind.keys() <= _WITHIN_COMMENT for seen in between):
        return ()
    beside = [sights[index] for index in seeing if index in (said[0] - 1, said[0] + 1)]
    has_button = any("tail" in seen.by_kind for seen in beside)
    return said if count == 1 or has_button else ()


def _says_when(seen: Sights) -> bool:
    """Whether a line says in words at what time something was written, and nothing else: « Posté le 3 mai à 9h12 »."""
    said = seen.by_kind["byline"].captured if seen.by_kind.keys() == {"byline"} else None
    return said is not None and "T" in (said.date or "") and said == Captured(date=said.date)


def _with_times(
    lines: Sequence[Line], sights: Sequence[Sights], seeing: Sequence[int], moments: Sequence[int]
) -> Sequence[Sights]:
    """The sights with each time that stands alone seen as a head, where times in order have sentences between them.

    The posts of a page of several stand newest first, each with a title beside its time.
    """
    places = [
        index for index in moments if index and sights[index].date is not None and not lines[index].marker
    ]
    if len(places) < _FEWEST:
        return sights
    over = next((index for index in seeing if "heading" in sights[index].by_kind), None)
    is_headed = over is not None and any(index > over for index in places)
    if is_headed:
        places = [index for index in places if over is not None and index > over]
    while not is_headed and places and lines[places[0] - 1].shape != "prose":
        del places[0]  # the post's own
    times = [sights[index].date or "" for index in places]
    if len(places) < _FEWEST or any(later <= time for time, later in pairwise(times)):
        return sights
    if any(_says_who(seen) for seen in sights) or any(_has_dated_head(seen) for seen in sights[places[0] :]):
        return sights
    if sum(map(_names_surely, sights[over or 0 :])) >= len(places):
        return sights  # the names stand over the texts, and the times under them
    if is_headed and any(later - place < _FEWEST_LINES for place, later in pairwise(places)):
        return sights
    between = [
        ends_sentence(lines[index - 1]) and index + 1 < len(lines) and ends_sentence(lines[index + 1])
        for index in places
    ]
    if not is_headed and sum(between) < _MOSTLY * len(between):
        return sights
    found = list(sights)
    for index in places:
        head = Sight(Captured(date=sights[index].date), _TIME_CUE, _FIXED)
        found[index] = replace(sights[index], date=None, by_kind={"head": head})
    return found


def _says_who(seen: Sights) -> bool:
    """Whether a line stands over what somebody said: « Zoé a dit »."""
    return bool(seen.by_kind) and "head_before" in seen.by_kind


def _names_surely(seen: Sights) -> bool:
    """Whether a line says in words who wrote: « Postat av: Rakel »."""
    head = seen.by_kind.get("head") if seen.by_kind else None
    return head is not None and head.captured.author is not None and head.fixed >= _FIXED


def _has_dated_head(seen: Sights) -> bool:
    """Whether a line says who and when."""
    head = seen.by_kind.get("head") if seen.by_kind else None
    return head is not None and head.captured.date is not None and head.captured.author is not None


def _said_before(names: Collection[str]) -> str:
    """The words that most of several names begin with, as a theme writes them: „id Kommentar von Zoë“."""
    if len(names) < _FEWEST_ALIKE:
        return ""
    beginnings: Counter[str] = Counter()
    for name in names:
        words = name.split(" ")
        beginnings.update(" ".join(words[:count]) + " " for count in range(1, len(words)))
    shared = [said for said, count in beginnings.items() if count >= max(_FEWEST_ALIKE, len(names) / 2)]
    return max(shared, key=len, default="")


def _begins_text(line: Line, above: Sights) -> bool:
    """Whether a line is all that somebody said between who did and when, or between two times."""
    return _says_who(above) or (_is_moment(above) and not line.after_blank and line.marker is None)


def _without_number(text: str) -> str:
    """A name without the number of the comment in a cell of its own before it."""
    return _NUMBER_CELL.sub("", text) if text[0].isdigit() else text


def _stands_as_name(index: int, lines: Sequence[Line]) -> bool:
    """Whether a line begins an item, or says a name for the second time."""
    return lines[index].marker is not None or _is_said_twice(index, lines)


def _is_said_twice(index: int, lines: Sequence[Line]) -> bool:
    """Whether the line over one says the same."""
    return index > 0 and lines[index - 1].text == lines[index].text


def _is_moment(seen: Sights) -> bool:
    """Whether a line is nothing but the time when something was said."""
    if seen.date is not None:
        return "T" in seen.date
    return "ago" in seen.by_kind and "head" not in seen.by_kind


def _is_bare_name(line: Line, seen: Sights) -> bool:
    """Whether a line is a name and nothing that is known otherwise."""
    name = _without_number(line.text)
    if (line.shape if name is line.text else shape_of(name)) != "short" or not plausible_name(name):
        return False
    return (
        seen.by_kind.keys() <= {"head", "byline"}
        and seen.date is None
        and not seen.image
        and not seen.address
        and not _is_numbered(line.text, seen)
    )


def _is_numbered(text: str, seen: Sights) -> bool:
    """Whether a line says in words who wrote a comment, behind its number: „#1 Kommentar von Zoë“."""
    head = seen.by_kind.get("head") if text[0] == "#" else None
    return head is not None and head.fixed >= _FIXED
