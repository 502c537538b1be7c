"""The two ways in which HTML becomes text: a body with its marks, or one line."""

from __future__ import annotations

from html import unescape
from typing import NamedTuple

from blogimport.cleaning import cleaned
from blogimport.markup.parsing import Element, tree_of
from blogimport.markup.walking import laid_out
from blogimport.markup.writing import Writer
from reader.models import Mark

# What is no more than the words in it, where it holds nothing else.
_WORDS_ALONE = frozenset(
    ("a", "span", "font", "b", "strong", "em", "i", "cite", "h1", "h2", "h3", "h4", "h5", "h6")
)


class Body(NamedTuple):
    """A text whose paragraphs are separated by blank lines, and its marks in the order of their starts."""

    text: str
    marks: tuple[Mark, ...] = ()

    def stretch(self, start: int, until: int) -> Body:
        """The text from one place to before another, with the marks in it."""
        text = self.text[start:until]
        marks = []
        for mark in self.marks:
            begin, end = max(mark.start - start, 0), min(mark.end - start, len(text))
            if begin < end or (
                begin == end and mark.start == mark.end and 0 <= mark.start - start <= len(text)
            ):
                marks.append(Mark(begin, end, mark.kind, mark.value))
        return Body(text, tuple(marks))


def body_of(html: str | Element, *, breaks_at_newlines: bool = False) -> Body:
    """The body that HTML makes, given as text or as an element of a tree (of which the tail is not part).

    With `breaks_at_newlines` a line break of the source is one of the text, and a blank line begins a paragraph, as
    where a blog puts in `<p>` and `<br>` only when it shows a post. Text that is no HTML at all is a body too.
    """
    if not isinstance(html, str):
        layout = laid_out(html, breaks_at_newlines=breaks_at_newlines)
        return Body(layout.text, layout.marks)
    if "<" not in html:
        writer = Writer(breaks_at_newlines=breaks_at_newlines)
        writer.words(cleaned(unescape(html) if "&" in html else html))
        return Body("".join(writer.pieces))
    root = tree_of(html)
    if root is None:
        return Body("")
    layout = laid_out(root, breaks_at_newlines=breaks_at_newlines)
    return Body(layout.text, layout.marks)


def plain(html: str | Element) -> str:
    """HTML as one line of text, for titles and names: tags dropped, entities resolved."""
    if isinstance(html, str) and "<" not in html:
        return " ".join(cleaned(unescape(html) if "&" in html else html).split())
    if not isinstance(html, str) and html.tag in _WORDS_ALONE and not len(html):
        return " ".join(cleaned(html.text or "").split())
    return " ".join(body_of(html).text.split())
