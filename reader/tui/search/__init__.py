"""Search on the screen: the box, the hits as one types, and the thread that looks for them."""

from reader.tui.search.box import SearchBox
from reader.tui.search.hits import HitList
from reader.tui.search.pane import SearchPane

__all__ = ["HitList", "SearchBox", "SearchPane"]
