"""The application: the archive it shows, its looks, and the keys that work everywhere."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.screen import Screen

from reader.archive import open_archive
from reader.errors import ArchiveError
from reader.marks import open_marks
from reader.text import safe
from reader.tui import themes, tidying
from reader.tui.asking import Asking
from reader.tui.keymap import FILE_NAME, KeymapError, named, read_keymap, template, unknown
from reader.tui.keynames import key_name
from reader.tui.language import _, said, speak
from reader.tui.posts.list import ORDERS
from reader.tui.posts.places import Places
from reader.tui.posts.shelf import Shelf
from reader.tui.reading import ReadingScreen
from reader.tui.remembered import Folders, Remembered
from reader.tui.typed import TypedInOrder
from reader.tui.watching import Watch

if TYPE_CHECKING:
    from textual.command import Provider


# Parsing styles takes a third of the time to the first painted list: those of the list come first, the others when
# what they are for is put on the screen.
_STYLESHEETS = ("app", "reading/reading", "posts/posts")
_LATER = (
    "post/post",
    "comments/comments",
    "search/search",
    "exporting/exporting",
    "marking/marking",
    "people/people",
    "similar/similar",
    "find/find",
    "links/links",
    "source/source",
    "help/help",
    "palette",
)
_HERE = Path(__file__).parent


# Imported when the palette is first opened: with Textual's own part it takes 30 ms.
def _commands() -> type[Provider]:
    from reader.tui.palette import Commands

    return Commands


def _posts_by_title() -> type[Provider]:
    from reader.tui.palette import PostsByTitle

    return PostsByTitle


def _blogs_by_name() -> type[Provider]:
    from reader.tui.palette import BlogsByName

    return BlogsByName


class ReaderApp(TypedInOrder):
    """A reader of one archive."""

    TITLE = "reader"
    LOOK_EVERY = 2.0
    CSS_PATH: ClassVar[list[str]] = [f"{name}.tcss" for name in _STYLESHEETS]  # type: ignore[assignment]  # a list is read like one path
    COMMANDS = {_commands, _posts_by_title, _blogs_by_name}  # noqa: RUF012 - Textual says that it is one; its own, and its screenshots, are left out
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "help", "help", key_display="?", id="app.help"),
        Binding("q", "quit", "quit", id="app.quit"),
        Binding("ctrl+p", "command_palette", "Everything by name", show=False, id="app.palette"),
        Binding("ctrl+t", "look", "Next look: charcoal, paper, terminal", show=False, id="app.look"),
    ]

    def __init__(
        self,
        path: Path,
        folders: Folders | None = None,
        *,
        open_at: tuple[int, int | None] | None = None,
        query: str | None = None,
        marks: Path | None = None,
        pictures: Path | None = None,
        languages: Sequence[str] = (),
    ) -> None:
        """Open the archive, and speak the first of some languages that is known; English where none is.

        Raises:
            ArchiveError: when it cannot be opened.
        """
        speak(languages)
        # Who wants no colours gets none; Textual alone would paint in shades of grey.
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") is not None else None)
        self.path = path
        self.pictures = pictures or path.with_name(f"{path.stem}_files")
        self.folders = folders or Folders()
        self.remembered = Remembered(self.folders.state)
        self.asking = Asking(open_archive(path), self._tell)
        self.marks = open_marks(marks, _now)
        self._own_keys: dict[str, str] = {}
        self._watch: Watch | None = None
        self._open_at = open_at
        self._query = query
        self.animation_level = "none"
        for theme in themes.ALL:
            self.register_theme(theme)
        look = self.remembered.text("look")
        known = look if look in self.available_themes else themes.DEFAULT
        self.set_reactive(App.theme, themes.TERMINAL.name if self.no_color else known)
        self._is_dressed = False
        self._dressed_for = self.get_css_variables()
        self.stylesheet.set_variables(self._dressed_for)
        self._use_keymap()

    def get_default_screen(self) -> Screen[None]:
        """The one screen that is always there."""
        order = self.remembered.text("order")
        places = Places(self.remembered, self.path)
        shelf = Shelf(self.path, self.asking, self.marks, places, order if order in ORDERS else "newest")
        return ReadingScreen(shelf, open_at=self._open_at, query=self._query)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own names for colours, for themes that do not have them."""
        return dict(themes.CHARCOAL.variables)

    def on_mount(self) -> None:
        """Say what is wrong with the marks, where anything is."""
        if self.marks.notice is not None:
            self._tell(said(self.marks.notice))

    def on_unmount(self) -> None:
        """Close the archive and the marks."""
        self.asking.archive.close()
        self.marks.close()

    def get_key_display(self, binding: Binding) -> str:
        """A key as it is written at the foot and in the help."""
        return "↵" if binding.key == "enter" else key_name(super().get_key_display(binding))

    def show_blog(self, name: str) -> None:
        """List the posts of one blog alone."""
        screen = self.screen
        if isinstance(screen, ReadingScreen):
            screen.show_blog(name)

    def watch_theme(self, theme: str) -> None:
        """Remember the look that was chosen."""
        if self.is_running and not self.no_color:
            self.remembered.keep("look", theme)

    def action_look(self) -> None:
        """The next look."""
        names = [theme.name for theme in themes.ALL]
        at = names.index(self.theme) if self.theme in names else -1
        self.theme = names[(at + 1) % len(names)]

    def _use_keymap(self) -> None:
        """Take the keys of the user's own file, as far as it can be read."""
        if self.folders.config is None:
            return
        try:
            self._own_keys = read_keymap(self.folders.config / FILE_NAME)
            self.set_keymap(self._own_keys)
        except KeymapError as error:
            self.call_later(self._tell, said(error.sentence))

    def dress(self) -> None:
        """Have the styles of everything that the list does not need; before any of it is put on the screen."""
        if self._is_dressed:
            return
        self._is_dressed = True
        for name in _LATER:
            self.stylesheet.read(_HERE / f"{name}.tcss")
        self.stylesheet.parse()

    def refresh_css(self, animate: bool = True) -> None:
        """Find the styles of everything anew; but not at the start, where Textual has just done so."""
        if self._dressed_for != self.get_css_variables():
            self._dressed_for = self.get_css_variables()
            super().refresh_css(animate)

    def check_keymap(self) -> None:
        """Tell which names in the user's file of keys mean nothing; once all that has keys is imported."""
        if self._own_keys and (names := unknown(self._own_keys, named([DOMNode]))):
            self._tell(_("{} names what has no keys: {}.").format(FILE_NAME, ", ".join(names)))

    def action_write_keys(self) -> None:
        """Write a file with all keys, to be changed."""
        folder = self.folders.config
        if folder is None:
            return
        path = folder / FILE_NAME
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8") as file:
                file.write(template(named([DOMNode])))
        except FileExistsError:
            self._say(_("Your keys are in {}.").format(path))
        except OSError as error:
            self._tell(_("{} cannot be written: {}.").format(path, error.strerror))
        else:
            self._say(
                _("All keys are in {} now, to be changed; they count from the next start on.").format(path)
            )

    def _say(self, sentence: str) -> None:
        self.notify(safe(sentence), markup=False, timeout=12)

    def open_post(self, post_id: int) -> None:
        """Open a post."""
        screen = self.screen
        if isinstance(screen, ReadingScreen):
            screen.open_post(post_id)

    def begin_to_tidy(self) -> None:
        """Look for garbage while nobody presses a key; once everything is there that stays."""
        tidying.begin()
        self.set_interval(self.LOOK_EVERY, lambda: tidying.tidy(self.last_key))

    # While the archive changes

    def watch_archive(self) -> None:
        """Look at the archive's file from time to time."""
        self._watch = Watch(self.path)
        self.set_interval(self.LOOK_EVERY, self._look)

    def _look(self) -> None:
        if self._watch is None or not self._watch.has_changed():
            return
        try:
            archive = open_archive(self.path)
        except ArchiveError as error:
            # What is open stays open: it can still be read.
            self.asking.failed(error)
            return
        self.asking.archive.close()
        self.asking.archive = archive
        for screen in self.screen_stack:
            if isinstance(screen, ReadingScreen):
                screen.reload(is_written_to=self._watch.is_written_to)

    def action_help(self) -> None:
        """Show what the keys do."""
        from reader.tui.help import HelpScreen

        self.dress()
        self.push_screen(HelpScreen(self.screen.active_bindings))

    def action_command_palette(self) -> None:
        """Show the palette."""
        self.dress()
        from textual.command import CommandPalette

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(id="--command-palette", placeholder=_("Search for commands…")))

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
