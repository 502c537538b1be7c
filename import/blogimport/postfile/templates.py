"""What a program would have replaced when it made the page (Liquid, shortcodes), as plain Markdown or HTML.

What such a piece says to readers stays: code, a caption, the address of a film. Code is left as it is.
"""

from __future__ import annotations

import re
from html import escape

_CODE = re.compile(
    r"(?P<fence>^[ \t]*(?P<marks>```+|~~~+)[^\n]*\n.*?(?:^[ \t]*(?P=marks)[ \t]*$|\Z))"
    r"|(?P<pre><pre\b.*?</pre>)|(?P<inline>(?<!`)(?P<ticks>`+)(?!`)[^\n]*?(?<!`)(?P=ticks)(?!`))"
    r"|\{%-?\s*raw\s*-?%\}(?P<raw>.*?)\{%-?\s*endraw\s*-?%\}",
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
_COMMENT = re.compile(r"\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}|\{#.*?#\}", re.DOTALL)
_HIGHLIGHT = re.compile(
    r"\{%-?\s*(?P<name>highlight|codeblock|code)\b(?P<rest>[^%]*)-?%\}\n?(?P<code>.*?)\{%-?\s*end(?P=name)\s*-?%\}"
    r"|\{\{[<%]\s*(?P<hugo>highlight|code)\b(?P<options>[^>%]*)[>%]\}\}\n?(?P<block>.*?)\{\{[<%]\s*/\s*(?P=hugo)\s*[>%]\}\}",
    re.DOTALL,
)
_TAG = re.compile(
    r"\{%-?\s*(?P<tag>/?[\w:.-]+)(?P<rest>(?:[^%]|%(?!\}))*)%\}"
    r"|\{\{[<%]\s*(?P<short>/?[\w./-]+)(?P<options>(?:[^>%}]|[>%](?!\}\}))*)[>%]\}\}"
    r"|\{\{(?P<value>(?:[^{}]|\}(?!\})){0,400})\}\}"
)
# What kramdown says of the paragraph beside it.
_ATTRIBUTES = re.compile(r"^[ \t]*\{:[^}\n]*\}[ \t]*$|(?<=\S)\{:[ .#\w\"'=:-]*\}", re.MULTILINE)
_ARGUMENT = re.compile(
    r"(?P<name>[\w-]+)\s*[=:]\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)')|\"(?P<quoted>[^\"]*)\"|'(?P<apostrophes>[^']*)'|(?P<word>[^\s\"'=]+)"
)
_ADDRESS = re.compile(r"https?://\S+|/\S+\.(?:jpe?g|png|gif|webp|svg|mp3|mp4|ogg|webm)", re.IGNORECASE)
_IMAGE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg)$", re.IGNORECASE)
_PLAYERS = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "dailymotion": "https://www.dailymotion.com/video/{}",
    "gist": "https://gist.github.com/{}",
    "tweet": "https://twitter.com/i/status/{}",
    "instagram": "https://www.instagram.com/p/{}/",
}
_ID = re.compile(r"[\w/-]{4,60}")
_WORDS = frozenset(("caption", "title", "alt", "text", "cite", "author", "attr"))
_LINKS = frozenset(("post_url", "link", "ref", "relref", "doc"))
# Signs that a page is filled from all the others, and says nothing itself.
_LISTS = re.compile(
    r"\{%-?\s*(?:for\s+\w+\s+in\s+(?:site\.|paginator\.|collections?|pages|posts)|include\s+\S*(?:archive|list|feed|pagin))"
    r"|paginator\.posts|\{\{-?\s*(?:range|define|template|partial|block)\b"
)
# Signs of a template itself, around other texts.
_AROUND = re.compile(
    r"\{\{-?\s*(?:content|page\.title|\.Content|\.Title|block|define|template|partial)\b|\{%-?\s*(?:include|extends|block|layout)\s"
)


def without_templates(text: str) -> str:
    """A text with what a program would have replaced as what it would have shown, as far as that can be known."""
    if "{" not in text:
        return text
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found["raw"] if found["raw"] is not None else found[0])
        return f"\x02{len(kept) - 1}\x03"

    text = _HIGHLIGHT.sub(_fenced, text)
    text = _CODE.sub(keep, text)
    text = _COMMENT.sub("", text)
    text = _TAG.sub(_shown, text)
    text = _ATTRIBUTES.sub("", text)
    while "\x02" in text:
        text = re.sub("\x02(\\d+)\x03", lambda found: kept[int(found[1])], text)
    return text


def is_filled_from_others(text: str) -> bool:
    """Whether a page is a list that a program makes of the other pages."""
    return _LISTS.search(text) is not None


def is_template(text: str) -> bool:
    """Whether a text is what a program puts around others."""
    return _AROUND.search(text) is not None


def _fenced(found: re.Match[str]) -> str:
    code = found["code"] if found["code"] is not None else found["block"]
    marks = "~~~~" if "~~~" in code else "~~~"
    return f"\n{marks}\n{code.rstrip()}\n{marks}\n"


def _shown(found: re.Match[str]) -> str:
    if found["value"] is not None:
        return ""
    name, rest = (found["tag"] or found["short"]).lower(), found["rest"] or found["options"] or ""
    if name.startswith(("/", "end")):
        return ""
    named: dict[str, str] = {}
    words: list[str] = []
    for one in _ARGUMENT.finditer(rest):
        if one["name"]:
            named[one["name"].lower()] = one["double"] if one["double"] is not None else one["single"]
        else:
            words.append(next(v for v in (one["quoted"], one["apostrophes"], one["word"]) if v is not None))
    if name in _LINKS:
        return words[0] if words else ""
    if name == "include" and words:
        name = words.pop(0).rpartition("/")[2].partition(".")[0].lower()
    return _for_readers(name, named, words)


def _for_readers(name: str, named: dict[str, str], words: list[str]) -> str:
    """What a shortcode says to readers: a picture, an address, a caption."""
    said = [value for key, value in named.items() if key in _WORDS and value.strip()]
    addresses = [value for value in (*words, *named.values()) if _ADDRESS.fullmatch(value)]
    player = next((address for sign, address in _PLAYERS.items() if sign in name), None)
    if player is not None and not addresses:
        given = [named[key] for key in ("id", "src") if key in named] or words
        if given and _ID.fullmatch(given[-1] if "gist" in name and len(given) > 1 else given[0]):
            addresses = [player.format("/".join(given[:2]) if "gist" in name else given[0])]
    pieces = []
    for address in dict.fromkeys(addresses):
        shown = escape(address)
        if _IMAGE.search(address):
            alt = escape(said.pop(0)) if said else ""
            pieces.append(f'<img src="{shown}" alt="{alt}">' if alt else f'<img src="{shown}">')
        else:
            pieces.append(f'<a href="{shown}">{shown}</a>')
    pieces += [escape(words, quote=False) for words in dict.fromkeys(said)]
    return " ".join(pieces)
