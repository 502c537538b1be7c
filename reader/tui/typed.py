"""Keys go to where the keys before them have led, however fast they come.

Textual hands each key to what has the focus at that moment; a key that opens a post or a line to type in moves the
focus only once it is handled, and keys that came meanwhile would move the list, or letters be taken for commands.
"""

from __future__ import annotations

import time
from asyncio import TimerHandle
from collections.abc import Sequence
from functools import partial
from typing import ClassVar
from weakref import WeakKeyDictionary

from textual import events
from textual.message_pump import MessagePump
from textual.widget import Widget
from textual.widgets import Input

from reader.tui.delay import after
from reader.tui.terminal import TerminalApp

# Whatever was to take the keys has failed to come; what was typed for it is nothing else. It is waited for by turns,
# each of which begins when the app has had one before, so that a busy machine or a slow disk costs no keys.
_TURN = 0.1
_TURNS = 20


class TypedInOrder(TerminalApp[None]):
    """An app in which what is being opened gets all that is typed after the key that opens it."""

    last_key = 0.0
    """When a key was last pressed, on the clock of `time.perf_counter`."""
    _held: list[events.Key] | None = None
    _patience: TimerHandle | None = None
    _awaited: events.Key | None = None
    _meant_for: ClassVar[WeakKeyDictionary[events.Key, Widget | None]] = WeakKeyDictionary()

    @property
    def holds_keys(self) -> bool:
        """Whether keys are kept."""
        return self._held is not None

    def hold_keys(self) -> None:
        """Keep all keys from now on, until `release_keys`: what they are meant for is about to come."""
        if self._held is None:
            self._held = []
            self._wait(self._held, _TURNS)

    def release_keys(self) -> None:
        """Give the keys that were kept to what has the focus now."""
        held, self._held = self._held or [], None
        if self._patience is not None:
            self._patience.cancel()
        # Those that were handed over before came before the others, wherever they stood in the queue.
        for event in sorted(held, key=lambda key: not key.is_forwarded):
            self.post_message(event)

    def _wait(self, held: list[events.Key], turns: int) -> None:
        if self._held is not held:
            return  # they were released meanwhile
        if turns:
            self._patience = after(_TURN, self, partial(self._wait, held, turns - 1))
        else:
            self._held = None

    async def on_event(self, event: events.Event) -> None:
        """Hand a key to what has the focus; again, where that has changed since to a line to type in."""
        if isinstance(event, events.Key):
            self.last_key = time.perf_counter()
            focused = self.focused
            if event is self._awaited:
                self._awaited = None
                await super().on_event(event)
                self._release_behind([] if focused is None else [focused, *focused.ancestors])
                return
            if self._held is not None:
                self._held.append(event)
                return
            if not event.is_forwarded:
                self._meant_for[event] = focused
            elif isinstance(focused, Input) and self._meant_for.get(event, focused) is not focused:
                self._hand_over(event, focused)
                return
        await super().on_event(event)

    def _hand_over(self, event: events.Key, line: Input) -> None:
        """Give a line to type in a key that was meant for it: a new one, since the old one ends where it bubbled to.

        A letter is in the line when the line has seen it, but any other key is a binding of the line, which the app
        runs when it comes back here. Until then no letter may go by.
        """
        key = events.Key(event.key, event.character)
        self._meant_for[key] = line
        if not key.is_printable:
            self.hold_keys()
            self._awaited = key
        line._forward_event(key)

    def _release_behind(self, nodes: Sequence[MessagePump]) -> None:
        """Release the keys when each of these has done what it was sent before."""
        if nodes:
            nodes[0].call_later(self._release_behind, nodes[1:])
        else:
            self.release_keys()
