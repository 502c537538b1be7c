"""What a line could be, seen alone: each kind of cue that fits, with what it captures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from blogimport.textpage.cues.alone import dated_end, only_date
from blogimport.textpage.cues.book import cue_book
from blogimport.textpage.cues.buttons import (
    LinkToComments,
    is_row_of_buttons,
    is_row_of_furniture,
    link_to_comments,
    without_buttons_behind,
    without_tail,
)
from blogimport.textpage.cues.captured import FIRST_BLOG, NOTHING_CAPTURED, Captured
from blogimport.textpage.cues.closing import FEED, closing_of
from blogimport.textpage.cues.codes import LANGUAGE_CODES
from blogimport.textpage.cues.cue import DATE, LEFT_OPEN, TIME, CueKind, comparable
from blogimport.textpage.cues.daysapart import days_apart
from blogimport.textpage.cues.lately import signed_lately
from blogimport.textpage.cues.lettering import has_figure, is_image, plain_words, words_of
from blogimport.textpage.cues.matching import MarkedLine, Sight, fit, mark, speaks_of_comments
from blogimport.textpage.cues.paging import leads_to_pages
from blogimport.textpage.cues.rows import add_ago, add_composed, add_phrased
from blogimport.textpage.cues.seen import (
    ANY_TIME,
    NOTHING,
    SURE_FURNITURE,
    Sights,
    is_day_of_site,
    with_own_date,
)
from reader.dates import FoundDate, find_dates
from reader.remembering import remembered

# Longer lines are prose; only those cut by `|` are looked at, for a footer may hold many tags.
_LONGEST_LINE = 220
_LONGEST_FOOTER = 900
# « This entry was posted on … and is filed under …. You can follow any responses … »
_LONGEST_SENTENCES = 400
_LONGEST_LABEL = 60
_LONGEST_CODE = 5
# A line with a date that fits a cue of this many letters says who and when, and nothing else.
_SURE_HEAD = 8

# What stands for any date and any time; no true time is this one.
_ANY_FIGURE = str.maketrans("123456789", "000000000")
_STAND_INS = (DATE, TIME)
# « [ Reply | Parent ] »: what it says, it says without its brackets.
_ROW = re.compile(r"[\[(]\s*([^\[\]()|]+(?:\|[^\[\]()|]+)+?)\s*[\])]")
# The number that a theme gives a comment, before the line that says who wrote it.
_COMMENT_NUMBER = re.compile(r"#\d{1,4}\s*[-–—:.]?\s+(?=\S)")
# With what such a line, or one within a sign or behind it, begins.
_LEADS = frozenset("|[(~«»‹›←#/^¶§►▼▶▸▾,")
# A branch of the archive of Blogger, which one may open, and how many posts it has: « ► 2019 (22) ».
_BRANCH = re.compile(r"[►▼▶▸▾]\s*\S.{0,40}\(\d{1,4}\)")
# The links to a comment, and to the one that it answers: « # ^ Le 3 mai à 8:15, par Zoé ».
_PERMALINK = re.compile(r"(?:[#^¶§]\s+)+(?=[^\W\d_])")
_HASHTAGS = re.compile(r"#[^\W\d_][\w-]*(?:[\s,]+#[^\W\d_][\w-]*)+")
# « ~ by Zoé on May 3. », « //Posted by Zoé at 5:10 PM »
_MARKS = ("~ ", "//")
# « Zoé a dit… », as Blogger leaves it open over each comment, is so much surer; who quotes somebody sets a colon.
_SURER_OPEN = 4
# What buttons in a row are seen as.
_BUTTONS: frozenset[CueKind] = frozenset(("tail", "furniture", "form", "closed", "byline"))
# What every line that is a row of parts has somewhere: most lines have it nowhere. A search for a character is
# a third of the cost of one for the space before it.
_BORDER = re.compile(r"[-–—·•/:|[](?:(?<=\|)|(?<=\s.))")
_ADDRESS = re.compile(r"\(?(?:https?://\S*|www\.\S+)", re.IGNORECASE)
_LANGUAGE_CODE = re.compile(r"[a-z]{2}(?:[-_][A-Za-z]{2})?")
_ZONE = re.compile(r"\((?:UTC|GMT|CET|CEST|EST|PST|local)\b[^()]{0,40}\)\s*$")
_ROW_OF_BUTTONS = Sights({"tail": Sight(cue="a row of buttons", fixed=SURE_FURNITURE)})
_ROW_OF_FURNITURE = Sights({"furniture": Sight(cue="furniture in a row", fixed=SURE_FURNITURE)})
_A_BRANCH = Sights({"furniture": Sight(cue="a branch of an archive", fixed=SURE_FURNITURE)})
_AN_ADDRESS = Sights(address=True)
_AN_IMAGE = Sights(image=True)


def sights_of(text: str, language: str | None = None) -> Sights:
    """What a line's text (without indent and item marker) could be."""
    if len(text) > _LONGEST_LINE and _is_prose(text):
        return closing_of(text, language, _sights) if FEED in text else NOTHING
    return _sights(text, language)


