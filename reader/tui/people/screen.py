"""One person: who is meant, a timeline, and everything that was signed with the name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from reader.archive import Person, Writing, person, writings
from reader.text import Safe, safe_line
from reader.tui.asking import Asking, Stoppable
from reader.tui.keyline import KeyLine
from reader.tui.language import _
from reader.tui.lineview import InkScreen
from reader.tui.people.list import WritingList, summary
from reader.tui.phrases import GUESS_SIGN, number
from reader.tui.posts import YearBar
from reader.tui.source.matching import Target

_MOST_NAMES = 6


class PersonScreen(InkScreen[Target | None]):
    """Everything by one name; it ends with the place in a post that was chosen, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,A", "close", "back", show=False, id="person.back"),
    ]

    def __init__(self, path: Path, asking: Asking, name: str) -> None:
        super().__init__()
        self._path = path
        self._asking = asking
        self._person = name
        self._finding = Stoppable()
        self._years: Mapping[str, int] = {}

    def compose(self) -> ComposeResult:
        """Who, what, and when."""
        yield Static("", id="person-heading", markup=False)
        yield WritingList(self._rows, id="writings")
        yield YearBar(id="person-years")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Look for everything, beside the screen: it may be much."""
        self._head("looking…")
        self.query_one(WritingList).focus(scroll_visible=False)
        self._find()

    def on_unmount(self) -> None:
        """Let no thread go on asking."""
        self._finding.stop()

    @work(thread=True, exclusive=True, group="person")
    def _find(self) -> None:
        found = self._finding.answer(
            self._path,
            lambda archive: person(archive, self._person),
            lambda error: self.app.call_from_thread(self._asking.failed, error),
        )
        if found is not None:
            self.app.call_from_thread(self._show, found)

    def _show(self, found: Person) -> None:
        self._years = found.years
        self._head(
            summary(found.posts, found.comments, len(found.blogs)),
            _names([str(blog) for blog in found.blogs if blog], _("On {}")),
            _names(list(found.spellings), GUESS_SIGN + _("One name in several spellings: {}"), least=2),
        )
        self.query_one(WritingList).show(found.entries, found.years)

    def _head(self, *lines: str) -> None:
        pieces = [(f"{safe_line(self._person)}\n", "bold $ink")]
        pieces += [
            (f"{line}\n", "$guess" if line.startswith(GUESS_SIGN) else "$muted") for line in lines if line
        ]
        self.query_one("#person-heading", Static).update(Content.assemble(*pieces))

    def _rows(self, entries: Sequence[int]) -> Sequence[Writing] | None:
        return self._asking.ask(lambda archive: writings(archive, entries))

    @on(WritingList.Moved)
    def _moved(self) -> None:
        view = self.query_one(WritingList)
        self.query_one(YearBar).show(self._years, view.current_year, view.cursor + 1, view.count)

    @on(YearBar.Chosen)
    def _year_chosen(self, message: YearBar.Chosen) -> None:
        view = self.query_one(WritingList)
        view.move_to_year(message.year)
        view.focus(scroll_visible=False)

    @on(WritingList.Opened)
    def _opened(self, message: WritingList.Opened) -> None:
        self.dismiss(Target(message.writing.post, comment=message.writing.comment))

    def action_close(self) -> None:
        """Back to where one came from."""
        self.dismiss(None)


def _names(names: Sequence[str], words: str, *, least: int = 1) -> Safe:
    """`On Crumbs, Carnet de quais and 3 more`; nothing for too few."""
    if len(names) < least:
        return Safe("")
    more = len(names) - _MOST_NAMES
    told = ", ".join(safe_line(name) for name in names[:_MOST_NAMES])
    return Safe(words.format(_("{} and {} more").format(told, number(more)) if more > 0 else told))
