"""A query's tree as what SQLite can answer: an FTS5 expression, and a condition for the rest.

The expression finds the candidates, the condition looks at their rows. Every word that reaches FTS5 is
in double quotes, every other value is a parameter: nothing that was typed is ever part of the SQL.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.search.dates import Dated
from reader.search.query import AllOf, AnyOf, Blog, Kind, Node, Not, Term, Within
from reader.words import plurals, spellings, tokens


@dataclass(frozen=True, slots=True)
class Side:
    """How one of the two kinds of hits is asked for; its columns are those of its index."""

    kind: Kind
    index: str
    columns: tuple[str, ...]


POSTS = Side("posts", "posts_fts", ("title", "author", "body"))
COMMENTS = Side("comments", "comments_fts", ("author", "body"))


@dataclass(frozen=True, slots=True)
class Part:
    """What a node asks of one side: an FTS5 expression, and a condition on each row that it finds.

    Both None: everything. In the condition, `{id}` stands for the row's id; where it `looks`, it names
    columns of the row `t` as well. `never`: nothing can be found.
    """

    match: str | None = None
    condition: str | None = None
    looks: bool = False
    never: bool = False

    def condition_on(self, row_id: str) -> str:
        """The condition as SQL about the row with an id; true where there is none."""
        return f"({self.condition.format(id=row_id)})" if self.condition else "TRUE"


_EVERYTHING = Part()
_NOTHING = Part(never=True)


class Expression:
    """A tree made into a `part` for one side, with the `values` of its parameters.

    The expression itself is the parameter `match`. `exactly` leaves out plurals and singulars;
    `blogs` are the (id, name) of all blogs.
    """

    def __init__(self, node: Node, side: Side, blogs: Sequence[tuple[int, str]], *, exactly: bool) -> None:
        self._side = side
        self._blogs = blogs
        self._exactly = exactly
        self.values: dict[str, object] = {}
        self.part = self._part(node)
        self.values["match"] = self.part.match

    def _part(self, node: Node) -> Part:
        match node:
            case Term():
                return self._term(node)
            case Within(kind):
                return _EVERYTHING if kind == self._side.kind else _NOTHING
            case Blog(words):
                return self._blog(words)
            case Dated(since, until):
                return self._dated(since, until)
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
        for node in nodes:
            if isinstance(node, Not):
                part = self._excluded(node.part)
                if part.match and not part.condition:
                    without.append(part.match)
                elif not part.never:
                    conditions.append(self._test(part, "IS NOT TRUE"))
                continue
            part = self._part(node)
            if part.never:
                return _NOTHING
            matches += [part.match] if part.match else []
            conditions += [part] if part.condition else []
        match = " AND ".join(f"({match})" for match in matches) or None
        if without:
            excluded = " OR ".join(f"({match})" for match in without)
            if match:
                match = f"({match}) NOT ({excluded})"
            else:
                # FTS5 has no NOT that stands alone.
                conditions.append(self._test(Part(excluded), "IS NOT TRUE"))
        condition = " AND ".join(f"({part.condition})" for part in conditions) or None
        return Part(match, condition, any(part.looks for part in conditions))

    def _excluded(self, node: Node) -> Part:
        """A part that must not be found, in none of its forms."""
        exactly, self._exactly = self._exactly, False
        part = self._part(node)
        self._exactly = exactly
        return part

    def _any_of(self, parts: list[Part]) -> Part:
        parts = [part for part in parts if not part.never]
        if not parts:
            return _NOTHING
        if _EVERYTHING in parts:
            return _EVERYTHING
        matches = [part.match for part in parts if part.match]
        match = " OR ".join(f"({match})" for match in matches) if len(matches) == len(parts) else None
        if match and not any(part.condition for part in parts):
            return Part(match)
        tests = [self._test(part) for part in parts]
        condition = " OR ".join(f"({test.condition})" for test in tests)
        return Part(match, condition, any(test.looks for test in tests))

    def _test(self, part: Part, wanted: str = "IS TRUE") -> Part:
        """A part as nothing but a condition, whose outcome is as wanted."""
        tests = [part.condition] if part.condition else []
        if part.match:
            index, name = self._side.index, self._value(part.match)
            tests.append(f"{{id}} IN (SELECT rowid FROM {index} WHERE {index} MATCH {name})")
        condition = " AND ".join(f"({test})" for test in tests) or "TRUE"
        return Part(None, f"({condition}) {wanted}", part.looks)

    def _term(self, term: Term) -> Part:
        if term.column is not None and term.column not in self._side.columns:
            return _NOTHING
        columns = (term.column,) if term.column else self._side.columns
        conditions = [self._holds(literal, columns) for literal in term.literals]
        match = None
        if term.words:
            phrases = [_phrase(words, term.prefix) for words in spellings(term.words)]
            phrases += [_phrase((form,), False) for form in self._other_forms(term)]
            match = " OR ".join(dict.fromkeys(phrases))
            if term.column:
                match = f"{term.column} : ({match})"
        return Part(match, " AND ".join(conditions) or None, bool(conditions))

    def _other_forms(self, term: Term) -> list[str]:
        if self._exactly or not term.inflected:
            return []
        words = [words[0] for words in spellings(term.words)]
        return [form for word in words for form in plurals(word)]

    def _holds(self, literal: str, columns: Iterable[str]) -> str:
        """That one of some columns holds a text letter for letter, in capitals or not."""
        forms = dict.fromkeys((literal, literal.lower(), literal.upper(), literal.title()))
        names = [self._value(form) for form in forms]
        tests = [f"coalesce(instr(t.{column}, {name}), 0)" for column in columns for name in names]
        return f"({' OR '.join(tests)})"

    def _blog(self, words: tuple[str, ...]) -> Part:
        wanted = f" {' '.join(words)}"
        ids = [blog for blog, name in self._blogs if wanted in f" {' '.join(tokens(name))}"]
        if not ids:
            return _NOTHING
        among = f"blog_id IN (SELECT value FROM json_each({self._value(json.dumps(ids))}))"
        if self._side is POSTS:
            return Part(None, f"{{id}} IN (SELECT place FROM posts WHERE {among})")
        return Part(None, f"t.post_id IN (SELECT id FROM posts WHERE {among})", looks=True)

    def _dated(self, since: str | None, until: str | None) -> Part:
        tests = []
        if since is not None:
            tests.append(f"published >= {self._value(since)}")
        if until is not None:
            name, day = self._value(until), self._value(until.rstrip("~"))
            # Of a post that is from 2007 and no more is known, nobody can say that it is from before March.
            known = f"substr({day}, 1, length(published)) <> published OR published = {day}"
            tests.append(f"published < {name} AND ({known})")
        dated = " AND ".join(tests)
        if self._side is POSTS:
            return Part(None, f"{{id}} IN (SELECT place FROM posts WHERE {dated})")
        # Comments have no index by date: it is quicker to look at those that match.
        return Part(None, dated.replace("published", "t.published"), looks=True)

    def _value(self, value: str) -> str:
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f":{name}"


def _phrase(words: tuple[str, ...], prefix: bool) -> str:
    # Words are letters and digits alone; the quotes would hold even if they were not.
    text = " ".join(words).replace('"', '""')
    return f'"{text}" *' if prefix else f'"{text}"'
