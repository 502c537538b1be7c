"""What is shown of a post around its text: author, date, categories, tags, how many comments."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from blogimport.textpage import Sights, own_name, plausible_name, sights_of
from blogimport.webpage.about import AboutLine, lines_about, says_of_post
from blogimport.webpage.around import Around
from blogimport.webpage.bylines import named_around
from blogimport.webpage.counts import declared_by_links
from blogimport.webpage.dates import day_of_address, is_another_day, shown_date, text_date
from blogimport.webpage.filing import filed_under
from blogimport.webpage.hints import Hint
from blogimport.webpage.names import bare_name
from blogimport.webpage.scan import Scan
from blogimport.webpage.signatures import Signature, is_beside_names, signature_in
from blogimport.webpage.titles import leads_home, letters
from blogimport.webpage.who import Byline
from blogimport.webpage.writers import writer_in
from reader.dates import tells_whole_day, with_time

_LONGEST_NAME = 80
_LONGEST_DATED = 120
_RIGHT_BEHIND = 20
_MOST_WORDS = 4
_SIGNS_BEFORE = " ~:·•@"
_LEADING_TO_NAME = (" de", " by", " par", " von", " por", " di", " of", " van", " door")
_BEHIND_WRITER = (",", "|", "-", "–", "—", "·", "•")
_FIGURE = re.compile(r"\d")


@dataclass(slots=True)
class Head:
    """What is shown of a post; `meta` are the places of what says so, `reasons` say what of it is a guess.

    `time` is the time of day that is shown, whatever day that is of, `yearless` a date that is shown without its year.
    """

    author: str | None = None
    published: str | None = None
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    declared: int | None = None
    is_open: bool | None = None
    time: str | None = None
    yearless: str | None = None
    meta: list[int] = field(default_factory=list)
    reasons: dict[str, str] = field(default_factory=dict)


def head_of(around: Around, language: str | None, captured: str | None, *, is_alone: bool) -> Head:
    """What a page shows of one post."""
    scan = around.scan
    places, title = around.places(is_alone=is_alone), ""
    if around.title_at is not None:
        title = letters(scan.text(around.title_at))
        first, last = around.title_at, scan.last[around.title_at]
        places = [place for place in places if not first <= place <= last]
    lines = [line for line in lines_about(scan, places, language) if letters(line.text) != title]
    head = Head()
    said_of_it = [
        place
        for place in places
        if not scan.is_in_one(place, around.talk)
        # The blog's own name, over the title.
        and not (
            place < (around.title_at or 0) and scan.hints[place] & Hint.AUTHOR and leads_home(scan, place)
        )
    ]
    # « date-outer » is around the whole post of a day.
    said_of_it = [place for place in said_of_it if not scan.holds_one(place, around.post.bodies)]
    named = named_around(scan, said_of_it, language, captured)
    # What stands at the edges of the text itself is surely said of it.
    telling = [line for line in lines if not scan.is_in_one(line.place, around.talk)]
    near = {line.place for line in telling if _is_by_text(around, line.place)}
    telling.sort(key=lambda line: (not scan.is_in_one(line.place, around.edges), line.place not in near))
    _set_who_and_when(head, scan, named, telling, language, title, near)
    if head.published is None:
        _set_from_day(head, scan, said_of_it)
    if head.published is None and not is_alone:
        _set_day_above(head, around, language)
    if head.published is None and around.title_at is not None:
        _set_from_title(head, scan, around.title_at, language)
    if head.published is None:
        _set_change(head, around, places, language)
    said = {
        place
        for line in lines
        if says_of_post(line)
        for place in range(line.place, scan.last[line.place] + 1)
    }
    filed = filed_under(around, places, lines, said)
    head.categories, head.tags = filed.categories, filed.tags
    if named.author is None and head.author is not None and _is_where_filed(head.author, head):
        head.author = None  # « 21 May 2026 Général Vélo »
    head.meta += filed.places
    if head.author is None:
        _set_from_mail(head, scan, said_of_it)
    _set_counts(head, lines)
    if head.declared is None:
        head.declared = declared_by_links(scan, around.links(is_alone=is_alone))
    head.meta = sorted({*head.meta, *around.edges})
    return head


def _is_where_filed(author: str, head: Head) -> bool:
    """Whether what seemed to be a name is made of the names of the categories and tags of its post."""
    words = {word for name in (*head.categories, *head.tags) for word in name.casefold().split()}
    return bool(words) and words.issuperset(author.casefold().split())


def _is_by_text(around: Around, place: int) -> bool:
    """Whether a line stands between the title of a post and its text, or right behind that."""
    scan, bodies = around.scan, around.post.bodies
    if around.title_at is not None and around.title_at < place < bodies[0]:
        return True
    behind = scan.before[place] - scan.after[bodies[-1]]
    return place > bodies[-1] and 0 <= behind <= _RIGHT_BEHIND


# --- who and when -----------------------------------------------------------------------------------


def _set_who_and_when(
    head: Head,
    scan: Scan,
    named: Byline,
    lines: Sequence[AboutLine],
    language: str | None,
    title: str,
    near: Collection[int],
) -> None:
    """By the elements that are named for it, then by the lines that say so; a time elsewhere joins the day.

    The `title`, by its letters, is nobody's name; `near` are the lines right by the text.
    """
    head.author, head.published = named.author, named.published
    head.reasons |= named.reasons
    head.meta += named.places
    dates: list[str] = [] if named.published is None else [named.published]
    times: list[str] = []
    authors: list[tuple[str, str | None]] = []
    for line in lines:
        sights = line.sights
        # « Ce que ma voisine a dit » is the title of another post: no line about a post says that somebody spoke.
        sight = sights.get("byline") or sights.get("head")
        date = sights.date or (sight.captured.date if sight else None)
        if line.is_heading and date is None:
            continue
        time = sights.time or (sight.captured.time if sight else None)
        author = sight.captured.author if sight and not _heads_comments(sights) else None
        if author is not None and _is_label(line.text, author):
            author = None
        if author is None or " " in author:
            writer = writer_in(scan.texts(line.place))
            if writer is not None and (
                author is None or author.startswith(writer) or author.endswith(f" {writer}")
            ):
                author = writer
        signed = _signed(scan, line, language, is_near=line.place in near)
        if signed is not None and (author is None or (signed.is_worded and (signed.author or "") in author)):
            author, date = signed.author, date or signed.published
        if date is None and time is None and author is None:
            continue
        if date is not None and date.startswith("--"):
            head.yearless = head.yearless or date
        elif date is not None:
            dates.append(date)
        if time is not None:
            times.append(time)
        author = _without_button(scan, line.place, author) if author is not None else None
        author = bare_name(author) if author is not None and not _is_filed(scan, line.place, author) else None
        is_name = author is not None and _is_name(author) and not is_beside_names(author)
        if author is not None and is_name and not (title and title in letters(author)):
            authors.append((author, date))
        head.meta.append(line.place)
    head.time = next(iter(times), None)
    # A month alone is that of a list of posts, mostly.
    days = [date for date in dates if tells_whole_day(date)]
    head.published = _joined(days, times) if days else next(filter(None, map(_dated, lines)), None)
    dates = [] if days else [date for line in lines if (date := line.sights.date) and not line.is_heading]
    if head.published is None and len(set(dates)) == 1:
        head.published = _joined(dates, times)
    if head.author is None:
        # Who is named beside another day wrote, or joined, something else; who is beside this one wrote the post.
        fitting = [(name, date) for name, date in authors if not is_another_day(date, head.published)]
        fitting.sort(key=lambda one: one[1] is None or head.published is None)
        head.author = next((own_name(name) for name, _ in fitting), None)


def _heads_comments(sights: Sights) -> bool:
    """Whether a line is a heading over comments and counts none: « Auteur Message » are two columns, and no name."""
    heading = sights.get("heading")
    return heading is not None and heading.captured.count is None


def _is_label(line: str, author: str) -> bool:
    """Whether what was taken for a name rather says what the day is that follows: « Photographed: May 3, 2006 »."""
    return line.removeprefix(author).lstrip().startswith(":") and line.startswith(author)


def _without_button(scan: Scan, place: int, author: str) -> str:
    """What a cue took for a name, without the link behind it that is a button: « Zoé Permanent Link ».

    Where a word leads to the link, that is the name: « Journal de <a>Zoé</a> ».
    """
    for link in scan.tagged_in(place, "a"):
        text = scan.text(link, _LONGEST_NAME)
        if not text or not author.endswith(f" {text}"):
            continue
        before = author.removesuffix(text).rstrip()
        if is_beside_names(text):
            return before
        if before.rstrip(_SIGNS_BEFORE).lower().endswith(_LEADING_TO_NAME) and plausible_name(text):
            return text
    return author


def _is_filed(scan: Scan, place: int, author: str) -> bool:
    """Whether what a cue took for a name is where the post is filed, by the links of a line."""
    relations = {"tag", "category"}
    return any(
        scan.tags[inner] == "a"
        and not relations.isdisjoint((scan.elements[inner].get("rel") or "").split())
        and scan.text(inner)
        and scan.text(inner) in author
        for inner in range(place, scan.last[place] + 1)
    )


def _is_name(author: str) -> bool:
    """Whether what a cue took for a name has a letter, and is no count in brackets."""
    first, _, more = author.partition(" ")
    is_count = author.startswith("(") or (first.isdigit() and bool(more))
    if not plausible_name(author) or is_count or not any(map(str.isalpha, author)):
        return False
    return text_date(author, None) is None


def _signed(scan: Scan, line: AboutLine, language: str | None, *, is_near: bool) -> Signature | None:
    """The name beside the date in a line, where a word says that it is one, or the line is named for it.

    Right by the text a line may begin with the name and go on with a minute: « Zoé, 3 mai 2006 - 18:06 ».
    """
    if len(line.text) > _LONGEST_DATED or not _FIGURE.search(line.text) or "tail" in line.sights:
        return None  # « Tracked on May 3 » is of a link from another page
    signed = signature_in((line.text,), language)
    if signed is None or signed.author is None or _is_label(line.text, signed.author):
        return None
    is_named = scan.hints[line.place] & (Hint.META | Hint.DATE) and not scan.linked(line.place)
    is_plain = not any(map(str.isdigit, signed.author))
    # « Mise à jour le … » goes on with a word, behind a name stands a sign.
    behind = line.text.removeprefix(signed.author).lstrip()
    begins = is_near and "T" in signed.published and behind != line.text and behind[:1] in _BEHIND_WRITER
    return signed if signed.is_worded or ((is_named or begins) and is_plain) else None


def _dated(line: AboutLine) -> str | None:
    """The date in a short line that says more than that."""
    if line.is_heading or len(line.text) > _LONGEST_DATED or "tail" in line.sights:
        return None
    date = text_date(line.text, None)
    return date if date is not None and tells_whole_day(date) else None


def _joined(dates: Sequence[str], times: Sequence[str]) -> str:
    """The first date, with what others say more exactly of the same day, or with the first time."""
    day = dates[0]
    exact = next((date for date in dates if date.startswith(f"{day}T")), day)
    return with_time(exact, next(iter(times), None))


def _set_from_day(head: Head, scan: Scan, places: Iterable[int]) -> None:
    """The day without a year that leads to all that was written on it, by its address: « <a>Monday, May 17th</a> »."""
    for place in places:
        day = day_of_address(scan.elements[place].get("href")) if scan.tags[place] == "a" else None
        if day is not None and text_date(scan.text(place, _LONGEST_NAME), None) == day.replace(
            day[:4], "-", 1
        ):
            yearless = (head.yearless or "").removeprefix(f"--{day[len('2010-') :]}")
            head.published = f"{day}{yearless}" if yearless.startswith("T") else with_time(day, head.time)
            head.meta.append(place)
            return


def _set_day_above(head: Head, around: Around, language: str | None) -> None:
    """The day that stands over several posts together."""
    scan, first = around.scan, around.post.first
    for place in range(first - 1, max(-1, first - 400), -1):
        is_candidate = scan.hints[place] & Hint.DATE or scan.tags[place] in ("h2", "h3", "h4")
        if not is_candidate or not 0 < scan.sizes[place] <= 60:
            continue
        if any(
            scan.hints[outer] & Hint.SURE_POST and scan.last[outer] < first for outer in scan.above(place)
        ):
            continue  # another post's own day
        date = sights_of(scan.text(place, 80), language).date
        if date is not None and not date.startswith("--"):
            head.published = with_time(date, head.time)
            head.meta.append(place)
            return


def _set_from_title(head: Head, scan: Scan, title: int, language: str | None) -> None:
    """Who and when behind the title in one heading: « <a>Title</a> · 19 July 2005, 14:20 by Zoé »."""
    texts = scan.texts(title)[1:]
    head.published = next(filter(None, (text_date(text, language) for text in texts)), None)
    signed = signature_in(texts, language) if texts and head.author is None else None
    if signed is not None and signed.is_worded:
        head.author = signed.author


def _set_change(head: Head, around: Around, places: Iterable[int], language: str | None) -> None:
    """When the post was changed, where the page does not say when it was written."""
    for place in places:
        if around.scan.hints[place] & Hint.UPDATED:
            shown = shown_date(around.scan.elements[place], around.scan.written(place), language)
            if shown.iso is not None and not shown.iso.startswith("--"):
                head.published = shown.iso
                head.reasons["published"] = "the page says only when the post was last changed"
                return


def _set_from_mail(head: Head, scan: Scan, places: Iterable[int]) -> None:
    """Who wrote, where a row of links about the post begins with a name that leads to a mailbox: « <a>Zoé</a> | ¶ ».

    « Send an e-mail to the author » stands alone.
    """
    for place in places:
        if scan.tags[place] != "a" or not (scan.elements[place].get("href") or "").startswith("mailto:"):
            continue
        row, name = scan.parents[place], scan.text(place, _LONGEST_NAME)
        is_row = scan.hints[row] & Hint.META and len(scan.tagged_in(row, "a")) > 1
        if not is_row or scan.before[place] != scan.before[row] or name.count(" ") >= _MOST_WORDS:
            continue
        if _is_name(name) and not is_beside_names(name) and sights_of(name).is_blind:
            head.author = own_name(name)
            head.meta.append(place)
            return


# --- counts -----------------------------------------------------------------------------


def _set_counts(head: Head, lines: Sequence[AboutLine]) -> None:
    """The number of comments that is shown by the post, and whether there may be more of them."""
    for line in lines:
        for kind in ("heading", "byline"):
            sight = line.sights.get(kind)
            if sight is not None and sight.captured.count is not None and head.declared is None:
                head.declared = sight.captured.count
        if "none" in line.sights and head.declared is None:
            head.declared = 0
        if "closed" in line.sights:
            head.is_open = False