def sights_in(texts: Sequence[str], language: str | None) -> list[Sights]:
    """What each of several texts could be."""
    # Most are short, or surely prose: asking for each by itself costs as much as looking up what it could be.
    return [
        _sights(text, language)
        if len(text) <= _LONGEST_LINE
        else NOTHING
        if len(text) > _LONGEST_SENTENCES and "|" not in text and FEED not in text
        else sights_of(text, language)
        for text in texts
    ]


def _is_prose(text: str) -> bool:
    """Whether a long text is nothing but prose; a row of parts or sentences with labels may be as long."""
    length = len(text)
    if length <= _LONGEST_FOOTER and "|" in text:
        return False
    return length > _LONGEST_SENTENCES or not cue_book().announcing.opens_with_label(
        comparable(text[:_LONGEST_LABEL])
    )


# Furniture recurs on each page of a site: most short lines of a crawl are found here.
@remembered(8192)
def _sights(text: str, language: str | None) -> Sights:
    """What a line that may be more than prose could be."""
    if DATE in text or TIME in text:
        return NOTHING  # an attribute of a damaged or hostile page: no text may hold what stands for dates
    first = text[:1]
    if first in "hHwW(" and _ADDRESS.fullmatch(text):
        return _AN_ADDRESS
    if "." in text[-5:-3] and is_image(text):
        return _AN_IMAGE
    if FEED in text and (seen := _of_feed(text, language)) is not None:
        return seen
    if first in _LEADS and (seen := _behind_lead(text, language)) is not None:
        return seen
    book = cue_book()
    if (apart := book.announcing.label_apart(text)) is not None:
        return _sights(apart, language)
    line = text.replace("’", "'")
    # Dates stand alone on many lines, and begin with a figure.
    words = [] if first.isdecimal() else plain_words(line)
    if words:
        if len(text) > _LONGEST_CODE and book.is_stranger(line, words):
            return NOTHING
        marked = MarkedLine(line, text)
        if not book.backward.isdisjoint(words) and (seen := signed_lately(marked)) is not None:
            return seen
        return _of_undated(marked, language)
    found: list[FoundDate] = []
    if not has_figure(text):
        marked = MarkedLine(comparable(text), text)
    else:
        found = [date for date in find_dates(text, language) if date.iso >= FIRST_BLOG or not date.has_year]
        if len(found) == 1 and found[0].end - found[0].start == len(text):
            # A date and nothing else, as it stands over many a comment, needs no cue.
            return Sights(date=found[0].iso)
        if (seen := _glued(text, found, language)) is not None:
            return seen
        marked = mark(text, found)
    if not marked.dates:
        words = words_of(marked.line)
        is_bare = not marked.times and _BORDER.search(marked.line) is None
        if is_bare and words and len(text) > _LONGEST_CODE and book.is_stranger(marked.line, words):
            return _ROW_OF_FURNITURE if leads_to_pages(text) else NOTHING
        if not book.backward.isdisjoint(words) and (seen := signed_lately(marked)) is not None:
            return seen
        if not marked.times:
            return _of_undated(marked, language)
    if (seen := _behind_thing(text, language)) is not None:
        return seen
    by_kind, core = _kinds(marked, len(text), language)
    bare = (_ZONE.sub("", core) if ")" in core else core).strip(" ,.:;|#@()[]-–—\"'")
    is_date = bool(found) and (bare[-1:] in _STAND_INS or len(found) > 1)
    if is_date and text[-1] == ":" and not found[0].has_year:
        is_date = False  # « Mardi 3 mai : », in the diary of a journey
    return Sights(
        by_kind,
        date=only_date(bare, marked) if is_date else None,
        time=marked.times[0] if marked.times and bare == TIME else None,
        dated=dated_end(text, core, found),
    )


