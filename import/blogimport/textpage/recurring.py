"""The lines that a site prints on all its pages, learned from the pages of one folder.

No cue knows a blog's own name, motto or menu; that they are on most of its pages does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from blogimport.textpage.decoding import decoded
from blogimport.textpage.lines import Line, lines_in
from blogimport.textpage.plainer import plain_page
from reader.text import lines_of_text

# Fewer pages tell nothing; a line is the site's when it is on this share of them.
_FEWEST_PAGES = 5
_SHARE = 0.6
# Longer lines are texts, which a page may repeat for another reason.
_LONGEST = 120


def recurring_lines(pages: Iterable[bytes]) -> frozenset[str]:
    """The texts of the short lines that most of some pages have; none where the pages are few."""
    counts: Counter[str] = Counter()
    number = 0
    for raw in pages:
        number += 1
        counts.update({line.text for line in _lines(raw) if len(line.text) <= _LONGEST})
    if number < _FEWEST_PAGES:
        return frozenset()
    return frozenset(text for text, count in counts.items() if count >= _SHARE * number)


def _lines(raw: bytes) -> list[Line]:
    """The lines of a page, as its reader reads them."""
    _, text = decoded(raw)
    texts = lines_of_text(text)
    page = plain_page(text, texts)
    return lines_in(texts) if page is None else page.lines()
