"""The text of a post file as a body: Markdown, HTML, reStructuredText, or as it stands."""

from __future__ import annotations

import re
from typing import Any

from blogimport.markup import Body, body_of, html_of_markdown
from blogimport.postfile.templates import without_templates

_HTML_NAMES = (".html", ".htm", ".xhtml")
_REST_NAMES = (".rst", ".rest")
MARKDOWN_NAMES = (".md", ".markdown", ".mkd", ".mdown", ".mmd", ".mdx")
# What Nikola and Octopress put where the beginning of a post ends.
_MORE = re.compile(
    r"^[ \t]*(?:<!--\s*(?:more|TEASER_END|truncate)[^>]*-->|\.\. TEASER_END[^\n]*)[ \t]*$", re.MULTILINE
)
# How lines of code are numbered and coloured, which each program words differently.
_CODE_OPTIONS = re.compile(
    r"^([ \t]*\.\.[ \t]+(?:sourcecode|code-block|code)::[^\n]*\n)(?:[ \t]+:[\w-]+:[^\n]*\n)+", re.MULTILINE
)


def body_from(text: str, name: str) -> Body:
    """The body that the text of a file makes, in the language that its name tells."""
    name = name.lower()
    text = _MORE.sub("", text)
    if name.endswith(_REST_NAMES):
        return body_of(_rest_as_html(text))
    text = without_templates(text)
    if name.endswith(_HTML_NAMES):
        return body_of(text)
    if name.endswith(MARKDOWN_NAMES):
        return body_from_markdown(text)
    return body_of(text, breaks_at_newlines=True)


def body_from_markdown(text: str) -> Body:
    """The body that Markdown makes, with the HTML in it."""
    return body_of(html_of_markdown(text))


def _rest_as_html(text: str) -> str:
    """reStructuredText as HTML; what only one program understands stays as it was written."""
    # docutils takes 0.2 s to import.
    from docutils import nodes
    from docutils.core import publish_doctree, publish_from_doctree

    text = _CODE_OPTIONS.sub(r"\1", text)
    settings: dict[str, Any] = {
        "report_level": 3,
        "halt_level": 5,
        "warning_stream": False,
        "file_insertion_enabled": False,
        "raw_enabled": True,
        "doctitle_xform": False,
        "docinfo_xform": False,
        "syntax_highlight": "none",
        "embed_stylesheet": False,
        "stylesheet_path": None,
        "_disable_config": True,
        "line_length_limit": 1_000_000,
    }
    tree = publish_doctree(text, settings_overrides=settings)
    for section in list(tree.findall(nodes.section)):
        if "system-messages" in section["classes"]:
            section.parent.remove(section)
    for message in list(tree.findall(nodes.system_message)):
        literal = [child for child in message.children if isinstance(child, nodes.literal_block)]
        message.parent.replace(message, literal)
    for wrong in list(tree.findall(nodes.problematic)):
        wrong.parent.replace(wrong, nodes.inline("", "", *wrong.children))
    tree.parse_messages = tree.transform_messages = []
    found: bytes = publish_from_doctree(tree, writer="html5", settings_overrides=settings)
    html = found.decode()
    start = re.search(r"<body[^>]*>", html)
    return html[start.end() if start else 0 :].rpartition("</body>")[0]