def _of_feed(text: str, language: str | None) -> Sights | None:
    """What a line that names the feed is for that; None where it is what it is without."""
    closing = closing_of(text, language, _sights)
    if not (closing.is_blind and text.endswith(FEED)):
        return None if closing.is_blind else closing
    # « Commentaires (4) RSS »: the button of their feed stands beside the heading.
    seen = _sights(text[: -len(FEED)].rstrip(" -|·"), language)
    return seen if "heading" in seen else None


def _glued(text: str, found: Sequence[FoundDate], language: str | None) -> Sights | None:
    """What a line says of a post whose days are glued to what stands beside them: a number of comments, a category.

    None of another line.
    """
    apart = days_apart(text, found, language)
    if apart is None:
        return None
    # « … 3, 2009 | Posted inWells »
    label_apart = cue_book().announcing.label_apart
    first, *others = apart.split(" | ")
    seen = _sights(" | ".join([first, *(label_apart(part) or part for part in others)]), language)
    byline = seen.by_kind.get("byline")
    if byline is None or not byline.captured.date:
        return None
    return seen if byline.captured.count is not None or byline.captured.categories else None


def _behind_lead(text: str, language: str | None) -> Sights | None:
    """What a line that begins with a sign is behind or within it; None where it is what it is with it."""
    first = text[:1]
    if first in "«‹←":
        return _ROW_OF_FURNITURE if leads_to_pages(text) else None
    if first in "[(" and (row := _ROW.fullmatch(text)):
        return _sights(row[1], language)
    if text[:2] in _MARKS or first in "|,":
        # « , , Laisser un commentaire »: commas are left of tags that are none.
        return _sights(text.lstrip("~/|, "), language)
    if first in "#^¶§" and (link := _PERMALINK.match(text)):
        seen = _sights(text[link.end() :], language)
        return seen if "head" in seen or "head_before" in seen else None
    if first in "►▼▶▸▾":
        return _A_BRANCH if _BRANCH.fullmatch(text) else None
    if first in "»›":
        behind = _behind_sign(text, language)
        return None if behind.is_blind else behind
    if first == "#" and _HASHTAGS.fullmatch(text):
        tags = tuple(text.replace("#", " ").split())
        return Sights({"byline": Sight(Captured(tags=tags), "hashtags", _SURE_HEAD)})
    numbered = _COMMENT_NUMBER.match(text)
    if numbered is not None and any(date.start < numbered.end() for date in find_dates(text, language)):
        numbered = None  # « #18 May 2005 »
    seen = _sights(text[numbered.end() :], language) if numbered is not None else NOTHING
    return seen if "head" in seen or "head_before" in seen or seen.date is not None else None


def _behind_thing(text: str, language: str | None) -> Sights | None:
    """What a line says of a post that it names before: « Article publié le 3 mai »; None where that is another line."""
    thing, _, behind = text.partition(" ")
    following = cue_book().things.get(thing.casefold())
    if following is None or not behind.startswith(following):
        return None
    seen = _sights(behind, language)
    byline = seen.by_kind.get("byline")
    return seen if byline is not None and (byline.captured.date or byline.captured.author) else None


