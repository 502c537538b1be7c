"""Archives of any size with made-up French posts and comments: `python -m bench.generating FILE --posts 100000`.

    python -m bench.generating small.db --posts 5                   # with 5 comments a post, unless told otherwise
    python -m bench.generating big.db --posts 1000000 --seed 7 --texts texts/

The same seed, size and dictionary (Debian's wfrench where it is installed) give the same posts. They have ten
blogs, some hundreds of authors, several thousand commenters, dates with times from 2003 to 2012, labels, answers
among the comments, and marks. The file has the schema that an import makes and passes `reader check`; it is written by
a short way that builds the indexes at the end. `--texts FOLDER` also writes each post with its comments as a
text file, for programs that search files.
"""

from __future__ import annotations

import argparse
import hashlib
import sqlite3
import sys
import time
import zlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path

from bench.vocabulary import Words
from reader.archive import NewPost, open_for_writing
from reader.archive.dumping import ADD_COMMENT, comment_record, post_record
from reader.archive.placing import free_place, nominal_place
from reader.models import Comment, Mark

_BLOGS = tuple(
    f"Carnet {name}"
    for name in (
        "d'été",
        "du soir",
        "de bord",
        "à spirales",
        "rouge",
        "bleu",
        "vert",
        "noir",
        "blanc",
        "gris",
    )
)
_FIRST_NAMES = (
    *("Zoé", "Paul", "Anaïs", "Jean-Marc", "Léa", "Hugo", "Inès", "Chloé", "Théo", "Jules", "Éloïse", "Noël"),
    *(
        "Bérénice",
        "François",
        "Aïcha",
        "Karim",
        "Lucie",
        "Marc",
        "Odile",
        "Yves",
        "Agnès",
        "Benoît",
        "Cécile",
    ),
    *("Didier", "Fanny", "Gaël", "Hélène", "Irène", "Joël", "Karine"),
)
_CATEGORIES = (
    *("Cuisine", "Voyages", "Politique", "Musique", "Lectures", "Cinéma", "Jardin", "Informatique"),
    *("Humeurs", "Photos"),
)
_FIRST_DAY = datetime(2003, 1, 1)
_DAYS = 3_652
_BATCH = 1_000


