"""What one comment looks like: its head, its body, the line of its fold, and the gap after it.

Knows a comment and a width; the view knows where on the screen it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from reader.models import Comment
from reader.text import Safe, safe_line
from reader.threads import ThreadRow
from reader.tui.comments.guides import STEP, body_guides, deepest, head_guides
from reader.tui.find.matching import Highlights
from reader.tui.language import _, later
from reader.tui.lineview import Pen
from reader.tui.marking.own import NOTE, STAR, Own
from reader.tui.phrases import GUESS_SIGN, counted, cut, date_in_words, short_date
from reader.tui.shown import Shown
from reader.tui.typeset import Inks, TextLine, typeset

POST_AUTHOR_SIGN = "◆ "
PERSON_SIGN = "● "
FOLD_SIGN = "▸ "
MARGIN = 2
_BETWEEN = " · "
_ANSWERS = " → "
_NO_NAME = later("no name")
_KINDS = {"comment": "", "pingback": "pingback", "trackback": "trackback"}


@dataclass(frozen=True, slots=True)
class Look:
    """Whose names look different: that of the post's author, and of a person whose comments are in the accent."""

    post_author: str | None = None
    person: str | None = None


@dataclass(frozen=True, slots=True)
class SetComment:
    """The body of a comment, set for a width."""

    shown: Shown
    lines: Sequence[TextLine]
    inks: Inks


def body_width(row: ThreadRow, width: int) -> int:
    """The cells that the body of a comment has."""
    return max(8, width - MARGIN - STEP * (min(row.depth, deepest(width - MARGIN)) + 1) - 1)


def set_comment(row: ThreadRow, width: int, highlights: Highlights) -> SetComment:
    """Set the body of a comment for a view of some width."""
    comment = row.comment
    shown = Shown(comment.body, comment.marks)
    hits = [shown.span(start, end) for start, end in highlights(comment.body)]
    return SetComment(shown, typeset(shown, body_width(row, width)), Inks(shown, hits))


def lines_of_body(row: ThreadRow, width: int) -> int:
    """How many lines the body of a comment takes, where nobody looks at it."""
    return len(typeset(Shown(row.comment.body, row.comment.marks), body_width(row, width)))


def guessed_height(row: ThreadRow, width: int) -> int:
    """About how many lines a comment takes, for those that nobody has looked at yet."""
    return 2 + row.comment.body.count("\n") + len(row.comment.body) // body_width(row, width) + 1


def draw_head(
    pen: Pen, row: ThreadRow, width: int, look: Look, marked: Own, answered: ThreadRow | None = None
) -> None:
    """The guide lines, the name and the date of a comment, whom it answers where no line shows that, and its marks."""
    comment, guesses = row.comment, row.comment.guesses
    pen.write(head_guides(row, deepest(width - MARGIN)), "guess" if row.guessed else "rail")
    if "boundary" in guesses:
        pen.write(f"{GUESS_SIGN} ", "guess")
    if marked.is_starred:
        pen.write(f"{STAR} ", "accent")
    _write_name(pen, comment, width - pen.cells, look)
    if answered is not None:
        pen.write(_ANSWERS, "guess" if row.guessed else "rail")
        pen.write(GUESS_SIGN if row.guessed else "", "guess")
        pen.write(cut(safe_line(answered.comment.author) or _(_NO_NAME), max(8, width - pen.cells)), "muted")
    sign = GUESS_SIGN if "published" in guesses else ""
    # Of a note at least its sign is seen; its words have what the date leaves.
    note = f"  {NOTE}" if marked.note else ""
    room = width - pen.cells - len(_BETWEEN) - len(sign) - len(note)
    date = _fitting_date(comment.published, room)
    if date:
        pen.write(_BETWEEN, "muted")
        pen.write(sign, "guess")
        pen.write(date, "muted")
    if _KINDS[comment.kind]:
        pen.write(cut(f" · {_KINDS[comment.kind]}", width - pen.cells), "muted")
    pen.write(note, "accent")
    pen.write(cut(f" {marked.note}", width - pen.cells) if note else "", "accent")


def _write_name(pen: Pen, comment: Comment, room: int, look: Look) -> None:
    start = pen.cells
    is_person = is_same(comment.author, look.person)
    if is_person:
        pen.write(PERSON_SIGN, "accent")
    if is_same(comment.author, look.post_author):
        pen.write(POST_AUTHOR_SIGN, "accent")
    if "author" in comment.guesses:
        pen.write(GUESS_SIGN, "guess")
    name = safe_line(comment.author)
    inks = ("strong", "hit") if is_person else ("strong",) if name else ("muted",)
    pen.write(cut(name or _(_NO_NAME), max(8, room - (pen.cells - start))), *inks)


def draw_guides(pen: Pen, row: ThreadRow, width: int, first_answer: ThreadRow | None) -> None:
    """The guide lines beside the body of a comment."""
    most = deepest(width - MARGIN)
    guides = body_guides(row, most, first_answer)
    # Each line in its own ink, those beside each other at once: what is dotted is also in the colour of guesses.
    pieces = (guides[start : start + STEP] for start in range(0, len(guides), STEP))
    for is_guess, alike in groupby(pieces, key=lambda piece: piece[0] == "┊"):
        pen.write("".join(alike), "guess" if is_guess else "rail")


def fold_words(below: Sequence[ThreadRow]) -> Safe:
    """`12 answers · last by kunema, 4 March 2007`; for one answer its name and date alone."""
    last = max((row.comment for row in below), key=_when)
    name = safe_line(last.author) or Safe(_(_NO_NAME))
    author = f"{GUESS_SIGN}{name}" if "author" in last.guesses else name
    date = date_in_words(last.published, time=False)
    date = Safe(f"{GUESS_SIGN}{date}") if date and "published" in last.guesses else date
    by = author if len(below) == 1 else _("last by {}").format(author)
    return Safe(f"{counted(len(below), 'answer')} · {by}{', ' if date else ''}{date}")


def _fitting_date(iso: str | None, cells: int) -> str:
    """The date as fully as there is room for."""
    date = Safe("")
    for date in (date_in_words(iso), date_in_words(iso, time=False), short_date(iso)):
        if len(date) <= cells:
            return date
    return cut(date, cells)


def _when(comment: Comment) -> tuple[str, int]:
    return (comment.published or "", comment.position)


def is_same(name: str | None, other: str | None) -> bool:
    """Whether two names are the same one, and are names at all."""
    return name is not None and other is not None and name.strip().casefold() == other.strip().casefold()
