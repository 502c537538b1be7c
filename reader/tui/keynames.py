"""The names of keys as the user's keyboard has them."""

from __future__ import annotations

from reader.tui.language import _, later

_NAMES = frozenset(
    {
        later("space"),
        later("tab"),
        later("shift"),
        later("alt"),
        later("esc"),
        later("home"),
        later("end"),
        later("pgup"),
        later("pgdn"),
        later("delete"),
    }
)


def key_name(shown: str) -> str:
    """A key such as `shift+tab` or `/`, as Textual shows it, in the language of the screens."""
    return "+".join(_(part) if part in _NAMES else part for part in shown.split("+"))
