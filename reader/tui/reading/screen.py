"""List, post and comments: the keys that lead from one to another, copy, export and explain."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from reader.text import Safe, safe, safe_line
from reader.tui.delay import after
from reader.tui.language import _
from reader.tui.marking.keys import Markable
from reader.tui.phrases import counted, number
from reader.tui.posts import PostList
from reader.tui.posts.shelf import Shelf
from reader.tui.reading.exporting import Exporting
from reader.tui.reading.finding import Finding
from reader.tui.reading.following import Following
from reader.tui.reading.history import History
from reader.tui.reading.picturing import Picturing

if TYPE_CHECKING:
    from reader.tui.marking.prompt import MarkPrompt

# The list must be on the terminal before anything that it does not need is imported.
_UNTIL_PAINTED = 0.1


class ReadingScreen(Following, Finding, Exporting, Picturing):
    """The desk on which everything lies."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "search", key_display="/", id="desk.search"),
        Binding("ctrl+f", "search", "Search the archive", show=False, id="desk.search-archive"),
        Binding(
            "c", "comments", "comments", tooltip="To the comments, and back to the post", id="desk.comments"
        ),
        Binding("s", "source", "source", tooltip="The raw dump, each line with its role", id="desk.source"),
        Binding("i", "reasons", "reasons", tooltip="Why something was guessed", id="desk.reasons"),
        Binding("x", "export", "export", tooltip="Write the post to a file", id="desk.export"),
        Binding(
            "y",
            "copy",
            "copy",
            show=False,
            tooltip="The selected text, the comment, or the whole post",
            id="desk.copy",
        ),
        Binding("Y", "copy_post", "Copy the whole post", show=False, id="desk.copy-post"),
        Binding("b", "list", "list beside the post", show=False, id="desk.list"),
        Binding("escape", "back", "one step back", show=False, id="desk.back"),
        Binding("tab", "app.focus_next", "Next pane", show=False, id="desk.next-pane"),
        Binding("shift+tab", "app.focus_previous", "Pane before", show=False, id="desk.previous-pane"),
    ]

    def __init__(
        self,
        shelf: Shelf,
        *,
        open_at: tuple[int, int | None] | None = None,
        query: str | None = None,
    ) -> None:
        super().__init__(shelf)
        self.history = History()
        self._before = 0
        self._is_written_to = False
        self._open_at = open_at
        self._query = query

    def on_mount(self) -> None:
        """Begin with the list, or with what was asked for."""
        self._width = self.app.size.width
        self.go("list")
        if self._query is not None:
            self.list_pane.open_search(self._query)
        if self._open_at is not None:
            post_id, comment = self._open_at
            if self.open_post(post_id, comment=comment):
                self.posts.move_to_post(post_id)
        after(_UNTIL_PAINTED, self, self._furnish)

    def on_unmount(self) -> None:
        """Remember where one stops reading."""
        self.keep_place()
        self.stop_exporting()

    def _furnish(self) -> None:
        """Have everything at hand before it is asked for."""
        if not self.is_attached:
            return  # it was closed meanwhile
        assert self.furniture
        assert self.list_pane.search
        assert self.list_pane.line
        self.app.begin_to_tidy()  # type: ignore[attr-defined]  # the screen stands in one app only
        self.app.watch_archive()  # type: ignore[attr-defined]  # the screen stands in one app only
        self.app.check_keymap()  # type: ignore[attr-defined]  # the screen stands in one app only

    def show_blog(self, name: str) -> None:
        """List the posts of one blog alone."""
        if self.list_pane.is_searching:
            self.list_pane.close_search()
        self.go("list")
        quoted = name.replace('"', " ")
        self.list_pane.filter(f'in:posts blog:"{quoted}" ')

    # While the archive changes

    def reload(self, *, is_written_to: bool) -> None:
        """Show what the archive holds now: the list keeps its place, and so does the open post."""
        self._before = self.posts.posts_in_all
        self._is_written_to = is_written_to
        self.posts.reload()
        visit, post = self.here(), self._post
        if visit is None or post is None:
            return
        post_id = self._asking.ask(lambda archive: archive.post_id(visit.key))
        if post_id is None:
            self.say(Safe(_("The open post is no longer in the archive; what you see is what was there.")))
            return
        now = self._asking.ask(lambda archive: archive.post(post_id))
        if now is not None and now != post:
            self._lay_out(now, offset=visit.offset, comment=visit.comment)
            self.arrive(self.place)

    def on_post_list_reloaded(self, message: PostList.Reloaded) -> None:
        """Say that the list is another one."""
        now, more = message.posts, message.posts - self._before
        sentence = (
            _("The archive has changed: {} now, {} more than before.").format(
                counted(now, "post"), number(more)
            )
            if more > 0
            else _("The archive has changed: {} now.").format(counted(now, "post"))
        )
        going_on = " " + _("An import into it is going on.") if self._is_written_to else ""
        self.say(Safe(f"{sentence}{going_on}"))

    # What the panes tell

    def on_post_view_reset(self) -> None:
        """Set the header as wide as the text, and begin with this width the next time."""
        self.app.remembered.keep("column", self.furniture.post.wanted)  # type: ignore[attr-defined]  # it stands in one app only
        self.furniture.header.show(self._post, self.furniture.post.wanted)

    def on_comments_view_focused(self) -> None:
        """Explain the comment that has the focus now."""
        self.place_changed()

    def on_comments_view_changed(self) -> None:
        """Say in which order the comments stand, and whose are in the accent."""
        comments = self.furniture.comments
        self.furniture.heading.show(self._post, is_by_date=comments.is_by_date, person=comments.person)

    def on_post_list_ordered(self, message: PostList.Ordered) -> None:
        """Begin with this order the next time."""
        self.app.remembered.keep("order", message.order)  # type: ignore[attr-defined]  # it stands in one app only

    def on_post_list_said(self, message: PostList.Said) -> None:
        """Say it."""
        self.say(Safe(message.sentence))

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether a key means anything now: most need an open post."""
        if action == "pictures":
            return bool(self.pictures)
        if action in ("comments", "reasons", "copy", "copy_post", "list"):
            return self._post is not None
        if action in ("export", "source", "author", "similar"):
            return self._post is not None or self.posts.current is not None
        return True

    def action_search(self) -> None:
        """Open the search box."""
        self.arrive("list")
        self.list_pane.open_search()

    def action_comments(self) -> None:
        """To the comments, or back to the post."""
        if self._post is not None and not self._post.comments:
            self.say(Safe(_("This post has no comments.")))
        else:
            self.go("post" if self.place == "comments" else "comments")

    def action_list(self) -> None:
        """Hide the list that stands beside the post, or show it."""
        self._is_list_hidden = not self._is_list_hidden
        self.go("post" if self._is_list_hidden and self.place == "list" else self.place)

    def action_back(self) -> None:
        """One step back, whatever the last one was."""
        pane = self.list_pane
        prompts = [prompt for prompt in self.furniture.prompts if prompt.display]
        if self.furniture.find.display or (self._is_found and self.place != "list"):
            self.stop_finding()
            self.take_focus()
        elif prompts:
            prompts[0].close()
            self.take_focus()
        elif self.furniture.reasons.display:
            self.action_reasons()
        elif len(self._trail) > 1:
            self._is_list_hidden = False
            self.go(self._trail[-2])
        elif pane.is_searching:
            pane.close_search()
            self.take_focus()
        elif not pane.widen():
            if self._post is not None:
                self.close_post()
        else:
            self.take_focus()

    # Marks

    def to_mark(self) -> Markable | None:
        """The focused comment, the open post, or the post under the cursor of the list."""
        if self.place == "list":
            row = self.list_pane.current
            return Markable(row) if row is not None else None
        comment = self.furniture.comments.focused_comment if self.place == "comments" else None
        return None if self._post is None else Markable(self._post, comment.position if comment else None)

    @property
    def mark_prompt(self) -> MarkPrompt:
        """The line in which notes and tags are written."""
        return self.furniture.mark

    def marks_changed(self) -> None:
        """List, header and thread show what is marked."""
        self.posts.redraw()
        if self._furniture is not None:
            self._furniture.header.refresh()
            self._furniture.comments.redraw()

    # Export, copies and reasons

    def action_copy(self) -> None:
        """Copy the selected text, the focused comment, or the whole post."""
        selected = self.get_selected_text()
        comment = self.furniture.comments.focused_comment
        if selected:
            self.app.copy_to_clipboard(selected)
            self.say(Safe(_("The selected text is copied.")))
        elif self.place == "comments" and comment is not None:
            self.app.copy_to_clipboard(safe(comment.body))
            self.say(Safe(_("The comment is copied.")))
        else:
            self.action_copy_post()

    def action_copy_post(self) -> None:
        """Copy the text of the post."""
        if self._post is not None:
            self.app.copy_to_clipboard(safe(self._post.body))
            self.say(Safe(_("The text of the post is copied.")))

    def action_reasons(self) -> None:
        """Show or hide why something was guessed."""
        panel = self.furniture.reasons
        panel.display = not panel.display
        self.place_changed()

    def place_changed(self) -> None:
        """Fill the panel of reasons, where it is open."""
        panel = self._furniture.reasons if self._furniture is not None else None
        if panel is None or not panel.display or self._post is None:
            return
        comment = self.furniture.comments.focused_comment
        if self.place == "comments" and comment is not None:
            name = safe_line(comment.author) or Safe(_("no name"))
            panel.show(_("Comment {}, {}").format(comment.position, name), comment.guesses)
        else:
            panel.show(safe_line(self._post.title) or _("This post"), self._post.guesses)
