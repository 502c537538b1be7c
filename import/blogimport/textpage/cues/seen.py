"""What a line was seen to be: each kind with what it captures, and what it is beside that.

Must not know how that is found.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from blogimport.textpage.cues.captured import Captured
from blogimport.textpage.cues.cue import CueKind
from blogimport.textpage.cues.matching import MarkedLine, Sight

ANY_TIME = "99:99"
"""What stands for the time of a line that is looked up with any figures."""
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
ANNOUNCING: frozenset[CueKind] = frozenset(("heading", "form"))
"""What announces comments: it stands over them, or asks for some."""


def seen_as(what: Sights, sights: Sequence[Sights], places: Collection[int]) -> Sequence[Sights]:
    """The sights of some lines, those at some places seen as that; themselves where there are none."""
    if not places:
        return sights
    within = places if isinstance(places, range) else frozenset(places)
    return [what if index in within else seen for index, seen in enumerate(sights)]


def unseen(sights: Sequence[Sights], places: Collection[int]) -> Sequence[Sights]:
    """The same with nothing seen at those places."""
    return seen_as(NOTHING, sights, places)


def no_text(why: str) -> Sights:
    """A line that is surely no text of anybody's, for what stands around it."""
    return Sights({"furniture": Sight(cue=why, fixed=SURE_FURNITURE)})


def speaker(captured: Captured, why: str) -> Sights:
    """A line that surely says who speaks below it, or when, for what stands around it."""
    return Sights({"head_before": Sight(captured, why, SURE_FURNITURE)})


def is_day_of_site(said: Sight, by_kind: Mapping[CueKind, Sight]) -> bool:
    """Whether a line says when something of the site was, in more known letters than anything else that it could be."""
    return said.captured.date is not None and all(
        sight is said or sight.fixed < said.fixed for sight in by_kind.values()
    )


def with_own_date(sight: Sight, marked: MarkedLine) -> Sight:
    """A sight with the line's own date and time in the place of those that stand for any."""
    captured = sight.captured
    date, time = captured.date, captured.time
    if date is not None:
        own = marked.dates[0]
        date = own + date[len(own) :]
        if marked.times:
            date = date.replace(ANY_TIME, marked.times[0])
    elif time is None:
        return sight
    own_time = None if time is None else marked.times[0]
    return Sight(captured.at(date, own_time), sight.cue, sight.fixed)
