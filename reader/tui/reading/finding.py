"""Finding words in the open post or its comments, while one types, and from one match to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.text import Safe
from reader.tui.language import _
from reader.tui.phrases import number
from reader.tui.reading.opening import Opening

if TYPE_CHECKING:
    from reader.tui.comments import CommentsView
    from reader.tui.find.box import FindBox
    from reader.tui.post import PostView


class Finding(Opening):
    """A desk with a line to find words in what is open."""

    _is_found = False

    @property
    def _readable(self) -> PostView | CommentsView:
        return self.furniture.comments if self.place == "comments" else self.furniture.post

    def action_find(self) -> None:
        """Find words in the pane where the keys go."""
        if self._post is not None and self.place != "list":
            self.furniture.find.ask()
            if self.furniture.find.text:
                self._find(self.furniture.find.text)

    def action_next_match(self, step: int) -> None:
        """To the next match; after the last one of a hit comes the next hit, where the search has one."""
        at, count = self._readable.matches
        if self._is_hit and not self._is_found and (count == 0 or at == (count if step > 0 else 1)):
            hit = self.list_pane.search.step(step) if self.list_pane.is_searching else None
            if hit is not None:
                self.open_hit(hit)
                return
        self._readable.action_next_match(step)

    def on_find_box_typed(self, message: FindBox.Typed) -> None:
        """Find as one types."""
        if self.furniture.find.display:
            self._find(message.text)

    def on_find_box_stepped(self, message: FindBox.Stepped) -> None:
        """To another match while one types."""
        self._readable.action_next_match(message.step)

    def on_find_box_done(self) -> None:
        """To the text, with the matches still shown."""
        self.furniture.find.close()
        self.take_focus()

    def on_post_view_matched(self) -> None:
        """Count the matches."""
        self._count()

    def on_comments_view_matched(self) -> None:
        """Count the matches."""
        self._count()

    def stop_finding(self) -> None:
        """Show the text without matches."""
        self.furniture.find.close()
        self._is_found = False
        self.furniture.post.highlight(None)
        self.furniture.comments.highlight(None)

    def _find(self, text: str) -> None:
        from reader.tui.find.matching import finder

        highlights = finder(text)
        self._is_found = highlights is not None
        self._readable.highlight(highlights)

    def _count(self) -> None:
        at, count = self._readable.matches
        words = _("{} of {}").format(number(at), number(count)) if count else _("nothing found")
        self.furniture.find.say(Safe(words if self.furniture.find.text else ""))
