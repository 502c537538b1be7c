"""The comments of a post from the pieces that its thread was cut into: who wrote each, when, and whom it answers."""

from __future__ import annotations

from collections.abc import Sequence

from blogimport.textpage.answering import Said, guessed_answers
from blogimport.textpage.beside import names_alone
from blogimport.textpage.bodies import body_of
from blogimport.textpage.cutting import Cut, Piece
from blogimport.textpage.labelling import Labelled
from blogimport.textpage.voice import signature
from reader.models import Comment

# The share of comments that begin with an item's marker where the thread is a list; one may have lost its own.
_LIST_SHARE = 0.8
# So many signed ones are no accident.
_FEWEST_SIGNED = 2


def are_surely_comments(thread: Sequence[Labelled]) -> bool:
    """Whether several are signed with who and when, so that they are kept though nothing is left of their post."""
    signs = (entry.sights.get("head") or entry.sights.get("head_before") for entry in thread)
    return sum(bool(sign and sign.captured.author and sign.captured.date) for sign in signs) >= _FEWEST_SIGNED


def are_said_openly(thread: Sequence[Labelled]) -> bool:
    """Whether several say who speaks under them: « Zoé a dit… »."""
    return sum("head_before" in entry.sights.by_kind for entry in thread) >= _FEWEST_SIGNED


def comments_of(
    cut: Cut, post_author: str | None, published: str | None, post_body: str
) -> tuple[Comment, ...]:
    """The comments of a post, with whom each answers."""
    if not cut.pieces:
        return ()
    bodies = []
    items = sum(piece.first.marker is not None for piece in cut.pieces)
    is_list = items > _LIST_SHARE * len(cut.pieces)
    # A theme that makes items of texts, too, has them all counted: nobody begins so.
    are_counted = len(cut.pieces) > 1 and all(_begins_counted(piece) for piece in cut.pieces)
    for piece in cut.pieces:
        lines = [entry.line for entry in piece.text]
        # The marker of a comment's first line is the thread's, and no word of its writer.
        is_item = bool(lines) and bool(lines[0].marker) and lines[0] is piece.first
        is_items = is_item and (is_list or piece.depth is not None)
        bodies.append(body_of(lines, first_item_is_body=is_items or are_counted))
    authors = [_author(piece) for piece in cut.pieces]
    alone = names_alone(
        [
            name if piece.kind == "comment" else None
            for (name, _), piece in zip(authors, cut.pieces, strict=True)
        ]
    )
    authors = [(own or name, why) for own, (name, why) in zip(alone, authors, strict=True)]
    named = _answers_in_names(cut.pieces, authors)
    stated = [piece.captured.date for piece in cut.pieces if piece.captured.date]
    # Where some give a year, those that give none are from the year in which the page was saved.
    latest = max((published or "", *(date for date in stated if not date.startswith("--"))))
    dates = [_comment_date(piece.captured.date, latest) for piece in cut.pieces]
    said = [
        Said(name, body, date) for (name, _), (body, _), (date, _) in zip(authors, bodies, dates, strict=True)
    ]
    answers = _answers(cut, said, post_author, post_body)
    if named:
        # A page that names whom a comment answers shows answers below it: one to a later comment would be a circle.
        answers = [
            named.get(index, (None, None) if place is not None and place > index else (place, why))
            for index, (place, why) in enumerate(answers)
        ]
    depths = _depths([place for place, _ in answers])
    comments: list[Comment] = []
    for index, (piece, (body, marks)) in enumerate(zip(cut.pieces, bodies, strict=True)):
        guesses = dict(piece.reasons)
        author, author_reason = authors[index]
        if author_reason:
            guesses["author"] = author_reason
        date, date_reason = dates[index]
        if date_reason:
            guesses["published"] = date_reason
        elif date is None and piece.captured.date:
            guesses["published"] = f"the page says “{_written(piece)}”, and not in which year"
        place, place_reason = answers[index]
        if place_reason:
            guesses["reply_to"] = place_reason
        comments.append(
            Comment(
                position=index + 1,
                author=author,
                published=date,
                reply_to=None if place is None else place + 1,
                depth=depths[index],
                kind=piece.kind,
                body=body,
                marks=marks,
                guesses=guesses,
            )
        )
    return tuple(comments)


def _begins_counted(piece: Piece) -> bool:
    """Whether a text that its head stands over begins as the only numbered item in it."""
    markers = [entry.line.marker for entry in piece.text]
    return bool(piece.head) and markers[:1] == ["number"] and markers.count("number") == 1


def _author(piece: Piece) -> tuple[str | None, str | None]:
    """Who wrote a comment, and the reason where it is a guess."""
    if piece.captured.author or piece.head:
        return piece.captured.author, None
    name = signature([entry.line for entry in piece.text])
    return name, None if name is None else "the text ends with this name, as one signs"


