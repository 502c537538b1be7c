"""The line over the comments: how many there are, and what the page says where that differs."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content
from textual.widget import Widget

from reader.models import Post
from reader.text import safe_line
from reader.tui.language import _, capitalized
from reader.tui.phrases import counted, cut, number


class CommentsHeading(Widget):
    """`5 comments`, and `3 declared by the page, 2 found` where the two are not the same."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"comments-heading--count", "comments-heading--differs"}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._post: Post | None = None
        self._is_by_date = False
        self._person: tuple[str, int] | None = None

    def show(
        self, post: Post | None, *, is_by_date: bool = False, person: tuple[str, int] | None = None
    ) -> None:
        """Head the comments of a post: their order where it is not that of the thread, and how many are of a person."""
        self._post, self._is_by_date, self._person = post, is_by_date, person
        self.refresh()

    def render(self) -> Content:
        """The two facts, the second on its own line."""
        if self._post is None:
            return Content("")
        count, differs = heading(self._post)
        if self._is_by_date:
            count += f" · {_('by date')}"
        if self._person is not None:
            count += " · " + _("{} by {}").format(number(self._person[1]), safe_line(self._person[0]))
        width = self.size.width
        return Content.assemble(
            (cut(count, width), self.get_visual_style("comments-heading--count", partial=True)),
            "\n",
            (cut(differs, width), self.get_visual_style("comments-heading--differs", partial=True)),
        )


def heading(post: Post) -> tuple[str, str]:
    """The number of comments; and the sentence for where the page declares another one."""
    found = len(post.comments)
    count = capitalized(counted(found, "comment")) + (
        f" · {_('closed')}" if post.comments_open is False else ""
    )
    if post.comments_declared is None or post.comments_declared == found:
        return count, ""
    return count, _("{} declared by the page, {} found").format(number(post.comments_declared), number(found))
