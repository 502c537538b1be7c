"""The keys that leave marks on what is under the cursor: star, note, tags, read or unread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from reader.errors import MarksError
from reader.marks import Marks
from reader.marks.keeping import Named
from reader.text import Safe, safe
from reader.tui.language import _, later, said
from reader.tui.lineview import InkScreen

if TYPE_CHECKING:
    from reader.tui.marking.prompt import MarkPrompt


@dataclass(frozen=True, slots=True)
class Markable:
    """What a mark would be left on: a post, or one of its comments."""

    post: Named
    comment: int | None = None


# By whether it is a comment, and whether it has a star now.
_STARRED = {
    (False, True): later("The post has a star."),
    (False, False): later("The post has no star any more."),
    (True, True): later("The comment has a star."),
    (True, False): later("The comment has no star any more."),
}


class MarkingKeys(InkScreen[None]):
    """A screen whose posts and comments can be marked; it says which one is meant, and draws them anew."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "asterisk",
            "star",
            "star",
            show=False,
            key_display="*",
            tooltip="On the post or the comment",
            id="mark.star",
        ),
        Binding(
            "e", "note", "note", show=False, tooltip="Write a note on the post or the comment", id="mark.note"
        ),
        Binding("t", "tags", "tags", show=False, tooltip="Give the post tags of your own", id="mark.tags"),
        Binding(
            "U",
            "unread",
            "read or unread",
            show=False,
            tooltip="Have the post count as the other",
            id="mark.unread",
        ),
    ]

    marks: Marks

    def to_mark(self) -> Markable | None:
        """What the keys act on."""
        raise NotImplementedError

    @property
    def mark_prompt(self) -> MarkPrompt:
        """The line in which notes and tags are written."""
        raise NotImplementedError

    def marks_changed(self) -> None:
        """Draw anew what shows marks."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Give the keys back to where they were before a line was typed in."""
        raise NotImplementedError

    def keep(self, change: Callable[[], None]) -> bool:
        """Leave a mark; where it cannot be kept, say so."""
        try:
            change()
        except MarksError as error:
            self.notify(safe(said(error.sentence)), severity="error", markup=False)
            return False
        self.marks_changed()
        return True

    def action_star(self) -> None:
        """Give what is under the cursor a star, or take it away."""
        thing = self.to_mark()
        if thing is None:
            return
        starred = not self.marks.is_starred(thing.post.key, thing.comment)
        if self.keep(lambda: self.marks.set_star(thing.post, thing.comment, is_starred=starred)):
            self._tell(_(_STARRED[thing.comment is not None, starred]))

    def action_unread(self) -> None:
        """Have a post count as unread, or as read."""
        thing = self.to_mark()
        if thing is None:
            return
        is_read = not self.marks.is_read(thing.post.key)
        if self.keep(lambda: self.marks.set_read(thing.post, is_read)):
            self._tell(_("The post counts as read.") if is_read else _("The post counts as unread."))

    def action_note(self) -> None:
        """Write a note on what is under the cursor."""
        thing = self.to_mark()
        if thing is not None:
            self.mark_prompt.ask("note", thing, self.marks.note(thing.post.key, thing.comment))

    def action_tags(self) -> None:
        """Write the tags of the post under the cursor."""
        thing = self.to_mark()
        if thing is not None:
            tags = ", ".join(self.marks.tags(thing.post.key))
            self.mark_prompt.ask("tags", Markable(thing.post), tags)

    def on_mark_prompt_written(self, message: MarkPrompt.Written) -> None:
        """Keep what was written."""
        thing = message.thing
        if message.kind == "note":
            self.keep(lambda: self.marks.set_note(thing.post, message.text, thing.comment))
        else:
            self.keep(lambda: self.marks.set_tags(thing.post, message.text.split(",")))
        self.take_focus()

    def _tell(self, sentence: str) -> None:
        self.notify(Safe(sentence), markup=False)
