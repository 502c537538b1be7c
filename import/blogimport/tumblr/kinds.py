"""The kinds of posts (text, picture, quotation, link, chat, sound, film, answer) as HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from typing import Any

Row = Mapping[str, Any]


def html_of(post: Row) -> str:
    """The text of a post: what its kind has of it, else its blocks."""
    kind = text(post, "type")
    found = _KINDS[kind](post) if kind in _KINDS else ""
    return found if found.strip() else "".join(map(_block, rows(post, "content"))) or _written(post)


def text(row: Row, *names: str) -> str:
    """The first of some fields that holds text or a number, "" for none."""
    for name in names:
        value = row.get(name)
        if isinstance(value, str) and value.strip():
            return value.strip()
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
    return ""


def rows(row: Row, name: str) -> Iterator[Row]:
    """The objects in a list."""
    found = row.get(name)
    return (one for one in found if isinstance(one, Mapping)) if isinstance(found, Sequence) else iter(())


def _written(post: Row) -> str:
    return text(post, "body", "regular-body", "caption", "description")


def _photo(post: Row) -> str:
    pictures = [_picture(photo, text(post, "link_url", "photo-link-url")) for photo in rows(post, "photos")]
    if not pictures and text(post, "photo-url-1280", "photo-url"):
        pictures = [_shown(text(post, "photo-url-1280", "photo-url"), text(post, "photo-link-url"))]
    return "".join(pictures) + text(post, "caption", "photo-caption")


def _picture(photo: Row, link: str) -> str:
    original = photo.get("original_size")
    sizes = [original] if isinstance(original, Mapping) else list(rows(photo, "alt_sizes"))
    address = text(sizes[0], "url") if sizes else text(photo, "photo-url-1280")
    caption = text(photo, "caption")
    return _shown(address, link) + (f"<p>{caption}</p>" if caption else "")


def _shown(address: str, link: str = "", alt: str = "") -> str:
    picture = f'<img src="{escape(address)}" alt="{escape(alt)}">'
    return f'<p><a href="{escape(link)}">{picture}</a></p>' if link else f"<p>{picture}</p>"


def _quote(post: Row) -> str:
    source = text(post, "source", "quote-source")
    quoted = f"<blockquote>{text(post, 'text', 'quote-text')}</blockquote>"
    return quoted + (f"<p>{source}</p>" if source else "")


def _link(post: Row) -> str:
    address = text(post, "url", "link-url")
    title = text(post, "title", "link-text") or escape(address)
    words = text(post, "description", "link-description") or text(post, "excerpt")
    return (f'<p><a href="{escape(address)}">{title}</a></p>' if address else "") + words


def _chat(post: Row) -> str:
    said = [*rows(post, "dialogue"), *rows(post, "conversation")]
    lines = [f"<b>{escape(text(one, 'label', 'name'))}</b> {escape(text(one, 'phrase'))}" for one in said]
    return "<p>" + "<br>".join(lines) + "</p>" if lines else _written(post) or text(post, "conversation-text")


def _audio(post: Row) -> str:
    names = [
        text(post, name) for name in ("track_name", "artist", "album", "id3-title", "id3-artist", "id3-album")
    ]
    title = " – ".join(filter(None, names))
    address = text(post, "audio_source_url", "audio_url", "source_url")
    caption = text(post, "caption", "audio-caption")
    shown = escape(title or address)
    linked = f'<a href="{escape(address)}">{shown}</a>' if address else shown
    return (f"<p>{linked}</p>" if shown else "") + caption


def _video(post: Row) -> str:
    address = text(post, "permalink_url", "video_url")
    player = text(post, "video-source") if not address else ""
    address = address or (player if player.startswith("http") else "")
    caption = text(post, "caption", "video-caption")
    return (f'<p><a href="{escape(address)}">{escape(address)}</a></p>' if address else player) + caption


def _answer(post: Row) -> str:
    asker = text(post, "asking_name")
    question = text(post, "question")
    asked = f"<b>{escape(asker)}</b> {question}" if asker else question
    return f"<blockquote>{asked}</blockquote>{text(post, 'answer')}"


def _block(block: Row) -> str:
    """A block of the newer editor."""
    kind, words = text(block, "type"), escape(text(block, "text"))
    media = block.get("media")
    first = next(rows(block, "media"), media if isinstance(media, Mapping) else {})
    if kind == "image":
        return _shown(text(first, "url"), alt=text(block, "alt_text"))
    if kind in ("link", "audio", "video"):
        address = text(block, "url") or text(first, "url")
        title = text(block, "title") or address
        return f'<p><a href="{escape(address)}">{escape(title)}</a></p>'
    subtype = text(block, "subtype")
    tag = {"heading1": "h1", "heading2": "h2", "quote": "blockquote", "indented": "blockquote"}.get(
        subtype, "p"
    )
    return f"<{tag}>{words}</{tag}>"


_KINDS: Mapping[str, Callable[[Row], str]] = {
    **dict.fromkeys(("text", "regular"), _written),
    "photo": _photo,
    "quote": _quote,
    "link": _link,
    "answer": _answer,
    **dict.fromkeys(("chat", "conversation"), _chat),
    "audio": _audio,
    "video": _video,
}
