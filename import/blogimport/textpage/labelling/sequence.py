"""The best consistent labelling of a page: to which part of the page each line belongs.

A page is read as a sequence of parts that follow each other as on every blog: furniture, the head of a
post with its title, its body, what stands under it, its comments, furniture again, perhaps the next post.
Each line has a score for each part, from what was sighted in it and from its shape; each step from one
part to another has a cost; the sequence with the best sum is found exactly (Viterbi).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from blogimport.textpage.cues import Sights, unseen
from blogimport.textpage.labelling.asides import as_titles, with_asides
from blogimport.textpage.labelling.bareheads import with_bare_heads
from blogimport.textpage.labelling.crowded import is_crowded
from blogimport.textpage.labelling.dayrows import DAY_ROW, UNDER_DAY, day_rows, under_days, without_day_titles
from blogimport.textpage.labelling.echoes import (
    echoes_in,
    listed_again,
    trails_in,
    trails_over_titles,
    under_neighbours,
)
from blogimport.textpage.labelling.figures import without_figures
from blogimport.textpage.labelling.headednames import with_headed_names
from blogimport.textpage.labelling.initials import with_initials
from blogimport.textpage.labelling.itemheads import with_item_heads
from blogimport.textpage.labelling.likeheads import with_like_heads
from blogimport.textpage.labelling.listedpings import FURTHER, WITHIN, over_further, with_listed_pings
from blogimport.textpage.labelling.numbering import with_numbers
from blogimport.textpage.labelling.ontop import below_title_on_top
from blogimport.textpage.labelling.overturned import with_overturned
from blogimport.textpage.labelling.parts import Part
from blogimport.textpage.labelling.poems import OVER_VERSES, UNDER_VERSES, VERSE, poem_in
from blogimport.textpage.labelling.printed import with_printed_moments
from blogimport.textpage.labelling.programs import PROGRAM, programs_in
from blogimport.textpage.labelling.recited import without_recited
from blogimport.textpage.labelling.scoring import (
    LONGEST_TITLE,
    PLAIN_PROSE,
    folded,
    is_named_heading,
    scores_of,
    scores_of_item,
    with_more,
    without_title,
)
from blogimport.textpage.labelling.sidelists import with_side_lists
from blogimport.textpage.labelling.spoken import said_openly, spoken_end, spoken_list
from blogimport.textpage.labelling.steps import NEVER, Row, best_way, gates
from blogimport.textpage.labelling.titled import count_over_text, first_text, title_over_head
from blogimport.textpage.labelling.titleheads import with_title_heading
from blogimport.textpage.labelling.undertext import UNDER_TEXT, lines_under_text
from blogimport.textpage.labelling.versed import without_chance
from blogimport.textpage.lines import Line, first_prose, stops
from blogimport.textpage.voice import greets

# What a body loses that begins, right under the line that says who and when, with what looks like a title.
_WEAK_OPENING = -1.5
# How many lines above a list a heading is its own.
_NEAR_HEADING = 3
# With these a line goes on, and no title ends; some are of Chinese and Japanese.
_GOES_ON = ",:;，：；、"
# What is said of a post.
_OF_POSTS = frozenset(("byline", "heading"))
# A statement has so many spaces between its words.
_STATEMENT_SPACES = 4
# So many spaces has a sentence of any kind that is too long for a title, though it is left open.
_OPEN_ENDS = ("!", "?", "…", "..")
_CRY_SPACES = 9
# What a list of speaking items gains over another line where comments begin without a heading.
_SPOKEN = 14.0
# What stands under comments and is none: the form, links of the site.
_NO_SPEECH = frozenset(("closed", "form", "furniture", "related", "none", "about"))


@dataclass(slots=True)
class Labelled:
    """A line with what was sighted in it and the part that it belongs to; see `Line` for why it may be changed."""

    line: Line
    sights: Sights
    part: Part


PLACE = attrgetter("line.number")
"""Where a labelled line stands in its page."""


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page, each with all that is known of it alone.

    `spoken` are lines whose words, or signatures, say that they are comments, `end` the index from where lines without
    any mark do; `weak` are the indices of the lines that look more like a title than like the first line of a body,
    `seeing` those of the lines in which anything is seen, in order: few, so that it costs little to ask these alone.
    """

    lines: tuple[Line, ...]
    sights: tuple[Sights, ...]
    seeing: tuple[int, ...]
    scores: tuple[Row, ...]
    weak: frozenset[int]
    spoken: range
    end: int | None

    @property
    def begin(self) -> int | None:
        """The index from where the page is comments to its end, if that is known."""
        return self.spoken.start if self.spoken and self.spoken.stop == len(self.lines) else None

    def headings(self) -> list[int]:
        """The indices of the lines that may stand over comments."""
        return [index for index in self.seeing if "heading" in self.sights[index].by_kind]


