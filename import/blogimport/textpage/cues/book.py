"""The cue files, read once and made ready to be asked: which cues could this line be?"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from operator import attrgetter
from typing import Literal, get_args

from blogimport.textpage.cues.announcing import Announcing, Said
from blogimport.textpage.cues.counted import counted_behind
from blogimport.textpage.cues.cue import (
    DATE,
    PLACEHOLDER,
    TIME,
    CommentCue,
    Cue,
    CuedKind,
    CueKind,
    PostCue,
    any_of,
    comparable,
    cue_of,
)
from blogimport.textpage.cues.edges import first_of, last_of
from blogimport.textpage.cues.lettering import first_word, words_of
from blogimport.textpage.cues.publishing import published_forms
from blogimport.textpage.cues.remarks import Remarks
from blogimport.textpage.cues.speaking import spoken_forms
from blogimport.textpage.cues.telling import TellingWords
from reader.remembering import remembered

SpeechKind = Literal[
    "greeting",
    "farewell",
    "thanks",
    "thanks_for_comment",
    "agrees",
    "agrees_with",
    "before_name",
    "family",
    "postscript",
    "assent",
    "praise",
    "connective",
    "personal",
]

FieldKind = Literal["author", "date", "text", "other"]
# What every name has somewhere.
_NAMEABLE = re.compile(r"[^\W_]")
_NO_FIRST = " "  # each character with which no cue begins
# Whole lines of these kinds may stand in a row.
_OF_THE_SITE = ("tail", "furniture", "form", "byline")
# How many of what comments are called stands in many headings: « {count} commentaires », « {count} de comentarii ».
_COUNTED = re.compile(r"\{count\} (?:[^\W\d_]{1,2} )?([^\W\d_]+)")
_FIRST_NUMBER = 2
# No beginning of a line of furniture is longer.
_LONGEST_START = 60
# An arrow at the end of a text belongs to the link to its rest: « … du plus beau rang au plus laid… Lire la suite → ».
_EXCERPT = re.compile(r"(?:.{15,}(?:…|\.\.\.)|.{40,}[.!?\]])\s+\S+.*\w\W*$|.{40,}(?:…|\.\.\.)\s\W+$")
_RANK = attrgetter("rank")


class CueBook:
    """All cues of all languages, found by the words that they hold."""

    def __init__(self, languages: dict[str, dict[str, object]]) -> None:
        self._by_word: dict[str, list[Cue]] = {}
        self._wordless: list[Cue] = []
        # What a post is called, with the words that may follow where a line says of it when it was published.
        self.things: dict[str, tuple[str, ...]] = {}
        self.feeds: set[str] = set()
        self.bars: tuple[str, ...] = ()
        self._starts: list[str] = []
        self._ends: list[str] = []
        self.common_words: dict[str, frozenset[str]] = {}
        self._numbers: dict[str, int] = {}
        self._said: dict[str, Said] = {}
        self._on_by_ago: dict[str, set[str]] = {}
        self._fields: dict[str, FieldKind] = {}
        self._speech_by_language: dict[str, dict[SpeechKind, frozenset[str]]] = {}
        self._speech: dict[SpeechKind, set[str]] = {kind: set() for kind in get_args(SpeechKind)}
        known = set[tuple[CueKind, str]]()
        for language, data in languages.items():
            self._add(language, data, known)
        beside, before, changed = (
            [text for data in languages.values() for text in _texts(data, "said", place)]
            for place in ("beside_author", "before_author", "changed")
        )
        changed = [comparable(text).casefold() for text in changed]
        self._said.update((text, "date") for text in changed)
        self.announcing = Announcing(self._said, changed)
        answers = [text for data in languages.values() for text in _texts(data, "comments", "answers")]
        self.remarks = Remarks(beside, before, answers)
        self._wordless_signs = frozenset().union(*(cue.signs for cue in self._wordless))
        self._wordless_edges = frozenset("".join(cue.firsts + cue.lasts for cue in self._wordless))
        self._firsts = frozenset("".join(cue.firsts for cues in self._by_word.values() for cue in cues))
        fixed = [cue for cues in self._by_word.values() for cue in cues if "{" not in cue.text]
        self.buttons = frozenset(comparable(cue.text) for cue in fixed if cue.kind == "tail")
        self.fixed_lines = frozenset(comparable(cue.text) for cue in fixed if cue.kind in _OF_THE_SITE)
        inviting = (cue for cue in fixed if cue.kind in ("form", "none"))
        self.invitations = {comparable(cue.text).casefold(): cue.kind for cue in inviting}
        in_order = [words for text in self.fixed_lines if (words := words_of(text))]
        self._first_in_rows = frozenset(words[0] for words in in_order)
        self._last_in_rows = frozenset(words[-1] for words in in_order)
        self._telling = [TellingWords(self._by_word, is_dated=is_dated) for is_dated in (False, True)]
        self._starts_by_word: dict[str, tuple[str, ...]] = {}
        for text in [comparable(start).casefold() for start in self._starts]:
            word = first_word(text)
            self._starts_by_word[word] = (*self._starts_by_word.get(word, ()), text)
        # What a line must begin with to be furniture or labelled.
        self._beginnings = frozenset((*self._starts_by_word, *map(first_word, self._said)))
        self._line_ends = tuple(self._ends)
        cues = (cue for cues in self._by_word.values() for cue in cues if "{count} " in cue.text)
        self.counted = frozenset(word.casefold() for cue in cues for word in _COUNTED.findall(cue.text))
        numbers, counted = (
            "|".join(map(re.escape, sorted(words))) for words in (self._numbers, self.counted)
        )
        self._counting = re.compile(rf"(?<!\w)(?i:{numbers})(?=\s+(?i:{counted})(?!\w))")
        self._ago_by_word = {
            word: counting
            for word, cues in self._by_word.items()
            if (counting := [cue for cue in cues if cue.kind == "ago" and PLACEHOLDER.search(cue.text)])
        }
        days = [cue for cue in fixed if cue.kind == "ago"]
        self.backward = frozenset((*self._ago_by_word, *(cue.longest for cue in days)))
        further = self.counted | self.backward
        self._telling_or_further = TellingWords(self._by_word, is_dated=False, further=further)
        self._days = any_of((cue.text for cue in days), r"(?<!\w)(?i:%s)(?!\w)")
        self.speech = {kind: frozenset(words) for kind, words in self._speech.items()}
        spoken = (self._speech[kind] for kind in ("greeting", "thanks", "thanks_for_comment"))
        self.speaks = any_of(set().union(*spoken), r"(?:%s)(?![^\W\d_])")
        self.agrees = any_of(self._speech["agrees"], r" (?:%s)(?!\w)")
        self.agrees_with = any_of(
            self._speech["agrees_with"], r"(?i:%s) (?P<name>[^\W\d_]\w*(?:\s+[^\W\d_a-zà-öø-ÿ]\w*)?)"
        )

    def speech_in(self, language: str | None) -> Mapping[SpeechKind, frozenset[str]]:
        """The words within comments in a language; those of all of them where it is open or has none."""
        return self._speech_by_language.get(language or "", self.speech)

    def candidates(self, line: str, words: Collection[str] | None = None) -> Sequence[Cue]:
        """The cues whose words and signs the (comparable) line holds, those that tell most first.

        `words` are those of the line, if known.
        """
        if words is None:
            words = words_of(line)
        first = first_of(line)
        if first not in self._firsts:
            first = _NO_FIRST
        telling = self._telling[DATE in line][first].intersection(words)
        if not telling:
            return ()
        cues, signs = self._worded(telling, self._beside(telling).intersection(words), first, last_of(line))
        if not signs:
            return cues  # as for most lines that hold one word of a cue: its signs need not be looked for
        held, low = signs.intersection(line), line.casefold()
        return [cue for cue in cues if cue.signs <= held and cue.token in low]

    @remembered(1024)
    def _beside(self, telling: frozenset[str]) -> frozenset[str]:
        """All words of the cues that are found by some words: no others of a line matter to these."""
        return frozenset().union(*(cue.words for word in telling for cue in self._by_word[word]))

    # What a name or a title adds to a line is no word of a cue: lines that differ in nothing else have the same cues.
    @remembered(4096)
    def _worded(
        self, telling: frozenset[str], held: frozenset[str], first: str, last: str
    ) -> tuple[tuple[Cue, ...], frozenset[str]]:
        """The cues that can fit a line that holds those words and has those edges, and all signs of these.

        `telling` are the words by which they are found; those that tell most come first.
        """
        found = [
            cue
            for word in sorted(telling)
            for cue in self._by_word[word]
            if first in (cue.firsts or first) and last in (cue.lasts or last) and cue.words <= held
        ]
        return tuple(sorted(found, key=_RANK)), frozenset().union(*(cue.signs for cue in found))

    def may_be(self, kinds: Collection[CuedKind], line: str) -> bool:
        """Whether a (comparable) line, or a part of it, could be of some kinds: its words rule most lines out."""
        telling, has_wordless = self._telling_of(frozenset(kinds))
        words = words_of(line)
        if not telling.isdisjoint(words):
            return True
        # Cues without words are for lines with a date, or without a word.
        return has_wordless and (not words or any(map(str.isdigit, line)))

    @cache  # noqa: B019 - one book lives as long as the program
    def _telling_of(self, kinds: frozenset[CuedKind]) -> tuple[frozenset[str], bool]:
        """The words by which the cues of some kinds are found, and whether one has none."""
        is_counted = "heading" in kinds  # a row in which the number of comments stands is one, too

        def tells(cue: Cue) -> bool:
            return cue.kind in kinds or (is_counted and cue.may_tell[1])

        words = frozenset(word for word, cues in self._by_word.items() if any(map(tells, cues)))
        return words, any(map(tells, self._wordless))

    def wordless(self, line: str, words: Collection[str] | None = None) -> Sequence[Cue]:
        """The cues that have no words, for a line with a date or without a word."""
        if DATE in line or TIME in line or not (words_of(line) if words is None else words):
            signs = self._wordless_signs.intersection(line)
            first, last = (
                edge if edge in self._wordless_edges else " " for edge in (first_of(line), last_of(line))
            )
            return self._wordless_with(signs, first, last, _NAMEABLE.search(line) is not None)
        return ()

    @cache  # noqa: B019 - one book lives as long as the program
    def _wordless_with(
        self, signs: frozenset[str], first: str, last: str, is_nameable: bool
    ) -> tuple[Cue, ...]:
        """The cues without words that can fit a line with those signs and edges, and a letter or figure or none."""
        return tuple(
            cue
            for cue in self._wordless
            if cue.signs <= signs
            and first in (cue.firsts or first)
            and last in (cue.lasts or last)
            and (is_nameable or "{author}" not in cue.text)
        )

    def may_count_in_words(self, words: Collection[str]) -> bool:
        """Whether a line with those words may say in words how many comments there are."""
        return not (self.counted.isdisjoint(words) or self._numbers.keys().isdisjoint(words))

    def in_figures(self, line: str) -> str:
        """A line with what counts comments in figures: « trois commentaires »; the length is unchanged."""
        return self._counting.sub(
            lambda match: str(self._numbers[match[0].casefold()]).ljust(len(match[0])), line
        )

    def is_stranger(self, line: str, words: Sequence[str]) -> bool:
        """Whether a (comparable) line without dates, with those words in order, is no cue, no furniture and no label.

        Most lines are told so by their words alone.
        """
        if words[0] in self._beginnings or (not line[0].isalpha() and line[0] in self._beginnings):
            if self.is_furniture(line) or self.announcing.opens_with_label(line):
                return False
        elif line.endswith(self._line_ends):
            return False
        first = words[0][0] if line[0].isalpha() else first_of(line)
        if self._telling_or_further[first].isdisjoint(words):
            return True  # as most lines are: it costs a fifth of asking for the cues
        # What counts comments may do so in words; buttons may stand in a row.
        is_row = words[0] in self._first_in_rows and words[-1] in self._last_in_rows
        if not self.backward.isdisjoint(words) and self.lately(line) is not None:
            return False
        return self.counted.isdisjoint(words) and not is_row and not self.candidates(line, words)

    def ago(self, line: str) -> tuple[int, int] | None:
        """Where a (comparable) line counts back: « il y a 3 ans »; « hier » alone counts nothing."""
        for word in filter(self._ago_by_word.get, words_of(line)):
            for cue in self._ago_by_word[word]:
                match = cue.within.search(line)
                if match is not None:
                    return match.span()
        return None

    def lately(self, line: str) -> tuple[int, int, Collection[str]] | None:
        """Where a (comparable) line counts back, or says on which of the last days, and what stands before days there.

        « hier », « il y a 3 ans »; „gestern“, but « le 3 mai », „am 3. Mai“.
        """
        place = self.ago(line)
        if place is None:
            match = self._days.search(line)
            if match is None:
                return None
            place = match.span()
        said = frozenset(words_of(line[slice(*place)]))
        return *place, self._before_days(said & self.backward)

    @cache  # noqa: B019 - one book lives as long as the program
    def _before_days(self, words: frozenset[str]) -> Collection[str]:
        """What stands before days in the languages that count back with some words."""
        return sorted({text for word in words for text in self._on_by_ago.get(word, ())})

    def field(self, label: str) -> FieldKind | None:
        """What the label of a field announces whose value stands behind it, None where it is not known."""
        said = self._said.get(label)
        return self._fields.get(label) or (said if said in ("author", "date") else None)

    def is_furniture(self, line: str) -> bool:
        """Whether a (comparable) line begins or ends as lines of the site do."""
        starts = self._starts_by_word.get(first_word(line))
        if starts is not None and line[:_LONGEST_START].casefold().startswith(starts):
            return True
        return line.endswith(self._line_ends) and _EXCERPT.match(line) is None

    def _add(self, language: str, data: dict[str, object], known: set[tuple[CueKind, str]]) -> None:
        words = data.get("words", "")
        assert isinstance(words, str), f"words of {language} must be one text"
        if words:
            self.common_words[language] = frozenset(words.split())
        numbers = data.get("numbers", "")
        assert isinstance(numbers, str), f"numbers of {language} must be one text"
        self._numbers.update((word, value) for value, word in enumerate(numbers.split(), _FIRST_NUMBER))
        for section, kinds in (("comments", get_args(CommentCue)), ("post", get_args(PostCue))):
            for kind in kinds:
                cues = _texts(data, section, kind)
                self._add_cues(kind, cues if kind != "heading" else [*cues, *counted_behind(cues)], known)
        for text in _texts(data, "comments", "ago"):
            on = self._on_by_ago.setdefault(cue_of("ago", text).longest, set())
            on.update(_texts(data, "comments", "on"))
        spoken_by = spoken_forms(_texts(data, "comments", "says"), _texts(data, "comments", "on"))
        self._add_cues("head_before", spoken_by, known)
        for kind, text in published_forms(
            *(_texts(data, "post", name) for name in ("published", "by", "on"))
        ):
            self._add_cues(kind, (text,), known)
        published = tuple(f"{text.casefold()} " for text in _texts(data, "post", "published"))
        for thing in map(str.casefold, _texts(data, "post", "things")):
            self.things[thing] = (*self.things.get(thing, ()), *published)
        self._add_cues("furniture", _texts(data, "furniture", "line"), known)
        self.feeds.update(_texts(data, "furniture", "feeds"))
        self.bars += tuple(map(comparable, _texts(data, "furniture", "bar")))
        self._starts.extend(_texts(data, "furniture", "starts"))
        self._ends.extend(comparable(end) for end in _texts(data, "furniture", "ends"))
        spoken = {
            kind: frozenset(comparable(text).casefold() for text in _texts(data, "speech", kind))
            for kind in get_args(SpeechKind)
        }
        self._speech_by_language[language] = spoken
        for kind, texts in spoken.items():
            self._speech[kind].update(texts)
        for field in get_args(FieldKind):
            self._fields.update(
                (comparable(text).casefold(), field) for text in _texts(data, "fields", field)
            )
        for value in get_args(Said):
            self._said.update((comparable(text).casefold(), value) for text in _texts(data, "said", value))

    def _add_cues(self, kind: CueKind, texts: Iterable[str], known: set[tuple[CueKind, str]]) -> None:
        for text in texts:
            if (kind, text) in known:
                continue  # languages that are kin say some things alike
            known.add((kind, text))
            cue = cue_of(kind, text)
            if cue.words:
                # The longest word is the rarest one: it keeps the candidates few.
                self._by_word.setdefault(cue.longest, []).append(cue)
            else:
                self._wordless.append(cue)


def _texts(data: dict[str, object], section: str, name: str) -> list[str]:
    table = data.get(section, {})
    assert isinstance(table, dict), f"[{section}] must be a table"
    return list(table.get(name, []))


@cache
def cue_book() -> CueBook:
    """The cues of all the files in this folder."""
    entries = (one for one in files("blogimport.textpage.cues").iterdir() if one.name.endswith(".toml"))
    data = {one.name.removesuffix(".toml"): tomllib.loads(one.read_text("utf-8")) for one in entries}
    return CueBook(dict(sorted(data.items())))
