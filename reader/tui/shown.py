"""Archive text as it is shown, and where each of its offsets has gone.

Making a text safe may change its length, and links and images get a sign that is not in the body.
Marks and search matches are offsets into the body: here they become offsets into what is on the screen.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from reader.models import Mark
from reader.text import Safe, safe, safe_line

IMAGE_SIGN = "▒ "

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_INLINE = ("link", "em", "strong")


class Shown:
    """A body made safe, with a number after each link and a sign before each image.

    `notes` are the ranges of what was put in, which copying leaves out; `links` the addresses by number.
    """

    def __init__(self, body: str, marks: Iterable[Mark] = ()) -> None:
        cleaned = safe(body)
        self._length = len(body)
        # Nearly every text is safe as it is, and needs no table.
        self._places = None if cleaned == body else _places(body, cleaned)
        self.links: list[str] = []
        kept = sorted((mark for mark in marks if 0 <= mark.start <= mark.end), key=lambda mark: mark.start)
        numbers = [(self._place(mark.end), self._number(mark)) for mark in kept if mark.kind == "link"]
        images = [(self._place(mark.start), _sign(mark)) for mark in kept if mark.kind == "image"]
        self._numbers = _Insertions(numbers)
        self._images = _Insertions(images)
        self.text, self.notes = _assembled(cleaned, numbers, images)
        self.marks = tuple(self._moved(mark) for mark in kept)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a range of the body's own words is on the screen."""
        first, last = self._place(start), self._place(end)
        begin = self._after(first, True, True)
        return begin, max(begin, self._after(last, False, False))

    def origin(self, place: int) -> int:
        """The offset of the body that stands at a place of the screen's text."""
        low, high = 0, self._length
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.span(middle, middle)[0] <= place else (low, middle - 1)
        return low

    def link_at(self, place: int) -> str | None:
        """The address of the link that a place of the screen's text belongs to."""
        for mark in self.marks:
            if mark.kind == "link" and mark.start <= place < mark.end:
                return mark.value
        return None

    def has_image_at(self, place: int) -> bool:
        """Whether a place of the screen's text belongs to an image."""
        return any(mark.kind == "image" and mark.start <= place < mark.end for mark in self.marks)

    def words(self, start: int, end: int) -> Safe:
        """A range of what is shown, without the signs that were put in."""
        pieces = []
        for first, last in self.notes[bisect_left(self.notes, (start, 0)) :]:
            if first >= end:
                break
            pieces.append(self.text[start:first])
            start = min(last, end)
        return Safe("".join((*pieces, self.text[start:end])))

    def _place(self, offset: int) -> int:
        offset = min(offset, self._length)
        return offset if self._places is None else self._places[offset]

    def _after(self, place: int, numbers: bool, images: bool) -> int:
        """A place in the safe text, moved by what was put in before it, or right at it."""
        return place + self._numbers.before(place, at=numbers) + self._images.before(place, at=images)

    def _number(self, mark: Mark) -> str:
        self.links.append(mark.value or "")
        return str(len(self.links)).translate(_SUPERSCRIPT)

    def _moved(self, mark: Mark) -> Mark:
        first, last = self._place(mark.start), self._place(mark.end)
        start = self._after(first, True, False)
        if mark.kind in _INLINE:
            end = self._after(last, False, False)
        else:
            end = self._after(last, True, mark.kind == "image" and first == last)
        return Mark(start, max(start, end), mark.kind, mark.value)


class _Insertions:
    """How many characters were put in before a place."""

    def __init__(self, pieces: Sequence[tuple[int, str]]) -> None:
        ordered = sorted(pieces, key=lambda piece: piece[0])
        self._places = [place for place, _ in ordered]
        self._sums = [0, *accumulate(len(text) for _, text in ordered)]

    def before(self, place: int, *, at: bool) -> int:
        """The sum up to a place, with what stands right at it where `at` is set."""
        return self._sums[(bisect_right if at else bisect_left)(self._places, place)]


def _places(body: str, cleaned: str) -> array[int]:
    """For each offset of the body its offset in the safe text."""
    pictures = [safe(character) for character in body]
    loose = "".join(pictures)
    # Only piles of combining marks are cut after single characters are translated: two fingers find where.
    kept = array("l", [0])
    finger = 0
    for character in loose:
        if finger < len(cleaned) and cleaned[finger] == character:
            finger += 1
        kept.append(finger)
    return array("l", (kept[end] for end in accumulate((len(picture) for picture in pictures), initial=0)))


def _sign(mark: Mark) -> str:
    """What stands before an image: the sign, and the file's name where the text has no words for it."""
    if mark.end > mark.start:
        return IMAGE_SIGN
    return IMAGE_SIGN + (safe_line(_file_name(mark.value or "")) or "image")


def _file_name(address: str) -> str:
    try:
        return PurePosixPath(urlsplit(address).path).name
    except ValueError:  # an address such as http://[ is no URL
        return address


def _assembled(
    text: str, numbers: Sequence[tuple[int, str]], images: Sequence[tuple[int, str]]
) -> tuple[Safe, list[tuple[int, int]]]:
    """The text with everything put in, and the ranges of what was."""
    pieces: list[str] = []
    notes: list[tuple[int, int]] = []
    position = length = 0
    everything = [(place, 0, piece) for place, piece in numbers] + [
        (place, 1, piece) for place, piece in images
    ]
    for place, _, piece in sorted(everything, key=lambda entry: entry[:2]):
        length += place - position
        pieces += (text[position:place], piece)
        notes.append((length, length + len(piece)))
        length += len(piece)
        position = place
    pieces.append(text[position:])
    return Safe("".join(pieces)), notes