def _answers_in_names(
    pieces: Sequence[Piece], authors: list[tuple[str | None, str | None]]
) -> dict[int, tuple[int, str]]:
    """The comments whose author line names whom they answer, too: « Zoé a dit en réponse à Marc Dupont ».

    An author loses such a name where nothing else stands between the two: « Zoé Marc Dupont • il y a 3 ans ».
    """
    found: dict[int, tuple[int, str]] = {}
    for index, piece in enumerate(pieces):
        if piece.answers_before and index:
            found[index] = (index - 1, "it stands right under it, signed otherwise, as answers are")
            continue
        author = authors[index][0]
        if author is None or not piece.head:
            continue
        beside = piece.head[0].line.text.partition(author)[2]
        answered = _named_under(piece, authors, index)
        if answered is not None:
            found[index] = answered
            continue
        is_ago = any("ago" in entry.sights.by_kind for entry in piece.head)
        if not is_ago and beside.count(" ") < 2:
            continue  # most lines have no room for another name
        for place in range(index - 1, -1, -1):
            other = authors[place][0]
            if other is None:
                continue
            if is_ago and " " in other and author.endswith(f" {other}"):
                authors[index] = (author.removesuffix(other).rstrip(), None)
            elif not _names_after_word(beside, other):
                continue
            found[index] = (place, f"its author line names {other}, too")
            break
    return found


def _named_under(
    piece: Piece, authors: Sequence[tuple[str | None, str | None]], index: int
) -> tuple[int, str] | None:
    """Whom the line under an author names: « à Marc », the last of that name before; None where there is none."""
    for entry in piece.head[1:]:
        word, _, name = entry.line.text.partition(" ")
        if word.islower() and word.isalpha():
            for place in range(index - 1, -1, -1):
                if authors[place][0] == name:
                    return place, f"its author line names {name}, too"
    return None


def _names_after_word(text: str, name: str) -> bool:
    """Whether a text behind an author has small words and then another name."""
    before, is_there, after = text.partition(f" {name}")
    return bool(is_there) and not after[:1].isalnum() and any(word.islower() for word in before.split())


def _comment_date(date: str | None, latest: str) -> tuple[str | None, str | None]:
    """The date of a comment; one without a year takes the first year in which it is no earlier than `latest`."""
    if date is None or not date.startswith("--"):
        return date, None
    if len(latest) < len("2005-11-17"):
        return None, None
    year, rest = int(latest[:4]), date[2:]
    if rest[:5] < latest[5:10]:
        year += 1
    return (
        f"{year:04d}-{rest}",
        "the page gives no year: it is that of the latest date before it, or the one after",
    )


def _written(piece: Piece) -> str:
    """The line that tells when a comment was written."""
    dated = (
        entry.line.text
        for entry in piece.head
        if entry.sights.date or any(sight.captured.date for sight in entry.sights.by_kind.values())
    )
    return next(dated, "")


def _answers(
    cut: Cut, said: Sequence[Said], post_author: str | None, post_body: str
) -> list[tuple[int | None, str | None]]:
    """For each comment the index of the one that it answers, and the reason where it is a guess."""
    if any(piece.answers_one for piece in cut.pieces):
        return _told_by_buttons(cut.pieces)
    if cut.nested:
        return [(place, None) for place in _nesting([piece.depth or 0 for piece in cut.pieces])]
    return [
        (None, None) if answer is None else (answer.place, answer.reason)
        for answer in guessed_answers(said, post_author, post_body)
    ]


def _depths(places: Sequence[int | None]) -> list[int]:
    """How deep each comment stands below the post; the one that it answers may stand after it on the page."""
    if places.count(None) == len(places):
        return [0] * len(places)  # as on most pages
    depths: dict[int, int] = {}
    for index in range(len(places)):
        way: list[int] = []
        at: int | None = index
        while at is not None and at not in depths:
            way.append(at)
            at = places[at]
        above = -1 if at is None else depths[at]
        depths.update((step, above + height) for height, step in enumerate(reversed(way), 1))
    return [depths[index] for index in range(len(places))]


def _told_by_buttons(pieces: Sequence[Piece]) -> list[tuple[int | None, str | None]]:
    """A comment with a button to its parent answers the last one before it that has a button to its answers."""
    found: list[tuple[int | None, str | None]] = []
    for index, piece in enumerate(pieces):
        place = next((at for at in range(index - 1, -1, -1) if pieces[at].is_answered), None)
        reason = "its buttons say that it answers one, and this is the last one before it that has answers"
        found.append((place, reason) if piece.answers_one and place is not None else (None, None))
    return found


def _nesting(depths: Sequence[int]) -> list[int | None]:
    """The index of the comment that each stands in, from how deep each stands."""
    open_at: list[int] = []
    parents: list[int | None] = []
    for index, depth in enumerate(depths):
        del open_at[depth:]
        parents.append(open_at[-1] if open_at else None)
        open_at.append(index)
    return parents
