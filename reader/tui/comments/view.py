"""The thread on the screen: one focused comment, the keys that move it, folds, matches, one person's comments."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message

from reader.marks import Marks
from reader.models import Comment, Post
from reader.threads import thread
from reader.tui.comments.drawing import Look, is_same
from reader.tui.comments.forest import Forest, by_date
from reader.tui.comments.laying import LaidOut, no_highlights
from reader.tui.find.matching import Highlights
from reader.tui.marking.own import Own, own


class CommentsView(LaidOut):
    """The comments of one post in the order of their thread, or by their dates."""

    BINDING_GROUP_TITLE = "Comments"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "fold", "fold", id="comments.fold"),
        Binding("z", "fold_all(True)", "fold all", show=False, id="comments.fold-all"),
        Binding("Z", "fold_all(False)", "unfold all", show=False, id="comments.unfold-all"),
        Binding(
            "less_than_sign", "fold_level(-1)", "Fold one level more", show=False, id="comments.fold-level"
        ),
        Binding(
            "greater_than_sign", "fold_level(1)", "Unfold one level", show=False, id="comments.unfold-level"
        ),
        Binding("j", "move(1)", "Next comment", show=False, id="comments.next"),
        Binding("k", "move(-1)", "Comment before", show=False, id="comments.previous"),
        Binding("l,J", "level(1)", "Next on the same level", show=False, id="comments.next-level"),
        Binding("h,K", "level(-1)", "Before on the same level", show=False, id="comments.previous-level"),
        Binding(
            "right_curly_bracket",
            "top(1)",
            "Next comment on the post itself",
            show=False,
            id="comments.next-thread",
        ),
        Binding(
            "left_curly_bracket",
            "top(-1)",
            "Comment on the post itself before",
            show=False,
            id="comments.previous-thread",
        ),
        Binding(
            "u",
            "parent",
            "parent",
            show=False,
            tooltip="To the comment that this one answers",
            id="comments.parent",
        ),
        Binding("d", "order", "by date", tooltip="As a thread, or by date", id="comments.order"),
        Binding(
            "a", "person", "person", tooltip="All comments of this person in the accent", id="comments.person"
        ),
        Binding("full_stop", "theirs(1)", "Next of this person", show=False, id="comments.next-theirs"),
        Binding("comma", "theirs(-1)", "Before of this person", show=False, id="comments.previous-theirs"),
        Binding(
            "slash",
            "screen.find",
            "find",
            key_display="/",
            tooltip="Words in these comments",
            id="comments.find",
        ),
        Binding("n", "screen.next_match(1)", "Next match", show=False, id="comments.next-match"),
        Binding("N,p", "screen.next_match(-1)", "Match before", show=False, id="comments.previous-match"),
        Binding("down", "scroll(1)", "A line down", show=False, id="comments.down"),
        Binding("up", "scroll(-1)", "A line up", show=False, id="comments.up"),
        Binding("pagedown", "page(1)", "A page down", show=False, id="comments.page-down"),
        Binding("pageup", "page(-1)", "A page up", show=False, id="comments.page-up"),
        Binding("home,g", "first", "First comment", show=False, id="comments.first"),
        Binding("end,G", "last", "Last comment", show=False, id="comments.last"),
    ]

    class Focused(Message):
        """Another comment has the focus."""

    class Changed(Message):
        """The comments are in another order, or another person's are in the accent."""

    class Matched(Message):
        """Another match stands in the eye, or there are others."""

    @dataclass
    class LinkClicked(Message):
        """A link was clicked."""

        address: str

    def __init__(self, marks: Marks, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._marks = marks
        self._key = ""
        self._comments: Sequence[Comment] = ()
        self._matches: list[tuple[int, int]] | None = None
        self._at = 0
        self._level: int | None = None

    @property
    def focused_comment(self) -> Comment | None:
        """The comment that the keys act on."""
        rows = self._forest.rows
        return rows[self.focus_place].comment if rows else None

    @property
    def links(self) -> Sequence[str]:
        """The addresses in the focused comment, by their number."""
        return self._body(self.focus_place).shown.links if self._forest.rows and self._set_for else ()

    @property
    def is_by_date(self) -> bool:
        """Whether the comments stand by their dates."""
        return self._forest.is_flat

    @property
    def person(self) -> tuple[str, int] | None:
        """Whose comments are in the accent, and how many they are."""
        name = self._look.person
        if name is None:
            return None
        return name, sum(is_same(row.comment.author, name) for row in self._forest.rows)

    def show(self, post: Post, *, at: int | None = None, highlights: Highlights | None = None) -> None:
        """Show the comments of a post, from the first or at the one with position `at`."""
        self._key, self._comments = post.key, post.comments
        self._look = Look(post_author=post.author)
        self._highlights = highlights or no_highlights
        self._matches = None
        self._level = None
        forest = Forest(thread(post.comments))
        place = None if at is None else forest.place_of(at)
        self.lay_out(forest, place or 0, pending=place)

    def marked(self, comment: Comment) -> Own:
        """What the reader has marked on a comment."""
        return own(self._marks, self._key, comment.position)

    # Keys

    def action_move(self, step: int) -> None:
        """To the next comment, or the one before; to one in sight, where the focused one is not."""
        if self._forest.rows:
            seen = self._on_screen()
            if self.focus_place in seen:
                self._focus_on(self._forest.next_visible(self.focus_place, step))
            else:
                self._focus_on(seen[min(1, len(seen) - 1)])

    def action_level(self, step: int) -> None:
        """To the next comment on the same level, or the one before; else further out."""
        self._go(self._forest.next_level(self.focus_place, step) if self._forest.rows else None)

    def action_top(self, step: int) -> None:
        """To the next comment on the post itself, or the one before."""
        self._go(self._forest.next_top(self.focus_place, step) if self._forest.rows else None)

    def action_parent(self) -> None:
        """To the comment that this one answers."""
        self._go(self._forest.answered[self.focus_place] if self._forest.rows else None)

    def action_first(self) -> None:
        """To the first comment."""
        self._go(0 if self._forest.rows else None)

    def action_last(self) -> None:
        """To the last comment."""
        self._go(self._forest.visible[-1] if self._forest.rows else None)

    def action_theirs(self, step: int) -> None:
        """To the next comment of the person in the accent, or of whoever wrote the focused one."""
        comment = self.focused_comment
        name = self._look.person or (comment.author if comment is not None else None)
        places = range(self.focus_place + step, len(self._forest.rows) if step > 0 else -1, step)
        rows = self._forest.rows
        self._reveal(next((place for place in places if is_same(rows[place].comment.author, name)), None))

    # Folding

    def action_fold(self) -> None:
        """Fold the answers to the focused comment away, or show them again."""
        place = self.focus_place
        if self._forest.rows:
            self._refold(lambda: self._forest.fold(place, folded=not self._forest.is_folded(place)))

    def action_fold_all(self, folded: bool) -> None:
        """Fold every branch, or show everything."""
        self._level = 0 if folded else None
        if self._forest.rows:
            self._refold(lambda: self._forest.fold_from(self._level))

    def action_fold_level(self, step: int) -> None:
        """Show answers one level deeper than now, or one less deep."""
        if self._forest.rows:
            deepest = max(row.depth for row in self._forest.rows if row.below or not row.depth)
            level = min(max(0, (deepest + 1 if self._level is None else self._level) + step), deepest + 1)
            self._level = None if level > deepest else level
            self._refold(lambda: self._forest.fold_from(self._level))

    def _refold(self, change: Callable[[], None]) -> None:
        """Change folds while the focused comment, or the one it is folded into, keeps its place."""
        line, before = self.focused_line, self.focus_place
        change()
        self.focus_place = self._forest.nearest_visible(before)
        if self.focus_place != before:
            # Another comment comes to stand here; it needs no blank lines above it for that.
            line = min(line, self._forest.top_of(self.focus_place))
        self._put(self.focus_place, line)
        self._settle()
        self.post_message(self.Focused())

    # Other orders, and one person's comments

    def action_order(self) -> None:
        """From the thread to the order of dates, or back; the focused comment keeps its place on the screen."""
        comment, line = self.focused_comment, self.focused_line
        if comment is None:
            return
        rows = thread(self._comments) if self.is_by_date else by_date(self._comments)
        forest = Forest(rows, is_flat=not self.is_by_date)
        self._matches = None
        self._level = None
        place = forest.place_of(comment.position) or 0
        self.lay_out(forest, place)
        if self._set_for:
            self._put(place, min(line, self._forest.top_of(place)))
            self._settle()
        self.post_message(self.Changed())

    def action_person(self) -> None:
        """Show all comments of whoever wrote the focused one in the accent, or no longer."""
        comment = self.focused_comment
        if comment is not None:
            name = None if is_same(comment.author, self._look.person) else comment.author
            self._look = replace(self._look, person=name)
            self.redraw()
            self.post_message(self.Changed())

    # Matches

    @property
    def matches(self) -> tuple[int, int]:
        """The number of the match that one has come to, from 1, and how many there are."""
        found = self._all_matches()
        return (self._at + 1 if found else 0), len(found)

    def highlight(self, highlights: Highlights | None) -> None:
        """Have other words in the accent; the first of them that is not above comes into sight."""
        self._highlights = highlights or no_highlights
        self._matches = None
        self._bodies.clear()
        self.redraw()
        found = self._all_matches()
        following = bisect_left(found, (self.focus_place, 0))
        if found:
            self._go_to_match(following % len(found))
        else:
            self.post_message(self.Matched())

    def action_next_match(self, step: int) -> None:
        """To the next match, or the one before; after the last one comes the first."""
        found = self._all_matches()
        if found:
            if found[self._at % len(found)][0] == self.focus_place:
                self._go_to_match((self._at + step) % len(found))
            else:
                here = (self.focus_place, 0)
                next_one = bisect_right(found, here) if step > 0 else bisect_left(found, here) - 1
                self._go_to_match(next_one % len(found))

    def _all_matches(self) -> list[tuple[int, int]]:
        if self._matches is None:
            self._at = 0
            self._matches = [
                (place, start)
                for place, row in enumerate(self._forest.rows)
                for start, _ in self._highlights(row.comment.body)
            ]
        return self._matches

    def _go_to_match(self, index: int) -> None:
        self._at = index
        place, start = self._all_matches()[index]
        self._reveal(place)
        body = self._body(place)
        offset = body.shown.span(start, start)[0]
        part = sum(line.start <= offset for line in body.lines)
        line = self._top_of(place) + part
        self.scroll_into_view(line, line)
        self.post_message(self.Matched())

    # Mouse, and what others ask for

    async def on_click(self, event: events.Click) -> None:
        """Focus a comment; fold or unfold it where its head or its fold is clicked, follow a link."""
        spot = event.get_content_offset_capture(self)
        line = self.top + spot.y - self._above
        if not 0 <= line < self._forest.lines or self.text_selection is not None:
            return
        place, part = self._forest.at(line)
        address = self._link_at(place, part, spot)
        self._focus_on(place, scroll=False)
        if address is not None:
            self.post_message(self.LinkClicked(address))
        elif part == 0 or (self._forest.is_folded(place) and part == len(self._body(place).lines) + 1):
            self.action_fold()

    def _link_at(self, place: int, part: int, spot: Offset) -> str | None:
        body = self._body(place)
        if not 0 < part <= len(body.lines):
            return None
        text = body.lines[part - 1]
        drawn = self.draw(self.top + spot.y, self.width)
        # The words stand at the end of the line: what comes before them are guides.
        lead = len(drawn.text.rstrip()) - len(body.shown.text[text.start : text.end].rstrip())
        offset = text.start + len(drawn.crop(0, spot.x).text) - lead
        return body.shown.link_at(offset) if text.start <= offset < text.end else None

    def reveal(self, position: int) -> None:
        """Focus the comment with a position, and open the folds that hide it."""
        self._reveal(self._forest.place_of(position))

    def _reveal(self, place: int | None) -> None:
        if place is not None:
            self._forest.reveal(place)
            self.relined()
            self._focus_on(place)

    def _go(self, place: int | None) -> None:
        if place is not None:
            self._focus_on(place)

    def _focus_on(self, place: int, *, scroll: bool = True) -> None:
        """Make a visible comment the one that the keys act on."""
        before, self.focus_place = self.focus_place, place
        self._settle()
        # Not everything: drawing what has not changed takes a third of the time that a key takes.
        self.redraw_comments(before, place)
        if scroll:
            self._show_focus()
        self.post_message(self.Focused())
