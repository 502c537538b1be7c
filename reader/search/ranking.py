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
_BUDGET = 1_500_000
# In so many rows, a word is common: left out if rarer ones are there.
_COMMON = 50_000
# Of a phrase, FTS5 also compares where its words stand.
_OF_A_PHRASE = 8


def telling(node: Node, side: Side, vocabulary: Vocabulary) -> Node | None:
    """The part of a query to rank by; None where every word is so common that ranking would take too long."""
    parts = node.parts if isinstance(node, AllOf) else (node,)
    costs = {part: _cost(part, side, vocabulary) for part in parts if not isinstance(part, Not)}
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
        if kept and (spent > _BUDGET or ranked[part] > max(_COMMON, 20 * rarest)):
            break
        kept.append(part)
    if len(kept) == len(ranked):
        return node
    left_out = set(ranked) - set(kept)
    return AllOf(tuple(part for part in parts if part not in left_out))


def _cost(node: Node, side: Side, vocabulary: Vocabulary) -> int | None:
    """The rows that FTS5 counts to rank by a part; None where it ranks nothing."""
    if isinstance(node, AllOf | AnyOf):
        costs = [_cost(part, side, vocabulary) for part in node.parts if not isinstance(part, Not)]
        known = [cost for cost in costs if cost is not None]
        return sum(known) if known else None
    if not isinstance(node, Term) or not node.words:
        return None
    words = [*node.words, *other_forms(node), *(node.completions or ())]
    rows = [_on(side, found) for found in vocabulary.frequencies(words).values()]
    if len(node.words) > 1:
        return min(rows, default=0) * _OF_A_PHRASE
    return sum(rows)


def _on(side: Side, frequency: Frequency) -> int:
    return frequency.posts if side is POSTS else frequency.comments
