"""Whether what is known to be there is found first: `python -m bench.known_items ARCHIVE [--posts N]`.

For posts drawn by lot (seeded): the words of the title, with their accents right, left out or put wrong, a phrase of
the body in quotes, a commenter's name. The rank is that of the post (of a comment by that person); the mean reciprocal
rank of each kind is printed. Only what tells one post from all others is asked for: not a title that two posts share.
"""

from __future__ import annotations

import argparse
import random
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from reader.archive import Archive, open_archive
from reader.models import Hit, Post
from reader.search import search
from reader.words import INVARIABLE, tokens

_WORD = re.compile(r"[^\W_]+")
_DEEPEST = 50
_PHRASE = 5
_WRONG = {"e": "é", "é": "e", "è": "é", "ê": "e", "a": "â", "à": "a", "u": "ù", "ç": "c", "î": "i", "ô": "o"}


def queries(
    archive: Archive, post: Post, titles: Counter[str], rng: random.Random
) -> Iterator[tuple[str, str]]:
    """The kind and the text of each query that should find a post."""
    words = _WORD.findall(post.title or "")
    is_telling = titles[_folded(post.title)] == 1 and any(_tells(word) for word in words)
    if is_telling and len(words) > 1:
        title = " ".join(words)
        yield "title", title
        yield "title, no accents", unicodedata.normalize("NFD", title).encode("ascii", "ignore").decode()
        yield "title, wrong accents", "".join(_WRONG.get(letter, letter) for letter in title.lower())
    body = [match.span() for match in re.finditer(r"\w+", post.body)]
    if len(body) > 4 * _PHRASE:
        first = rng.randrange(len(body) - _PHRASE)
        phrase = post.body[body[first][0] : body[first + _PHRASE - 1][1]]
        rows = archive.rows(
            "SELECT count(*) FROM posts_fts WHERE posts_fts MATCH ?", [f'"{" ".join(tokens(phrase))}"']
        )
        if '"' not in phrase and rows == [(1,)]:
            yield "phrase", f'"{" ".join(phrase.split())}"'
    names = [comment.author for comment in post.comments if comment.author and tokens(comment.author)]
    if names:
        yield "commenter", f'par:"{rng.choice(names)}"'


def rank(hits: tuple[Hit, ...], post: Post, kind: str, query: str) -> int | None:
    """The place of the first hit that is the post, or a comment by the person; None where there is none."""
    for place, hit in enumerate(hits, 1):
        if kind == "commenter":
            wanted = " ".join(tokens(query.partition(":")[2]))
            if hit.comment is not None and wanted in " ".join(tokens(hit.author or "")):
                return place
        elif hit.id == post.id:
            return place
    return None


def ranks(archive: Archive, most: int, seed: int = 1) -> dict[str, list[float]]:
    """The reciprocal ranks of each kind of query."""
    rng = random.Random(seed)
    ids = [row[0] for row in archive.rows("SELECT id FROM posts ORDER BY id")]
    titles = Counter(_folded(row[0]) for row in archive.rows("SELECT title FROM posts"))
    found: defaultdict[str, list[float]] = defaultdict(list)
    for post_id in rng.sample(ids, min(most, len(ids))):
        post = archive.post(post_id)
        for kind, query in queries(archive, post, titles, rng):
            place = rank(search(archive, query, limit=_DEEPEST).hits, post, kind, query)
            found[kind].append(1 / place if place else 0.0)
    return dict(found)


def _folded(title: str | None) -> str:
    return " ".join(tokens(title or ""))


def _tells(word: str) -> bool:
    return len(word) > 3 and tokens(word)[0] not in INVARIABLE


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.known_items", description="Measure ranking.")
    parser.add_argument("archive", type=Path)
    parser.add_argument("--posts", type=int, default=300, help="how many posts are looked for (300)")
    options = parser.parse_args()
    with open_archive(options.archive) as archive:
        found = ranks(archive, options.posts)
    every = [one for ranked in found.values() for one in ranked]
    for kind, ranked in {**found, "all": every}.items():
        first = sum(one == 1 for one in ranked)
        print(
            f"{kind:22} {len(ranked):5} queries, {first} first, mean reciprocal rank {sum(ranked) / len(ranked):.3f}"
        )


if __name__ == "__main__":
    main()
