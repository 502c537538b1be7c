"""A post: its header, and its body as a column of text."""

from reader.tui.post.header import PostHeader
from reader.tui.post.view import PostView

__all__ = ["PostHeader", "PostView"]
