"""The application: the archive it shows, its looks, and the keys that work everywhere."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen

from reader.archive import open_archive
from reader.marks import open_marks
from reader.text import safe
from reader.tui import themes
from reader.tui.asking import Asking
from reader.tui.help import HelpScreen
from reader.tui.palette import Commands, PostsByTitle
from reader.tui.reading import ReadingScreen

_STYLESHEETS = (
    "app",
    "reading/reading",
    "posts/posts",
    "post/post",
    "comments/comments",
    "search/search",
    "exporting/exporting",
    "marking/marking",
    "source/source",
    "help/help",
)


class ReaderApp(App[None]):
    """A reader of one archive."""

    TITLE = "reader"
    CSS_PATH: ClassVar[list[str]] = [f"{name}.tcss" for name in _STYLESHEETS]  # type: ignore[assignment]  # a list is read like one path
    COMMANDS: ClassVar[set[type]] = {Commands, PostsByTitle}  # type: ignore[assignment]  # Textual's own, and its screenshots, are left out
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", "help", key_display="?"),
        Binding("q", "quit", "quit"),
        Binding("ctrl+p", "command_palette", "Everything by name", show=False),
    ]

    def __init__(
        self,
        path: Path,
        *,
        open_at: tuple[int, int | None] | None = None,
        query: str | None = None,
        marks: Path | None = None,
    ) -> None:
        """Open the archive.

        Raises:
            ArchiveError: when it cannot be opened.
        """
        # Who wants no colours gets none; Textual alone would paint in shades of grey.
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") is not None else None)
        self.path = path
        self.asking = Asking(open_archive(path), self._tell)
        self.marks = open_marks(marks, _now)
        self._open_at = open_at
        self._query = query
        self.animation_level = "none"
        for theme in themes.ALL:
            self.register_theme(theme)
        self.theme = themes.TERMINAL.name if self.no_color else themes.DEFAULT

    def get_default_screen(self) -> Screen[None]:
        """The one screen that is always there."""
        return ReadingScreen(self.path, self.asking, self.marks, open_at=self._open_at, query=self._query)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own names for colours, for themes that do not have them."""
        return dict(themes.CHARCOAL.variables)

    def on_mount(self) -> None:
        """Say what is wrong with the marks, where anything is."""
        if self.marks.notice is not None:
            self._tell(self.marks.notice)

    def on_unmount(self) -> None:
        """Close the archive and the marks."""
        self.asking.archive.close()
        self.marks.close()

    def open_post(self, post_id: int) -> None:
        """Open a post."""
        screen = self.screen
        if isinstance(screen, ReadingScreen):
            screen.open_post(post_id)

    def action_help(self) -> None:
        """Show what the keys do."""
        self.push_screen(HelpScreen(self.screen.active_bindings))

    # A click on markup in an archived text must never reach these, even if one day some text is parsed
    # as markup by mistake: the one writes files, the other presses keys.

    def action_screenshot(self, filename: str | None = None, path: str | None = None) -> None:
        """Do nothing."""

    async def action_simulate_key(self, key: str) -> None:
        """Do nothing."""

    def _tell(self, sentence: str) -> None:
        self.notify(safe(sentence), severity="error", markup=False, timeout=12)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
