"""Texts that are made to take long are plain lines in no time."""

from __future__ import annotations

import time

import pytest

from blogimport.textpage.plainer import plain_page

_MARKDOWN = (
    "# Titre\n\n[lien](http://four.example/) et **gras**\n\n  * un\n  * deux\n\n## Autre\n\n{}\n\n## Fin\n"
)
_TEXTS = {
    "open brackets": _MARKDOWN.format("[" * 30_000),
    "open emphasis": _MARKDOWN.format("*a " * 30_000),
    "links within links": _MARKDOWN.format("[" * 3_000 + "a" + "](http://four.example)" * 3_000),
    "open addresses": _MARKDOWN.format("[a](" * 30_000),
    "addresses without end": _MARKDOWN.format("\n".join(["[a](http://four.example b "] * 8_000)),
    "headings": _MARKDOWN.format("\n\n".join(f"## a{number}" for number in range(8_000))),
    "a paragraph": "\n".join(["mot " * 19] * 20_000),
    "numbers of links": "   [1]a\n\n"
    + "\n".join(["   " + "[1]x [2]y [9]z " * 4] * 5_000)
    + "\nReferences\n\n"
    + "\n".join(f"   {number}. http://four.example/{number}" for number in range(1, 10)),
}


@pytest.mark.parametrize("text", _TEXTS.values(), ids=_TEXTS.keys())
def test_no_text_takes_long(text: str) -> None:
    """Whatever signs a text repeats, it is plain within seconds, and no line is lost."""
    start = time.process_time()
    page = plain_page(text, text.split("\n"))
    assert time.process_time() - start < 4
    assert page is not None
    assert page.plain[-1].last == text.count("\n") + 1