class Blogs:
    """Made-up posts with their comments, oldest first."""

    def __init__(self, posts: int, comments: int, seed: int) -> None:
        self._posts = posts
        self._comments = comments
        self._words = Words(seed)
        self._random = self._words.random
        self._authors = [self._name() for _ in range(200)]
        self._commenters = [self._name() for _ in range(5_000)]

    def posts(self) -> Iterator[NewPost]:
        """Every post, oldest first."""
        step = _DAYS * 24 * 60 / max(1, self._posts)
        for number in range(self._posts):
            moment = _FIRST_DAY + timedelta(minutes=int(number * step + self._random.random() * step))
            yield self._post(number, moment)

    def _post(self, number: int, moment: datetime) -> NewPost:
        rng = self._random
        topics = rng.choices(self._words.content, k=5)
        blog = rng.randrange(len(_BLOGS))
        title = " ".join([topics[0], *self._words.draw(rng.randint(2, 6))])
        body = self._text(max(20, int(rng.gauss(380, 120))), topics, paragraph=70)
        count = self._comments if self._posts <= 5 else min(40, round(rng.expovariate(1 / self._comments)))
        return NewPost(
            key=hashlib.sha256(f"made-up {number}".encode()).hexdigest()[:16],
            blog=_BLOGS[blog],
            title=title[0].upper() + title[1:],
            author=self._authors[blog * 20 + min(19, int(rng.expovariate(0.5)))],
            published=moment.isoformat(timespec="minutes"),
            url=f"http://blog{blog}.example/{moment:%Y/%m/%d}/{number}/",
            language="fr",
            categories=tuple(rng.sample(_CATEGORIES, k=rng.randint(1, 2))),
            tags=(topics[1], topics[2]) if number % 3 == 0 and topics[1] != topics[2] else (),
            body=body,
            marks=self._marks(body),
            comments_declared=count,
            comments_open=None,
            guesses={},
            comments=tuple(self._comment(position, moment, topics) for position in range(1, count + 1)),
        )

    def _comment(self, position: int, moment: datetime, topics: list[str]) -> Comment:
        rng = self._random
        answers = rng.randrange(1, position) if position > 1 and rng.random() < 0.3 else None
        later = moment + timedelta(minutes=position * 7 + int(rng.expovariate(1 / 3_000)))
        author = self._commenters[min(len(self._commenters) - 1, int(rng.paretovariate(0.6)))]
        body = self._text(max(4, int(rng.expovariate(1 / 50))), topics, paragraph=60)
        depth = 0 if answers is None else 1
        return Comment(
            position, author, later.isoformat(timespec="minutes"), answers, depth, "comment", body, (), {}
        )

    def _text(self, count: int, topics: list[str], *, paragraph: int) -> str:
        words = self._words.draw(count)
        for place in range(6, count, 12):
            words[place] = topics[place % len(topics)]
        sentences = []
        for start in range(0, count, 13):
            sentence = " ".join(words[start : start + 13])
            ending = "\n\n" if start % paragraph < 13 and start else " "
            sentences.append(f"{sentence[0].upper()}{sentence[1:]}.{ending}")
        return "".join(sentences).rstrip()

    def _marks(self, body: str) -> tuple[Mark, ...]:
        if len(body) < 400 or self._random.random() < 0.5:
            return ()
        start = body.find(" ", 200) + 1
        end = body.find(" ", start + 6)
        return (Mark(start, end, "link", "http://www.example.org/"),) if 0 < start < end else ()

    def _name(self) -> str:
        syllables = [
            "Ber",
            "Du",
            "Le",
            "Mar",
            "Mo",
            "Per",
            "Re",
            "Ro",
            "Si",
            "Tho",
            "Gar",
            "Lam",
            "Fon",
            "Che",
        ]
        ends = [
            "nard",
            "rand",
            "blanc",
            "tin",
            "reau",
            "net",
            "vost",
            "mas",
            "nier",
            "bert",
            "taine",
            "valier",
        ]
        rng = self._random
        return f"{rng.choice(_FIRST_NAMES)} {rng.choice(syllables)}{rng.choice(ends)}"


def generate(
    path: Path, *, posts: int, comments: int = 5, seed: int = 1, texts: Path | None = None
) -> tuple[int, int]:
    """Write an archive of made-up posts; how many comments they have, and the bytes of all texts.

    Raises:
        FileExistsError: when there is something at the path already.
    """
    if path.exists():
        raise FileExistsError(path)
    open_for_writing(path).close()
    database = sqlite3.connect(path, isolation_level=None)
    for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -400000", "foreign_keys = OFF"):
        database.execute(f"PRAGMA {setting}")
    later = database.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL"
    ).fetchall()
    for kind, name, _ in later:
        database.execute(f"DROP {kind} {name}")
    writing = _Writing(database, texts)
    stream = Blogs(posts, comments, seed).posts()
    while batch := list(islice(stream, _BATCH)):
        writing.batch(batch)
    _say(f"{posts:,} posts and {writing.comments:,} comments written; the indexes are built")
    for kind, _, sql in later:
        if kind == "index":
            database.execute(sql)
    for index in ("posts_fts", "comments_fts"):
        # One large segment at once instead of merging many: a fifth of the time.
        database.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('hashsize', 64000000)")
        database.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
        database.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('hashsize', 1048576)")
    for kind, _, sql in later:
        if kind == "trigger":
            database.execute(sql)
    for kind in ("posts", "comments"):
        database.execute(
            f"INSERT INTO uncounted (kind, place, is_removed) SELECT '{kind}', place, 0 FROM {kind} ORDER BY place"
        )
    database.execute("UPDATE drift SET places = ?", [writing.drift])
    database.execute("PRAGMA journal_mode = DELETE")
    database.close()
    _say("the words are counted")
    open_for_writing(path).close()
    return writing.comments, writing.bytes


