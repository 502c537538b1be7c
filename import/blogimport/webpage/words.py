"""What somebody wrote: the text of a comment without what says who and when, and without its buttons."""

from __future__ import annotations

import re
from collections.abc import Sequence

from blogimport.markup import Body, Element
from blogimport.textpage import sight_of, without_answering
from blogimport.webpage.authors import LONGEST_WORDS_BEFORE
from blogimport.webpage.edges import EDGE_LINES
from blogimport.webpage.hints import Hint
from blogimport.webpage.names import EDGES, told
from blogimport.webpage.own import LONGEST_LINE, Own
from blogimport.webpage.saying import BY, SAYS, ends_saying
from blogimport.webpage.scan import HEADINGS
from blogimport.webpage.signatures import is_beside_names, says_nothing_more
from blogimport.webpage.who import Byline

_LONGEST_TAIL = 60
# « Zoé's last blog post..A long title » has words enough to be nobody's text.
_LONGEST_SURE_TAIL, _SURE_TAIL = 160, 10
_LONGEST_SIGNATURE = 120
# The subject of a comment is within so many elements from its beginning.
_NEAR = 6
_LONGEST_BUTTONS = 80
_IN_BRACKETS = re.compile(r"[(\[][^()\[\]]{1,40}[)\]]")
_BUTTONS = re.compile(r"\s*[\[(][^\[\]()|]{2,30}\|[^\[\]()]{2,60}[\])]\s*")
_SET_APART = frozenset(("strong", "heading"))
_FIGURE = re.compile(r"\d")
_AVATAR = re.compile(r"(?:(?:user |photo |image )?(?:gr)?avatars?|userpic)(?: image)?", re.IGNORECASE)


def words_of(own: Own, read: Byline) -> Body:
    """The words of a comment without those that say who and when, and without its buttons."""
    if read.span is not None:
        return _spanned(own, *read.span)
    root = _text_root(own, read.places)
    body = _written_in(own, read, root)
    if root != own.unit and not has_words(body) and _is_byline(own, root, read):
        # What is named for the text only says who and when, beside the text.
        images = [own.scan.elements[place] for place in own.scan.tagged_in(root, "img")]
        return _written_in(own, read, own.unit, images)
    return body


def has_words(body: Body) -> bool:
    """Whether a text has words that are not all of a picture, or in brackets: « (Score : 1) »."""
    if len(body.text) > _LONGEST_BUTTONS:
        return True
    text = body.text
    for mark in body.marks:
        if mark.kind == "image":
            text = text[: mark.start] + " " * (mark.end - mark.start) + text[mark.end :]
    # « :-))) » is all that some write.
    is_sign = bool(body.text) and not any(map(str.isalnum, body.text))
    return is_sign or any(map(str.isalnum, _IN_BRACKETS.sub("", text)))


def _is_byline(own: Own, root: int, read: Byline) -> bool:
    """Whether who wrote stands among the words of an element, which are few."""
    text = own.line(root)
    return read.author is not None and read.published is not None and read.author in text


def _written_in(own: Own, read: Byline, root: int, also: Sequence[Element] = ()) -> Body:
    """What is written in one element of a comment."""
    scan = own.scan
    places = [*own.controls, *own.nested, *(_header(own, place, root, read) for place in read.places)]
    elements = map(scan.elements.__getitem__, places)
    skipped = {*also, *elements, *_given_subject(own, root), *_pictures_of(own, read)}
    layout = scan.laid_out(root, skipped)
    return _trimmed(Body(layout.text, layout.marks), read)


def _spanned(own: Own, start: int, end: int) -> Body:
    """A stretch of all that is written in a comment, without the space around it."""
    layout = own.layout()
    while start < end and layout.text[start].isspace():
        start += 1
    while end > start and layout.text[end - 1].isspace():
        end -= 1
    return Body(layout.text, layout.marks).stretch(start, end)


def _pictures_of(own: Own, read: Byline) -> list[Element]:
    """The pictures that show who wrote: they are called like that."""
    if read.author is None:
        return []
    # Those of other comments within it are left out with these.
    images = map(own.scan.elements.__getitem__, own.scan.tagged_in(own.unit, "img"))
    return [
        image
        for image in images
        if (alt := (image.get("alt") or "").strip()) == read.author or _AVATAR.fullmatch(alt)
    ]


