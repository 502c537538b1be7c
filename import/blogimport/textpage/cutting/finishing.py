"""What the lines of a comment say once all are gathered: its subject, and who and when in its first or last line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from blogimport.textpage.cues import Captured, plausible_name
from blogimport.textpage.cutting.pieces import Cut, Piece, says_when, says_who_wrote
from blogimport.textpage.labelling import PLACE, Labelled, are_counting
from blogimport.textpage.lines import CUT_OUT, ends_as_speech
from blogimport.textpage.recasting import ANSWERING, without_answering
from blogimport.textpage.voice import says

_BRACKETS = re.compile(r"\[(?P<name>[^][]+)\](?:\s*\[[^][]*\])*")
_NUMBERED = re.compile(r"(?:^|\s#|^#)(\d{1,4})$")
_FEWEST_NAMED = 2
_FEWEST_GIVEN = 2
_FEWEST_SUBJECTS = 2
# A subject of so many words that its text repeats is no accident.
_FEWEST_WORDS_AGAIN = 3
_LONGEST_NAME_WORDS = 4
_LONGEST_PAGE_NAME = 200
# What a system leaves of a subject that is too long ends with.
_CUT_OFF = " .…"


def finish(cut: Cut) -> None:
    """A date under a text signs it; comments without a word of text tell that the cut is wrong."""
    _say_what_is_gone(cut)
    _head_with_subjects(cut)
    for piece in cut.pieces:
        text = piece.text
        if not text and piece.kind != "comment" and piece.head:
            text.append(piece.head.pop(0))  # a link without an excerpt says no more than from where
        if len(text) > 1 and not text[-1].sights.is_blind:
            _head_with_last(piece)
        if len(text) > 1 and not piece.captured.author and _is_page(text[0].line.text, text[1].line.text):
            piece.kind = "pingback"
            piece.captured = piece.captured.merged(Captured(author=text[0].line.text))
            piece.head.append(text.pop(0))
        if not text:
            cut.score -= 2.0
    _head_with_names(cut)


def _say_what_is_gone(cut: Cut) -> None:
    """What stands in the place of a text says that this was taken away: « Commentaire supprimé »."""
    for notice in [entry for entry in cut.furniture if "waiting" in entry.sights.by_kind]:
        beside = [piece for piece in cut.pieces if piece.head and piece.first.number < notice.line.number][
            -1:
        ]
        beside += [piece for piece in cut.pieces if piece.head and piece.first.number > notice.line.number][
            :1
        ]
        piece = next((piece for piece in beside if all(entry.sights.date for entry in piece.text)), None)
        if piece is not None:
            cut.furniture.remove(notice)
            piece.text = sorted([*piece.text, notice], key=PLACE)


def _is_page(name: str, said: str) -> bool:
    """Whether a line is the name of a page that links here, over what it says: « Ici » Blog » Titre », « […] »."""
    return " » " in name and len(name) <= _LONGEST_PAGE_NAME and said.startswith(CUT_OUT)


def _head_with_last(piece: Piece) -> None:
    """What is seen in the last line of a text may be the address of its writer, the name, or when it was written."""
    text = piece.text
    if text[-1].sights.address and text[-1].line.text[0] == "(":
        piece.head.append(text.pop())
    if len(text) > 1 and says_who_wrote(text[-1].sights):
        piece.head.append(text.pop())
    last = text[-1].sights if len(text) > 1 else None
    if last is None or piece.captured.date:
        return
    if last.date or last.time:
        piece.head.append(text.pop())
        piece.captured = piece.captured.merged(Captured(date=last.date, time=last.time))
    elif piece.captured.author and says_when(last):
        # « Zoé », the text, « Posté le 3 mai 2009 »
        piece.head.append(text.pop())
        piece.captured = piece.captured.merged(last.by_kind["byline"].captured)


def _head_with_names(cut: Cut) -> None:
    """A line over or under each text that is nothing but a name says who wrote it, where all have one."""
    for piece in cut.pieces:
        if len(piece.text) > 1 and piece.text[0].line.text == piece.captured.author:
            piece.head.append(piece.text.pop(0))
    if len(cut.pieces) < _FEWEST_NAMED or any(piece.captured.author for piece in cut.pieces):
        return
    for place in (0, -1):
        if all(
            len(piece.text) > 1 and piece.captured.date and is_bare_name(piece.text[place])
            for piece in cut.pieces
        ):
            for piece in cut.pieces:
                name = piece.text.pop(place)
                piece.head.append(name)
                head = name.sights.by_kind.get("head")
                author = head.captured.author if head is not None else None
                own = author or _without_brackets(name.line.text)
                piece.captured = piece.captured.merged(Captured(author=own))
            return


def _without_brackets(text: str) -> str:
    """The name in brackets before those of addresses: « [Otávio] [http://…] »."""
    match = _BRACKETS.fullmatch(text)
    return match["name"] if match is not None else text


def is_bare_name(entry: Labelled) -> bool:
    """Whether a line could be a name, and is nothing that people say."""
    text = _without_brackets(entry.line.text)
    if entry.line.shape != "short" or text.count(" ") >= _LONGEST_NAME_WORDS or ends_as_speech(text):
        return False
    return entry.sights.by_kind.keys() <= {"head", "byline"} and plausible_name(text) and not says(text)


def head_with_title(cut: Cut, title: str) -> None:
    """The title of the post over the text of a comment, as its subject, is no word of its writer."""
    for piece in cut.pieces:
        # Few texts hold the title at all.
        if piece.text and title in piece.text[0].line.text and _subject(piece) == title:
            piece.head.append(piece.text.pop(0))


def _head_with_subjects(cut: Cut) -> None:
    """A subject that its system has given a comment is no word of its writer."""
    subjects = [_subject(piece) for piece in cut.pieces]
    if not any(subjects):
        return  # as on most pages
    firsts = [piece.text[0] if piece.text else None for piece in cut.pieces]
    _head_with_given(cut, subjects)
    for piece, subject, first in zip(cut.pieces, subjects, firsts, strict=True):
        is_sure = subject.count(" ") + 1 >= _FEWEST_WORDS_AGAIN or all(subjects)
        if subject and is_sure and piece.text[0] is first and _is_said_again(piece):
            piece.head.append(piece.text.pop(0))


def _is_said_again(piece: Piece) -> bool:
    """Whether the line over a text is the beginning of that, of which a system has made its subject."""
    subject, *rest = (" ".join(entry.line.text.split()) for entry in piece.text)
    said, text = subject.rstrip(_CUT_OFF), " ".join(rest)
    if not said or not text.startswith(said):
        return False
    # « Le mien fait pareil depuis bientôt … » may be cut off within a word.
    return subject.endswith(("…", "...")) or not text[len(said) : len(said) + 1].isalnum()


def _head_with_given(cut: Cut, subjects: Sequence[str]) -> None:
    """The subjects that a system gives.

    They repeat the title of the post over most texts, or answer one that stands over an earlier comment: « Re: … »;
    or all are numbered, as the theme has it: « A word #3 », « 3 ».
    """
    numbered = [_NUMBERED.search(subject) for subject in subjects]
    numbers = [int(number[1]) for number in numbered if number is not None]
    if not numbers and all(subjects):
        numbers = _numbers_of_items(cut.pieces)
    if len(numbers) == len(cut.pieces) >= _FEWEST_NAMED and are_counting(numbers):
        for piece in cut.pieces:
            piece.head.append(piece.text.pop(0))
        return
    given = [subject for subject in subjects if subject]
    if len(given) < _FEWEST_GIVEN:
        return
    answers = [
        bool(subject) and _is_answer(piece) for subject, piece in zip(subjects, cut.pieces, strict=True)
    ]
    if (
        any(answers)
        and len(given) == len(subjects) >= _FEWEST_SUBJECTS
        and not any(map(_is_said, cut.pieces))
    ):
        for piece in cut.pieces:
            piece.head.append(piece.text.pop(0))  # a system that gives some of them gives them all
        return
    ((most, count),) = Counter(given).most_common(1)
    if count < _FEWEST_GIVEN:
        return
    is_usual = 2 * count >= len(cut.pieces)
    for index, (piece, subject) in enumerate(zip(cut.pieces, subjects, strict=True)):
        if subject and ((is_usual and subject == most) or (answers[index] and subject in subjects[:index])):
            piece.head.append(piece.text.pop(0))


def _numbers_of_items(pieces: Sequence[Piece]) -> list[int]:
    """The numbers of the items over texts, where these stand apart under them: « 2. A question », the text."""
    firsts = [piece.text[0].line for piece in pieces]
    is_apart = all(piece.text[1].line.after_blank for piece in pieces)
    if all(line.text.endswith(":") for line in firsts):
        return []  # names lead to what they say
    return [line.ordinal for line in firsts if line.ordinal is not None] if is_apart else []


def _is_answer(piece: Piece) -> bool:
    """Whether the subject of a comment says that it answers another one."""
    return ANSWERING.match(piece.text[0].line.text) is not None


def _is_said(piece: Piece) -> bool:
    """Whether the line over a text ends as sentences do, and no subject that is none."""
    return ends_as_speech(piece.text[0].line.text) and not _is_answer(piece)


def _subject(piece: Piece) -> str:
    """The line over a text that may be its subject, without what says that it answers one; empty where none is."""
    if len(piece.text) < 2 or piece.text[0].line.shape != "short" or not piece.text[0].sights.is_blind:
        return ""
    return without_answering(piece.text[0].line.text)
