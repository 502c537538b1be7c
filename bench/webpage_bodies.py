"""Whose text of a post is nearest to what stands in the page: the reader's own selection, or that of extractors.

Run `python -m bench.webpage_bodies`. The truth is the body in the expected reading beside each fixture with one post.
"""

from __future__ import annotations

import json
import logging
import re
from collections import Counter
from collections.abc import Callable
from statistics import mean

from bench.webpage_speed import FIXTURES
from blogimport.readings import Dump
from blogimport.webpage import read


def _words(text: str | None) -> Counter[str]:
    return Counter(re.findall(r"\w+", (text or "").casefold()))


def score(found: str | None, true: str) -> float:
    """How well a text agrees with the true one, word for word: from 0 to 1 (F1)."""
    seen, wanted = _words(found), _words(true)
    both = sum((seen & wanted).values())
    return 2 * both / max(1, sum(seen.values()) + sum(wanted.values()))


def _own(raw: bytes) -> str:
    return "\n".join(
        found.post.body for part in read(Dump("page.html", content=raw)).parts for found in part.posts
    )


def _extractors() -> dict[str, Callable[[bytes], str | None]]:
    import trafilatura
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    logging.disable(logging.CRITICAL)
    return {
        "this reader": _own,
        "Trafilatura": lambda raw: trafilatura.extract(raw, include_comments=False),
        "Resiliparse": lambda raw: extract_plain_text(
            bytes_to_str(raw, detect_encoding(raw) or "utf-8"), main_content=True, comments=False
        ),
    }


def main() -> None:
    """Print the mean agreement of each."""
    scores: dict[str, list[float]] = {}
    extractors = _extractors()
    for path in sorted(FIXTURES.glob("*.html")):
        expected = json.loads(path.with_suffix(".expected.json").read_text("utf-8"))
        posts = expected.get("posts", [])
        # A window of comments alone has no text of a post.
        if len(posts) != 1 or "body" not in posts[0]:
            continue
        for name, extract in extractors.items():
            scores.setdefault(name, []).append(score(extract(path.read_bytes()), posts[0]["body"]))
    for name, values in scores.items():
        print(
            f"{name}: {mean(values):.2f} of the words, {sum(v > 0.9 for v in values)} of {len(values)} pages above 0.9"
        )


if __name__ == "__main__":
    main()