class _Writing:
    """Writes posts in batches; each batch is a dump, whose raw bytes only say which posts they are."""

    def __init__(self, database: sqlite3.Connection, texts: Path | None) -> None:
        self._database = database
        self._texts = texts
        self._post = 0
        self._taken: dict[str, set[int]] = {"posts": set(), "comments": set()}
        self.drift = 0
        self.comments = 0
        self.bytes = 0
        database.executemany("INSERT INTO blogs (id, name) VALUES (?, ?)", enumerate(_BLOGS, 1))

    def batch(self, posts: list[NewPost]) -> None:
        """Write some posts."""
        execute_many = self._database.executemany
        self._database.execute("BEGIN")
        dump = self._post // _BATCH + 1
        raw = f"posts from {self._post + 1} on\n".encode()
        packed = zlib.compress(raw)
        self._database.execute(
            "INSERT INTO dumps (id, name, sha256, format, size, left_out) VALUES (?, ?, ?, 'made-up', ?, '{}')",
            [dump, f"made-up/{dump}", hashlib.sha256(raw).hexdigest(), len(raw)],
        )
        self._database.execute("INSERT INTO pieces (dump_id, place, raw) VALUES (?, 1, ?)", [dump, packed])
        numbered = list(enumerate(posts, self._post + 1))
        rows = [
            {
                "place": self._place("posts", post.published),
                "id": number,
                **post_record(post),
                "blog_id": _BLOGS.index(post.blog or "") + 1,
                "dump_id": dump,
            }
            for number, post in numbered
        ]
        names = ", ".join(rows[0])
        values = ", ".join(f":{name}" for name in rows[0])
        execute_many(f"INSERT INTO posts ({names}) VALUES ({values})", rows)
        execute_many("INSERT INTO sources VALUES (?, ?)", [(number, dump) for number, _ in numbered])
        execute_many("INSERT INTO names VALUES (?, ?)", [(f"url:{post.url}", n) for n, post in numbered])
        execute_many(
            "INSERT INTO labels (post_id, kind, place, name) VALUES (?, ?, ?, ?)",
            [
                (number, kind, place, name)
                for number, post in numbered
                for kind, labels in (("category", post.categories), ("tag", post.tags))
                for place, name in enumerate(labels, 1)
            ],
        )
        comments = [
            {"place": self._place("comments", comment.published), **comment_record(number, comment)}
            for number, post in numbered
            for comment in post.comments
        ]
        execute_many(ADD_COMMENT, comments)
        self._database.execute("COMMIT")
        self._count(numbered)
        self._post += len(posts)
        self.comments += len(comments)

    def _place(self, kind: str, published: str | None) -> int:
        taken = self._taken[kind]
        place = free_place(published, taken.__contains__)
        taken.add(place)
        self.drift = max(self.drift, place - nominal_place(published))
        return place

    def _count(self, numbered: list[tuple[int, NewPost]]) -> None:
        for number, post in numbered:
            text = "\n\n".join(
                [
                    *(post.title or "", post.author or "", post.body),
                    *(f"{comment.author}\n{comment.body}" for comment in post.comments),
                ]
            )
            self.bytes += len(text.encode())
            if self._texts is not None:
                file = self._texts / f"{number // 1_000:04}" / f"{number}.txt"
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text + "\n", "utf-8")


def _say(text: str) -> None:
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} {text}\n")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.generating", description="Make up an archive.")
    parser.add_argument("path", type=Path, help="the archive to write; nothing may be there")
    parser.add_argument("--posts", type=int, default=5, help="how many posts (5)")
    parser.add_argument("--comments", type=int, default=5, help="comments a post, on average (5)")
    parser.add_argument("--seed", type=int, default=1, help="another seed makes other texts (1)")
    parser.add_argument("--texts", type=Path, help="a folder for the texts as files")
    options = parser.parse_args()
    start = time.perf_counter()
    comments, size = generate(
        options.path,
        posts=options.posts,
        comments=options.comments,
        seed=options.seed,
        texts=options.texts,
    )
    _say(
        f"{options.path}: {options.posts:,} posts, {comments:,} comments, {size / 1e6:,.1f} MB of text in "
        f"{time.perf_counter() - start:.0f} s"
    )


if __name__ == "__main__":
    main()
