"""What happens to offsets when a text is made safe, and when signs are put into it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.models import Mark
from reader.text import safe
from reader.tui.shown import Shown
from reader.tui.typeset import Inks, TextLine, typeset


def test_link_has_number_after_it() -> None:
    """Each link is followed by its number, which is not part of the link."""
    shown = Shown("voir ici et là", [Mark(5, 8, "link", "https://a"), Mark(12, 14, "link", "https://b")])

    assert shown.text == "voir ici¹ et là²"
    assert [shown.text[mark.start : mark.end] for mark in shown.marks] == ["ici", "là"]
    assert shown.links == ["https://a", "https://b"]


def test_image_without_words_is_called_by_its_file() -> None:
    """An image that has no words in the text is shown by the name of its file."""
    shown = Shown("avant\n\naprès", [Mark(6, 6, "image", "https://example.org/photos/quai.jpg?x=1")])

    assert shown.text == "avant\n▒ quai.jpg\naprès"
    assert shown.text[shown.marks[0].start : shown.marks[0].end] == "▒ quai.jpg"


def test_match_is_found_behind_control_characters() -> None:
    """A range of the body is the same words on the screen, whatever was spelled out or dropped before it."""
    body = "\x9b\u200b\ttexte e" + "\u0301" * 30 + " gare"
    start = body.index("gare")
    shown = Shown(body)

    first, last = shown.span(start, start + 4)

    assert shown.text[first:last] == "gare"


def test_copied_words_have_no_signs() -> None:
    """What is copied is the text, without the numbers of its links."""
    shown = Shown("voir ici et là", [Mark(5, 8, "link", "https://a")])

    assert shown.words(0, len(shown.text)) == "voir ici et là"


_MARKS = st.builds(
    Mark,
    st.integers(0, 40),
    st.integers(0, 40),
    st.sampled_from(["link", "em", "strong", "heading", "quote", "item", "code", "image"]),
    st.one_of(st.none(), st.text(max_size=6), st.just("999999999")),
)
_BODIES = st.text(st.sampled_from("ab \n\t\x1b\x9b\u0301\u200b\u202e字é"), max_size=40)


@given(_BODIES, st.lists(_MARKS, max_size=6), st.integers(1, 30))
def test_no_word_is_lost(body: str, marks: list[Mark], width: int) -> None:
    """Whatever the marks, all words of the body are on the lines, in order."""
    shown = Shown(body, marks)
    lines = typeset(shown, width)

    drawn = "".join(
        "".join(run for run, _ in Inks(shown).runs(shown.text, line.start, line.end)) for line in lines
    )

    assert shown.words(0, len(shown.text)) == safe(body)
    assert "".join(drawn.split()) == "".join(shown.text.split())


@given(_BODIES, st.integers(0, 40), st.integers(0, 40))
def test_ranges_keep_their_words(body: str, start: int, end: int) -> None:
    """A range without control characters is the same text on the screen."""
    start, end = sorted((min(start, len(body)), min(end, len(body))))
    shown = Shown(body, [Mark(start, end, "link", "https://a")])
    first, last = shown.span(start, end)

    if safe(body) == body:
        assert shown.words(first, last) == body[start:end]
    assert 0 <= first <= last <= len(shown.text) or start == end


def test_item_hangs_under_its_bullet() -> None:
    """The second line of a list item stands under the words of the first."""
    body = "un mot puis un autre mot\n2. un second point de la liste"
    first_end = body.index("\n")
    lines = typeset(Shown(body, [Mark(0, first_end, "item"), Mark(first_end + 1, len(body), "item")]), 16)

    assert [line.lead for line in lines] == ["• ", "  ", "", "   ", "   "]


def test_lines_that_were_only_wrapped_are_soft() -> None:
    """A line says whether the text itself breaks after it."""
    lines = typeset(Shown("un deux trois\nquatre"), 8)

    assert lines == [TextLine(0, 7, "", soft=True), TextLine(8, 13, ""), TextLine(14, 20, "")]
