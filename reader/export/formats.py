"""The formats that a post can be exported in, by name and by the ending of a file's name."""

from __future__ import annotations

from pathlib import PurePath
from typing import Literal, get_args

from reader.export.html import as_html
from reader.export.markdown import as_markdown
from reader.export.objects import as_json
from reader.export.plain import as_text
from reader.models import Post

Format = Literal["text", "markdown", "html", "json"]

FORMATS: tuple[Format, ...] = get_args(Format)
EXTENSIONS: dict[Format, str] = {"text": "txt", "markdown": "md", "html": "html", "json": "json"}
_BY_ENDING: dict[str, Format] = {
    **{f".{extension}": name for name, extension in EXTENSIONS.items()},
    ".markdown": "markdown",
    ".htm": "html",
}


def format_of(path: PurePath) -> Format:
    """The format that the ending of a file's name means; text where it means none."""
    return _BY_ENDING.get(path.suffix.lower(), "text")


def has_other_ending(path: PurePath) -> bool:
    """Whether a file's name ends as those of another format do: `.pdf`."""
    return path.suffix.lower() not in (*_BY_ENDING, "")


def exported(post: Post, form: Format = "text", *, width: int = 78) -> str:
    """A post in a format; the width is for text alone, the other formats have no lines."""
    if form == "markdown":
        return as_markdown(post)
    if form == "html":
        return as_html(post)
    return as_json(post) if form == "json" else as_text(post, width=width)
