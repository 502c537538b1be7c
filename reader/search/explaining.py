"""How a query was understood, in a sentence. Must not know the archive."""

from __future__ import annotations

from reader.search.dates import Dated
from reader.search.query import AllOf, AnyOf, Blog, Node, Not, Term, Within, parse
from reader.words import plurals


def explain(query: str) -> str:
    """What a query asks for, in words; `chat -titre:noir` looks for “chat” and not “noir” in the title.

    It repeats words of the query: make it safe before it is shown.
    """
    parsed = parse(query)
    if parsed.node is None:
        return parsed.remark or ""
    sentence = f"Looks for {_said(parsed.node)}."
    return f"{sentence} {parsed.remark}" if parsed.remark else sentence


def _said(node: Node) -> str:
    match node:
        case Term():
            return _term(node)
        case Within(kind):
            return f"{kind} only"
        case Blog(words):
            return f"the blogs called “{' '.join(words)}”"
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
    else:
        said = f"“{text}”" + (" in the singular or plural" if term.inflected and plurals(text) else "")
    signs = " and ".join(f"“{literal}” letter for letter" for literal in term.literals)
    if term.literals and len(term.words) < 2:
        said = signs
    elif signs:
        said = f"{said} with {signs}"
    where = {"author": " in the author’s name", "title": " in the title"}
    return said + where.get(term.column or "", "")


def _dated(node: Dated) -> str:
    # Reading dates took 29 ms to import, and no search needs it.
    from reader.dates import in_words

    first, last = in_words(node.dates[0]), in_words(node.dates[-1])
    if node.relation != "between":
        return f"{node.relation} {first}"
    if first and last:
        return f"from {first} to {last}"
    return f"from {first} on" if first else f"until the end of {last}"
