"""Comments told by what comes again with each of them, at the same place beside the line that says when.

A theme prints all comments alike: over the text or under it a line that says when, one with the name, a number, a
button. Lines that say the same for each are the theme's, and those that differ by a name alone say who; what is left is
the text. From one date to the next the same lines follow each other wherever a comment begins; where that is, markers
tell, blank lines, and what stands over the first and under the last. Must not know any words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from blogimport.textpage.cues import Captured, Sights, signed_name
from blogimport.textpage.dating import is_older
from blogimport.textpage.lines import Line, ends_sentence, first_prose, stops
from blogimport.textpage.recasting.bounds import Period, say_alike, speaks_for
from blogimport.textpage.recasting.grouping import Groups
from blogimport.textpage.recasting.layouts import Layout, counts, is_in_order, names_beside
from blogimport.textpage.recasting.named import INITIAL, looks_like_name
from blogimport.textpage.recasting.shapes import MARKS, Stamp, alike, differing, is_name
from blogimport.textpage.recasting.standing import have_subjects, is_text

_FEWEST = 2
_MOSTLY = 0.7
# So many lines of a theme may stand on one side of a text, and so many of those that say when be others'.
_MOST_PRINTED, _MOST_OTHERS = 4, 2
# How many lines the first and the last comment may have, whose edges nothing may tell.
_LONGEST = 10
# What speaks against comments that begin somewhere must not outweigh what speaks for it.
_LEAST = 0.0
# What a line of the same shape weighs that would sign none of them, below the text of the post.
_LEFT_OUT = 1.5
# So many comments at most may all be by one person.
_MOST_OF_ONE = 2


def periods_in(
    groups: Groups,
    lines: Sequence[Line],
    sights: Sequence[Sights],
    declared: int | None,
    published: str | None,
) -> Iterator[Layout]:
    """The layouts that the comments of a post may have by what recurs with each, the likeliest first."""
    found: list[Period] = []
    prose = first_prose(lines)
    for group in groups.unique:
        for begin in range(min(_MOST_OTHERS, len(group) - _FEWEST) + 1):
            left_out = [stamp for stamp in group[:begin] if stamp.place > prose]
            if len(group) - begin != declared and not _may_be_times(group[begin:], lines, published):
                continue
            if begin and say_alike(group[begin - 1 :]) and not _ascend(group[begin:]):
                continue  # posts are said alike, and the newest stands first
            if left_out and _stand_under_one_heading(left_out[0], group[begin], sights):
                continue  # what is left out there is a comment
            is_like = say_alike([*left_out, *group[begin:]])
            for period in _periods_of(group[begin:], lines, sights):
                if is_like:
                    period.value -= _LEFT_OUT * len(left_out)
                period.own = group[0] if begin == 1 else None
                found.append(period)
    found.sort(key=lambda one: (len(one.stamps) != declared, -len(one.stamps) - one.value))
    for period in found:
        yield _layout_of(period, lines, sights)


def _stand_under_one_heading(one: Stamp, other: Stamp, sights: Sequence[Sights]) -> bool:
    """Whether the nearest heading over comments, above a line that says when, stands above one further up, too."""
    over = (at for at in range(other.place - 1, -1, -1) if "heading" in sights[at].by_kind)
    return next(over, one.place) < one.place


def _periods_of(stamps: Sequence[Stamp], lines: Sequence[Line], sights: Sequence[Sights]) -> Iterator[Period]:
    """The ways to see comments in lines that say when; none where these sign none."""
    places = [stamp.place for stamp in stamps]
    gaps = [after - before - 1 for before, after in pairwise(places)]
    if not gaps or min(gaps) < 1 or any(stamp.date is None for stamp in stamps):
        return
    known = _known_names(places, sights)
    beside = known or names_beside(stamps, fewest=_FEWEST)
    is_beside = bool(known) or (all(map(is_name, beside)) and len(set(beside)) > 1)
    for spans in _spans(places, min(gaps), lines, sights):
        names = zip(places, beside, strict=True) if is_beside else ()
        period = Period(stamps, spans, {place: (place, name) for place, name in names})
        if _fill(period, lines, sights):
            period.value = speaks_for(period, lines, sights)
            if period.value >= _LEAST:
                yield period


def _known_names(places: Sequence[int], sights: Sequence[Sights]) -> list[str]:
    """The names in lines that sign in known words; empty where one does not."""
    heads = [sights[place].head for place in places]
    return (
        [
            head.captured.author
            for head in heads
            if head is not None and head.fixed and head.captured.author is not None
        ]
        if all(head is not None and head.fixed and head.captured.author for head in heads)
        else []
    )


def _may_be_times(stamps: Sequence[Stamp], lines: Sequence[Line], published: str | None) -> bool:
    """Whether some lines say when comments were written: at what time, or on days after that of the post, in order."""
    dates = [stamp.date for stamp in stamps if stamp.date]
    later = [date for date in dates if published is not None and not is_older(date, published)]
    if sum(bool(stamp.ago) or not stamp.has_day_alone for stamp in stamps) >= _MOSTLY * len(stamps):
        # Posts are newest first, and comments under a heading may be.
        are_later = (len(later) == len(dates) or published is None) and len(set(dates)) > 1
        return is_in_order(stamps, lines, is_told=published is not None) and are_later
    day = (published or "")[: len("2009-05-03")]
    follow = len(later) == len(dates) and len(day) == len("2009-05-03") and max(dates) > day
    return follow and is_in_order(stamps, lines, is_told=False)


def _ascend(stamps: Sequence[Stamp]) -> bool:
    """Whether nothing that some lines say was written before what those over it do."""
    dates = [stamp.date for stamp in stamps if stamp.date is not None]
    return all(one <= other for one, other in pairwise(dates))


def _spans(
    places: Sequence[int], least: int, lines: Sequence[Line], sights: Sequence[Sights]
) -> Iterator[list[range]]:
    """From where to where comments may go of which each has one of some lines."""
    items = _items(places, lines)
    if items is not None:
        stop = _end_of_item(items[-1], places[-1], lines)
        yield [range(start, end) for start, end in pairwise([*items, stop])]
        return
    most = min(_MOST_PRINTED, least)
    for lead in range(most + 1):
        starts = [place - lead for place in places]
        if starts[0] > 0:
            for stop in _stops(places[-1], lines, sights):
                yield [range(start, end) for start, end in pairwise([*starts, stop])]
    for trail in range(1, most + 1):
        ends = [place + trail for place in places]
        if ends[-1] <= len(lines):
            for start in range(places[0] - 1, max(0, places[0] - _LONGEST), -1):
                if "byline" in sights[start]:
                    break
                yield [range(begin, end) for begin, end in pairwise([start, *ends])]


def _stops(last: int, lines: Sequence[Line], sights: Sequence[Sights]) -> Iterator[int]:
    """Where the last comment may end of which a line at an index is one of the first."""
    for stop in range(last + 2, min(len(lines), last + _LONGEST) + 1):
        yield stop
        if stop < len(lines) and not is_text(stop, lines, sights, set()):
            return


def _items(places: Sequence[int], lines: Sequence[Line]) -> list[int] | None:
    """The items of a list in each of which one of some lines stands, None where they do not."""
    found: list[int] = []
    floor = -1
    for place in places:
        at = place
        while at > floor and lines[at].marker is None and lines[at].indent:
            at -= 1
        if at <= floor or lines[at].marker is None:
            return None
        found.append(at)
        floor = place
    return found if len({(lines[at].indent, lines[at].marker) for at in found}) == 1 else None


def _end_of_item(item: int, place: int, lines: Sequence[Line]) -> int:
    """The index after the last line of an item that holds a line."""
    base = lines[item].indent
    return next((at for at in range(place + 1, len(lines)) if lines[at].indent <= base), len(lines))


def _fill(period: Period, lines: Sequence[Line], sights: Sequence[Sights]) -> bool:
    """Tells what stands over and under the texts of comments; False where nobody is named, or one has no text."""
    stamps = period.stamps
    least = min(map(len, period.spans))
    places = {stamp.place for stamp in stamps}
    seconds = [span.start + 1 for span in period.spans]
    firsts = [span.start for span in period.spans]
    are_different = len({tuple(alike(lines[at].text)) for at in firsts}) > 1
    if (
        least > _FEWEST
        and are_different
        and places.isdisjoint(firsts)
        and have_subjects(seconds, lines, sights)
    ):
        kind = _column(seconds, period, places, lines, sights)
        period.head += ["subject", kind] if period.names and kind in ("name", "date") else []
    while len(period.head) < min(least - 1, _MOST_PRINTED):
        kind = _column(
            [span.start + len(period.head) for span in period.spans], period, places, lines, sights
        )
        if not kind:
            break
        period.head.append(kind)
    while len(period.foot) < min(least - 1 - len(period.head), _MOST_PRINTED):
        kind = _column(
            [span.stop - 1 - len(period.foot) for span in period.spans], period, places, lines, sights
        )
        if not kind:
            break
        period.foot.append(kind)
    if not period.names and len(stamps) <= _MOST_OF_ONE:
        _name_one(period, lines, sights)
    return "date" in (*period.head, *period.foot) and len(period.names) == len(stamps)


def _name_one(period: Period, lines: Sequence[Line], sights: Sequence[Sights]) -> None:
    """Tells who wrote a few comments that are all by one: what stands beside when may be a name, or the line at it."""
    first = period.stamps[0]
    own = first.before.strip(MARKS) or first.after.strip(MARKS)
    if own and is_name(own) and looks_like_name(own):
        period.names = {stamp.place: (stamp.place, own) for stamp in period.stamps}
        return
    # Buttons stand at the outer end.
    inner = [(period.head, at) for at in range(len(period.head) - 1, -1, -1)]
    inner += [(period.foot, at) for at in range(len(period.foot) - 1, -1, -1)]
    for kinds, at in inner:
        is_outer = kinds is period.foot and at == 0
        if kinds[at] != "printed" or (is_outer and kinds[:2] != ["printed", "date"]):
            continue
        column = [span.start + at if kinds is period.head else span.stop - 1 - at for span in period.spans]
        text = lines[column[0]].text
        if is_name(text) and looks_like_name(text) and sights[column[0]].is_blind:
            kinds[at] = "name"
            period.printed.difference_update(column)
            period.names = {
                stamp.place: (place, text) for stamp, place in zip(period.stamps, column, strict=True)
            }
            return


def _column(
    column: Sequence[int], period: Period, places: set[int], lines: Sequence[Line], sights: Sequence[Sights]
) -> str:
    """What stands at one place in all comments: when, who, what a theme prints; empty where it is a text."""
    dated = sum(at in places for at in column)
    if dated:
        return "date" if dated == len(column) else ""
    texts = [lines[at].text for at in column]
    if any(lines[at].shape != "short" for at in column):
        return ""
    known = None if period.names else _said_at(column, sights)
    if known is not None:
        period.names = {
            stamp.place: (at, name) for stamp, at, name in zip(period.stamps, column, known, strict=True)
        }
        return "name"
    words = list(map(alike, texts))
    if len(set(map(tuple, words))) == 1:
        period.printed.update(column)
        return "printed" if any(map(str.isalpha, "".join(words[0]))) else "number"
    are_buttons = any("tail" in sights[at].by_kind for at in column)
    names = None if period.names or are_buttons else _names_at(column, words, lines)
    if names is None:
        return ""
    period.names = {
        stamp.place: (at, name) for stamp, at, name in zip(period.stamps, column, names, strict=True)
    }
    return "name"


def _said_at(column: Sequence[int], sights: Sequence[Sights]) -> list[str] | None:
    """Who is named in some lines that say so in words that a cue knows: « Zoé a dit : »; None where one does not."""
    heads = [sights[at].by_kind.get("head_before") for at in column]
    names = [head.captured.author for head in heads if head is not None and head.captured.author]
    return names if len(names) == len(column) else None


def _names_at(
    column: Sequence[int], words: Sequence[Sequence[str]], lines: Sequence[Line]
) -> list[str] | None:
    """The names in some lines that differ by them alone, or say nothing else; None where they are none."""
    texts = [lines[at].text for at in column]
    names = differing(texts, fewest=_FEWEST)
    if not all(map(is_name, names)):
        return None
    if len({each[0] for each in words}) == 1 or len({each[-1] for each in words}) == 1:
        return names
    different = set(map(tuple, words))
    if any(
        count >= max(_FEWEST, len(different) / 2)
        for edge in (0, -1)
        for count in Counter(each[edge] for each in different if len(each) > 1).values()
    ):
        return None  # most have a word of the theme
    if any(
        ends_sentence(lines[at]) and text[-1] != ")" and not INITIAL.search(text)
        for at, text in zip(column, texts, strict=True)
    ):
        return None
    is_again = len(set(texts)) < len(texts)
    return names if is_again or 2 * sum(map(looks_like_name, texts)) >= len(texts) else None


def _layout_of(period: Period, lines: Sequence[Line], sights: Sequence[Sights]) -> Layout:
    """The lines that sign comments, and those that a theme prints with them."""
    signs: dict[int, Captured] = {}
    dates: dict[int, str | None] = {}
    under: set[int] = set()
    has_head = not {"date", "name"}.isdisjoint(period.head)
    for stamp in period.stamps:
        at, name = period.names[stamp.place]
        author = signed_name(name)
        if at < stamp.place and "name" in period.head:
            signs[at], dates[stamp.place] = Captured(author=author), stamp.date
            continue
        sign = min(at, stamp.place) if has_head else max(at, stamp.place)
        signs[sign] = Captured(author=author, date=stamp.date)
        if at != stamp.place:
            under.add(at + stamp.place - sign)
    place = range(period.spans[0].start, period.spans[-1].stop)
    above = place.start - 1
    heading = above if sights[above].is_blind and counts(lines[above], len(signs)) else None
    ago = {stamp.place for stamp in period.stamps if stamp.ago}
    posts = _signs_post(period, lines, sights)
    return Layout(signs, dates, ago, period.printed, place, has_head, heading, posts, under)


def _signs_post(period: Period, lines: Sequence[Line], sights: Sequence[Sights]) -> dict[int, Captured]:
    """Who and when for a line over the comments that is signed like them, and is the post's."""
    own = period.own
    if own is None or own.ago:
        return {}
    name, *_ = names_beside([own, *period.stamps])
    seen = sights[own.place].get("byline")
    is_said = stops(lines[own.place].text) and own.after.count(" ") > 1
    if not is_name(name) or is_said or (seen is not None and seen.captured.author):
        return {}
    return {own.place: Captured(author=signed_name(name), date=own.date)}
