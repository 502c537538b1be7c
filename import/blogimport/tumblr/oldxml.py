"""The XML of Tumblr's first interface, as what its JSON says."""

from __future__ import annotations

import io
import re
from typing import Any

from blogimport.jsontext import Found
from blogimport.xmlrecords import (
    Wrapper,
    attribute_of,
    children_of,
    encoding_of,
    parsed,
    source_of,
    stretches,
)

_START = re.compile(rb"\s*+(?:\xef\xbb\xbf)?+\s*+(?:<\?xml[^>]{0,200}>\s*)?<tumblr\s[^>]*version")
_BLOG = re.compile(rb"<tumblelog\b[^>]*>")
_END = re.compile(rb"</tumblr\s*>")


def is_xml(head: bytes) -> bool:
    """Whether bytes are the beginning of such XML."""
    return _START.match(head) is not None


def value_of_xml(raw: bytes) -> Found:
    """The blog and the posts in some bytes, under the names that they have in JSON."""
    encoding = encoding_of(io.BytesIO(raw))
    wrapper = Wrapper(b"", {})
    posts: list[dict[str, Any]] = []
    last = 1
    for stretch in stretches(io.BytesIO(raw), "post"):
        last = stretch.last
        root = (
            parsed(stretch.raw, encoding, wrapper, is_whole=stretch.is_whole)
            if stretch.kind == "record"
            else None
        )
        if root is None:
            continue
        post: dict[str, Any] = {name: attribute_of(root, name) for name in root.attrib}
        tags: list[str] = []
        for name, child in children_of(root):
            if name == "tag":
                tags.append(source_of(child))
            elif name == "conversation":
                lines = [line for kind, line in children_of(child) if kind == "line"]
                post[name] = [
                    {
                        "label": attribute_of(line, "label") or attribute_of(line, "name"),
                        "phrase": source_of(line),
                    }
                    for line in lines
                ]
            else:
                post.setdefault(name, source_of(child))
        posts.append({**post, "tags": tags})
    found = _BLOG.search(raw)
    blog = parsed(found[0], encoding, wrapper, is_whole=False) if found else None
    about = {} if blog is None else {name: attribute_of(blog, name) for name in blog.attrib}
    return Found({"tumblelog": about, "posts": posts}, encoding, None if _END.search(raw) else last)
