"""What a line was seen to be: each kind with what it captures, and what it is beside that.

Must not know how that is found.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from blogimport.textpage.cues.cue import CueKind
from blogimport.textpage.cues.matching import Sight

SURE_FURNITURE = 8
"""As much as a cue of so many letters: what is told by its neighbours is no accident."""


@dataclass(slots=True)
class Sights:
    """All that a line could be, seen alone. Nobody changes one; see `Captured` for why it is not frozen.

    `date` is set where the line is a date and nothing else; `dated` where a text ends with one:
    (the text before it, the ISO date). `address`, `image`: the line is only that.
    """

    by_kind: dict[CueKind, Sight] = field(default_factory=dict)
    date: str | None = None
    time: str | None = None
    dated: tuple[str, str] | None = None
    address: bool = False
    image: bool = False
    code: str | None = None
    is_blind: bool = field(init=False)
    """Whether nothing was recognised."""
    head: Sight | None = field(init=False, compare=False, repr=False)
    """The line as one that signs a comment."""
    signs: tuple[object, ...] | None = field(init=False, default=None, compare=False, repr=False)
    """What `scoring` makes of it, who remembers it here: the lines of a menu are seen again on each page."""

    def __post_init__(self) -> None:
        """Tell once, and not at every question, whether nothing was recognised, and whether it signs a comment."""
        self.head = _head_of(self.by_kind) if self.by_kind else None
        self.is_blind = not (
            self.by_kind or self.date or self.time or self.dated or self.address or self.image or self.code
        )

    def __contains__(self, kind: CueKind) -> bool:
        return kind in self.by_kind

    def get(self, kind: CueKind) -> Sight | None:
        """The line seen as that kind, if it could be."""
        return self.by_kind.get(kind)


def _head_of(by_kind: dict[CueKind, Sight]) -> Sight | None:
    """The line as one that stands over a comment, or on either side of it: that which says when, if only one does."""
    before, either = by_kind.get("head_before"), by_kind.get("head")
    if before is None or either is None:
        return before or either
    return before if before.captured.date or not either.captured.date else either


NOTHING = Sights()
"""What most lines are."""


def no_text(why: str) -> Sights:
    """A line that is surely no text of anybody's, for what stands around it."""
    return Sights({"furniture": Sight(cue=why, fixed=SURE_FURNITURE)})
