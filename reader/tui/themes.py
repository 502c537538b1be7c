"""The three looks: paper, charcoal, and the terminal's own colours.

Two inks on one paper, one accent, one colour for guesses; everything that Textual draws itself is
brought down to these.
"""

from __future__ import annotations

from textual.theme import Theme

DEFAULT = "charcoal"


def _quiet(
    ink: str, muted: str, rule: str, guess: str, line: str, hit: str, paper: str, accent: str
) -> dict[str, str]:
    """The colours that the stylesheets name, and Textual's own names for them."""
    return {
        "ink": ink,
        "muted": muted,
        "rule": rule,
        "guess": guess,
        "cursor-line": line,
        "hit-ground": hit,
        "scrollbar": rule,
        "scrollbar-hover": muted,
        "scrollbar-active": accent,
        "scrollbar-background": paper,
        "scrollbar-background-hover": paper,
        "scrollbar-background-active": paper,
        "scrollbar-corner-color": paper,
        "border": accent,
        "border-blurred": rule,
        "input-cursor-background": accent,
        "input-cursor-foreground": paper,
    }


_PAPER = "#F8F4EA"
_CHARCOAL = "#211F1D"
# The one further ink, for the lines of a dump that are comments; their role is also said in words.
_COMMENT_ON_PAPER = "#4B6A34"
_COMMENT_ON_CHARCOAL = "#A9BE84"

PAPER = Theme(
    name="paper",
    dark=False,
    primary="#9A3B1E",
    accent="#9A3B1E",
    secondary="#6F675C",
    foreground="#2B2722",
    background=_PAPER,
    surface=_PAPER,
    panel="#EEE7D8",
    warning="#8A5A00",
    error="#A11D1D",
    success="#6F675C",
    variables={
        **_quiet("#2B2722", "#6F675C", "#D8CFBC", "#1F6A70", "#EDE6D6", "#F3DDA9", _PAPER, "#9A3B1E"),
        "comment": _COMMENT_ON_PAPER,
    },
)

CHARCOAL = Theme(
    name="charcoal",
    dark=True,
    primary="#E3A457",
    accent="#E3A457",
    secondary="#9C9387",
    foreground="#E6DFD3",
    background=_CHARCOAL,
    surface=_CHARCOAL,
    panel="#2D2A27",
    warning="#E3A457",
    error="#E07A6A",
    success="#9C9387",
    variables={
        **_quiet("#E6DFD3", "#9C9387", "#4A453F", "#7CB7B4", "#2F2C28", "#54431F", _CHARCOAL, "#E3A457"),
        "comment": _COMMENT_ON_CHARCOAL,
    },
)

# Only colours that every palette makes legible on its own background.
TERMINAL = Theme(
    name="terminal",
    ansi=True,
    primary="ansi_blue",
    accent="ansi_blue",
    secondary="ansi_bright_black",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    variables={
        **_quiet(
            "ansi_default",
            "ansi_bright_black",
            "ansi_bright_black",
            "ansi_magenta",
            "ansi_default",
            "ansi_default",
            "ansi_default",
            "ansi_blue",
        ),
        "comment": "ansi_green",
        # Textual's own stylesheets ask an ANSI theme for these two.
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "input-cursor-background": "ansi_default",
        "input-cursor-foreground": "ansi_default",
        "input-cursor-text-style": "reverse",
        "screen-selection-background": "ansi_blue",
        "screen-selection-foreground": "ansi_bright_white",
        "block-cursor-background": "ansi_blue",
        "block-cursor-foreground": "ansi_bright_white",
    },
)

ALL = (CHARCOAL, PAPER, TERMINAL)
