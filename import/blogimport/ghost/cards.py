"""What Ghost's editors put between paragraphs (pictures, code, players, links), as HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from blogimport.markup import html_of_markdown

Card = Mapping[str, Any]


def html_of_card(kind: str, card: Card) -> str:
    """A card as HTML: its words, and where it points to; whatever is unknown gives the texts that it holds."""
    return _CARDS.get(kind.removeprefix("card-"), _any)(card)


def _text(card: Card, *names: str) -> str:
    for name in names:
        value = card.get(name)
        if isinstance(value, str) and value.strip():
            return value
    return ""


def _image(card: Card) -> str:
    picture = f'<img src="{escape(_text(card, "src", "url"))}" alt="{escape(_text(card, "alt", "title"))}">'
    if _text(card, "href"):
        picture = f'<a href="{escape(_text(card, "href"))}">{picture}</a>'
    return f"<figure>{picture}{_caption(card)}</figure>"


def _gallery(card: Card) -> str:
    images = card.get("images")
    pictures = (
        [_image(image) for image in images if isinstance(image, Mapping)] if isinstance(images, list) else []
    )
    return "".join(pictures) + _caption(card)


def _caption(card: Card) -> str:
    caption = _text(card, "caption")
    return f"<figcaption>{caption}</figcaption>" if caption else ""


def _code(card: Card) -> str:
    return f"<pre><code>{escape(_text(card, 'code'))}</code></pre>{_caption(card)}"


def _html(card: Card) -> str:
    return _text(card, "html")


def _markdown(card: Card) -> str:
    return html_of_markdown(_text(card, "markdown"))


def _link(card: Card) -> str:
    """A page, a film or a file that is shown as a box."""
    about = card.get("metadata")
    told = about if isinstance(about, Mapping) else {}
    address = _text(card, "url", "src", "buttonUrl", "productUrl") or _text(told, "url")
    title = _text(card, "title", "fileTitle", "buttonText") or _text(told, "title") or address
    words = _text(card, "description", "fileCaption") or _text(told, "description")
    shown = (
        f'<p><a href="{escape(address)}">{escape(title)}</a></p>' if address else f"<p>{escape(title)}</p>"
    )
    return shown + (f"<p>{escape(words)}</p>" if words else "") + _caption(card)


def _callout(card: Card) -> str:
    return f"<p>{escape(_text(card, 'calloutEmoji'))} {_text(card, 'calloutText')}</p>"


def _toggle(card: Card) -> str:
    return f"<h4>{_text(card, 'heading')}</h4>{_text(card, 'content')}"


def _any(card: Card) -> str:
    texts = [_text(card, name) for name in ("header", "heading", "subheader", "html", "text", "content")]
    return "".join(f"<p>{text}</p>" for text in texts if text) or (
        _link(card) if _text(card, "url", "src") else ""
    )


_CARDS: Mapping[str, Callable[[Card], str]] = {
    "image": _image,
    "gallery": _gallery,
    "code": _code,
    "codeblock": _code,
    "html": _html,
    "email": _html,
    "markdown": _markdown,
    "hr": lambda card: "<hr>",
    "horizontalrule": lambda card: "<hr>",
    **dict.fromkeys(("bookmark", "embed", "file", "video", "audio", "button", "product"), _link),
    "callout": _callout,
    "toggle": _toggle,
    "paywall": lambda card: "",
}
