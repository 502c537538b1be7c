"""The post list: its order, its pages, the view that draws it, and the bar of years at its foot."""

from reader.tui.posts.list import PostList
from reader.tui.posts.years import YearBar

__all__ = ["PostList", "YearBar"]
