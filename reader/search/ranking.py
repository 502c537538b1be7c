"""Which words of a query tell one match from another, and are cheap enough to rank by.

FTS5 counts every row of every word that it ranks by. A word that is in most texts says nothing of any of them;
it must be found, and is left out of the ranking where another word is there.
"""

from __future__ import annotations

from reader.search.finding import other_forms
from reader.search.parts import POSTS, Side
from reader.search.tree import AllOf, AnyOf, Node, Not, Term
from reader.search.vocabulary import Frequency, Vocabulary

# What a side may cost by all words together, in rows that FTS5 counts: 15 ns each.
_BUDGET = 400_000
# In so many rows, a word is common: left out if rarer ones are there.
_COMMON = 50_000
# In more rows than this, in half of all posts, and so many times as often as the rarest, a word is not looked for: of
# « la soupe de la maison » the soup and the house.
_EVERYWHERE = 100_000
_TIMES_AS_MANY = 4


def apart(node: Node, side: Side, vocabulary: Vocabulary) -> Node:
    """A query with the rarest word of each phrase in its place.

    To rank by a phrase, FTS5 would find every place of it once more: ten times as long as by that word.
    """
    match node:
        case Term() if len(node.words) > 1:
            others = node.words[:-1] if node.prefix and node.completions is None else node.words
            known = vocabulary.frequencies(others)
            # What is not known by itself is there in another spelling or form.
            rarest = min(others, key=lambda word: _on(side, known[word]) if word in known else 0)
            if rarest == node.words[-1]:
                return node.but(words=(rarest,), literals=())
            return Term((rarest,), column=node.column)
        case AllOf():
            parts = tuple(dict.fromkeys(apart(part, side, vocabulary) for part in node.parts))
            return AllOf(parts) if len(parts) > 1 else parts[0]
        case AnyOf():
            return AnyOf(tuple(apart(part, side, vocabulary) for part in node.parts))
        case _:
            return node


def telling(node: Node, side: Side, vocabulary: Vocabulary, *, exactly: bool) -> Node | None:
    """The part of a query to rank by; None where every word is so common that ranking would take too long.

    `exactly`: where the other forms of words are not ranked by.
    """
    parts = node.parts if isinstance(node, AllOf) else (node,)
    costs = {part: _cost(part, side, vocabulary, exactly) for part in parts if not isinstance(part, Not)}
    ranked = {part: cost for part, cost in costs.items() if cost is not None}
    if not ranked:
        return node
    rarest = min(ranked.values())
    if rarest > _BUDGET:
        return None
    if sum(ranked.values()) <= _COMMON:
        return node
    kept: list[Node] = []
    spent = 0
    for part in sorted(ranked, key=lambda part: ranked[part]):
        spent += ranked[part]
        if kept and (spent > _BUDGET or ranked[part] > max(_COMMON, _TIMES_AS_MANY * rarest)):
            break
        kept.append(part)
    if len(kept) == len(ranked):
        return node
    left_out = set(ranked) - set(kept)
    return AllOf(tuple(part for part in parts if part not in left_out))


def worth_finding(node: Node, vocabulary: Vocabulary) -> Node:
    """A query without the words that are in so many texts that to look for them takes longer than it tells.

    They are left out beside words that are far rarer, never where they are all there is.
    """
    if not isinstance(node, AllOf):
        return node
    known = {part: _rows(part, vocabulary) for part in node.parts}
    rarest = min((found.rows for found in known.values() if found.rows), default=0)
    most = max(_EVERYWHERE, _TIMES_AS_MANY * rarest)
    common = [part for part, found in known.items() if found.rows > most]
    half = vocabulary.posts() // 2 if common else 0
    dropped = {part for part in common if known[part].posts > half}
    parts = tuple(part for part in node.parts if part not in dropped)
    return AllOf(parts) if len(parts) > 1 else parts[0]


def left_out(node: Node | None, kept: Node | None) -> list[str]:
    """The words of a query that are not looked for."""
    if node == kept or not isinstance(node, AllOf):
        return []
    parts = kept.parts if isinstance(kept, AllOf) else (kept,)
    return [part.written for part in node.parts if isinstance(part, Term) and part not in parts]


def _rows(node: Node, vocabulary: Vocabulary) -> Frequency:
    """In how many posts and comments a single word is, in any of its forms; none for all else."""
    if (
        not isinstance(node, Term)
        or len(node.words) != 1
        or node.column
        or node.literals
        or not node.inflected
    ):
        return Frequency(0, 0)
    found = vocabulary.frequencies([*node.words, *(node.forms or ())]).values()
    return Frequency(sum(one.posts for one in found), sum(one.comments for one in found))


def has_phrases(node: Node) -> bool:
    """Whether words must stand side by side, which FTS5 has to look at."""
    if isinstance(node, AllOf | AnyOf):
        return any(has_phrases(part) for part in node.parts)
    return isinstance(node, Term) and len(node.words) > 1


def _cost(node: Node, side: Side, vocabulary: Vocabulary, exactly: bool) -> int | None:
    """The rows that FTS5 counts to rank by a part; None where it ranks nothing."""
    if isinstance(node, AllOf | AnyOf):
        costs = [_cost(part, side, vocabulary, exactly) for part in node.parts if not isinstance(part, Not)]
        known = [cost for cost in costs if cost is not None]
        return sum(known) if known else None
    if not isinstance(node, Term) or not node.words:
        return None
    words = [*node.words, *(() if exactly else other_forms(node)), *(node.completions or ())]
    rows = [_on(side, found) for found in vocabulary.frequencies(words).values()]
    return sum(rows)


def _on(side: Side, frequency: Frequency) -> int:
    return frequency.posts if side is POSTS else frequency.comments
