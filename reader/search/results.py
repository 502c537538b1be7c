"""Searching: from what was typed to hits, with what there is to say about them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence

from reader.hits import Hit
from reader.search.asking import Asking
from reader.search.conditions import Marks
from reader.search.finding import Finder, other_forms, ranges
from reader.search.parts import POSTS
from reader.search.query import parse
from reader.search.question import Found
from reader.search.tree import AllOf, AnyOf, Node, Query, Term, terms
from reader.search.vocabulary import Vocabulary
from reader.sentences import Sentence
from reader.values import Value
from reader.words import tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.archive import Archive


# So many of the best are looked at for titles that are just what was typed.
_MOST_CALLED_SO = 50


class Results(Value):
    """What a search found: the first `hits`, and how many there are.

    `total` counts hits of both kinds up to 1,000 (200 while somebody types; fewer where each has to be looked at);
    where `complete` is false there may be more. `notice` is a sentence for the person who typed the query, where
    there is something to say about it; `suggestion` is another query that finds something, where this one does not.
    """

    hits: tuple[Hit, ...]
    total: int
    complete: bool
    notice: str | None
    suggestion: str | None = None
    node: Node | None = None

    def matches(self, text: str) -> list[tuple[int, int]]:
        """Where what was asked for stands in a text, in any of its forms: (start, end) in order."""
        finder = Finder(self.node)
        return ranges([*finder.words(text), *finder.signs(text)])


def search(
    archive: Archive,
    query: str,
    *,
    limit: int = 50,
    ranked: bool = True,
    as_typed: bool = False,
    starred: Collection[str] = (),
    read: Collection[str] = (),
) -> Results:
    """The posts and comments that a query asks for, the best first, or the newest where `ranked` is off.

    Every text is a query; `sort:` in it goes before `ranked`. `as_typed` says that its last word is still being
    typed. `starred` and `read` are the keys of posts that `is:starred`, `is:read` and `is:unread` are about.

    Raises:
        ArchiveError: when the archive is damaged.
        Interrupted: when `Archive.interrupt` was called meanwhile.
    """
    parsed = parse(query, as_typed=as_typed)
    asking = Asking(archive, parsed, Marks(starred, read), as_typed=as_typed)
    if asking.node is None:
        return Results((), 0, True, parsed.remark)
    sort = parsed.sort or ("rank" if ranked else "date")
    # Among the first, a post that is called just so may be found.
    wider = max(limit, _MOST_CALLED_SO) if limit and sort == "rank" else limit
    answer = asking.answer(limit=wider, sort=sort)
    notice = parsed.remark or _of_completions(asking.node, as_typed=as_typed)
    if notice is None and asking.left_out and not as_typed:
        words = ", ".join(f"“{word}”" for word in asking.left_out)
        notice = Sentence(
            "{} stand in so many texts that they were not looked for; in quotes they are.", words
        )
    is_nothing = answer.complete and not answer.total
    if notice is None and is_nothing and (unfound := _signs(asking.node)):
        notice = Sentence("Nothing in the archive holds “{}”.", unfound)
    if notice is None and not answer.total and not is_nothing:
        notice = Sentence("Nothing yet among the newest; Enter searches all.")
    suggestion = suggested(archive, query, asking.node, Marks(starred, read)) if is_nothing else None
    rows: Sequence[Found] = answer.rows
    if sort == "rank" and limit:
        if _is_words(parsed.node):
            # Of very common words, one that is called just so need not be among the first.
            places = {one.place for one in rows if one.side is POSTS}
            rows = [*rows, *(one for one in asking.called(query.strip()) if one.place not in places)]
        rows = _titles_first(asking, rows, query, parsed.node)[:limit]
    return Results(asking.hits(rows), answer.total, answer.complete, notice, suggestion, asking.node)


def _is_words(node: Node | None) -> bool:
    """Whether nothing but words is asked for, anywhere."""
    parts = node.parts if isinstance(node, AllOf) else (node,)
    return all(isinstance(part, Term) and part.column is None for part in parts)


def _titles_first(asking: Asking, rows: Sequence[Found], query: str, node: Node | None) -> Sequence[Found]:
    """Posts whose title is just what was typed, then those whose title holds it word by word, then the others."""
    words = [word for term in terms(node) for word in term.words]
    if not words:
        return rows
    typed = f" {' '.join(words)} "
    # The tree has each word once, and none that was elided.
    whole = f" {' '.join(tokens(query))} " if _is_words(node) else typed
    titles = asking.titles(rows)

    def rank(row: Found) -> int:
        title = titles.get(row.place) if row.side is POSTS else None
        if title is None:
            return 2
        title = f" {' '.join(tokens(title))} "
        if title in (typed, whole):
            return 0
        return 1 if len(words) > 1 and (typed in title or whole in title) else 2

    return sorted(rows, key=rank)


def marker(archive: Archive, query: str, *, as_typed: bool = False) -> Callable[[str], list[tuple[int, int]]]:
    """What finds the words of a query in any text, in all forms that the archive holds: (start, end) in order.

    Raises:
        ArchiveError: when the archive is damaged.
    """
    node = Asking(archive, parse(query, as_typed=as_typed), Marks(), as_typed=as_typed).node
    return Results((), 0, True, None, node=node).matches


def by_post(hits: Iterable[Hit]) -> list[tuple[Hit, ...]]:
    """The hits of each post together, in the order of the first of each."""
    groups: dict[int, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.id, []).append(hit)
    return [tuple(group) for group in groups.values()]


def suggested(archive: Archive, query: str, node: Node, marks: Marks) -> str | None:
    """The query with words of the archive in the place of those that it lacks; None where that finds nothing either."""
    vocabulary = Vocabulary(archive)
    other = query
    for term in _single_words(node):
        if vocabulary.frequencies([*term.words, *other_forms(term)]):
            continue
        near = vocabulary.likeness(term.words[0])
        if near is None:
            return None
        word = re.compile(rf"(?<!\w){re.escape(term.written)}(?!\w)", re.IGNORECASE)
        other = word.sub(lambda _, near=near: _as_written(archive, near), other, count=1)  # type: ignore[misc]
    if other == query:
        return None
    asking = Asking(archive, parse(other), marks)
    return other if any(question.count(0) for question in asking.questions()) else None


def _as_written(archive: Archive, term: str) -> str:
    """A word of the index as texts write it, with its accents."""
    node = Term((term,), forms=())
    asking = Asking(archive, Query(node), Marks())
    for hit in asking.hits(asking.answer(limit=1, sort="date").rows):
        for text in (hit.snippet, hit.title or "", hit.author or ""):
            for start, end in Results((), 0, True, None, node=node).matches(text):
                return text[start:end].lower()
    return term


def _single_words(node: Node) -> list[Term]:
    return [term for term in _wanted(node) if len(term.words) == 1 and not term.literals]


def _wanted(node: Node) -> list[Term]:
    """The terms that must be found, those for one column too."""
    if isinstance(node, Term):
        return [node]
    if isinstance(node, AllOf | AnyOf):
        return [term for part in node.parts for term in _wanted(part)]
    return []


def _of_completions(node: Node, *, as_typed: bool) -> Sentence | None:
    """What to say where not all words that begin so were looked for."""
    if as_typed:
        return None
    for term in _wanted(node):
        if term.completions is not None:
            return Sentence(
                "“{}*” is the beginning of very many words: the {} most frequent of them were searched for.",
                term.words[-1],
                len(term.completions),
            )
    return None


def _signs(node: Node) -> str | None:
    """The first literal of a query that has no word at all."""
    if isinstance(node, AllOf | AnyOf):
        signs = [_signs(part) for part in node.parts]
        return signs[0] if all(signs) else None
    return node.literals[0] if isinstance(node, Term) and not node.words else None
