"""The words that stand before an author, a date, a time, a category, tags: « publié par », « classé dans »."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal

from blogimport.textpage.cues.cue import comparable
from blogimport.textpage.cues.lettering import WORDS, first_word

Said = Literal["author", "date", "time", "category", "tags"]
# Labels of this length say what they announce; « par », « le », « dans » stand in any sentence.
_SURE_LABEL, _START = 6, 4


class Announcing:
    """The labels of all languages, each with what it announces; `changed` are those before the day of a change.

    All are comparable and in lower case.
    """

    def __init__(self, said: Mapping[str, Said], changed: Sequence[str]) -> None:
        self._said = said
        self._changed = tuple(changed)
        by_first: dict[str, list[str]] = {}
        for text in sorted(self._said, key=len, reverse=True):
            by_first.setdefault(first_word(text), []).append(re.escape(text))
        # There are hundreds of labels, of which few begin with the same word.
        self._labels_by_word = {
            word: re.compile(rf"(?<![^\W\d_])(?i:{'|'.join(texts)})(?![^\W\d_])")
            for word, texts in by_first.items()
        }
        self._label_words = frozenset(by_first)
        self._sure_label_starts = frozenset(text[:_START] for text in self._said if len(text) >= _SURE_LABEL)
        dates = [text for text, value in self._said.items() if value == "date"]
        # « mis à jour le » without its last word announces one too, if it is a word of some length itself.
        shorter = [text.rpartition(" ")[0] for text in dates]
        self._date_labels = frozenset((*dates, *(text for text in shorter if len(text) >= _SURE_LABEL)))
        # With capitals a label may be glued to what stands before it, as extractors leave it: « 2010Auteur Paul ».
        capitals = sorted({text.capitalize() for text in self._said if len(text) > 3}, key=len, reverse=True)
        self._capital_starts = frozenset(text[:_START] for text in capitals if len(text) >= _SURE_LABEL)
        self.glued_pattern = re.compile("|".join(re.escape(text) for text in capitals))
        first_letters = "".join(sorted({text[0] for text in capitals}))
        self._glued_start = re.compile(rf"[^\W_](?=[{re.escape(first_letters)}])")

    def opens_with_label(self, line: str) -> bool:
        """Whether a (comparable) line begins with a label that is no everyday word."""
        # Few lines begin as one does, which costs a tenth of looking for their first word.
        if line[:_START].casefold() not in self._sure_label_starts:
            return False
        return len(self.first_label(line)) >= _SURE_LABEL

    def label_apart(self, text: str) -> str | None:
        """A line whose label is glued to its value, with a colon between: « CatégorieVélo »; None for others."""
        # Few lines begin as one does, with a capital.
        if text[:_START] not in self._capital_starts:
            return None
        label = self.glued_pattern.match(text)
        if label is None or not text[label.end() : label.end() + 1].isupper():
            return None
        return f"{label[0]}: {text[label.end() :]}"

    def first_label(self, line: str) -> str:
        """The label with which a (comparable) line begins, empty where it begins with none."""
        pattern = self._labels_by_word.get(first_word(line))
        match = pattern.match(line) if pattern is not None else None
        return match[0] if match is not None else ""

    def may_hold_label(self, line: str, words: Collection[str]) -> bool:
        """Whether a (comparable) line with those words can hold a label: it costs little and rules out most lines."""
        return not self._label_words.isdisjoint(words) or self._glued_start.search(line) is not None

    def labels(self, line: str) -> Iterator[re.Match[str]]:
        """Where the labels of a (comparable) line stand."""
        end = 0
        for word in WORDS.finditer(line):
            pattern = self._labels_by_word.get(word[0].casefold())
            if pattern is not None and word.start() >= end:
                match = pattern.match(line, word.start())
                if match is not None:
                    end = match.end()
                    yield match

    def glued_labels(self, line: str) -> Iterator[re.Match[str]]:
        """Where labels stand with a capital right behind a letter or figure of a (comparable) line."""
        if self._glued_start.search(line) is None:
            return
        for match in self.glued_pattern.finditer(line):
            if match.start() and line[match.start() - 1].isalnum():
                yield match

    def is_label(self, text: str) -> bool:
        """Whether a text is one of the labels itself, whose value an extractor has lost."""
        return comparable(text).casefold() in self._said

    def ends_with_date_label(self, text: str) -> bool:
        """Whether a text ends with what announces a date: « Article mis à jour », „Rezept vom“."""
        words = comparable(text).casefold().split()
        if words and len(words[-1]) == 1 and text.rstrip()[-1].isupper():
            return False  # the initial of a name: « Zoé A »
        return any(" ".join(words[start:]) in self._date_labels for start in range(1, len(words)))

    def tells_change(self, text: str) -> bool:
        """Whether a line begins with what announces the day of a change: « Mis à jour le 3 mai »."""
        return comparable(text).casefold().startswith(self._changed)

    def said(self, label: str) -> Said:
        """What a label that was found in a line announces."""
        return self._said[label.casefold()]
