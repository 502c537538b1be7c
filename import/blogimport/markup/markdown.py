"""Markdown to HTML. Knows no format, and fetches nothing."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

# The way back from a note to where it is noted.
_BACK = re.compile(r'\s*<a href="#fnref[^"]*" class="footnote-backref">[^<]*</a>')


def html_of_markdown(text: str) -> str:
    """The HTML that Markdown makes, with the HTML in it."""
    return _BACK.sub("", _markdown().render(text))


@cache
def _markdown() -> MarkdownIt:
    # These take 0.1 s to import, which only texts in Markdown need.
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    language = MarkdownIt("commonmark", {"html": True, "maxNesting": 100})
    return language.enable(["table", "strikethrough"]).use(footnote_plugin).use(deflist_plugin)
