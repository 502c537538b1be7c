"""The panes on the screen: which are to be seen, where the keys go, and what comes to stand there when.

Knows nothing of what is read in them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.widget import Widget

from reader.models import Post
from reader.text import Safe
from reader.tui.keyline import KeyLine
from reader.tui.marking.keys import MarkingKeys
from reader.tui.posts import PostList
from reader.tui.posts.shelf import Shelf
from reader.tui.reading.bare import Row
from reader.tui.reading.listpane import ListPane
from reader.tui.reading.panes import Place, panes
from reader.tui.reading.rule import PaneRule

if TYPE_CHECKING:
    from reader.tui.reading.furniture import Furniture


class Desk(MarkingKeys):
    """List, post and comments, as far as there is room for them."""

    # One pane at a time; post and comments together; the list beside them as well. A column of text
    # and a thread need fifty cells each to be read with ease, hence the two limits.
    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (100, "-two"), (120, "-three")]  # noqa: RUF012 - Textual says that it is one

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf
        self._path = shelf.path
        self._asking = shelf.asking
        self.marks = shelf.marks
        self._post: Post | None = None
        self._trail: list[Place] = ["list"]
        self._is_list_hidden = False
        self._width = 0
        self._furniture: Furniture | None = None

    def compose(self) -> ComposeResult:
        """The list and the line of keys; the rest when a post is opened, or the list has been painted."""
        with Row(id="desk"):
            yield ListPane(self._shelf, id="list-pane")
        yield KeyLine(id="keys")

    @property
    def furniture(self) -> Furniture:
        """The widgets of an open post; they come to stand on the screen when they are first asked for."""
        if self._furniture is None:
            from reader.tui.reading.furniture import Furniture

            self.app.dress()  # type: ignore[attr-defined]  # the screen stands in one app only
            column = self.app.remembered.number("column")  # type: ignore[attr-defined]  # as above
            self._furniture = Furniture(self.marks, column=column)
            self._furniture.put(self.query_one("#desk"), self.query_one(KeyLine))
        return self._furniture

    @property
    def post(self) -> Post | None:
        """The post that is open."""
        return self._post

    @property
    def place(self) -> Place:
        """The pane where the keys go."""
        return self._trail[-1]

    @property
    def list_pane(self) -> ListPane:
        """The pane on the left."""
        return self.query_one(ListPane)

    @property
    def posts(self) -> PostList:
        """The list of posts."""
        return self.query_one(PostList)

    def go(self, place: Place) -> None:
        """Go to a pane."""
        self.arrive(place)
        self.take_focus()

    def take_focus(self) -> None:
        """Give the keys back to the pane where they were."""
        self.set_focus(self._target(self.place), scroll_visible=False)

    def _target(self, place: Place) -> Widget:
        if place == "list":
            return self.list_pane.place
        return self.furniture.post if place == "post" else self.furniture.comments

    def arrive(self, place: Place) -> None:
        """Remember the way: a pane that was passed before is gone back to, another one is a step on."""
        if place in self._trail:
            del self._trail[self._trail.index(place) + 1 :]
        else:
            self._trail.append(place)
        self._arrange()

    def _arrange(self) -> None:
        """Show the panes that there are at this width, with the accent over the one with the keys."""
        post = self._post
        has_comments = post is not None and bool(post.comments or post.comments_declared)
        room = self._room()
        shown = panes(room, self.place, is_open=post is not None, has_comments=has_comments)
        if self._is_list_hidden and len(shown) > 1:
            shown -= {"list"}
        for name, (pane, rule) in self._panes().items():
            # Not by a class of the screen: finding the styles of everything anew takes a tenth of a second.
            pane.display = name in shown
            rule.is_active = name == self.place
        self.list_pane.set_class(len(shown) > 1, "-beside")
        self.place_changed()
        self.refresh_bindings()

    def place_changed(self) -> None:
        """The keys go to another pane, or the panes are others."""

    def _panes(self) -> dict[Place, tuple[Widget, PaneRule]]:
        """The panes that there are so far, each with the line over it."""
        found: dict[Place, tuple[Widget, PaneRule]] = {"list": (self.list_pane, self.list_pane.rule)}
        if self._furniture is not None:
            found["post"] = (self._furniture.post_pane, self._furniture.post_rule)
            found["comments"] = (self._furniture.comments_pane, self._furniture.comments_rule)
        return found

    def _room(self) -> int:
        """How many panes fit beside each other."""
        return 1 + sum(self._width >= width for width, _ in self.HORIZONTAL_BREAKPOINTS[1:])

    def on_resize(self, event: events.Resize) -> None:
        """Show more or fewer panes."""
        self._width = event.size.width
        self._arrange()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Follow the focus wherever Tab or the mouse took it."""
        if event.widget is not self.focused:
            return  # news of where the focus was
        for place, (pane, _) in self._panes().items():
            if place != self.place and pane in event.widget.ancestors:
                self.arrive(place)
                return

    def say(self, sentence: Safe, *, is_error: bool = False) -> None:
        """One sentence that goes by itself."""
        self.notify(sentence, severity="error" if is_error else "information", markup=False)
