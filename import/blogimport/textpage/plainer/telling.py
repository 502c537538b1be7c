"""Which writing a dump is in, and its plain lines; a page that is plain already stays as it is."""

from __future__ import annotations

from collections.abc import Sequence

from blogimport.textpage.plainer.browsers import plain_of_browser, references_in
from blogimport.textpage.plainer.heads import head_of
from blogimport.textpage.plainer.markdown import plain_of_markdown
from blogimport.textpage.plainer.page import PlainLine, PlainPage
from blogimport.textpage.plainer.signs import is_markdown
from blogimport.textpage.plainer.wrapping import may_be_wrapped, width_of


def plain_page(text: str, texts: Sequence[str]) -> PlainPage | None:
    """A dump in plain lines, where it is surely in another writing; `texts` are its lines. None of any other."""
    head, size = head_of(text, texts) or (None, 0)
    if head is not None or is_markdown(text):
        above = [PlainLine("", number, number) for number in range(1, size + 1)]
        return PlainPage([*above, *plain_of_markdown(texts, size)], head)
    references = references_in(text, texts)
    own = texts[: references.begin] if references is not None else texts
    width = width_of(own) if may_be_wrapped(own) else None
    if references is None and width is None:
        return None
    return PlainPage(plain_of_browser(texts, width, references))
