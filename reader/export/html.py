"""A post as one HTML page that fetches nothing: no font, no picture, no script.

Everything from the archive is escaped; only http, https and mailto addresses can be followed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
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
from reader.export.runs import Run, address, runs
from reader.models import Mark, Post
from reader.text import Block, Safe, blocks, safe_line
from reader.threads import thread

_STYLE = """
body { max-width: 40em; margin: 2em auto; padding: 0 1em; font-family: serif; line-height: 1.5; }
.facts, .why { color: #6f675c; }
.why { font-style: italic; font-size: .9em; }
p, li, blockquote { white-space: pre-wrap; overflow-wrap: anywhere; }
pre { overflow-x: auto; }
article { border-left: 1px solid #d8cfbc; padding-left: 1em; margin: 1em 0; }
article.guessed { border-left-style: dashed; }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def as_html(post: Post) -> str:
    """The whole post as a page: title, facts, body, and the comments within each other."""
    title = safe_line(post.title) or Safe("(untitled)")
    sign = "~" if "title" in post.guesses else ""
    language = f' lang="{escape(safe_line(post.language))}"' if post.language else ""
    facts = of_post(post)
    parts = [
        f'<!DOCTYPE html>\n<html{language}>\n<head>\n<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width">',
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>",
        f"<h1>{sign}{escape(title)}</h1>",
        f'<p class="facts">{escape(" · ".join(fact.words for fact in facts))}</p>' if facts else "",
        f'<p class="facts">{_link(post.url, escape(safe_line(post.url)))}</p>' if post.url else "",
        *_reasons(facts, further_reasons(post.guesses, POST_FIELDS)),
        *_blocks(post.body, post.marks),
        f"<h2>{escape(count(post))}</h2>",
        *_comments(post),
        f'<p class="why">{escape(LEGEND)}</p>' if is_guessed(post) else "",
        "</body>\n</html>",
    ]
    return "\n".join(part for part in parts if part) + "\n"


def _reasons(facts: Iterable[Fact], further: Sequence[Safe]) -> list[str]:
    told = [f"{fact.words}: {fact.why}" for fact in facts if fact.why]
    return [f'<p class="why">{escape(one)}</p>' for one in (*told, *(f"~ {one}" for one in further))]


def _comments(post: Post) -> list[str]:
    """The comments, each within the one that it answers."""
    parts: list[str] = []
    depth = 0
    for row in thread(post.comments):
        parts += ["</article>"] * (depth - row.depth)
        depth = row.depth + 1
        facts = of_comment(row.comment, post.comments)
        name, *others = [escape(fact.words) for fact in facts]
        parts.append('<article class="guessed">' if row.guessed else "<article>")
        parts.append(f'<p class="facts">{" · ".join([f"<b>{name}</b>", *others])}</p>')
        parts += _reasons(facts, further_reasons(row.comment.guesses, COMMENT_FIELDS))
        parts += _blocks(row.comment.body, row.comment.marks)
    return [*parts, *(["</article>"] * depth)]


def _blocks(body: str, marks: Sequence[Mark]) -> list[str]:
    return [_block(body, marks, block) for block in blocks(body, marks)]


def _block(body: str, marks: Sequence[Mark], block: Block) -> str:
    inside = block.kind if block.kind in ("code", "image") else ""
    text = _text(runs(body, marks, block.start, block.end, inside=inside))
    if block.kind == "code":
        return f"<pre><code>{text}</code></pre>"
    if block.kind == "heading":
        rank = min(6, block.level + 2)
        return f"<h{rank}>{text}</h{rank}>"
    if block.kind == "quote":
        return "<blockquote>" * block.level + text + "</blockquote>" * block.level
    if block.kind == "item":
        return f'<p style="margin: 0 0 0 {block.level}em">{text}</p>'
    if block.kind == "image":
        source = next(
            (mark.value for mark in marks if mark.kind == "image" and mark.start == block.start), None
        )
        return f"<p>▒ {_link(source, text)}</p>"
    return f"<p>{text}</p>"


def _text(found: Sequence[Run]) -> str:
    pieces = []
    for link, group in groupby(found, key=lambda run: run.link):
        inner = "".join(_look(run) for run in group)
        pieces.append(_link(link, inner) if link else inner)
    return "".join(pieces)


def _look(run: Run) -> str:
    text = escape(run.text)
    for kind in ("code", "em", "strong"):
        if kind in run.kinds:
            text = f"<{kind}>{text}</{kind}>"
    return f"▒ {_link(run.image, text)}" if run.image else text


def _link(value: str | None, inner: str) -> str:
    """A link, or the words with the address beside them where it is none to follow."""
    target = address(value)
    if target:
        return f'<a rel="noreferrer nofollow" href="{escape(target)}">{inner}</a>'
    return f"{inner} ({escape(safe_line(value))})" if value else inner
