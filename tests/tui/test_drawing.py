"""What stands where in one line of the list."""

from __future__ import annotations

import pytest

from reader.archive import Order
from reader.models import PostRow
from reader.tui.language import speak
from reader.tui.lineview import Pen
from reader.tui.posts.drawing import draw_row


class PlainPen(Pen):
    """A pen without ink."""

    def __init__(self) -> None:
        self.segments = []
        self.cells = 0
        self.text = ""

    def write(self, text: str, *inks: str) -> None:
        """Add a text."""
        self.text += text
        self.cells = len(self.text)


def drawn(width: int, *, order: Order = "newest", comments: int = 0, date: str = "2005-03-09") -> str:
    """The line of a post with a long title."""
    pen = PlainPen()
    row = PostRow(
        1, "k", "Blog", "A title that is too long for most lines of a list", "Author", date, comments, ""
    )
    draw_row(pen, row, width, order, mark=None, is_starred=False, is_read=False)
    return pen.text


@pytest.mark.parametrize("width", [34, 49, 50, 80, 120])
def test_numbers_of_comments_end_in_one_column(width: int) -> None:
    """However many there are, and with a gap before them; beside an open post the title has what they do not need."""
    for comments in (1, 12, 999, 5_000, 99_999):
        line = drawn(width, comments=comments)
        assert len(line) == width - 1
        assert "  " in line[-8:] or line[-len(f"{comments:,}") - 1] == " "
    narrow = drawn(34, comments=1)
    assert "A title that is…" in narrow
    assert len(drawn(34, comments=5_000)) == 33


def test_days_of_one_digit_stand_below_those_of_two() -> None:
    """In every order, also where the first of a month has letters."""
    for language in ("en", "fr"):
        speak([language])
        for order in ("newest", "title"):
            days = ("2005-03-01", "2005-03-09", "2005-03-17")
            lines = [drawn(80, order=order, date=day).rstrip() for day in days]
            assert len({line.lower().index(" mar") for line in lines}) == 1
    speak([])
