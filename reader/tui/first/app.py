"""One page of words and one choice."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from reader.text import safe_line
from reader.tui import themes
from reader.tui.keyline import KeyLine
from reader.tui.language import _, speak
from reader.tui.terminal import TerminalApp


class FirstApp(TerminalApp[bool]):
    """Says what to do; it ends with True where the sample is to be opened."""

    TITLE = "reader"
    CSS_PATH: ClassVar[list[str]] = ["../app.tcss", "first.tcss"]  # type: ignore[assignment]  # a list is read like one path
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,escape", "leave", "quit", id="first.quit"),
    ]
    _WITH_SAMPLE = Binding("enter", "sample", "open the sample", key_display="↵", id="first.sample")

    def __init__(
        self, looked_for: Path, own: Path, *, has_sample: bool, languages: Sequence[str] = ()
    ) -> None:
        """Say where an archive was looked for, and where the user's own would be found from anywhere."""
        speak(languages)
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") is not None else None)
        self._looked_for = looked_for
        self._own = own
        self._has_sample = has_sample
        for theme in themes.ALL:
            self.register_theme(theme)
        self.theme = themes.TERMINAL.name if self.no_color else themes.DEFAULT

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own names for colours, for themes that do not have them."""
        return dict(themes.CHARCOAL.variables)

    def compose(self) -> ComposeResult:
        """The words, and the keys."""
        if self._has_sample:
            self._bindings.key_to_bindings.setdefault("enter", []).append(self._WITH_SAMPLE)
        with VerticalScroll(id="first"):
            yield Static(self._words(), markup=False)
        yield KeyLine(id="keys")

    def _words(self) -> Content:
        here, own = safe_line(str(self._looked_for.absolute())), safe_line(str(self._own))
        pieces: list[tuple[str, str] | str] = [
            (_("There is no archive yet") + "\n\n", "bold"),
            _(
                "Reader shows blogs that are no longer there, from the dumps that are left of them: page texts, "
                "saved pages, exports, feeds. First they are read into an archive, one file:"
            )
            + "\n\n",
            (f"  reader import {_('FOLDER')}\n\n", "$accent"),
            _("That makes {}, which reader opens when it is started here.").format(here) + "\n\n",
            (f"  reader --archive {_('PATH')}\n\n", "$accent"),
            _("opens one that lies elsewhere; one at {} is found from everywhere.").format(own) + "\n",
        ]
        if self._has_sample:
            pieces.append(
                "\n"
                + _("To see what it is like first, press Enter: a small archive made for this program opens.")
                + "\n"
            )
        return Content.assemble(*pieces)

    def action_sample(self) -> None:
        """Open the sample."""
        self.exit(result=True)

    def action_leave(self) -> None:
        """Open nothing."""
        self.exit(result=False)

    # As in the app itself: no click on any text may reach these.

    def action_screenshot(self, filename: str | None = None, path: str | None = None) -> None:
        """Do nothing."""

    async def action_simulate_key(self, key: str) -> None:
        """Do nothing."""