def page_of(
    lines: Sequence[Line],
    sights: Sequence[Sights],
    recurring: Collection[str] = (),
    language: str | None = None,
    begin: int | None = None,
) -> Page:
    """The page that lines make; `sights` stand beside `lines`, `recurring` are the texts that its site repeats.

    `begin` is the index of the line where its comments begin, if that is known.
    """
    short = [index for index, line in enumerate(lines) if line.shape == "short"]
    written, lines = lines, as_titles(lines, sights, short)
    seeing = _seeing(sights)
    text_at = first_prose(lines)
    programs = programs_in(lines, sights)
    if programs:
        sights = unseen(sights, programs)
        seeing = _seeing(sights)
    alone, sights = sights, with_asides(lines, sights, seeing, short, text_at)
    if sights is not alone:
        seeing = _seeing(sights)
    dayless = without_day_titles(sights, seeing)
    if dayless is not sights:
        sights, seeing = dayless, _seeing(dayless)
    alone, sights = sights, with_side_lists(lines, sights, seeing, text_at)
    if sights is not alone:
        seeing = _seeing(sights)
    alone, sights = sights, with_printed_moments(lines, sights, language)
    if sights is not alone:
        seeing = _seeing(sights)
    sights, pings = with_listed_pings(lines, sights, seeing)
    if pings:
        seeing = _seeing(sights)
    headed = with_title_heading(lines, sights, seeing)
    if headed is not sights:
        sights, seeing = headed, _seeing(headed)
    versed = without_chance(lines, sights, seeing)
    if versed is not sights:
        sights, seeing = versed, _seeing(versed)
    alone, sights = sights, with_bare_heads(lines, with_like_heads(lines, sights, seeing), seeing)
    sights = without_recited(lines, with_initials(lines, sights, seeing), seeing)
    headings = [index for index in seeing if "heading" in sights[index].by_kind]
    if headings:
        sights = with_numbers(lines, sights, headings[0])
        sights = with_item_heads(lines, sights, seeing, headings[0])
        sights = with_headed_names(lines, sights, headings)
    told = with_overturned(lines, sights, seeing, headings)
    if told is not sights:
        sights, headings = told, [index for index in seeing if "heading" in told[index].by_kind]
    if sights is not alone:
        seeing = _seeing(sights)
    trails = trails_in(lines)
    echoes = echoes_in([sights[index] for index in seeing]) | set(trails.values())
    echoes |= under_neighbours(lines, sights)
    if trails and (leading := trails_over_titles(trails, lines)):
        sights = [leading.get(index, seen) for index, seen in enumerate(sights)]
        seeing = _seeing(sights)
    # The title of a page stands over its text and its comments.
    echoes |= listed_again(
        lines[: headings[0]] if headings else lines[: first_text(lines, sights) or text_at], lines
    )
    title, rows = title_over_head(lines, sights, echoes, language)
    if rows:
        sights = [rows.get(index, seen) for index, seen in enumerate(sights)]
        seeing = _seeing(sights)
    if rows or trails:
        headings = [index for index in headings if "heading" in sights[index].by_kind]
    in_head = count_over_text(lines, sights, headings[0]) if headings else None
    if in_head is not None:
        sights = [in_head if index == headings[0] else seen for index, seen in enumerate(sights)]
        headings = headings[1:]
    sights, headings = without_figures(lines, sights, headings)
    poem = poem_in(lines, sights)
    if poem is not None and echoes:
        echoes = echoes.difference(folded(lines[index].text) for index in poem.verses)  # a verse comes again
    if poem is not None and any(not sights[index].is_blind for index in poem.verses):
        sights = unseen(sights, poem.verses)
        seeing = _seeing(sights)
    scores, weak = _scored(lines, sights, echoes, recurring)
    if poem is not None:
        for index in poem.verses:
            scores[index] = with_more(scores[index], VERSE)
        for index in poem.under:
            scores[index] = with_more(scores[index], UNDER_VERSES)
        if poem.title is not None:
            scores[poem.title] = with_more(scores[poem.title], OVER_VERSES)
    for index in programs:
        scores[index] = with_more(scores[index], PROGRAM)
    below = below_title_on_top(lines, sights, text_at)
    for index in below:
        scores[index] = with_more(scores[index], VERSE)
    if below:
        scores[0] = with_more(scores[0], OVER_VERSES)
    for index in under_days(lines, sights, seeing, text_at):
        scores[index] = with_more(scores[index], UNDER_DAY)
    for index in day_rows(lines, sights, language):
        scores[index] = with_more(scores[index], DAY_ROW)
    for index in lines_under_text(lines, sights, seeing):
        scores[index] = with_more(scores[index], UNDER_TEXT)
    for index in pings:
        scores[index] = with_more(scores[index], WITHIN)
    for index in over_further(headings, sights) if pings else ():
        scores[index] = with_more(scores[index], FURTHER)
    if title:
        own = {folded(lines[title].text)}
        scores[title] = scores_of(lines[title], sights[title], title, own, recurring, is_listed=False)
    if is_crowded(lines):
        _take_titles(scores, lines, sights)
    spoken = spoken_list(lines)
    if any(spoken.start - _NEAR_HEADING <= index < spoken.start for index in headings):
        spoken = range(0)  # the heading over it says that these are comments
    end = None if headings else spoken_end(lines, sights, language)
    if not (headings or spoken or end is not None):
        spoken = said_openly(lines, sights, seeing)
    if begin is not None:
        spoken, end = range(begin, len(lines)), None
    return Page(tuple(written), tuple(sights), tuple(seeing), tuple(scores), frozenset(weak), spoken, end)


