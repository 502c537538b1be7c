"""What an open post needs of the screen: its panes, and what may lie under them.

Made when a post is opened, or a moment after the list was painted, so that the program starts with the list
alone. Nothing else may import what stands here while the program starts.
"""

from __future__ import annotations

from textual.widget import Widget

from reader.marks import Marks
from reader.tui.comments import CommentsHeading, CommentsView, Reasons
from reader.tui.exporting import ExportProgress, ExportPrompt
from reader.tui.find.box import FindBox
from reader.tui.links.prompt import LinkPrompt
from reader.tui.marking.prompt import MarkPrompt
from reader.tui.post import PostHeader, PostView
from reader.tui.reading.bare import Column
from reader.tui.reading.rule import PaneRule


class Furniture:
    """The widgets of an open post."""

    def __init__(self, marks: Marks, *, column: int | None = None) -> None:
        self.post_rule = PaneRule()
        self.header = PostHeader(marks, id="post-header")
        self.post = PostView(wanted=column, id="post")
        self.post_pane = Column(self.post_rule, self.header, self.post, id="post-pane", classes="pane")
        self.comments_rule = PaneRule()
        self.heading = CommentsHeading(id="comments-heading")
        self.comments = CommentsView(marks, id="comments")
        self.comments_pane = Column(
            self.comments_rule, self.heading, self.comments, id="comments-pane", classes="pane"
        )
        self.reasons = Reasons(id="reasons")
        self.export = ExportPrompt(id="export")
        self.progress = ExportProgress(id="progress")
        self.mark = MarkPrompt(id="mark")
        self.link = LinkPrompt(id="link")
        self.find = FindBox(id="find")
        self.prompts = (self.export, self.mark, self.link, self.find)

    def put(self, desk: Widget, foot: Widget) -> None:
        """Put everything in its place: the panes on the desk, out of sight, and the rest above the foot."""
        self.post_pane.display = self.comments_pane.display = False
        # A screen that is closing already takes nothing more, without a word.
        desk.mount(self.post_pane, self.comments_pane)
        desk.screen.mount(self.reasons, self.progress, *self.prompts, before=foot)
