"""The comments of a post as a thread: folding, guide lines, and the reasons of what was guessed."""

from reader.tui.comments.heading import CommentsHeading
from reader.tui.comments.reasons import Reasons
from reader.tui.comments.view import CommentsView

__all__ = ["CommentsHeading", "CommentsView", "Reasons"]
