"""The lines of the list as they are needed: pages of 48 rows, the last few kept."""

from __future__ import annotations

from array import array

from textual.cache import LRUCache

from reader.models import PostRow
from reader.tui.asking import Asking

PAGE = 64
_KEPT_PAGES = 64


class Pages:
    """The rows of a list whose ids are known."""

    def __init__(self, asking: Asking, ids: array[int]) -> None:
        self._asking = asking
        self._ids = ids
        self._pages: LRUCache[int, dict[int, PostRow]] = LRUCache(_KEPT_PAGES)

    def row(self, index: int) -> PostRow | None:
        """The row at a place of the order; None where the archive cannot give it."""
        number = index // PAGE
        page = self._pages.get(number)
        if page is None:
            ids = self._ids[number * PAGE : (number + 1) * PAGE]
            rows = self._asking.ask(lambda archive: archive.post_rows(ids)) or []
            page = {row.id: row for row in rows}
            self._pages[number] = page
        return page.get(self._ids[index])