def _text_root(own: Own, heads: Sequence[int]) -> int:
    """The element that holds the text, by its name, else the whole comment."""
    scan = own.scan
    pure: list[int] = []
    for place in own.texts:
        if scan.holds_one(place, own.nested) or scan.holds_one(place, heads):
            continue
        if scan.sizes[place] <= _LONGEST_BUTTONS and _says_no_words(scan.text(place)):
            continue
        if not scan.is_in_one(place, pure):
            pure.append(place)
    if not pure:
        return own.unit
    sure = [place for place in pure if scan.hints[place] & Hint.SURE_TEXT]
    best = max(sure or pure, key=lambda place: _said_in(own, place))
    # A name may be that of a line within the text; then most of the text is elsewhere.
    most = max(200, 2 * scan.sizes[best])
    rest = own.size(own.unit) - scan.sizes[best]
    if rest > most and rest - sum(scan.sizes[place] for place in (*own.controls, *heads)) > most:
        return own.unit
    return best


def _said_in(own: Own, place: int) -> int:
    """How much an element says beside its buttons, which may be longer than a short answer."""
    scan = own.scan
    return scan.sizes[place] - sum(scan.sizes[one] for one in own.controls if scan.holds(place, one))


def _given_subject(own: Own, root: int) -> list[Element]:
    """The subject of a comment where its system has given it: « Re: … », the title of the post, its own first words."""
    scan = own.scan
    for place in range(root + 1, min(root + _NEAR, scan.last[root] + 1)):
        if (scan.tags[place] in HEADINGS or scan.hints[place] & Hint.TITLE) and _begins(own, root, place):
            subject = own.line(place).rstrip(" .…")
            rest = " ".join(scan.texts(root)[len(scan.texts(place)) :])
            is_given = subject and (
                " ".join(rest.split()).startswith(subject) or _is_said_before(own, subject)
            )
            return [scan.elements[place]] if is_given else []
    return []


def _begins(own: Own, root: int, place: int) -> bool:
    """Whether nothing but buttons stands before an element in the one around it."""
    scan = own.scan
    buttons = sum(
        scan.sizes[control] for control in own.controls if scan.holds(root, control) and control < place
    )
    return scan.before[place] - scan.before[root] <= buttons


def _is_said_before(own: Own, subject: str) -> bool:
    """Whether a subject is that of the post, or of a comment that is answered to."""
    scan = own.scan
    bare = without_answering(subject)
    return any(
        bare == without_answering(scan.text(other, LONGEST_LINE))
        and (bare != subject or not any(scan.hints[outer] & Hint.COMMENT for outer in scan.above(other)))
        for other in scan.titles(0, own.unit - 1)
    )


def _header(own: Own, place: int, root: int, read: Byline) -> int:
    """The largest element around a name or date that says nothing else."""
    scan = own.scan
    if not scan.holds(root, place):
        return place
    for outer in scan.above(place):
        if outer == own.unit or not scan.holds(root, outer) or outer == root:
            break
        if scan.holds_one(outer, own.nested):
            break
        hint = scan.hints[outer]
        if hint & Hint.TEXT and scan.has_blocks(outer):
            break  # « comment-data » is no date in most languages
        if hint & (Hint.META | Hint.AUTHOR | Hint.DATE) and own.size(outer) <= LONGEST_LINE:
            place = outer
            continue
        text = own.line(outer)
        if not text or not _says_only(text, read):
            break
        place = outer
    return place


def _says_only(text: str, read: Byline) -> bool:
    """Whether a line tells the author and the date that are known already, and nothing more."""
    author, _, is_byline = told(text, None)
    if is_byline and (author is None or author == read.author):
        return True
    rest = text.replace(read.author or "\0", "", 1).strip(EDGES)
    return not rest or SAYS.fullmatch(" " + rest) is not None


