"""Who wrote something and when: by the elements that are named for it, else by a line that says so.

The names that themes give are believed first, then the cues of text pages, for « Zoé a dit le 3 mai ».
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from blogimport.captures import untold, without_counted
from blogimport.textpage import own_name, plausible_name, sight_of, sights_of
from blogimport.webpage.authors import name_at, named_first, over_date, text_over_date
from blogimport.webpage.dates import Shown, ago, is_another_day, moment_of_address, shown_date, text_date
from blogimport.webpage.edges import set_from_edges, set_from_labels, set_from_worded
from blogimport.webpage.hints import Hint
from blogimport.webpage.inline import set_from_inline
from blogimport.webpage.labelled import may_be_labelled
from blogimport.webpage.names import LONGEST_NAME, name_in, told
from blogimport.webpage.own import LONGEST_LINE, TELLING, Own, is_title, only_line_beside, sort_in
from blogimport.webpage.saying import BY, SAYS
from blogimport.webpage.scan import HEADINGS, Scan
from blogimport.webpage.signatures import signature_in
from blogimport.webpage.who import Byline
from blogimport.webpage.writers import writer_in
from reader.dates import find_time

_LONGEST_DAY = 80
_DAY = len("2005-11-17")
_LONGEST_LINE_OF_WHO = 60
_LONGEST_TIME = len("21:00:59 Uhr")
_OTHERWISE = Hint.CATEGORY | Hint.TAG | Hint.META
_SAID = Hint.AUTHOR | Hint.DATE | Hint.META
# What holds one of these is more than a line.
_OWN_LINES = frozenset(("p", "div", "ul", "ol", "table", "hr", "blockquote", "br", "dl", *HEADINGS))


def byline_of(own: Own, language: str | None, captured: str | None) -> Byline:
    """Who wrote a comment, and when."""
    read = _named(own, language, captured)
    if (
        read.author is None
        and may_be_labelled(own.scan.texts(own.unit))
        and set_from_labels(own, read, language)
    ):
        return read
    _from_lines(own, read, language, captured)
    if read.published is None:
        _set_from_dated_line(own, read, language)
    if read.author is None:
        set_from_worded(own, read, language)
    if read.author is None:
        _set_from_first(own, read, language)
    if read.author is None or read.published is None:
        set_from_edges(own, read, language)
    if read.published is None and not own.texts and not own.scan.has_blocks(own.unit):
        set_from_inline(own, read, language)
    if read.published is None or read.published.startswith("--"):
        _set_from_address(own, read)
    if read.published is None:
        _set_untold(own, read)
    return read


def named_around(scan: Scan, places: Sequence[int], language: str | None, captured: str | None) -> Byline:
    """Who wrote a post, and when, by those of the elements around it that are named for it."""
    if not places:
        return Byline()
    own = Own(scan, places[0], (), [places[0]])
    for place in places:
        hint = scan.hints[place]
        if place in scan.asides and not hint & (Hint.META | Hint.DATE | Hint.AUTHOR):
            continue
        own.places.append(place)
        if hint or scan.tags[place] in TELLING:
            sort_in(own, place, hint)
    # Beside who wrote may stand where the post is filed.
    beside = [
        place
        for place in own.places[1:]
        if scan.hints[place] & _OTHERWISE
        and any(scan.holds(one, place) and scan.sizes[place] < scan.sizes[one] for one in own.authors)
        and not scan.holds_one(place, own.authors)
    ]
    own.controls = scan.outermost(beside)
    # Who wrote is named in one line.
    own.authors = [
        place
        for place in own.authors
        if scan.blocks[scan.last[place]] - scan.blocks[place] < 2
        # A theme may put the word before the name and the sign behind it into blocks.
        or (scan.sizes[place] <= _LONGEST_LINE_OF_WHO and len(scan.tagged_in(place, "a")) == 1)
    ]
    own.dates = [
        place
        for place in own.dates
        if (scan.tags[place] != "a" or scan.hints[place] & Hint.DATE)
        and not scan.hints[place] & Hint.UPDATED
        # « Tracked on May 3 » is when another page linked here.
        and sight_of(" ".join(scan.text(place, _LONGEST_DAY).split()), "tail") is None
    ]
    return _named(own, language, captured)


def _named(own: Own, language: str | None, captured: str | None) -> Byline:
    read = Byline()
    for place in (_author(own, read, language), _date(own, read, language, captured)):
        if place is not None:
            read.places.append(place)
    return read


def _ranked(places: Sequence[int], key: Callable[[int], tuple[object, ...]]) -> Sequence[int]:
    """Places from the best to the least; most often there is one."""
    return places if len(places) < 2 else sorted(places, key=key)


# --- who --------------------------------------------------------------------------------------------


def _author(own: Own, read: Byline, language: str | None) -> int | None:
    """Sets the author where an element is named for it; where that is."""
    scan = own.scan
    ranked = _ranked(
        own.authors,
        lambda place: (
            not scan.hints[place] & Hint.SURE_AUTHOR,
            any(place < other <= scan.last[place] for other in own.authors),
            bool(scan.hints[place] & (Hint.TEXT | Hint.DATE)),
            place,
        ),
    )
    sure_texts = [text for text in own.texts if scan.hints[text] & Hint.SURE_TEXT and text > own.unit]
    for place in ranked:
        # What holds no more than the day may be called after who wrote the whole comment.
        if scan.is_in_one(place, sure_texts) or any(
            place < day <= scan.last[place] and scan.sizes[day] == scan.sizes[place] for day in own.dates
        ):
            continue
        name = name_at(own, place, language)
        # « author-by » is the word before the name.
        if name is not None and BY.fullmatch(f"{name} ") and not scan.hints[place] & Hint.SURE_AUTHOR:
            continue
        if name is not None and not (scan.linked(place) and _is_button(name)):
            read.author = name
            return place
    unit = scan.elements[own.unit]
    stated = unit.get("data-author") or unit.get("data-comment-author")
    if stated and plausible_name(stated.strip()):
        read.author = stated.strip()
    return None


def _is_button(name: str) -> bool:
    """Whether what a link says is no name: « Écrire un commentaire » in what is named for who comments."""
    sights = sights_of(name)
    return any(kind in sights for kind in ("furniture", "form", "heading"))


# --- when -------------------------------------------------------------------------------------------


def _date(own: Own, read: Byline, language: str | None, captured: str | None) -> int | None:
    """Sets the date where an element is named for it; where that is."""
    scan = own.scan
    best: tuple[int, Shown] | None = None
    ranked = _ranked(
        own.dates,
        lambda place: (
            scan.tags[place] != "time" and not scan.hints[place] & Hint.SURE_DATE,
            place,
        ),
    )
    for place in ranked:
        if own.size(place) > LONGEST_LINE:
            continue
        if scan.tags[place] == "meta" or (scan.hints[place] & Hint.TEXT and scan.has_blocks(place)):
            continue
        shown = shown_date(scan.elements[place], scan.written(place), language, captured)
        if shown.iso is None:
            continue
        if best is None or _exactness(shown) > _exactness(best[1]):
            best = (place, shown)
        if _exactness(best[1]) == _EXACT:
            break
    if best is None:
        return None
    _set_date(read, best[1])
    if read.published is not None and len(read.published) == _DAY:
        _add_time(own, read)
    return best[0]


def _add_time(own: Own, read: Byline) -> None:
    """Adds to a day the time that stands alone in another element that is named for a date, or leads to the comment."""
    for place in own.dates:
        line = own.line(place)
        if own.scan.is_in_one(place, own.texts) or not 0 < len(line) <= _LONGEST_TIME:
            continue
        time = find_time(line)
        if time is not None and text_date(line, None) is None:
            read.published = f"{read.published}T{time[2]}"
            read.places.append(place)
            return


_EXACT = 3


def _exactness(shown: Shown) -> int:
    if shown.iso is None or shown.reason is not None:
        return 0
    if shown.iso.startswith("--"):
        return 1
    return _EXACT if "T" in shown.iso else 2


def _set_date(read: Byline, shown: Shown) -> None:
    read.published = shown.iso
    if shown.reason:
        read.reasons["published"] = shown.reason


# --- both, from a line ------------------------------------------------------------------------------


def _from_lines(own: Own, read: Byline, language: str | None, captured: str | None) -> None:
    """Completes author and date from the lines that say both."""
    if read.author is not None and read.published is not None:
        return
    for place, text in _lines(own):
        if read.author is None and _is_said(own, place, text):
            read.author = own_name(text)
            read.places.append(place)
            continue
        if read.author is None and _is_counted(own, place, read, text, language, captured):
            continue
        author, date, is_byline = _told_or_signed(own, place, text, language)
        if not is_byline or (author is not None and is_another_day(date, read.published)):
            continue
        if read.author is not None and author != read.author and (date or "").startswith("--"):
            continue  # « chaque 1er novembre, avec sa casquette »: a day beside other words is in the text
        if date is not None and date.startswith("--") and _has_whole_date(own, place, language):
            continue  # « the 7th of September » is in the text: another line says when
        took = False
        if read.author is None and author is not None:
            read.author, took = own_name(author), True
        if date is not None and (read.published is None or read.published.startswith("--")):
            read.published, took = date, True
        elif read.published is None and author is not None and (counted := ago(text, captured)).iso:
            _set_date(read, counted)
        if took:
            read.places.append(place)
        if read.author is not None and read.published is not None:
            return


def _is_counted(
    own: Own, place: int, read: Byline, text: str, language: str | None, captured: str | None
) -> bool:
    """Sets both from a line that counts the date back beside a name: « 2. Zoé schrieb vor 2 Tagen: »."""
    rest = (
        without_counted(text)
        if len(text) <= LONGEST_NAME and not own.scan.is_in_one(place, own.texts)
        else None
    )
    if rest is None:
        return False
    # « Commentaire n°3 posté par <a>Zoé</a> hier à 18h33 »
    texts = (" ".join(piece.split()) for piece in own.scan.texts(place))
    name = writer_in([without_counted(piece) or piece for piece in texts]) or name_in(rest, language)
    if name is None:
        return False
    read.author = name
    if read.published is None:
        _set_date(read, ago(text, captured))
        if read.published is None and (reason := untold(text)) is not None:
            read.reasons["published"] = reason
    read.places.append(place)
    return True


def _is_said(own: Own, place: int, text: str) -> bool:
    """Whether a name is followed by a word for what somebody says, outside of its element: « <b>Zoé</b> dit : »."""
    following = (own.scan.elements[place].tail or "").strip()
    return bool(following) and SAYS.fullmatch(f" {following}") is not None and plausible_name(text)


def _has_whole_date(own: Own, but: int, language: str | None) -> bool:
    """Whether another short line outside of the text has a date with its year, or bare text of the comment."""
    unit = own.scan.elements[own.unit]
    bare = (unit.text, *(child.tail for child in unit))
    texts = [
        *(text for place, text in _lines(own) if place != but and not own.scan.is_in_one(place, own.texts)),
        *(" ".join(text.split()) for text in bare if text and not text.isspace()),
    ]
    dates = (text_date(text, language) for text in texts if len(text) <= LONGEST_NAME)
    return any(date is not None and not date.startswith("--") for date in dates)


def _told_or_signed(
    own: Own, place: int, text: str, language: str | None
) -> tuple[str | None, str | None, bool]:
    """Author and date of a line by its cues; a name that stands apart in it is believed before one with more words."""
    author, date, is_byline = told(text, language)
    if author is not None and is_title(own, place, author):
        author = None
    if date is not None and len(date) == _DAY:
        # « at 14:32 on Wed, 27/05 »: the time may stand before the day.
        whole = text_date(text, language)
        date = whole if whole is not None and whole.startswith(date) else date
    if own.scan.is_in_one(place, own.texts):
        return author, date, is_byline
    is_named = bool(own.scan.hints[place] & _SAID)
    signed = signature_in(own.scan.texts(place), language, is_named=is_named)
    if signed is None or signed.author is None or is_title(own, place, signed.author):
        return author, date, is_byline
    if author is None or signed.author in author or not author[0].isalnum():
        return signed.author, date or signed.published, True
    return author, date or signed.published, True


def _set_from_dated_line(own: Own, read: Byline, language: str | None) -> None:
    """Sets the date from a line outside of the text that has one among few other words."""
    for place, text in _lines(own):
        if own.scan.is_in_one(place, own.texts) and not own.scan.hints[place] & Hint.META:
            continue
        rest = text.replace(read.author or "\0", "", 1)
        date = text_date(rest, language) if len(rest) <= LONGEST_NAME else None
        if date is not None and not date.startswith("--"):
            read.published = date
            read.places.append(place)
            return


def _set_from_address(own: Own, read: Byline) -> None:
    """Sets the date from the address of the comment, where that counts it."""
    for place in own.dates:
        line = own.line(place)
        # A link within the text leads to somebody else's comment, unless it says nothing but when.
        if own.scan.is_in_one(place, own.texts) and find_time(line) is None:
            continue
        shown = moment_of_address(own.scan.elements[place].get("href") or "", line)
        if shown.iso is not None and len(line) <= _LONGEST_TIME:
            _set_date(read, shown)
            read.places.append(place)
            return


def _set_untold(own: Own, read: Byline) -> None:
    """Keeps what the page says of the date where it only counts it back."""
    for place in own.dates:
        text = own.line(place)
        reason = untold(text) if 0 < len(text) <= LONGEST_NAME else None
        if reason is not None:
            read.reasons["published"] = reason
            read.places.append(place)
            return


def _lines(own: Own) -> Iterator[tuple[int, str]]:
    """The outermost elements that are one short line, in order."""
    until = -1
    for place in own.places:
        if place == own.unit or place <= until or own.scan.hints[place] & Hint.SURE_TEXT:
            continue
        if own.scan.sizes[place] > LONGEST_LINE or own.scan.holds_tag(place, _OWN_LINES):
            continue
        if own.scan.tags[place] == "table" and len(own.scan.tagged_in(place, "tr")) > 1:
            continue
        text = own.line(place)
        if text:
            until = own.scan.last[place]
            yield place, text


def _set_from_first(own: Own, read: Byline, language: str | None) -> None:
    """Sets the author from what is set apart first in a comment, or beside its text and date, and could be a name."""
    place = named_first(own, language)
    if place is None and read.published is not None:
        place = only_line_beside(own)
        if place is None:
            place = over_date(own, read.places, language)
        if place is None:
            read.author = text_over_date(own, read.places, language)
    if place is not None:
        read.author = name_at(own, place, language)
        read.places.append(place)
