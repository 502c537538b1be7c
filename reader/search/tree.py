"""What a query is made into: a small tree of what must be found, and of what must be so.

Pure data: knows neither how it was typed nor how it is asked.
"""

from __future__ import annotations

from reader.search.dates import Dated
from reader.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Kind = Literal["posts", "comments"]
    Column = Literal["author", "title"]
    Feature = Literal["comments", "links", "images", "guesses"]
    State = Literal["starred", "read", "unread"]
    Sort = Literal["rank", "date", "comments"]


class Term(Value):
    """Words that stand side by side, in any text or in one column; `words` are folded, `written` is as typed.

    `literals` must be found letter for letter, because the index drops their symbols (C++, #tag, an
    emoji). `prefix`: the last word may go on. `inflected`: other forms will do as well; those are `forms`
    once the archive was asked for them, as `completions` are the words that it may go on to, where not all
    of them are looked for.
    """

    words: tuple[str, ...]
    literals: tuple[str, ...] = ()
    column: Column | None = None
    prefix: bool = False
    inflected: bool = False
    written: str = ""
    forms: tuple[str, ...] | None = None
    completions: tuple[str, ...] | None = None


class Within(Value):
    """Only posts, or only comments."""

    kind: Kind


class Blog(Value):
    """Only the blogs whose name holds these folded words, the last of which may go on."""

    words: tuple[str, ...]


class Tagged(Value):
    """Only posts with a tag or category whose name holds these folded words, the last of which may go on."""

    words: tuple[str, ...]


class Has(Value):
    """Only what has comments, links, images, or something that was guessed."""

    feature: Feature


class Is(Value):
    """Only posts that the reader has starred, has read, or has not read, with their comments."""

    state: State


class AllOf(Value):
    """Every part must be found."""

    parts: tuple[Node, ...]


class AnyOf(Value):
    """One part is enough."""

    parts: tuple[Node, ...]


class Not(Value):
    """The part must not be found."""

    part: Node


Node = Term | Within | Blog | Tagged | Has | Is | Dated | AllOf | AnyOf | Not


class Query(Value):
    """What was understood: a tree, or None where there is nothing to search for.

    `remark` is a sentence for the person who typed: why there is nothing, or what was not heeded.
    """

    node: Node | None
    remark: str | None = None
    sort: Sort | None = None


def terms(node: Node | None) -> list[Term]:
    """The terms that a text should hold; not those for one column, and not those that it must not hold."""
    if isinstance(node, Term):
        return [node] if node.column is None else []
    if isinstance(node, AllOf | AnyOf):
        return [term for part in node.parts for term in terms(part)]
    return []
