"""The lines of a dump in pages, fetched in a thread: what has not come yet is drawn when it comes.

Knows the archive and no widget.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

from textual.cache import LRUCache

from reader.archive import Archive, DumpFacts, DumpLines, Span, spans_between

PAGE = 128
_KEPT = 64


@dataclass(frozen=True, slots=True)
class Page:
    """Some lines of a dump in succession, with the runs of roles among them."""

    first: int
    texts: Sequence[str]
    spans: Sequence[Span]

    def text(self, line: int) -> str:
        """A line."""
        index = line - self.first
        return self.texts[index] if index < len(self.texts) else ""

    def span(self, line: int) -> Span | None:
        """The run that a line is in; blank lines are in none."""
        if not self.text(line).strip():
            return None
        return next((span for span in self.spans if span.first <= line <= span.last), None)


class Pages:
    """The pages of one dump."""

    def __init__(self, archive: Archive, dump: DumpFacts) -> None:
        self.archive = archive
        self._dump = dump
        self._lines: DumpLines | None = None
        self._kept: LRUCache[int, Page] = LRUCache(_KEPT)
        self._lock = Lock()

    def kept(self, line: int) -> Page | None:
        """The page of a line, where it has been fetched."""
        return self._kept.get((line - 1) // PAGE)

    def words_of(self, span: Span) -> str:
        """The first words in a run of lines; nothing where it is blank as far as anybody would look."""
        for line in range(span.first, min(span.last, span.first + PAGE) + 1):
            text = self.fetch(line).text(line)
            if text.strip():
                return text
        return ""

    def fetch(self, line: int) -> Page:
        """The page of a line.

        Raises:
            ArchiveError: when the archive cannot be read.
            Interrupted: when it was told to stop.
        """
        number = (line - 1) // PAGE
        with self._lock:
            page = self._kept.get(number)
            if page is None:
                if self._lines is None:
                    self._lines = DumpLines(self.archive, self._dump)
                first = number * PAGE + 1
                texts = self._lines.between(first, first + PAGE - 1)
                spans = spans_between(self.archive, self._dump.id, first, first + PAGE - 1)
                page = self._kept[number] = Page(first, texts, spans)
            return page
