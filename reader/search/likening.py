"""Posts that speak of the same as another one."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from reader.search.asking import hits
from reader.search.conditions import Marks
from reader.search.finding import Finder
from reader.search.parts import POSTS
from reader.search.question import Question
from reader.search.results import Results
from reader.search.tree import AnyOf, Term
from reader.search.vocabulary import Vocabulary
from reader.words import INVARIABLE, tokens

if TYPE_CHECKING:
    from reader.archive import Archive

# The rarest of the frequent words of a post; more of them find no better and take longer.
_WORDS = 12
_MOST_LOOKED_AT = 300
_MOST_ROWS = 60_000
_SHORTEST = 4
# The beginning of a very long post says what it is about.
_MOST_CHARACTERS = 100_000
_OF_A_TITLE = 3


def more_like(archive: Archive, post_id: int, *, limit: int = 10) -> Results:
    """The posts that share the telling words of a post, the nearest first; `matches` finds those words.

    Raises:
        ArchiveError: when the archive is damaged.
        Interrupted: when `Archive.interrupt` was called meanwhile.
    """
    sql = "SELECT place, coalesce(title, ''), substr(body, 1, :most) FROM posts WHERE id = :id"
    for place, title, body in archive.rows(sql, {"id": post_id, "most": _MOST_CHARACTERS}):
        words = _telling(archive, title, body)
        if not words:
            break
        node = (
            AnyOf(tuple(Term((word,), forms=()) for word in words)) if len(words) > 1 else Term((words[0],))
        )
        vocabulary = Vocabulary(archive)
        question = Question(archive, node, POSTS, Marks(), vocabulary)
        found = question.answer("rank", limit=limit + 1, most=_MOST_ROWS)
        near = [one for one in found.rows if one.place != place][:limit]
        return Results(hits(archive, near, Finder(node)), len(near), True, None, None, node)
    return Results((), 0, True, "No other post shares enough of its words.")


def _telling(archive: Archive, title: str, body: str) -> list[str]:
    """The words that a post has often and others do not."""
    written = Counter(word for word in tokens(body) if len(word) >= _SHORTEST and not word.isdigit())
    for word in tokens(title):
        if len(word) >= _SHORTEST:
            written[word] += _OF_A_TITLE
    for word in INVARIABLE:
        written.pop(word, None)
    often = dict(written.most_common(_MOST_LOOKED_AT))
    known = Vocabulary(archive).frequencies(often)
    ((posts,),) = archive.rows("SELECT max(id) FROM posts")
    scores = {
        word: often[word] * math.log(1 + posts / found.posts)
        for word, found in known.items()
        if 2 <= found.posts <= max(20, posts // 10)
    }
    words: list[str] = []
    rows = 0
    for word in sorted(scores, key=lambda word: (-scores[word], word))[:_WORDS]:
        rows += known[word].posts
        if words and rows > _MOST_ROWS:
            break
        words.append(word)
    return words
