"""The pictures of the open post, where their files are at hand."""

from __future__ import annotations

import logging
from bisect import bisect_left
from collections.abc import Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, ClassVar

from textual.app import SuspendNotSupported
from textual.binding import Binding, BindingType

from reader.models import Post
from reader.text import Safe, safe_line
from reader.tui.language import _
from reader.tui.pictures import Picture, at_hand
from reader.tui.reading.opening import Opening

if TYPE_CHECKING:
    from reader.tui.post import PostView


class Picturing(Opening):
    """A desk from which pictures are looked at."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("v", "pictures", "pictures", tooltip="Those whose files are at hand", id="desk.pictures"),
    ]

    _pictured: Post | None = None
    _pictures: Sequence[Picture] = ()

    @property
    def pictures(self) -> Sequence[Picture]:
        """The pictures of the open post that are at hand."""
        if self._pictured is not self._post:
            self._pictured = self._post
            self._pictures = self._found(self._post) if self._post is not None else ()
        return self._pictures

    def _found(self, post: Post) -> Sequence[Picture]:
        folder = self.app.pictures  # type: ignore[attr-defined]  # the screen stands in one app only
        if not folder.is_dir():
            return ()
        found = []
        for mark in sorted(post.marks, key=lambda mark: mark.start):
            path = at_hand(mark.value or "", folder, post.source.dump) if mark.kind == "image" else None
            if path is not None:
                caption = safe_line(post.body[mark.start : mark.end]) or safe_line(path.name)
                found.append(Picture(path, caption, mark.start))
        return found

    def action_pictures(self) -> None:
        """Show the pictures, from the one that is being read at."""
        self._show_from(self.furniture.post.offset_read)

    def on_post_view_picture_clicked(self, message: PostView.PictureClicked) -> None:
        """Show the picture that was clicked, if it is at hand."""
        self._show_from(message.offset)

    def _show_from(self, offset: int) -> None:
        pictures = self.pictures
        if not pictures:
            self.say(Safe(_("None of the pictures of this post is at hand.")))
        elif find_spec("textual_image") is None:
            self.say(Safe(_("Pictures are shown once reader is installed with its extra “pictures”.")))
        else:
            offsets = [picture.offset for picture in pictures]
            self._view(pictures, min(bisect_left(offsets, offset), len(pictures) - 1))

    def _view(self, pictures: Sequence[Picture], at: int) -> None:
        try:
            with self.app.suspend():
                # What it cannot find out of a terminal it would write among the pictures.
                logging.getLogger("textual_image").addHandler(logging.NullHandler())
                from reader.tui.pictures.viewing import view

                view(pictures, at)
        except SuspendNotSupported:
            self.say(Safe(_("Pictures are shown in a terminal only.")))
