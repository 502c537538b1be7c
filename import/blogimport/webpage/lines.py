"""The text blocks of a page, one a line, as a walk through its elements comes upon them.

Only what a line is; knows nothing of posts.
"""

from __future__ import annotations

from itertools import accumulate

from blogimport.cleaning import cleaned, is_clean
from blogimport.markup import Element, laid_out

BREAKS = frozenset(
    (
        *(
            "p",
            "div",
            "ul",
            "ol",
            "dl",
            "li",
            "dt",
            "dd",
            "table",
            "tr",
            "td",
            "th",
            "caption",
            "blockquote",
            "pre",
        ),
        *(
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "article",
            "section",
            "header",
            "footer",
            "nav",
            "aside",
            "main",
        ),
        *("figure", "figcaption", "form", "fieldset", "legend", "hr", "br", "center", "address", "details"),
        *(
            "summary",
            "option",
            "textarea",
            "select",
            "button",
            "hgroup",
            "body",
            "html",
            "menu",
            "dir",
            "xmp",
        ),
        *("listing", "noscript", "search", "frame"),
    )
)
VERBATIM = frozenset(("pre", "xmp", "listing"))
# What the scan passes over and a person sees all the same.
_PASSED_OVER = frozenset(("noscript", "select", "textarea"))
REPLACED = frozenset(("img", "iframe", "embed", "object", "video", "audio", "frame"))
SPECIAL = BREAKS | REPLACED
"""What `Lines.opened` must be told of."""
PLAIN_BREAKS = BREAKS - REPLACED - VERBATIM - _PASSED_OVER
"""What only ends a line: where none has begun, nothing has to be told."""


class Lines:
    """Lines that grow: `texts` are complete, `pieces` are what the next one has so far.

    `verbatim` counts the open elements in which a line break is one. Until they are cleaned some may be blank;
    `were_clean` says whether that took nothing out but white space.
    """

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.pieces: list[str] = []
        self.verbatim = 0
        self.were_clean = False
        self._has_verbatim = False

    def opened(self, element: Element, tag: str) -> None:
        """An element of `BREAKS` or `REPLACED` begins."""
        if tag in BREAKS:
            self.flush()
        if tag == "img":
            words = element.get("alt") or element.get("title")
            if words and words.strip():
                self.pieces.append(f" {words} ")
        elif tag in VERBATIM:
            self.verbatim += 1
            self._has_verbatim = True
        elif tag in _PASSED_OVER:
            self.texts += filter(None, laid_out(element).text.split("\n"))
        elif tag in REPLACED and element.get("src"):
            self.pieces.append(f" {element.get('src')} ")

    def add_verbatim(self, text: str) -> None:
        """Adds text whose line breaks are some; other text is added to `pieces`."""
        for line in text.split("\n"):
            self.flush()
            self.pieces.append(line)

    def flush(self) -> None:
        """Ends the line, where one has begun."""
        if self.pieces:
            self.texts.append("".join(self.pieces))
            self.pieces.clear()

    def clean(self) -> list[int] | None:
        """Makes any white space one space, and takes out what carries no text: of all lines at once, at the end.

        Where lines are gone that had nothing else, how many are left before each of them and before the end.
        """
        texts = [
            # Where no white space but single spaces is, splitting takes five times as long.
            line.strip(" ") if line.isprintable() and "  " not in line else " ".join(line.split())
            for line in self.texts
        ]
        # One look at a page: each line is asked only where it must be.
        odd = "\n".join([line for line in texts if not line.isascii() or not line.isprintable()])
        is_clean_text = is_clean(odd)
        # Where white space means something some of it may have to be cleaned.
        self.were_clean = is_clean_text and not self._has_verbatim
        if not is_clean_text:
            texts = [
                line if line.isascii() and line.isprintable() else " ".join(cleaned(line).split())
                for line in texts
            ]
        self.texts[:] = filter(None, texts)
        return None if len(texts) == len(self.texts) else list(accumulate(map(bool, texts), initial=0))
