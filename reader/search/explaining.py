"""How a query was understood, in a sentence. Must not know SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.search.dates import Dated
from reader.search.query import parse
from reader.search.tree import AllOf, AnyOf, Blog, Has, Is, Node, Not, Tagged, Term, Within
from reader.search.vocabulary import Vocabulary
from reader.words import plurals

if TYPE_CHECKING:
    from reader.archive import Archive

_SORTS = {"date": "Newest first.", "rank": "Best first.", "comments": "Most commented first."}
_FEATURES = {
    "comments": "posts that have comments",
    "links": "what has links",
    "images": "what has images",
    "guesses": "what has something that was guessed",
}
_STATES = {
    "starred": "posts that you starred",
    "read": "posts that you have read",
    "unread": "posts that you have not read",
}


def explain(query: str, archive: Archive | None = None) -> str:
    """What a query asks for, in words; `chat -titre:noir` looks for “chat” and not “noir” in the title.

    With an archive, the other forms of words are named that it holds.
    It repeats words of the query: make it safe before it is shown.
    """
    parsed = parse(query)
    if parsed.node is None:
        return parsed.remark or ""
    node = Vocabulary(archive).widened(parsed.node) if archive else parsed.node
    sentences = [f"Looks for {_said(node)}.", _SORTS.get(parsed.sort or "", ""), parsed.remark or ""]
    return " ".join(sentence for sentence in sentences if sentence)


def _said(node: Node) -> str:
    match node:
        case Term():
            return _term(node)
        case Within(kind):
            return f"{kind} only"
        case Blog(words):
            return f"the blogs called “{' '.join(words)}”"
        case Tagged(words):
            return f"posts with the tag or category “{' '.join(words)}”"
        case Has(feature):
            return _FEATURES[feature]
        case Is(state):
            return _STATES[state]
        case Dated():
            return f"what was published {_dated(node)}"
        case Not(part):
            return f"not {_grouped(part)}"
        case AllOf(parts):
            return ", and ".join(_grouped(part) for part in parts)
        case AnyOf(parts):
            return " or ".join(_grouped(part) for part in parts)


def _grouped(node: Node) -> str:
    """A part as it is said within another."""
    return f"({_said(node)})" if isinstance(node, AllOf | AnyOf) else _said(node)


def _term(term: Term) -> str:
    text = " ".join(term.words)
    if not term.words:
        said = ""
    elif len(term.words) > 1:
        said = f"the phrase “{text}”" + (" or more of its last word" if term.prefix else "")
    elif term.prefix:
        said = f"words that begin with “{text}”"
        if term.completions is not None:
            said += f" (the {len(term.completions)} most frequent)"
    else:
        said = f"“{text}”{_forms(term)}"
    signs = " and ".join(f"“{literal}” letter for letter" for literal in term.literals)
    if term.literals and len(term.words) < 2:
        said = signs
    elif signs:
        said = f"{said} with {signs}"
    where = {"author": " in the author’s name", "title": " in the title"}
    return said + where.get(term.column or "", "")


def _forms(term: Term) -> str:
    if term.inflected and term.forms is None:
        return " in the singular or plural" if plurals(term.words[0]) else ""
    return f" (also {', '.join(term.forms)})" if term.inflected and term.forms else ""


def _dated(node: Dated) -> str:
    # Reading dates took 29 ms to import, and no search needs it.
    from reader.dates import in_words

    first, last = in_words(node.dates[0]), in_words(node.dates[-1])
    if node.relation != "between":
        return f"{node.relation} {first}"
    if first and last:
        return f"from {first} to {last}"
    return f"from {first} on" if first else f"until the end of {last}"