def _seeing(sights: Sequence[Sights]) -> list[int]:
    """The indices of the lines in which anything is seen."""
    return [index for index, seen in enumerate(sights) if not seen.is_blind]


def _scored(
    lines: Sequence[Line], sights: Sequence[Sights], echoes: Collection[str], recurring: Collection[str]
) -> tuple[list[Row], list[int]]:
    """How well each line fits each part, and the indices of those that look like a title."""
    scores: list[Row] = []
    weak: list[int] = []
    last = len(lines) - 1
    for index, (line, seen) in enumerate(zip(lines, sights, strict=True)):
        is_blind, marker = seen.is_blind, line.marker
        if line.shape == "prose":
            if is_blind and marker is None and len(line.text) > LONGEST_TITLE:
                scores.append(PLAIN_PROSE)  # most of the text
                continue
            if not is_blind and "heading" in seen.by_kind and is_named_heading(lines, index, seen):
                line = replace(line, shape="short")
        if marker is not None and marker != "dash":
            scores.append(scores_of_item(line, seen, recurring))
            continue
        is_listed = (
            line.shape != "prose"
            and index < last
            and not lines[index + 1].after_blank
            and _is_label(lines[index + 1], sights[index + 1])
        )
        if is_blind and marker is None and line.shape == "short" and _opens_weakly(line.text):
            weak.append(index)
        scores.append(scores_of(line, seen, index, echoes, recurring, is_listed=is_listed))
    return scores, weak


