"""The two sides of an archive that are searched, and what one of them is asked for. Pure data."""

from __future__ import annotations

from reader.values import Value

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.search.tree import Kind


class Side(Value):
    """How one of the two kinds of hits is asked for; its columns are those of its index."""

    kind: Kind
    index: str
    columns: tuple[str, ...]


POSTS = Side("posts", "posts_fts", ("title", "author", "body"))
COMMENTS = Side("comments", "comments_fts", ("author", "body"))


class Part(Value):
    """What a node asks of one side: an FTS5 expression, the places in time, and a condition on each row.

    In the condition, `{place}` stands for the row's place, and `{few}` does where it is one of so few that they are
    best asked for one by one; `{first}` and `{last}` are the places between which is searched. Where it `looks`, it
    names columns of the row `t` as well. `walks`: it may be true of so few that very many have to be looked at.
    `never`: nothing can be found.
    """

    match: str | None = None
    condition: str | None = None
    looks: bool = False
    walks: bool = False
    never: bool = False
    span: tuple[int, int] = (-(2**63), 2**63 - 1)

    @property
    def is_match_alone(self) -> bool:
        """Whether the expression says it all."""
        return self.condition is None and self.span == EVERYTHING.span

    def condition_on(self, place: str, *, few: str | None = None) -> str:
        """The condition as SQL about the row at a place; true where there is none."""
        if self.condition is None:
            return "TRUE"
        first, last = self.span
        return f"({self.condition.format(place=place, few=few or place, first=first, last=last)})"


EVERYTHING = Part()
NOTHING = Part(never=True)