def _behind_sign(text: str, language: str | None) -> Sights:
    """What buttons are that each begin with a sign: « » répondre » signaler un abus »; nothing of other lines."""
    parts = text[1:].replace(f" {text[0]} ", " | ").strip()
    if not parts or parts[0] in "»›":
        return NOTHING
    if is_row_of_buttons(comparable(parts)):
        return _ROW_OF_BUTTONS
    seen = _sights(parts, language)
    return seen if not seen.is_blind and _BUTTONS.issuperset(seen.by_kind) else NOTHING


def _of_undated(marked: MarkedLine, language: str | None) -> Sights:
    """What a line without date and time could be, of which no short look tells that it is nothing."""
    text = marked.written
    if (seen := _behind_thing(text, language)) is not None:
        return seen
    by_kind, _ = _kinds(marked, len(text), language)
    if not by_kind and len(text) <= _LONGEST_LABEL and is_row_of_buttons(marked.line):
        return _ROW_OF_BUTTONS
    if not by_kind and len(text) <= _LONGEST_LINE and is_row_of_furniture(marked.line):
        return _ROW_OF_FURNITURE
    if not by_kind and leads_to_pages(text):
        return _ROW_OF_FURNITURE
    byline = by_kind.get("byline") if text.endswith(":") else None
    if byline is not None and byline.captured.categories and byline.fixed < _SURE_HEAD:
        del by_kind["byline"]  # « In order of appearance: » announces what follows
    is_code = text[:2] in LANGUAGE_CODES and _LANGUAGE_CODE.fullmatch(text) is not None
    code = text[:2] if is_code else None
    return Sights(by_kind, code=code) if by_kind or code else NOTHING


def _kinds(marked: MarkedLine, length: int, language: str | None) -> tuple[dict[CueKind, Sight], str]:
    """What a line could be, and the line without buttons at its end; `length` is that of the line as it is written.

    A line recurs with other dates: an author's, a commenter's who comes again, a footer. What it could be is looked
    up with figures that stand for any, in whose place its own are put.
    """
    is_line, is_short = length <= _LONGEST_LINE, length <= _LONGEST_SENTENCES
    if not (marked.dates or marked.times) or len(marked.dates) > 1 or len(marked.times) > 1:
        return _kinds_of(marked, is_line, is_short, language)
    dates = (marked.dates[0].translate(_ANY_FIGURE),) if marked.dates else ()
    shape = MarkedLine(marked.line, marked.written, dates, (ANY_TIME,) if marked.times else ())
    by_kind, core = _kinds_of_shape(shape, is_line, is_short, language)
    kinds: dict[CueKind, Sight] = {}
    last = own = None
    for kind, sight in by_kind.items():
        if own is None or sight is not last:  # the head of a comment is mostly the byline, too
            last, own = sight, with_own_date(sight, marked)
        kinds[kind] = own
    return kinds, core


