"""From a post to the screens that show it otherwise, and back to a place in a post: dump, person, marks, likeness."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from reader.models import Post
from reader.text import Safe
from reader.tui.language import _
from reader.tui.reading.opening import Opening

if TYPE_CHECKING:
    from reader.marks import Marked
    from reader.tui.source import Target


Chosen = TypeVar("Chosen")


class Elsewhere(Opening):
    """A desk from which other screens are reached."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("A", "author", "author", show=False, tooltip="Everything by this person", id="desk.author"),
        Binding("L", "similar", "more like this", show=False, id="desk.similar"),
        Binding("M", "marks", "marks", show=False, tooltip="All stars, notes and tags", id="desk.marks"),
    ]

    def post_meant(self) -> Post | None:
        """The post that is open, or the one under the cursor of the list or the hits."""
        if self.place != "list":
            return self._post
        row = self.list_pane.current
        return self._asking.ask(lambda archive: archive.post(row.id)) if row is not None else None

    def comment_meant(self) -> int | None:
        """The position of the comment under the cursor."""
        if self.place == "list":
            hit = self.list_pane.search.current if self.list_pane.is_searching else None
            return hit.comment if hit is not None else None
        focused = self.furniture.comments.focused_comment if self.place == "comments" else None
        return focused.position if focused is not None else None

    def action_source(self) -> None:
        """Show the dump of the post, at what is being read."""
        from reader.tui.source import SourceScreen

        post = self.post_meant()
        if post is not None:
            words = self.furniture.post.words_at_top if self.place == "post" else ""
            screen = SourceScreen(self._path, self._asking, post, comment=self.comment_meant(), words=words)
            self._push(screen, self._go_to)

    def action_author(self) -> None:
        """Show everything that was written by whoever wrote what is under the cursor."""
        from reader.tui.people import PersonScreen

        post, position = self.post_meant(), self.comment_meant()
        if post is None:
            return
        comment = next((one for one in post.comments if one.position == position), None)
        name = post.author if comment is None else comment.author
        if not name:
            self.say(Safe(_("Nobody has signed this.")))
            return
        self._push(PersonScreen(self._path, self._asking, name), self._go_to)

    def action_similar(self) -> None:
        """Show the posts that speak of the same."""
        from reader.tui.similar import SimilarScreen

        post = self.post_meant()
        if post is not None:
            self._push(SimilarScreen(self._path, self._asking, post), self._go_to)

    def action_marks(self) -> None:
        """Show all marks."""
        from reader.tui.marking.screen import MarksScreen

        self._push(MarksScreen(self.marks), self._go_to_mark)

    def _push(self, screen: Screen[Chosen], then: Callable[[Chosen | None], None]) -> None:
        self.app.dress()  # type: ignore[attr-defined]  # the screen stands in one app only
        self.app.push_screen(screen, then)

    def _go_to(self, target: Target | None) -> None:
        """Read the place that was chosen on another screen."""
        if target is not None:
            self.open_place(target.post_id, comment=target.comment, offset=target.offset)
        self.call_after_refresh(self._take_keys)

    def _go_to_mark(self, marked: Marked | None) -> None:
        self.marks_changed()
        if marked is None:
            return
        post_id = self._asking.ask(lambda archive: archive.post_id(marked.key))
        if post_id is None:
            self.say(Safe(_("This archive does not hold that post.")))
        else:
            self.open_post(post_id, comment=marked.comment)
