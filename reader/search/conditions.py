"""What is asked beside the words: dates, blogs, tags, features, marks, and signs letter for letter; as SQL.

Each condition is made for one side, with its values as parameters. A set of rows that is small is asked for
as a list; one that is large is told row by row, because to list it would take longer than to find twenty.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping

from reader.search.parts import NOTHING, POSTS, Part, Side
from reader.values import Value
from reader.words import tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.archive import Archive
    from reader.search.tree import Feature, State

# Listed once for each of a few statements; 20,000 rows take 4 ms each time.
_MOST_LISTED = 3_000
# The comments of so few posts are listed too; of more, their posts are, or one comment in so many is one of theirs.
_FEW = 500
_ONE_IN = 300
# To ask the index for one row takes as long as to walk 150 of a word.
_VERY_FEW = 100
_LARGE = 20_000


class Marks(Value):
    """The keys of the posts that the reader has starred and read; they are in no archive."""

    starred: Collection[str] = ()
    read: Collection[str] = ()


class Conditions:
    """Makes the conditions of one query for one side."""

    def __init__(self, archive: Archive, side: Side, marks: Marks) -> None:
        self._archive = archive
        self._side = side
        self._marks = marks
        self._known: dict[tuple[str, ...], Part] = {}
        self.values: dict[str, object] = {}

    def value(self, value: object) -> str:
        """A parameter that holds a value."""
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f":{name}"

    def blog(self, words: tuple[str, ...]) -> Part:
        """In a blog whose name holds the words."""
        return self._once(("blog", *words), lambda: self._blog(words))

    def tagged(self, words: tuple[str, ...]) -> Part:
        """Of a post with a tag or category whose name holds the words."""
        return self._once(("tag", *words), lambda: self._tagged(words))

    def _once(self, name: tuple[str, ...], make: Callable[[], Part]) -> Part:
        if name not in self._known:
            self._known[name] = make()
        return self._known[name]

    def _blog(self, words: tuple[str, ...]) -> Part:
        blogs = self._archive.rows("SELECT id, name FROM blogs")
        ids = [blog for blog, name in blogs if _holds_words(name, words)]
        if not ids:
            return NOTHING
        among = f"IN (SELECT value FROM json_each({self.value(json.dumps(ids))}))"
        listings = _listings(f"blog_id {among}")
        part = self._of_posts(listings, f"(SELECT blog_id FROM posts WHERE posts.id = t.post_id) {among}")
        if part.walks and self._side is POSTS:
            # The index of blogs has the places too: to list those of a stretch takes less than to look at its posts.
            listed = f"{listings['place']} AND place BETWEEN {{first}} AND {{last}}"
            return Part(None, f"{{place}} IN ({listed})", walks=True)
        return part

    def _tagged(self, words: tuple[str, ...]) -> Part:
        names = self._labelled(words)
        if not names:
            return NOTHING
        among = f"labels.name IN (SELECT value FROM json_each({self.value(json.dumps(names))}))"
        listings = {
            "id": f"SELECT labels.post_id FROM labels WHERE {among}",
            "place": f"SELECT posts.place FROM labels JOIN posts ON posts.id = labels.post_id WHERE {among}",
        }
        return self._of_posts(
            listings, f"EXISTS (SELECT 1 FROM labels WHERE labels.post_id = {self._post} AND {among})"
        )

    def has(self, feature: Feature) -> Part:
        """With a feature of its own."""
        tests = {
            # A comment has no comments.
            "comments": "EXISTS (SELECT 1 FROM comments WHERE comments.post_id = t.id)"
            if self._side is POSTS
            else "FALSE",
            "links": """instr(t.marks, '"link"') > 0""",
            "images": """instr(t.marks, '"image"') > 0""",
            "guesses": "t.guesses <> '{{}}'",
        }
        return Part(None, tests[feature], looks=True, walks=True)

    def is_marked(self, state: State) -> Part:
        """Of a post that the reader has starred, has read, or has not."""
        keys = self._marks.starred if state == "starred" else self._marks.read
        among = f"IN (SELECT value FROM json_each({self.value(json.dumps(list(keys)))}))"
        listings = _listings(f"key {among}")
        if state == "unread":
            # Most posts are: however few of those that are read are left out, what is wanted is found at once.
            if self._side is POSTS:
                return Part(None, f"{{place}} NOT IN ({listings['place']})")
            return Part(None, f"t.post_id NOT IN ({listings['id']})", looks=True)
        own = "t.key" if self._side is POSTS else "(SELECT key FROM posts WHERE posts.id = t.post_id)"
        return self._of_posts(listings, f"{own} {among}")

    def dated(self, since: str | None, until: str | None) -> Part:
        """Published at `since` or later, and before `until`; `~` after a date is the end of its period."""
        tests = []
        if since is not None:
            tests.append(f"t.published >= {self.value(since)}")
        if until is not None:
            name, day = self.value(until), self.value(until.rstrip("~"))
            # Of a post that is from 2007 and no more is known, nobody can say that it is from before March.
            known = f"substr({day}, 1, length(t.published)) <> t.published OR t.published = {day}"
            tests.append(f"t.published < {name} AND ({known})")
        return Part(None, " AND ".join(tests), looks=True, span=self._archive.places(since, until))

    def holds(self, literal: str, columns: Iterable[str]) -> str:
        """That one of some columns holds a text letter for letter, in capitals or not."""
        forms = dict.fromkeys((literal, literal.lower(), literal.upper(), literal.title()))
        names = [self.value(form) for form in forms]
        tests = [f"coalesce(instr(t.{column}, {name}), 0)" for column in columns for name in names]
        return f"({' OR '.join(tests)})"

    @property
    def _post(self) -> str:
        """The id of a row's post, as SQL."""
        return "t.id" if self._side is POSTS else "t.post_id"

    def _of_posts(self, listings: Mapping[str, str], test: str) -> Part:
        """Rows of the posts that a SELECT lists, by id or by place, or of which a test on the row `t` is true."""
        ((count, posts),) = self._archive.rows(
            f"""
            SELECT (SELECT count(*) FROM ({listings["id"]} LIMIT {_MOST_LISTED + 1})),
            (SELECT max(id) FROM posts)
            """,
            self.values,
        )
        if not count:
            return NOTHING
        if count > _MOST_LISTED:
            return Part(None, test, looks=True, walks=True)
        place = "{few}" if count <= _VERY_FEW and posts > _LARGE else "{place}"
        if self._side is POSTS:
            return Part(None, f"{place} IN ({listings['place']})")
        listed = listings["id"]
        if count <= max(_FEW, posts // _ONE_IN):
            places = f"SELECT comments.place FROM comments WHERE comments.post_id IN ({listed})"
            return Part(None, f"{place} IN ({places})")
        # The plus sign keeps SQLite from fetching every comment of many posts and sorting them.
        return Part(None, f"+t.post_id IN ({listed})", looks=True, walks=True)

    def _labelled(self, words: tuple[str, ...]) -> list[str]:
        """The labels that hold the words; where some are just them, only those."""
        written = " ".join(words)
        just = [written, written.capitalize(), written.title(), written.upper()]
        # DISTINCT would read every post that has them.
        sql = """
            SELECT DISTINCT value
            FROM json_each(?)
            WHERE EXISTS (SELECT 1 FROM labels WHERE labels.name = value)
        """
        found = [name for (name,) in self._archive.rows(sql, [json.dumps(just)])]
        return found or [name for name in self._labels() if _holds_words(name, words)]

    def _labels(self) -> list[str]:
        """Every label once: each step finds the next by the index."""
        sql = """
            WITH RECURSIVE every (name) AS (
                SELECT min(name) FROM labels
                UNION ALL
                SELECT (SELECT min(name) FROM labels WHERE labels.name > every.name)
                FROM every
                WHERE every.name IS NOT NULL
            )
            SELECT name FROM every WHERE name IS NOT NULL
        """
        return [name for (name,) in self._archive.rows(sql)]


def _listings(test: str) -> dict[str, str]:
    """SELECTs of the posts of which a test is true, by id and by place."""
    return {column: f"SELECT {column} FROM posts WHERE {test}" for column in ("id", "place")}


def _holds_words(name: str, words: tuple[str, ...]) -> bool:
    """Whether words stand in a name side by side; the last may go on."""
    return f" {' '.join(words)}" in f" {' '.join(tokens(name))}"
