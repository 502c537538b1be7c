"""Who wrote a comment and when, by the lines that it begins and ends with, which no element may hold."""

from __future__ import annotations

from collections.abc import Sequence

from blogimport.textpage import own_name
from blogimport.webpage.dates import text_date
from blogimport.webpage.labelled import labelled
from blogimport.webpage.names import LONGEST_NAME, told
from blogimport.webpage.own import LONGEST_LINE, Own
from blogimport.webpage.saying import BY
from blogimport.webpage.signatures import says_nothing_more, signature_in
from blogimport.webpage.who import Byline

EDGE_LINES = 3
"""Who and when stands within so many lines of an end of a comment."""
# A subject and its figures may stand over who and when.
_WORDED_LINES = 4
_REACH = 12


def set_from_worded(own: Own, read: Byline, language: str | None) -> None:
    """Sets both from a line under a subject that leads to a name in words: « Le titre », « par Zoé le 3 mai »."""
    if not any(BY.match(f"{text.strip()} ") for text in own.scan.texts(own.unit)[1:_REACH]):
        return
    lines = [line for line in own.text().split("\n", _WORDED_LINES * 2) if line.strip()][:_WORDED_LINES]
    for line in lines[1:]:
        if len(line) > LONGEST_LINE or BY.match(line) is None:
            continue
        signed = signature_in((line,), language)
        if signed is not None and signed.author is not None and signed.is_worded:
            read.author, read.published = own_name(signed.author), read.published or signed.published
            return


def set_from_edges(own: Own, read: Byline, language: str | None) -> None:
    """Completes author and date from the first and last lines, which no element may hold."""
    scan = own.scan
    texts = [place for place in own.texts if place != own.unit]
    skipped = frozenset(scan.elements[place] for place in (*own.nested, *own.controls, *texts))
    lines = [line for line in scan.laid_out(own.unit, skipped).text.split("\n") if line.strip()]
    if read.published is None and texts:
        _set_from_signed(own, read, language)
    for line in (*lines[:EDGE_LINES], *lines[EDGE_LINES:][-EDGE_LINES:]):
        author, date, is_byline = told(line, language) if len(line) <= LONGEST_LINE else (None, None, False)
        if not is_byline:
            continue
        if read.author is None and author is not None:
            read.author = own_name(author)
        if read.published is None and date is not None:
            read.published = date
    if read.author is None and read.published is None and len(lines) > 1:
        _set_from_signature(read, (lines[-1], lines[0]), language)


def set_from_labels(own: Own, read: Byline, language: str | None) -> bool:
    """Sets both from the labels of the fields of a comment; whether these tell any."""
    told = labelled(own.text())
    if told is None:
        return False
    author = told.author if told.author and len(told.author) <= LONGEST_NAME else None
    date = text_date(told.date, language) if told.date else None
    read.author = None if author is None else own_name(author)
    read.published = read.published or date
    if read.author is None and read.published is None:
        return False
    read.span = told.start, told.end
    if read.published is None:
        _set_from_last(read, own.text(), language)
    return True


def _set_from_last(read: Byline, whole: str, language: str | None) -> None:
    """Sets the date from the last line of a text between labels, where that says nothing else, and takes it off."""
    start, end = read.span or (0, 0)
    text = whole[start:end].rstrip()
    before, _, line = text.rpartition("\n")
    date = text_date(line, language) if before.strip() and len(line) <= LONGEST_NAME else None
    if date is not None and says_nothing_more(line, None, language):
        read.published, read.span = date, (start, start + len(before))


def _set_from_signature(read: Byline, lines: Sequence[str], language: str | None) -> None:
    """Sets both from a line that says nothing else, in whatever signs: « — Zoé [3.5.2006] »."""
    for line in lines:
        signed = signature_in((line,), language) if len(line) <= LONGEST_NAME else None
        if (
            signed is not None
            and signed.author is not None
            and says_nothing_more(line, signed.author, language)
        ):
            read.author, read.published = own_name(signed.author), signed.published
            return


def _set_from_signed(own: Own, read: Byline, language: str | None) -> None:
    """Sets both from a line at the end of the text that says both, where nothing beside the text says when."""
    for line in [line for line in own.text().split("\n") if line.strip()][1:][-EDGE_LINES:]:
        author, date, _ = told(line, language) if len(line) <= LONGEST_LINE else (None, None, False)
        if author is not None and date is not None and read.author in (None, own_name(author)):
            read.author, read.published = own_name(author), date
            return
