"""What a field of a query asks for: `author:`, `tag:`, `has:`… and their French names.

Knows neither the archive nor SQL.
"""

from __future__ import annotations

from reader.search.dates import between
from reader.search.tree import Blog, Has, Is, Node, Tagged, Within
from reader.words import fold, tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.search.pieces import Field
    from reader.search.tree import Feature, Kind, Sort, State

KINDS: dict[str, Kind] = {
    **dict.fromkeys(("posts", "post", "billets", "billet", "articles", "article"), "posts"),
    **dict.fromkeys(("comments", "comment", "commentaires", "commentaire"), "comments"),
}
TITLES = frozenset(("title", "titles", "titre", "titres"))
_FEATURES: dict[str, Feature] = {
    **dict.fromkeys(("comments", "comment", "commentaires", "commentaire"), "comments"),
    **dict.fromkeys(("links", "link", "liens", "lien"), "links"),
    **dict.fromkeys(("images", "image", "pictures", "picture", "photos"), "images"),
    **dict.fromkeys(("guesses", "guess", "suppositions", "supposition", "guessed"), "guesses"),
}
_STATES: dict[str, State] = {
    **dict.fromkeys(("starred", "star", "favori", "favoris", "etoile"), "starred"),
    **dict.fromkeys(("read", "lu", "lus"), "read"),
    **dict.fromkeys(("unread", "non-lu", "nonlu", "non-lus", "nonlus"), "unread"),
}
_SORTS: dict[str, Sort] = {
    **dict.fromkeys(("date", "newest", "recent", "recents"), "date"),
    **dict.fromkeys(("rank", "best", "relevance", "pertinence"), "rank"),
    **dict.fromkeys(("comments", "commentaires"), "comments"),
}


def of_field(field: Field, text: str) -> Node | None:
    """What a field with a text asks for; None where the text is nothing that the field knows."""
    word = fold(text.strip())
    match field:
        case "blog" | "tag":
            words = tuple(tokens(text))
            if not words:
                return None
            return Blog(words) if field == "blog" else Tagged(words)
        case "in":
            kind = KINDS.get(word)
            return Within(kind) if kind else None
        case "has":
            feature = _FEATURES.get(word)
            return Has(feature) if feature else None
        case "is":
            state = _STATES.get(word)
            return Is(state) if state else None
        case _:
            return between(field, text)


def sort_of(text: str) -> Sort | None:
    """The order that `sort:` with a text asks for."""
    return _SORTS.get(fold(text.strip()))
