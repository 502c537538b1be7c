"""Opening posts: at their start, where one stopped reading, at a hit, at a comment; and the way back.

Knows what is open, and nothing of keys.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from reader.errors import MarksError
from reader.marks import Place as Stopped
from reader.models import Hit, Post
from reader.text import Safe, safe
from reader.tui.delay import after
from reader.tui.language import _, said
from reader.tui.posts import PostList
from reader.tui.reading.desk import Desk
from reader.tui.reading.history import History, Visit

if TYPE_CHECKING:
    from reader.tui.find.matching import Highlights
    from reader.tui.search import HitList


_SOON = 0.01


class Opening(Desk):
    """A desk on which posts are opened."""

    history: History
    _is_hit = False

    @on(PostList.Opened)
    def _opened(self, message: PostList.Opened) -> None:
        self.open_post(message.post_id)
        self.call_after_refresh(self._take_keys)

    # By its name, because the class is not there yet while the program starts.
    def on_hit_list_opened(self, message: HitList.Opened) -> None:
        """Open what was found."""
        self.open_hit(message.hit)
        self.call_after_refresh(self._take_keys)

    def _take_keys(self) -> None:
        """Give what was typed meanwhile to the post, once it is laid out; to the list, where none was opened."""
        app, on_desk = self.app, self.furniture
        view = {"post": on_desk.post, "comments": on_desk.comments}.get(self.place)
        if view is None or view.is_laid_out or not app.holds_keys:  # type: ignore[attr-defined]  # the screen stands in one app only
            app.release_keys()  # type: ignore[attr-defined]  # as above
        else:
            after(_SOON, self, self._take_keys)

    def open_post(self, post_id: int, *, comment: int | None = None) -> bool:
        """Open a post where one stopped reading it, or at one of its comments; whether the archive has it."""
        post = self._asking.ask(lambda archive: archive.post(post_id))
        if post is None:
            return False
        self._leave()
        stopped = self.marks.place(post.key) or Stopped(0)
        seen = comment if comment is not None else stopped.comment
        self._lay_out(post, offset=stopped.offset, comment=seen)
        self._trail = ["list"]
        self.go("post" if comment is None else "comments")
        return True

    def open_hit(self, hit: Hit) -> None:
        """Open a post where a search found something, with everything that was found in the accent."""
        post = self._asking.ask(lambda archive: archive.post(hit.id))
        if post is None:
            return
        results = self.list_pane.search.results
        self._leave()
        self._lay_out(
            post,
            hit=hit.offset if hit.comment is None else None,
            comment=hit.comment,
            highlights=results.matches if results is not None else None,
        )
        self._is_hit = True
        self._trail = ["list"]
        self.go("post" if hit.comment is None else "comments")

    def open_place(self, post_id: int, *, comment: int | None, offset: int | None) -> None:
        """Open a post at one of its comments, or with an offset of its body in the eye."""
        post = self._asking.ask(lambda archive: archive.post(post_id))
        if post is not None:
            self._leave()
            self._lay_out(post, hit=offset if comment is None else None, comment=comment)
            self._trail = ["list"]
            self.go("post" if comment is None else "comments")

    def _lay_out(
        self,
        post: Post,
        *,
        offset: int = 0,
        comment: int | None = None,
        hit: int | None = None,
        highlights: Highlights | None = None,
    ) -> None:
        self._post = post
        self._is_hit = False
        self.keep(lambda: self.marks.set_read(post))
        on_desk = self.furniture
        on_desk.header.show(post, on_desk.post.wanted)
        on_desk.post.show(post, highlights=highlights, hit=hit, offset=offset)
        on_desk.heading.show(post)
        on_desk.comments.show(post, at=comment, highlights=highlights)

    def close_post(self) -> None:
        """Put the post away."""
        self._leave()
        self._post = None
        self.go("list")

    # The place in a post, and the way back

    def here(self) -> Visit | None:
        """Where one is reading."""
        if self._post is None or self._furniture is None:
            return None
        comment = self._furniture.comments.focused_comment
        position = comment.position if comment is not None and self._furniture.comments.focus_place else None
        return Visit(self._post.key, self.place, self._furniture.post.offset_read, position)

    def keep_place(self) -> None:
        """Remember where one stops reading."""
        visit, post = self.here(), self._post
        if visit is None or post is None:
            return
        stopped = Stopped(visit.offset, visit.comment)
        before = self.marks.place(post.key) or Stopped(0)
        if stopped != before:
            try:
                self.marks.keep_place(post, stopped)
            except MarksError as error:
                self.say(safe(said(error.sentence)), is_error=True)

    def _leave(self) -> None:
        visit = self.here()
        if visit is not None:
            self.keep_place()
            self.history.leave(visit)

    def action_step_back(self) -> None:
        """To the post that was open before."""
        self._return_to(self.history.back(self.here()))

    def action_step_forward(self) -> None:
        """To the post that was left by going back."""
        self._return_to(self.history.forward(self.here()))

    def _return_to(self, visit: Visit | None) -> None:
        if visit is None:
            self.say(Safe(_("There is no other post on this way.")))
            return
        self.keep_place()
        self.visit(visit)

    def visit(self, visit: Visit) -> bool:
        """Open a post at a place of it; whether the archive has it."""
        post_id = self._asking.ask(lambda archive: archive.post_id(visit.key))
        post = None if post_id is None else self._asking.ask(lambda archive: archive.post(post_id))
        if post is None:
            return False
        self._lay_out(post, offset=visit.offset, comment=visit.comment)
        self._trail = ["list"]
        self.go(visit.place)
        return True
