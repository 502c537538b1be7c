"""Shortcodes, the words in brackets that WordPress replaces when it shows a post, as plain HTML.

What one says to readers stays: a caption, the address of a film. Words in brackets that are no shortcode stay too.
"""

from __future__ import annotations

import re
from collections import Counter
from html import escape, unescape

_TOKEN = re.compile(
    r"(?P<tag><[a-zA-Z/!][^<>]*>)"
    r"|\[(?P<escaped>\[)?(?P<end>/)?(?P<name>[a-zA-Z][\w-]{0,40})"
    r"(?P<rest>(?:\s|=|(?=/\]))(?:[^\[\]\"]|\"[^\"]*\")*)?\](?(escaped)\])"
)
_ATTRIBUTE = re.compile(
    r"(?P<name>[\w-]+)\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s'\"]+))"
    r"|\"(?P<quoted>[^\"]*)\"|(?P<word>\S+)"
)
_HAS_ATTRIBUTE = re.compile(r"\s[\w-]+\s*=\s*[\"'\d\w]")
_QUOTES = str.maketrans("“”„″«»", '""""""')
_ADDRESS = re.compile(r"(?:https?:)?//[^\s\"'<>|]+", re.IGNORECASE)
_ID = re.compile(r"[\w-]+")
# What stands between such a pair is an address, or what makes one.
_PLAYERS = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "youtubevideo": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "vimeovideo": "https://vimeo.com/{}",
    "dailymotion": "https://www.dailymotion.com/video/{}",
}
_NAMED_ADDRESS = re.compile(
    r"\[(?P<name>youtube\w*|vimeo\w*|dailymotion|embed|video|audio|media|flash|googlevideo|soundcloud|url|img)(?:\s[^\[\]]*)?\]"
    r"\s*(?P<inner>[^\s\[\]<>]+)\s*\[/(?P=name)\]"
)
# Shown as nothing, or made by the site anew whenever it is shown.
_SILENT = re.compile(
    r"gallery|playlist|contact-form(?:-7)?|contact-field|gravityforms?|ninja_forms?|wpforms|poll|polldaddy|nextgen"
    r"|nggallery|slideshow|archives|sitemap|recent-posts|toc|singlepic|more"
)
_CAPTIONS = frozenset(("caption", "wp_caption"))
_CODE = re.findall(
    r"\w+", "sourcecode code source cc php html css javascript js java python sql bash ruby xml"
)
_AS_TAGS = {
    **{name: name for name in ("b", "i", "u", "s", "em", "strong", "center", "h1", "h2", "h3", "h4")},
    **dict.fromkeys(("quote", "blockquote", "pullquote"), "blockquote"),
    **dict.fromkeys(_CODE, "pre"),
}
# What attributes say in words; the others are sizes, colours, names of styles.
_WORDS = re.compile(
    "(?:sub)?title|caption|text|heading|headline|label|alt|quote|author|cite|description", re.IGNORECASE
)


def without_shortcodes(text: str) -> str:
    """HTML with its shortcodes as HTML."""
    if "[" not in text:
        return text
    text = _NAMED_ADDRESS.sub(_named_address, text)
    closings = Counter(found["name"] for found in _TOKEN.finditer(text) if found["end"])
    captions: list[str] = []

    def replaced(found: re.Match[str]) -> str:
        name, rest = found["name"], found["rest"] or ""
        if found["tag"] is not None:
            return found[0]
        if found["escaped"]:
            return found[0][1:-1]
        if found["end"]:
            return _closing(name, captions) if name in _opened else found[0]
        if closings[name] > 0:
            _opened.add(name)
        elif not _is_shortcode(name, rest):
            return found[0]
        return _opening(name, rest, captions, is_pair=closings[name] > 0)

    _opened: set[str] = set()
    return _TOKEN.sub(replaced, text)


def _is_shortcode(name: str, rest: str) -> bool:
    """Whether a word in brackets that no other one closes is a shortcode."""
    if _SILENT.fullmatch(name) or name in _CAPTIONS:
        return True
    if name in _PLAYERS or name in (
        "googlemaps",
        "audio",
        "video",
        "embed",
        "soundcloud",
        "scribd",
        "flickr",
    ):
        return bool(rest.strip())
    return bool(_HAS_ATTRIBUTE.search(rest.translate(_QUOTES)))


def _opening(name: str, rest: str, captions: list[str], *, is_pair: bool) -> str:
    attributes, words = _attributes(rest)
    if name in _CAPTIONS:
        captions.append(attributes.get("caption", ""))
        return "<figure>" if is_pair else ""
    tag = _AS_TAGS.get(name)
    if is_pair and tag is not None:
        author = attributes.get("author") or attributes.get("cite")
        return f"<{tag}>" + (f"<p>{author}</p>" if author and tag == "blockquote" else "")
    if name == "url" and is_pair:
        address = next((word for word in words if "." in word), "")
        return f'<a href="{escape(address)}">'
    pieces = [
        f"<p>{value}</p>" for key, value in attributes.items() if _WORDS.fullmatch(key) and value.strip()
    ]
    values = [*words, *attributes.values()]
    addresses = dict.fromkeys(address for value in values for address in _ADDRESS.findall(value))
    if not addresses and name in _PLAYERS:
        named = attributes.get("id") or next(iter(words), "")
        addresses = dict.fromkeys([_PLAYERS[name].format(named)] if _ID.fullmatch(named) else [])
    pieces += [_link(address) for address in addresses]
    return "".join(pieces)


def _closing(name: str, captions: list[str]) -> str:
    if name in _CAPTIONS:
        caption = captions.pop() if captions else ""
        return (f"<figcaption>{caption}</figcaption>" if caption else "") + "</figure>"
    if name == "url":
        return "</a>"
    return f"</{_AS_TAGS[name]}>" if name in _AS_TAGS else ""


def _attributes(rest: str) -> tuple[dict[str, str], list[str]]:
    """The named attributes of a shortcode, and what stands there without a name, as plain values."""
    if not rest.strip():
        return {}, []
    named: dict[str, str] = {}
    words: list[str] = []
    for found in _ATTRIBUTE.finditer(unescape(rest).translate(_QUOTES).lstrip("= \t")):
        if found["name"] and not (found["bare"] and "/" in found["name"]):
            value = found["double"] if found["double"] is not None else found["single"]
            named[found["name"].lower()] = value if value is not None else found["bare"]
        else:
            words.append(found["quoted"] if found["quoted"] is not None else found["word"])
    return named, words


def _named_address(found: re.Match[str]) -> str:
    """A link for an address, or for the name of a film, between two shortcodes."""
    name, inner = found["name"], unescape(found["inner"])
    if name == "img":
        return f'<img src="{escape(inner)}">'
    if not _ADDRESS.match(inner):
        if name not in _PLAYERS or not _ID.fullmatch(inner):
            return found[0]
        inner = _PLAYERS[name].format(inner)
    return _link(inner)


def _link(address: str) -> str:
    return f'<p><a href="{escape(address)}">{escape(address)}</a></p>'
