"""Which addresses may be handed to a browser, and how they are shown before that.

What an archive holds is foreign: only http and https, with a host that is shown as it is looked up, and nothing in
the address that a browser or a shell could take for something else.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from reader.text import safe_line
from reader.tui.language import _

_SCHEMES = ("http", "https")
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?")
# RFC 3986: what may stand in an address as it is, an escape included.
_KEPT = "%/:?#[]@!$&'()*+,;=-._~"
_LONGEST = 4000


def openable(address: str) -> str | None:
    """The address as a browser may be given it, in plain ASCII; None where it must not be opened."""
    text = address.strip()
    if len(text) > _LONGEST or any(sign.isspace() or not sign.isprintable() for sign in text):
        return None
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = parts.port
    except (ValueError, UnicodeError):
        return None
    if parts.scheme.lower() not in _SCHEMES or not _HOST.fullmatch(host) or "@" in parts.netloc:
        return None
    rest = quote(text[text.index(parts.netloc, len(parts.scheme)) + len(parts.netloc) :], safe=_KEPT)
    return f"{parts.scheme.lower()}://{host}{f':{port}' if port is not None else ''}{rest}"


def same_page(address: str) -> list[str]:
    """The ways to write an address that mean the same page, for looking it up in an archive."""
    text = address.strip().partition("#")[0]
    if not text:
        return []
    scheme, sign, rest = text.partition("://")
    starts = [f"{scheme}://", *(f"{other}://" for other in _SCHEMES if other != scheme)] if sign else [""]
    rest = rest if sign else text
    ends = [rest, rest[:-1] if rest.endswith("/") else f"{rest}/"]
    return list(dict.fromkeys([address.strip(), *(start + end for start in starts for end in ends)]))


def why_not(address: str) -> str:
    """A sentence for an address that is not opened."""
    return _("This is no address for a browser: {}").format(safe_line(address) or _("there is none"))