def _trimmed(body: Body, read: Byline) -> Body:
    """A body without the lines at its ends that are no words of its writer."""
    lines = body.text.split("\n")
    first, last = _under_subject(body, lines, read), len(lines)
    while first < last and (
        not lines[first].strip()
        or _is_filler(lines[first])
        or (first < EDGE_LINES + 1 and _are_buttons(lines[first]))
        or (first < EDGE_LINES and _is_name(lines[first], read, has_more=first < last - 1))
        or (first < EDGE_LINES and _repeats(lines[first], read))
        or (first < min(EDGE_LINES, last - 1) and _is_signature(lines[first], read))
    ):
        first += 1
    while last > first and (
        not lines[last - 1].strip()
        or (last - 1 > first and _are_buttons(lines[last - 1]))
        or _is_tail(lines[last - 1], last - 1 > first)
        or (
            last - 1 > first
            and last > len(lines) - EDGE_LINES
            and (_repeats(lines[last - 1], read) or _is_signature(lines[last - 1], read))
        )
    ):
        last -= 1
    if first == 0 and last == len(lines):
        return body
    start = sum(len(line) + 1 for line in lines[:first])
    return body.stretch(start, start + len("\n".join(lines[first:last])))


def _under_subject(body: Body, lines: Sequence[str], read: Byline) -> int:
    """How many lines are the head of a comment: its subject, set apart, and who and when under that, over a text."""
    if not any(mark.start == 0 and mark.kind in _SET_APART for mark in body.marks):
        return 0
    for index, line in enumerate(lines[1 : EDGE_LINES + 1], 1):
        if BY.match(line) and (_repeats(line, read) or _is_signature(line, read)):
            rest = [one for one in lines[index + 1 :] if one.strip() and not _are_buttons(one)]
            return index + 1 if any(not is_beside_names(one) for one in rest) else 0
    return 0


def _are_buttons(line: str) -> bool:
    """Whether a line is a row of buttons: « (Infos utilisateur | Envoyer un message) », « [ Répondre | Citer ] »."""
    return len(line) <= _LONGEST_BUTTONS and _BUTTONS.fullmatch(line) is not None


def _says_no_words(text: str) -> bool:
    """Whether a text is buttons, or stands beside a name, and is nobody's words."""
    return _are_buttons(text) or (any(map(str.isalnum, text)) and is_beside_names(text))


def _is_filler(line: str) -> bool:
    """Whether a line is what stands between a name and a text: « dit : », « | »."""
    bare = line.strip(EDGES)
    if not bare:
        return not any(character in line for character in "()")
    return len(bare) < LONGEST_WORDS_BEFORE and (
        SAYS.fullmatch(" " + bare) is not None or BY.fullmatch(bare + " ") is not None
    )


def _repeats(line: str, read: Byline) -> bool:
    if len(line) > LONGEST_LINE or (read.author is None and read.published is None):
        return False
    # Most lines have neither a figure, which a date has, nor a word that leads to a name.
    has_words = BY.match(line) is not None or ends_saying(line)
    if not has_words and not _FIGURE.search(line):
        return False
    author, date, is_byline = told(line, None)
    if not is_byline or (date is None and not has_words):
        return False
    return (author is None or author == read.author) and (
        date is None or (read.published or "").startswith(date[:10])
    )


def _is_name(line: str, read: Byline, *, has_more: bool) -> bool:
    """Whether a line is the name alone; a comment may be nothing but that, if it has no sign beside it."""
    return line.strip(EDGES) == read.author and (has_more or line != read.author)


def _is_signature(line: str, read: Byline) -> bool:
    """Whether a line has only the name and the date that are known, and what stands beside them."""
    if len(line) > _LONGEST_SIGNATURE or (read.author is None and read.published is None):
        return False
    if len(line.strip()) == 1 and line.isupper():
        return False  # « A » is somebody's own heading, and no word between a name and a date
    return says_nothing_more(line, read.author, None)


def _is_tail(line: str, has_more: bool) -> bool:
    if len(line) > _LONGEST_SURE_TAIL:
        return False
    tail = sight_of(line, "tail") if has_more else None
    return tail is not None and (len(line) <= _LONGEST_TAIL or tail.fixed >= _SURE_TAIL)
