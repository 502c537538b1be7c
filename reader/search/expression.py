"""A query's tree as what SQLite can answer: an FTS5 expression, a span of places, and a condition for the rest.

The expression finds the candidates, the condition looks at their rows. Every word that reaches FTS5 is
in double quotes, every other value is a parameter: nothing that was typed is ever part of the SQL.
"""

from __future__ import annotations

from collections.abc import Iterable

from reader.search.conditions import Conditions
from reader.search.dates import Dated
from reader.search.finding import other_forms
from reader.search.parts import EVERYTHING, NOTHING, Part, Side
from reader.search.tree import AllOf, AnyOf, Blog, Has, Is, Node, Not, Tagged, Term, Within
from reader.words import spellings


class Expression:
    """A tree made into a part for one side; `exactly` leaves out the other forms of words."""

    def __init__(self, node: Node, side: Side, conditions: Conditions, *, exactly: bool) -> None:
        self._side = side
        self._conditions = conditions
        self._exactly = exactly
        self.part = self._part(node)
        self.values: dict[str, object] = {**conditions.values, "match": self.part.match}

    def _part(self, node: Node) -> Part:
        match node:
            case Term():
                return self._term(node)
            case Within(kind):
                return EVERYTHING if kind == self._side.kind else NOTHING
            case Blog(words):
                return self._conditions.blog(words)
            case Tagged(words):
                return self._conditions.tagged(words)
            case Has(feature):
                return self._conditions.has(feature)
            case Is(state):
                return self._conditions.is_marked(state)
            case Dated(since, until):
                return self._conditions.dated(since, until)
            case AllOf(parts):
                return self._all_of(parts)
            case AnyOf(parts):
                return self._any_of([self._part(part) for part in parts])
            case Not():
                return self._all_of((node,))

    def _all_of(self, nodes: Iterable[Node]) -> Part:
        matches: list[str] = []
        without: list[str] = []
        conditions: list[Part] = []
        spans = [EVERYTHING.span]
        for node in nodes:
            if isinstance(node, Not):
                part = self._part(node.part)
                if part.match and part.is_match_alone:
                    without.append(part.match)
                elif not part.never:
                    conditions.append(self._test(part, "IS NOT TRUE"))
                continue
            part = self._part(node)
            if part.never:
                return NOTHING
            matches += [part.match] if part.match else []
            conditions += [part] if part.condition else []
            spans.append(part.span)
        match = " AND ".join(f"({match})" for match in matches) or None
        if without:
            excluded = " OR ".join(f"({match})" for match in without)
            if match:
                match = f"({match}) NOT ({excluded})"
            else:
                # FTS5 has no NOT that stands alone.
                conditions.append(self._test(Part(excluded), "IS NOT TRUE"))
        condition = " AND ".join(f"({part.condition})" for part in conditions) or None
        span = max(first for first, _ in spans), min(last for _, last in spans)
        if span[0] > span[1]:
            return NOTHING
        return Part(match, condition, *_manner(conditions), span=span)

    def _any_of(self, parts: list[Part]) -> Part:
        parts = [part for part in parts if not part.never]
        if not parts:
            return NOTHING
        if EVERYTHING in parts:
            return EVERYTHING
        matches = [part.match for part in parts if part.match]
        match = " OR ".join(f"({match})" for match in matches) if len(matches) == len(parts) else None
        span = min(part.span[0] for part in parts), max(part.span[1] for part in parts)
        if match and all(part.is_match_alone for part in parts):
            return Part(match)
        tests = [self._test(part) for part in parts]
        condition = " OR ".join(f"({test.condition})" for test in tests)
        return Part(match, condition, *_manner(tests), span=span)

    def _test(self, part: Part, wanted: str = "IS TRUE") -> Part:
        """A part as nothing but a condition, whose outcome is as wanted."""
        tests = [part.condition] if part.condition else []
        if part.span != EVERYTHING.span:
            first, last = map(self._conditions.value, part.span)
            tests.append(f"{{place}} BETWEEN {first} AND {last}")
        if part.match:
            index, name = self._side.index, self._conditions.value(part.match)
            tests.append(f"{{place}} IN (SELECT rowid FROM {index} WHERE {index} MATCH {name})")
        condition = " AND ".join(f"({test})" for test in tests) or "TRUE"
        return Part(None, f"({condition}) {wanted}", part.looks, part.walks)

    def _term(self, term: Term) -> Part:
        if term.column is not None and term.column not in self._side.columns:
            return NOTHING
        columns = (term.column,) if term.column else self._side.columns
        tests = [self._conditions.holds(literal, columns) for literal in term.literals]
        match = None
        if term.words:
            is_open = term.prefix and term.completions is None
            phrases = [_phrase(words, is_open) for words in spellings(term.words)]
            phrases += [_phrase((*term.words[:-1], word), False) for word in term.completions or ()]
            if not self._exactly:
                phrases += [_phrase((*term.words[:-1], form), False) for form in other_forms(term)]
            match = " OR ".join(dict.fromkeys(phrases))
            if term.column:
                match = f"{term.column} : ({match})"
        return Part(match, " AND ".join(tests) or None, bool(tests), bool(tests))


def _manner(conditions: Iterable[Part]) -> tuple[bool, bool]:
    """Whether one of some conditions looks at rows, and whether at each of them."""
    conditions = list(conditions)
    return any(part.looks for part in conditions), any(part.walks for part in conditions)


def _phrase(words: tuple[str, ...], prefix: bool) -> str:
    # Words are letters and digits alone; the quotes would hold even if they were not.
    text = " ".join(words).replace('"', '""')
    return f'"{text}" *' if prefix else f'"{text}"'
