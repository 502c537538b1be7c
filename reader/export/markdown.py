"""A post as Markdown (CommonMark): what it shows is the text, to the letter, and its marks.

Whatever the text holds is escaped, so that no `*` or `<` of it becomes markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from reader.export.facts import (
    COMMENT_FIELDS,
    LEGEND,
    POST_FIELDS,
    Fact,
    count,
    further_reasons,
    is_guessed,
    of_comment,
    of_post,
)
from reader.export.laying import BULLET
from reader.export.runs import Run, address, runs
from reader.models import Mark, Post
from reader.text import Block, Safe, blocks, safe, safe_line
from reader.threads import ThreadRow, thread

_ALWAYS = re.compile(r"[\\`*\[\]<>&~|$]|(?<![^\W_])_|_(?![^\W_])|!(?=\[)")
_AT_START = re.compile(r"^([#+=:>-]|\d{1,9}(?=[.)]))", re.ASCII)
_NUMBER_AT_START = re.compile(r"^(\d{1,9})([.)])", re.ASCII)
# A list item that comes deeper than this would be pushed out of any window.
_DEEPEST = 12
_NO_BREAK = "\N{NO-BREAK SPACE}"


def as_markdown(post: Post) -> str:
    """The whole post as Markdown: title, facts, body, and the comments as a list within lists."""
    title = _line(safe_line(post.title) or Safe("(untitled)"))
    sign = "\\~" if "title" in post.guesses else ""
    parts = [f"# {sign}{title}"]
    facts = of_post(post)
    if facts:
        parts.append(" · ".join(_line(fact.words) for fact in facts))
    if post.url:
        parts.append(_address(post.url))
    parts += _reasons(facts, further_reasons(post.guesses, POST_FIELDS))
    parts += _blocks(post.body, post.marks)
    parts.append(f"## {_line(count(post))}")
    parts += [_comment(row, post) for row in thread(post.comments)]
    if is_guessed(post):
        parts.append(f"*{_line(LEGEND)}*")
    return "\n\n".join(part for part in parts if part) + "\n"


def _reasons(facts: Iterable[Fact], further: Sequence[Safe]) -> list[str]:
    """Why something was guessed, a line each."""
    told = [f"{fact.words}: {fact.why}" for fact in facts if fact.why]
    return [f"*({_line(Safe(reason))})*" for reason in (*told, *(f"~ {one}" for one in further))]


def _comment(row: ThreadRow, post: Post) -> str:
    """A comment as an item of a list; its answers are the list within it."""
    facts = of_comment(row.comment, post.comments)
    name, *others = [_line(fact.words) for fact in facts]
    head = " · ".join([f"**{name}**", *others])
    parts = [head, *_reasons(facts, further_reasons(row.comment.guesses, COMMENT_FIELDS))]
    parts += _blocks(row.comment.body, row.comment.marks)
    margin = "  " * min(row.depth, _DEEPEST)
    text = "\n\n".join(part for part in parts if part)
    lines = [f"{margin}  {line}" if line else "" for line in text.split("\n")]
    return f"{margin}- " + "\n".join(lines)[len(margin) + 2 :]


def _blocks(body: str, marks: Sequence[Mark]) -> list[str]:
    """The blocks of a body; what is one list stays one, without blank lines in it."""
    parts: list[str] = []
    depth = 0
    for block in blocks(body, marks):
        was_item = depth > 0
        # A list that begins deeper than its first level would be taken for code.
        depth = min(block.level, depth + 1) if block.kind == "item" else 0
        text = _block(body, marks, block, depth)
        if depth and was_item:
            parts[-1] += "\n" + text
        elif text:
            parts.append(text)
    return parts


def _block(body: str, marks: Sequence[Mark], block: Block, depth: int) -> str:
    if block.kind == "code":
        return _code(safe(body[block.start : block.end]))
    inside = "image" if block.kind == "image" else ""
    start = block.start
    if block.kind == "item":
        own = BULLET.match(body, block.start, block.end)
        start = own.end() if own else start
    text = _text(runs(body, marks, start, block.end, inside=inside))
    if block.kind == "heading":
        # The title of the post is the first heading, that of the comments the second.
        return f"{'#' * min(6, block.level + 2)} " + " ".join(text.replace("\\\n", "\n").split("\n"))
    if block.kind == "quote":
        sign = "> " * min(block.level, _DEEPEST)
        return "\n".join(f"{sign}{line}" for line in text.split("\n"))
    if block.kind == "item":
        number = re.match(r"\s*(\d{1,4}[.)])", body[block.start : start])
        sign = f"{number[1]} " if number else "* "
        margin = "   " * (depth - 1)
        return f"{margin}{sign}" + f"\n{margin}{' ' * len(sign)}".join(text.split("\n"))
    if block.kind == "image":
        source = next(
            (mark.value for mark in marks if mark.kind == "image" and mark.start == block.start), None
        )
        target = address(source)
        return (
            f"[{text}](<{target}>)" if target else text + (f" ({_line(safe_line(source))})" if source else "")
        )
    return text


def _text(found: Sequence[Run]) -> str:
    """Runs as Markdown: one link where several runs have the same, looks within it."""
    pieces = []
    for link, group in groupby(found, key=lambda run: run.link):
        inner = "".join(_look(run) for run in group)
        target = address(link)
        if link and target and inner.strip():
            pieces.append(f"[{inner}](<{target}>)")
        else:
            pieces.append(inner + (f" ({_escaped(safe_line(link))})" if link else ""))
    lines = "".join(pieces).split("\n")
    return "\\\n".join(_start(line) for line in lines)


def _look(run: Run) -> str:
    text = _escaped(run.text)
    core = text.strip()
    if not core:
        return text
    if "code" in run.kinds and "\n" not in core:
        core = _code_span(run.text.strip())
    for kind, sign in (("em", "*"), ("strong", "**")):
        if kind in run.kinds:
            core = "\n".join(
                f"{sign}{line.strip()}{sign}" if line.strip() else "" for line in core.split("\n")
            )
    # A sign with a blank on the wrong side is no markup.
    left = text[: len(text) - len(text.lstrip())]
    right = text[len(text.rstrip()) :]
    image = address(run.image)
    if "image" in run.kinds and run.image:
        core = f"[{core}](<{image}>)" if image else f"{core} ({_escaped(safe_line(run.image))})"
    return f"{left}{core}{right}"


def _escaped(text: str) -> str:
    return _ALWAYS.sub(r"\\\g<0>", text)


def _start(line: str) -> str:
    """A line whose beginning would be markup, so that it is none; blanks before it stay to be seen."""
    stripped = line.lstrip(" ")
    blanks = _NO_BREAK * (len(line) - len(stripped))
    escaped = _NUMBER_AT_START.sub(r"\1\\\2", stripped)
    if escaped == stripped:
        escaped = _AT_START.sub(r"\\\1", stripped)
    return blanks + escaped.rstrip(" ") if blanks or escaped != stripped else stripped.rstrip(" ")


def _line(text: Safe) -> str:
    return _start(_escaped(text))


def _code(text: str) -> str:
    """A code block, with a fence that the code itself does not hold."""
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    stripped = text.strip("\n")
    return f"{fence}\n{stripped}\n{fence}"


def _code_span(text: str) -> str:
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _address(value: str) -> str:
    target = address(value)
    return f"<{target}>" if target and " " not in target else _line(safe_line(value))