def _kinds_of(
    marked: MarkedLine, is_line: bool, is_short: bool, language: str | None
) -> tuple[dict[CueKind, Sight], str]:
    """The same of a line that is no longer than a line, or than a few sentences, with its dates as they are."""
    book = cue_book()
    words = words_of(marked.line)
    if book.may_count_in_words(words):
        marked = marked._replace(line=book.in_figures(marked.line))
        words = words_of(marked.line)
    if marked.dates or marked.times:
        link = link_to_comments(marked.line)
        if link is not None and (byline := _linking(marked, link, language)) is not None:
            return {"byline": byline}, marked.line
        end = len(without_buttons_behind(marked.line))
        if end < len(marked.line):
            marked = marked.part(0, end)
            words = words_of(marked.line)
    # The cells of what was a table stand apart.
    has_border = _BORDER.search(marked.line) is not None or "   " in marked.line
    core, core_words = marked, words
    if has_border and (end := len(without_tail(marked.line))) < len(marked.line):
        core = marked.part(0, end)
        core_words = words_of(core.line)
    by_kind: dict[CueKind, Sight] = {}
    if is_line:
        _add_cued(by_kind, core, core_words)
        if "tail" in by_kind and by_kind["tail"].captured.date is not None:
            return {"tail": by_kind["tail"]}, core.line  # « Tracked on May 3 »
        if (listing := by_kind.get("listing")) is not None:
            return {"listing": listing, "furniture": listing}, core.line  # it says nothing of any one post
        if (said := by_kind.get("furniture")) is not None and is_day_of_site(said, by_kind):
            return {"furniture": said}, core.line  # « Blog créé le 12 mars 2006 »
        if "furniture" not in by_kind and book.is_furniture(core.line):
            by_kind["furniture"] = Sight(NOTHING_CAPTURED, "starts", 8)
        _drop_nameless(by_kind, language)
    if (head := by_kind.get("head")) is not None and head.captured.date and head.fixed >= _SURE_HEAD:
        by_kind.setdefault("byline", head)  # who and when: there is no more to tell
    else:
        if has_border:
            add_composed(by_kind, marked)
            add_ago(by_kind, core)
        if (
            is_short
            and book.announcing.may_hold_label(marked.line, words)
            and (marked.dates or marked.times or book.announcing.opens_with_label(marked.line))
        ):
            add_phrased(by_kind, marked)
    return by_kind, core.line


_kinds_of_shape = remembered(4096)(_kinds_of)


def _linking(marked: MarkedLine, link: LinkToComments, language: str | None) -> Sight | None:
    """Who and when of a post, in a line that ends with the link to its comments; None of another line."""
    before = marked.part(0, len(marked.line[: link.start].rstrip(" |·•-–—,")))
    by_kind, _ = _kinds_of(before, True, True, language)
    said = by_kind.get("byline") or by_kind.get("head")
    # The day of a row that ends so is a post's, whatever else stands in it.
    when = Captured(date=before.moment, time=before.times[0] if before.times else None)
    captured = when if said is None else said.captured
    if captured.date is None and captured.time is None:
        return None
    counted = captured.merged(Captured(count=link.said))
    return Sight(counted, "a link to comments behind", sum(map(str.isalnum, marked.line[link.start :])))


def _add_cued(by_kind: dict[CueKind, Sight], core: MarkedLine, words: Sequence[str]) -> None:
    """Add every kind of which a cue fits the whole line, whose words are given."""
    book = cue_book()
    fit(book.candidates(core.line, words), core, by_kind)
    head = by_kind.get("head")
    if head is None or not head.captured.date:
        fit(book.wordless(core.line, words), core, by_kind)
    if "head_before" in by_kind and core.line.endswith(LEFT_OPEN):
        said = by_kind["head_before"]
        by_kind["head_before"] = Sight(said.captured, said.cue, said.fixed + _SURER_OPEN)


def _drop_nameless(by_kind: dict[CueKind, Sight], language: str | None) -> None:
    """Take out what has no fixed word where the line, or its author, is a known one: « 3 mai 2006 | Partager »."""
    heading = by_kind.get("heading")
    for kind in ("head", "byline"):
        sight = by_kind.get(kind)
        if sight is None or sight.captured.author is None:
            continue
        if heading is not None and sight.fixed < heading.fixed and speaks_of_comments(sight.captured.author):
            del by_kind[kind]  # « Commentaires sur Mardi 4 mai »
            continue
        if sight.fixed:
            continue
        if "furniture" in by_kind:
            del by_kind[kind]  # « Archives quotidiennes : 3 mai 2006 »
            continue
        author = sights_of(sight.captured.author, language)
        if any(
            other in author
            for other in ("byline", "furniture", "related", "form", "heading", "tail", "closed")
        ):
            del by_kind[kind]
