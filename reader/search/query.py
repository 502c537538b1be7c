"""The query language: what a person types, as a small tree. There is no such thing as a syntax error.

    chat chien          both words            "chat noir"         the phrase
    chat OR chien       either (also OU)      -chat -"chat noir"  not that
    chat*               words that begin so   (chat OR chien)     a group
    =chat               no other form of it
    author:paul         also auteur: from:    title:retour        also titre: subject:
    by:zoé              who comments; par:    tag:cuisine         also catégorie: étiquette: label:
    blog:cuisine                              in:comments         also posts, title, billets, commentaires, titre
    before:2007-03      also avant:           after:2007          also après:
    date:2007-03        a day, month or year  date:2008-03..2008-05
    year:2007           also année:           sort:date           also rank, comments; tri:
    has:links           also comments, images, guesses; avec:liens
    is:starred          also read, unread; est:favori, est:lu, est:non-lu

OR binds closer than the space, as in most search boxes: `a OR b c` is (a or b) and c. Whatever is not
understood is text. Pure: knows neither the archive nor SQL.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.search.fields import TITLES, of_field, sort_of
from reader.search.pieces import Piece, pieces
from reader.search.symbols import literals
from reader.search.tree import AllOf, AnyOf, Node, Not, Query, Term, Within
from reader.sentences import Sentence
from reader.words import fold, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.search.tree import Column, Sort

_MOST_CHARACTERS = 1_000
_MOST_WORDS = 64
_DEEPEST = 16

_COLUMNS: dict[str, Column] = {"author": "author", "by": "author", "title": "title"}
_OPERATORS = {"OR": "or", "OU": "or", "AND": "and", "ET": "and"}

# An elided word, then the vowel it makes way for. Where both are one word, it stays whole.
_ELISION = (
    r"(?!(?:aujourd'hui|quelqu'une?s?|prud'hom|presqu'[iî]le|d'abord|d'accord|d'ailleurs)\b)"
    r"(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu)'(?=[^\W\d_])"
)
_VOWELS = frozenset("aeiouyhœæ")


@lru_cache(maxsize=64)
def parse(text: str, *, as_typed: bool = False) -> Query:
    """The tree of a query; `as_typed` says that its last word may not be finished."""
    remark = None
    if len(text) > _MOST_CHARACTERS:
        # The word that the cut goes through would be another word; a space says that the last one is whole.
        text = (text.lstrip()[:_MOST_CHARACTERS].rsplit(maxsplit=1) or [""])[0] + " "
        remark = Sentence(
            "The query is very long: only its first {} characters were searched for.",
            f"{_MOST_CHARACTERS:,}",
        )
    found = pieces(text)
    if sum(piece.is_operand for piece in found) > _MOST_WORDS:
        found = _first(found, _MOST_WORDS)
        remark = Sentence("The query is very long: only its first {} words were searched for.", _MOST_WORDS)
    reading = _Reading(found, as_typed=as_typed)
    node = reading.node()
    if node is None:
        return Query(None, reading.remark or "Type a word to search for.")
    if reading.titles_only:
        node = _all([_in_titles(node), Within("posts")])
    return Query(node, remark or reading.remark, reading.sort)


def _first(found: list[Piece], most: int) -> list[Piece]:
    """The pieces up to the last of as many operands."""
    count = 0
    for index, piece in enumerate(found):
        count += piece.is_operand
        if count > most:
            return found[:index]
    return found


class _Reading:
    """One pass over the pieces of a query, by recursive descent."""

    def __init__(self, found: list[Piece], *, as_typed: bool) -> None:
        self.remark: str | None = None
        self.sort: Sort | None = None
        self.titles_only = False
        self._pieces = found
        self._place = 0
        self._open = found[-1] if as_typed and found and found[-1].is_unfinished else None
        operands = [piece for piece in found if piece.is_operand]
        # A lone OR is the word "or", as a lone hyphen is a hyphen: something was meant by it.
        self._all_are_words = all(piece.text in _OPERATORS and not piece.quoted for piece in operands)
        self._has_words = any(not piece.is_punctuation for piece in operands)

    def node(self) -> Node | None:
        parts: list[Node] = []
        while self._place < len(self._pieces):
            part = self._all_of(0)
            if part is not None:
                parts.append(part)
            self._place += 1  # a parenthesis that closes nothing
        return _all(parts)

    def _all_of(self, depth: int) -> Node | None:
        parts: list[Node] = []
        while (piece := self._next()) is not None and piece.kind != ")":
            if self._operator(piece):
                self._place += 1
                continue
            part = self._any_of(depth)
            if part is not None:
                parts.append(part)
        return _all(parts)

    def _any_of(self, depth: int) -> Node | None:
        parts = [self._unit(depth)]
        while (piece := self._next()) is not None and self._operator(piece) == "or":
            self._place += 1
            following = self._next()
            if following is not None and following.kind != ")" and not self._operator(following):
                parts.append(self._unit(depth))
        known = tuple(dict.fromkeys(part for part in parts if part is not None))
        if len(known) < 2:
            return known[0] if known else None
        return AnyOf(known)

    def _unit(self, depth: int) -> Node | None:
        piece = self._pieces[self._place]
        if piece.negated:
            # What is not wanted is what stands there: to leave out all that it may yet become would leave nothing.
            self._open = None
        self._place += 1
        if piece.kind != "(":
            node = self._leaf(piece)
        elif depth < _DEEPEST:
            node = self._all_of(depth + 1)
            self._place += 1  # its closing parenthesis, or the end
        else:
            return None
        return Not(node) if node is not None and piece.negated else node

    def _next(self) -> Piece | None:
        return self._pieces[self._place] if self._place < len(self._pieces) else None

    def _operator(self, piece: Piece) -> str | None:
        """Whether a piece stands for a relation between its neighbours."""
        if self._all_are_words or piece.kind != "word" or piece.quoted or piece.negated or piece.field:
            return None
        name = _OPERATORS.get(piece.text)
        if name == "and":
            # At an end, AND joins nothing, and ET is a film; unless it is being typed.
            joins = piece is not self._pieces[0] and (piece is not self._pieces[-1] or piece is self._open)
            return name if joins else None
        return name

    def _leaf(self, piece: Piece) -> Node | None:
        unfinished = piece is self._open
        if piece.is_punctuation and self._has_words:
            return None  # "Pourquoi ?" asks for the word
        if piece.field is None:
            return self._term(piece, None, unfinished)
        if not piece.text.strip():
            self.remark = Sentence("Type what to look for after “{}”.", piece.label)
            return None
        if self._is_setting(piece):
            return None
        node = self._field(piece, unfinished)
        # While a date is typed, it is not one yet; when it is done, what is no date is text.
        if node is not None or unfinished:
            return node
        self.remark = Sentence("“{}” knows no “{}”: both were searched for as text.", piece.label, piece.text)
        return self._term(piece.as_text(), None, unfinished)

    def _field(self, piece: Piece, unfinished: bool) -> Node | None:
        assert piece.field is not None
        if column := _COLUMNS.get(piece.field):
            term = self._term(piece, column, unfinished)
            return AllOf((term, Within("comments"))) if term and piece.field == "by" else term
        return of_field(piece.field, piece.text)

    def _is_setting(self, piece: Piece) -> bool:
        """Whether a piece says how to search and not what for; then it is heeded."""
        if piece.negated:
            return False
        if piece.field == "sort" and (sort := sort_of(piece.text)):
            self.sort = sort
            return True
        if piece.field == "in" and fold(piece.text.strip()) in TITLES:
            self.titles_only = True
            return True
        return False

    def _term(self, piece: Piece, column: Column | None, unfinished: bool) -> Term | None:
        text, starred, exact = piece.text, False, False
        if not piece.quoted:
            exact = text.startswith("=") and any(map(str.isalnum, text))
            text = text.removeprefix("=") if exact else text
            starred = text.endswith("*") and any(map(str.isalnum, text))
            text = text.rstrip("*") if starred else text
            if column != "author":
                text = _without_elision(text)
        words = tuple(tokens(text))
        symbols = literals(text, quoted=piece.quoted)
        if not words and not symbols:
            symbols = (text.strip(),) if text.strip() else ()
        if not words and not symbols:
            return None
        short = bool(words) and len(words[-1]) == 1 and words[-1].isascii()
        if unfinished and short and not symbols and len(words) == 1:
            # One letter of a word to come says nothing yet, and takes 0.1 to 0.4 s a statement.
            if not self._is_one_of_many():
                self.remark = Sentence("Type one more letter.")
            return None
        if starred and short:
            self.remark = Sentence(
                "“{}*” is too short to complete: it was searched for as a whole word.", words[-1]
            )
        inflected = bool(words) and not (piece.quoted or starred or exact or column == "author")
        prefix = (starred or unfinished) and bool(words) and not (short or exact)
        return Term(words, symbols, column, prefix, inflected, text.strip().lower())

    def _is_one_of_many(self) -> bool:
        return sum(piece.is_operand and not piece.is_punctuation for piece in self._pieces) > 1


def _all(parts: list[Node]) -> Node | None:
    flat: dict[Node, None] = {}
    for part in parts:
        flat.update(dict.fromkeys(part.parts if isinstance(part, AllOf) else (part,)))
    if len(flat) < 2:
        return next(iter(flat), None)
    return AllOf(tuple(flat))


def _in_titles(node: Node) -> Node:
    """The same tree, each of its words to be found in a title."""
    match node:
        case Term(column=None):
            return node.but(column="title")
        case AllOf(parts):
            return AllOf(tuple(map(_in_titles, parts)))
        case AnyOf(parts):
            return AnyOf(tuple(map(_in_titles, parts)))
        case Not(part):
            return Not(_in_titles(part))
        case _:
            return node


def _without_elision(text: str) -> str:
    """The word without the article or conjunction that is written as one with it: l'été is été."""
    match = re.match(_ELISION, text, re.IGNORECASE) if "'" in text else None
    if match is not None and fold(text[match.end()])[0] in _VOWELS:
        return text[match.end() :]
    return text
