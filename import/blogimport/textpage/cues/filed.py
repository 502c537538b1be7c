"""Who wrote a post and where it is filed, where a line says both and a cue has taken one for the other."""

from __future__ import annotations

from dataclasses import replace

from blogimport.textpage.cues.book import cue_book
from blogimport.textpage.cues.captured import Captured, listed, plausible_name


def by_whom(captured: Captured) -> Captured:
    """What a byline states, whose last category may have taken in who wrote: « Voyages par Paul »."""
    last = captured.categories[-1]
    if captured.author is not None or " " not in last:
        return captured
    book = cue_book()
    for label in book.announcing.labels(last):
        category, name = last[: label.start()].rstrip(), last[label.end() :].lstrip(" :")
        if (
            category
            and name[:1].isupper()
            and book.announcing.said(label[0]) == "author"
            and plausible_name(name)
        ):
            return replace(captured, author=name, categories=(*captured.categories[:-1], category))
    return captured


def filed(captured: Captured) -> Captured:
    """What a byline states, whose author may have taken in where the post is filed: « Paul dans Voyages »."""
    author = captured.author or ""
    book = cue_book()
    if not (author.islower() or author.istitle()):
        glued = next(
            (label for label in book.announcing.glued_labels(author) if label.end() == len(author)), None
        )
        if glued is not None:
            return Captured(author[: glued.start()]).merged(captured)  # « ZoéPublié le 3 mai 2009 »
    if " " not in author or captured.categories:
        return captured
    for label in book.announcing.labels(author):
        start, end = label.span()
        name, category = author[:start].rstrip(" -–—|·,:"), author[end:].lstrip(" :")
        if name and book.announcing.said(label[0]) == "category" and category[:1].isupper():
            return Captured(name, categories=listed(category)).merged(captured)
    return captured


def is_filing(author: str) -> bool:
    """Whether what stands in the place of an author begins with what announces where a post is filed."""
    label = cue_book().announcing.first_label(author)
    return bool(label) and cue_book().announcing.said(label) in ("category", "tags")