def _take_titles(scores: list[Row], lines: Sequence[Line], sights: Sequence[Sights]) -> None:
    """Make of lines that are hardly titles none, in a page whose extractor often drops the title of the post.

    Its first line is the first sentence of the post then, or the line about it, or an item of a list.
    """
    for index, (line, seen) in enumerate(zip(lines, sights, strict=True)):
        if not seen.is_blind:
            continue
        if line.marker is None and (
            (line.text[-1] in ".:;," and not line.text.endswith("..") and _states(line.text))
            or (line.text.endswith(_OPEN_ENDS) and line.text.count(" ") >= _CRY_SPACES)
        ):
            scores[index] = PLAIN_PROSE
        elif line.marker == "dash" and _is_listed(index, lines):
            item = replace(line, marker="bullet")  # as this extractor writes them
            scores[index] = scores_of_item(item, seen, ())
    if len(scores) > 1 and scores[1] is PLAIN_PROSE and not _OF_POSTS.isdisjoint(sights[0].by_kind):
        scores[0] = without_title(scores[0])


def _states(text: str) -> bool:
    """Whether a text that ends with a stop is a statement, as a title seldom is: of five words or two sentences."""
    return text.count(" ") >= _STATEMENT_SPACES or ". " in text


def _is_listed(index: int, lines: Sequence[Line]) -> bool:
    """Whether another line with a dash stands right over or under one."""
    beside = (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])
    return any(line.marker == "dash" for line in beside)


def label(
    page: Page,
    opens: Collection[int] | None = None,
    *,
    is_single: bool = False,
    is_bare: bool = False,
    is_told: bool = False,
) -> tuple[list[Labelled], float]:
    """Each line with its part of the page, and the score of the whole.

    Comments may begin anywhere, or with `opens` only under the lines with those indices, with `is_bare` only
    without a heading, with `is_told` without one only where they are known to. With `is_single` the page holds one
    post at most.
    """
    if not page.lines:
        return [], 0.0
    if page.end is not None and opens is None:
        # Nothing but their words marks the comments: they reach to the end of the page.
        before, score = label(page, (), is_single=True)
        before = _with_text(before, page.end)
        return [
            entry
            if index < page.end or not _NO_SPEECH.isdisjoint(entry.sights.by_kind)
            else replace(entry, part=Part.THREAD)
            for index, entry in enumerate(before)
        ], score
    closed = 0.0 if opens is None else NEVER
    over = NEVER if is_bare else closed
    usual = gates(NEVER if is_single else 0.0, 0.0, over, NEVER if is_told else closed)
    special = dict.fromkeys(page.weak, usual.but(opening=_WEAK_OPENING))
    for index in page.spoken[:1] if opens is None else ():
        special[index] = special.get(index, usual).but(thread=_SPOKEN)
    for index in opens or ():
        special[index] = special.get(index, usual).but(over=0.0)
    heading = page.sights[0].by_kind.get("heading")
    is_over = opens is None and heading is not None and bool(heading.captured.title or heading.captured.count)
    parts, score = best_way(page.scores, usual, special, is_over=is_over)
    return list(map(Labelled, page.lines, page.sights, parts)), score


def _with_text(labelled: list[Labelled], end: int) -> list[Labelled]:
    """The lines, with what is prose above `end` as the text of the post, where comments stand under no other."""
    above = labelled[:end]
    texts = [at for at, entry in enumerate(above) if entry.line.shape == "prose" and entry.sights.is_blind]
    if not texts or any(entry.part is Part.BODY for entry in above):
        return labelled
    last = texts[-1]
    return [
        entry if at < texts[0] or at >= end else replace(entry, part=Part.BODY if at <= last else Part.FOOT)
        for at, entry in enumerate(labelled)
    ]


def _is_label(line: Line, seen: Sights) -> bool:
    """Whether a line is short, no sentence and no item, and nothing that is known."""
    return (
        line.shape == "short"
        and line.marker is None
        and seen.is_blind
        and not stops(line.text)
        and line.text[-1] != ":"
    )


def _opens_weakly(text: str) -> bool:
    """Whether a short text looks more like a title than like the first line of a body."""
    if " | " in text or (text[-1] == "." and _states(text)):
        return False
    return text[-1] not in _GOES_ON and (text[-1] not in "!?" or not greets(text))
