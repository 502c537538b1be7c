"""Help made from the bindings themselves, so that it cannot say anything that is not so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import ActiveBinding, Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from reader.text import wrap
from reader.tui.language import _, capitalized, later

_NARROWEST = 16
_EVERYWHERE = later("Everywhere")
_MOUSE = (
    (later("click"), later("select; a second click opens")),
    (later("wheel"), later("scroll")),
    (later("drag"), later("select text; ctrl+c copies it")),
)
_SIGNS = (
    ("~", later("guessed by the importer, not stated by the dump")),
    ("┊ ╌", later("who answers whom was guessed")),
    ("◆", later("the author of the post")),
    ("▸", later("answers that are folded away")),
    ("»", later("deeper in the thread than the width can show")),
    ("▒", later("an image")),
    ("✓ ★", later("in the list: read, with a star")),
)


def _spoken(lines: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(_(sign), _(words)) for sign, words in lines]


class Sheet(Static):
    """Sections of two columns: signs or keys, and what they mean, each line of which stays in its column."""

    def __init__(self, sections: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        super().__init__(markup=False)
        self._sections = sections
        self._set_for = 0

    def on_resize(self) -> None:
        """Set it for another width."""
        if self.size.width != self._set_for:
            self._set_for = self.size.width
            self.update(self._text(self._set_for))

    def _text(self, width: int) -> Content:
        pieces: list[tuple[str, str] | str] = []
        for title, lines in self._sections.items():
            pieces.append((f"{title}\n", "bold"))
            indent = max(len(key) for key, _ in lines) + 4
            for key, words in lines:
                pieces.append((f"  {key}".ljust(indent), "bold"))
                ranges = wrap(words, max(_NARROWEST, width - indent))
                pieces.append(f"\n{' ' * indent}".join(words[start:end] for start, end in ranges) + "\n")
            pieces.append("\n")
        return Content.assemble(*pieces[:-1])


class HelpScreen(ModalScreen[None]):
    """The keys of the pane that has the focus, then those that work everywhere."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,q,enter", "dismiss", "close", show=False, id="help.close"),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
    ]

    def __init__(self, bindings: Mapping[str, ActiveBinding]) -> None:
        super().__init__()
        self._explained = bindings

    def compose(self) -> ComposeResult:
        """One text that scrolls."""
        with VerticalScroll(id="help", can_focus=False):
            yield Sheet(
                {**self._sections(), _("Mouse"): _spoken(_MOUSE), _("Signs"): _spoken(_SIGNS)},
            )

    def _sections(self) -> dict[str, list[tuple[str, str]]]:
        """What keys do, by pane; keys that do the same are on one line."""
        keys: dict[tuple[str, str], list[str]] = {}
        for active in self._explained.values():
            binding = active.binding
            # What has no words is Textual's own; the key with the ⌘ sign is the same as the one with ctrl.
            if binding.description and not binding.system and "super" not in binding.key:
                title = _(active.node.BINDING_GROUP_TITLE or _EVERYWHERE)
                words = capitalized(_(binding.description))
                if binding.tooltip:
                    tooltip = _(binding.tooltip)
                    words = _("{}: {}").format(words, tooltip[0].lower() + tooltip[1:])
                keys.setdefault((title, words), []).append(self.app.get_key_display(binding))
        sections: dict[str, list[tuple[str, str]]] = {}
        for (title, words), names in keys.items():
            sections.setdefault(title, []).append((" ".join(dict.fromkeys(names)), words))
        return sections

    def action_scroll(self, lines: int) -> None:
        """Some lines down or up."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)
