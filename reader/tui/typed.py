"""Keys go to where the keys before them have led, however fast they come.

Textual hands each key to what has the focus at that moment; a key that opens a post or a line to type in moves the
focus only once it is handled, and keys that came meanwhile would move the list, or letters be taken for commands.
"""

from __future__ import annotations

import time
from asyncio import TimerHandle
from functools import partial
from typing import ClassVar
from weakref import WeakKeyDictionary

from textual import events
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
            if self._held is not None:
                self._held.append(event)
                return
            focused = self.focused
            if not event.is_forwarded:
                self._meant_for[event] = focused
            elif isinstance(focused, Input) and self._meant_for.get(event, focused) is not focused:
                self._meant_for[event] = focused
                focused.post_message(event)
                return
        await super().on_event(event)
