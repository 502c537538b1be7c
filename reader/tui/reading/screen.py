"""List, post and comments, and the way from one to another and back.

Decides what is open and where the keys go; what it looks like at which width is in the stylesheet.
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from reader.errors import ExportError
from reader.export import file_name, write_text
from reader.marks import Marks
from reader.models import Hit, Post
from reader.search import matches
from reader.text import Safe, safe, safe_line
from reader.tui.asking import Asking
from reader.tui.comments import CommentsHeading, CommentsView, Reasons
from reader.tui.comments.drawing import Highlights
from reader.tui.exporting import ExportPrompt
from reader.tui.keyline import KeyLine
from reader.tui.marking import Markable, MarkingKeys, MarkPrompt
from reader.tui.post import PostHeader, PostView
from reader.tui.posts import PostList
from reader.tui.reading.listpane import ListPane
from reader.tui.reading.panes import PLACES, Place, panes
from reader.tui.reading.rule import PaneRule
from reader.tui.search import HitList
from reader.tui.search.seeking import is_open
from reader.tui.source import SourceScreen, Target


class ReadingScreen(MarkingKeys):
    """The desk on which everything lies."""

    # One pane at a time; post and comments together; the list beside them as well. A column of text
    # and a thread need fifty cells each to be read with ease, hence the two limits.
    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (100, "-two"), (120, "-three")]  # noqa: RUF012 - Textual says that it is one

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "search", key_display="/"),
        Binding("c", "comments", "comments", tooltip="To the comments, and back to the post"),
        Binding("s", "source", "source", tooltip="The raw dump, each line with its role"),
        Binding("i", "reasons", "reasons", tooltip="Why something was guessed"),
        Binding("x", "export", "export", tooltip="Write the post to a file"),
        Binding("y", "copy", "copy", show=False, tooltip="The selected text, the comment, or the whole post"),
        Binding("b", "list", "list beside the post", show=False),
        Binding("escape", "back", "one step back", show=False),
        Binding("tab", "app.focus_next", "Next pane", show=False),
        Binding("shift+tab", "app.focus_previous", "Pane before", show=False),
    ]

    def __init__(
        self,
        path: Path,
        asking: Asking,
        marks: Marks,
        *,
        open_at: tuple[int, int | None] | None = None,
        query: str | None = None,
    ) -> None:
        super().__init__()
        self._path = path
        self._asking = asking
        self.marks = marks
        self._open_at = open_at
        self._query = query
        self._post: Post | None = None
        self._trail: list[Place] = ["list"]
        self._is_list_hidden = False
        self._width = 0

    def compose(self) -> ComposeResult:
        """The three panes, and what may lie under them."""
        with Horizontal(id="desk"):
            yield ListPane(self._path, self._asking, self.marks, id="list-pane")
            with Vertical(id="post-pane", classes="pane"):
                yield PaneRule()
                yield PostHeader(id="post-header")
                yield PostView(id="post")
            with Vertical(id="comments-pane", classes="pane"):
                yield PaneRule()
                yield CommentsHeading(id="comments-heading")
                yield CommentsView(id="comments")
        yield Reasons(id="reasons")
        yield ExportPrompt(id="export")
        yield MarkPrompt(id="mark")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Begin with the list, or with what was asked for."""
        self._width = self.app.size.width
        self.go("list")
        if self._query is not None:
            self._list_pane.open_search(self._query)
        if self._open_at is not None:
            post_id, comment = self._open_at
            if self.open_post(post_id, comment=comment):
                self.query_one(PostList).move_to_post(post_id)

    @property
    def post(self) -> Post | None:
        """The post that is open."""
        return self._post

    @property
    def place(self) -> Place:
        """The pane where the keys go."""
        return self._trail[-1]

    @property
    def _list_pane(self) -> ListPane:
        return self.query_one(ListPane)

    # Opening

    @on(PostList.Opened)
    def _opened(self, message: PostList.Opened) -> None:
        self.open_post(message.post_id)

    @on(HitList.Opened)
    def _hit_opened(self, message: HitList.Opened) -> None:
        self.open_hit(message.hit, self._list_pane.query_text)

    def open_post(self, post_id: int, *, comment: int | None = None) -> bool:
        """Open a post at its start, or at one of its comments; whether the archive has it."""
        post = self._asking.ask(lambda archive: archive.post(post_id))
        if post is None:
            return False
        self._lay_out(post, comment=comment)
        return True

    def open_hit(self, hit: Hit, query: str) -> None:
        """Open a post where a search found something, with everything that was found in the accent."""
        post = self._asking.ask(lambda archive: archive.post(hit.id))
        if post is not None:
            self._lay_out(post, comment=hit.comment, offset=hit.offset, query=query)

    def _lay_out(
        self, post: Post, *, comment: int | None = None, offset: int | None = None, query: str | None = None
    ) -> None:
        highlights: Highlights | None = None
        if query is not None:
            as_typed = is_open(query)
            highlights = lambda text: matches(text, query, as_typed=as_typed)  # noqa: E731 - it closes over the query
        self._post = post
        self.keep(lambda: self.marks.set_read(post))
        view = self.query_one(PostView)
        hits = highlights(post.body) if highlights is not None else ()
        self.query_one(PostHeader).show(post, view.wanted)
        view.show(post, hits=hits, offset=offset if comment is None else None)
        self.query_one(CommentsHeading).show(post)
        self.query_one(CommentsView).show(post, at=comment, highlights=highlights)
        self._trail = ["list"]
        self.go("post" if comment is None else "comments")

    def close_post(self) -> None:
        """Put the post away."""
        self._post = None
        self.go("list")

    # Where the keys go

    def go(self, place: Place) -> None:
        """Go to a pane."""
        self._arrive(place)
        self._focus()

    def _focus(self) -> None:
        self.set_focus(self._target(self.place), scroll_visible=False)

    def _target(self, place: Place) -> Widget:
        if place == "list":
            return self._list_pane.place
        return self.query_one(PostView) if place == "post" else self.query_one(CommentsView)

    def _arrive(self, place: Place) -> None:
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
        for place in PLACES:
            pane = self.query_one(f"#{place}-pane")
            # Not by a class of the screen: finding the styles of everything anew takes a tenth of a second.
            pane.display = place in shown
            pane.query_one(PaneRule).is_active = place == self.place
        self._list_pane.set_class(len(shown) > 1, "-beside")
        self._explain()
        self.refresh_bindings()

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
        for place in PLACES:
            if place != self.place and self.query_one(f"#{place}-pane") in event.widget.ancestors:
                self._arrive(place)
                return

    @on(PostView.Reset)
    def _column_changed(self) -> None:
        self.query_one(PostHeader).show(self._post, self.query_one(PostView).wanted)

    @on(CommentsView.Focused)
    def _comment_focused(self) -> None:
        self._explain()

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key means anything now: most need an open post."""
        if action in ("comments", "reasons", "copy", "list"):
            return self._post is not None
        if action in ("export", "source"):
            return self._post is not None or self.query_one(PostList).current is not None
        return True

    def action_search(self) -> None:
        """Open the search box."""
        self._arrive("list")
        self._list_pane.open_search()

    def action_comments(self) -> None:
        """To the comments, or back to the post."""
        if self._post is not None and not self._post.comments:
            self._say(Safe("This post has no comments."))
        else:
            self.go("post" if self.place == "comments" else "comments")

    def action_list(self) -> None:
        """Hide the list that stands beside the post, or show it."""
        self._is_list_hidden = not self._is_list_hidden
        self.go("post" if self._is_list_hidden and self.place == "list" else self.place)

    def action_back(self) -> None:
        """One step back, whatever the last one was."""
        pane = self._list_pane
        prompts = [
            prompt for prompt in (self.query_one(ExportPrompt), self.query_one(MarkPrompt)) if prompt.display
        ]
        if prompts:
            prompts[0].close()
            self._focus()
        elif self.query_one(Reasons).display:
            self.action_reasons()
        elif len(self._trail) > 1:
            self._is_list_hidden = False
            self.go(self._trail[-2])
        elif pane.is_searching:
            pane.close_search()
            self._focus()
        elif self._post is not None:
            self.close_post()

    def action_source(self) -> None:
        """Show the dump of the post, at what is being read."""
        thing = self.to_mark()
        if self.place != "list":
            post, comment = self._post, thing.comment if thing is not None else None
        else:
            row = self._list_pane.current
            post = self._asking.ask(lambda archive: archive.post(row.id)) if row is not None else None
            comment = None
        if post is not None:
            words = self.query_one(PostView).words_at_top if self.place == "post" else ""
            screen = SourceScreen(self._path, self._asking, post, comment=comment, words=words)
            self.app.push_screen(screen, self._go_to)

    def _go_to(self, target: Target | None) -> None:
        """Read the place that was chosen on another screen."""
        if target is not None:
            post = self._asking.ask(lambda archive: archive.post(target.post_id))
            if post is not None:
                self._lay_out(post, comment=target.comment, offset=target.offset)

    # Marks

    def to_mark(self) -> Markable | None:
        """The focused comment, the open post, or the post under the cursor of the list."""
        if self.place == "list":
            row = self._list_pane.current
            return Markable(row) if row is not None else None
        comment = self.query_one(CommentsView).focused_comment if self.place == "comments" else None
        return None if self._post is None else Markable(self._post, comment.position if comment else None)

    def marks_changed(self) -> None:
        """The list shows what is read and what has a star."""
        self.query_one(PostList).redraw()

    def take_focus(self) -> None:
        """Back to the pane."""
        self._focus()

    def action_reasons(self) -> None:
        """Show or hide why something was guessed."""
        panel = self.query_one(Reasons)
        panel.display = not panel.display
        self._explain()

    def action_export(self) -> None:
        """Ask where to write the post to."""
        post = self._post
        row = self.query_one(PostList).current
        if post is None and row is not None:
            post = self._asking.ask(lambda archive: archive.post(row.id))
        if post is not None:
            self.query_one(ExportPrompt).ask(post, Path(file_name(post)))

    @on(ExportPrompt.Asked)
    def _export(self, message: ExportPrompt.Asked) -> None:
        try:
            write_text(message.post, message.path)
        except ExportError as error:
            self._say(safe(str(error)), is_error=True)
        else:
            self._say(Safe(f"Written to {safe_line(str(message.path))}."))
        self._focus()

    def action_copy(self) -> None:
        """Copy the selected text, the focused comment, or the whole post."""
        selected = self.get_selected_text()
        comment = self.query_one(CommentsView).focused_comment
        if selected:
            self.app.copy_to_clipboard(selected)
            self._say(Safe("The selected text is copied."))
        elif self.place == "comments" and comment is not None:
            self.app.copy_to_clipboard(safe(comment.body))
            self._say(Safe("The comment is copied."))
        elif self._post is not None:
            self.app.copy_to_clipboard(safe(self._post.body))
            self._say(Safe("The text of the post is copied."))

    def _explain(self) -> None:
        """Fill the panel of reasons, where it is open."""
        panel = self.query_one(Reasons)
        if not panel.display or self._post is None:
            return
        comment = self.query_one(CommentsView).focused_comment
        if self.place == "comments" and comment is not None:
            name = safe_line(comment.author) or Safe("no name")
            panel.show(f"Comment {comment.position}, {name}", comment.guesses)
        else:
            panel.show(safe_line(self._post.title) or "This post", self._post.guesses)

    def _say(self, sentence: Safe, *, is_error: bool = False) -> None:
        self.notify(sentence, severity="error" if is_error else "information", markup=False)
