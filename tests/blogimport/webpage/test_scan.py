"""The one walk through a page: its lines, and what stands beside what."""

from __future__ import annotations

import pytest

from blogimport.markup import laid_out, tree_of
from blogimport.webpage.scan import Scan


def scanned(html: str) -> Scan:
    """A page, walked through."""
    root = tree_of(html)
    assert root is not None
    return Scan(root)


def lines_of(scan: Scan, tag: str) -> list[list[str]]:
    """The lines of each element of a tag."""
    return [
        scan.lines.texts[scan.lines_before[place] : scan.lines_after[place]]
        for place in scan.with_tags((tag,))
    ]


def test_lines_carry_no_invisible_characters() -> None:
    """Characters that carry no text are in no line, and a line that has nothing else is none."""
    scan = scanned(
        "<p>Le b\xadac</p><p>\u200b</p><p>part <i>\u200b</i></p><p>\u2060 <i>\ufeff</i></p><p>à midi</p>"
    )

    assert scan.lines.texts == ["Le bac", "part", "à midi"]
    assert lines_of(scan, "p") == [["Le bac"], [], ["part"], [], ["à midi"]]


def test_lines_of_elements_that_share_one() -> None:
    """An element within a line has that line, and one behind it has none of it."""
    scan = scanned("<div>Odile <b>dit\xad</b> : <i>oui</i></div><p>Non</p>")

    assert scan.lines.texts == ["Odile dit : oui", "Non"]
    assert lines_of(scan, "b") == lines_of(scan, "i") == [["Odile dit : oui"]]
    assert lines_of(scan, "p") == [["Non"]]


def test_what_stands_before_an_element() -> None:
    """The element before one is its sibling, however much is in that; the first has none."""
    scan = scanned("<ul><li>Un <b>bac <i>bleu</i></b></li><li>Deux</li></ul>")
    first, second = scan.with_tags(("li",))

    assert scan.previous(second) == first
    assert scan.previous(first) is None
    assert scan.previous(0) is None


def test_outermost_elements() -> None:
    """Of elements within each other the outer ones tell which others are in any of them."""
    scan = scanned("<ul><li>Un <b>bac</b></li></ul><p>Non</p><div><p>Oui</p></div>")
    (box,), (bold,), (first, second) = (scan.with_tags((tag,)) for tag in ("ul", "b", "p"))
    outer = scan.outermost((second, bold, box))

    assert outer == [box, second]
    assert [scan.is_in_outermost(place, outer) for place in (box - 1, box, bold, first, second)] == [
        False,
        True,
        True,
        False,
        True,
    ]


def test_words_in_links_are_counted() -> None:
    """Of an element's characters those are linked that stand in a link, at whatever depth."""
    scan = scanned("<p>Voir <a href='/bac'>le <b>bac</b></a> ici</p><p>Rien</p>")

    assert [(scan.sizes[place], scan.linked(place)) for place in scan.with_tags(("p",))] == [(12, 5), (4, 0)]


def test_what_has_no_text_is_written_all_the_same() -> None:
    """A script's date is no text of the page, and is told where all that is written is asked for."""
    scan = scanned("<p>Le <script>document.write('3 mai')</script> 2008</p>")
    (place,) = scan.with_tags(("p",))

    assert scan.text(place) == "Le 2008"
    assert scan.written(place) == "Le document.write('3 mai') 2008"


@pytest.mark.parametrize(
    "written",
    [
        "<p>Le canal</p>",
        "<p>Le ca&shy;nal</p>",
        "<p>Le<textarea>ca&shy;nal</textarea></p>",
        "<p>Le<noscript>ca&#x200b;nal</noscript></p>",
        "<pre>Le\x0bcanal</pre>",
        "<p>e&#x301;t\u00e9</p>",
        "<p>Le <img src='/a.gif' alt='ca&shy;nal'></p>",
        "<p>Le <embed src='http://exemple.org/ca&shy;nal.swf' width='300' height='300'></p>",
        "<p>Le <object data='http://exemple.org/ca&shy;nal.swf'></object></p>",
    ],
)
def test_a_text_of_a_page_is_as_clean_as_alone(written: str) -> None:
    """What carries no text is taken out of an element's text, wherever in it that stands."""
    scan = scanned(f"<div>{written}</div>")
    (place,) = scan.with_tags(("div",))

    assert scan.laid_out(place) == laid_out(scan.elements[place])
    assert "\xad" not in scan.laid_out(place).text
