"""What becomes of a terminal: its end is the end of what is shown in it, its size that of what is shown.

Knows nothing of what is shown.
"""

from __future__ import annotations

import asyncio
import select
import shutil
import signal
import sys
from collections.abc import Callable

from textual.app import App, ReturnType
from textual.events import Resize
from textual.geometry import Size

_LOOK_EVERY = 1.0


class TerminalApp(App[ReturnType]):
    """An app that ends as by its own key when its terminal is gone, and is never of another size than that."""

    def on_mount(self) -> None:
        """Begin to look."""
        if not self.is_headless:
            end_by_signals(self.exit)
            self.set_interval(_LOOK_EVERY, self._look_for_the_terminal)

    def _look_for_the_terminal(self) -> None:
        if has_gone():
            self.exit()
            return
        # The signal of another size may come before the size itself, or while the screen was put aside.
        size = size_now()
        if size is not None and size != self.size:
            self.post_message(Resize(size, size))


def size_now() -> Size | None:
    """The cells that the terminal has; None where the output is none."""
    if sys.__stdout__ is None or not sys.__stdout__.isatty():
        return None
    return Size(*shutil.get_terminal_size())


def has_gone() -> bool:
    """Whether nobody is at the other end of the standard input any more.

    A terminal may vanish without a signal, and its end of file, which is then read for ever, is all that tells.
    """
    if not hasattr(select, "poll") or sys.__stdin__ is None:
        return False  # not on Windows, where the window takes its programs with it
    watched = select.poll()
    try:
        watched.register(sys.__stdin__.fileno(), 0)
    except (OSError, ValueError):
        return True
    return bool(watched.poll(0))


def end_by_signals(end: Callable[[], None]) -> None:
    """Have a window that is closed, and a system that shuts down, end the program as its own key does."""
    loop = asyncio.get_running_loop()
    for name in ("SIGHUP", "SIGTERM"):
        if hasattr(signal, name):
            try:
                loop.add_signal_handler(getattr(signal, name), end)
            except (NotImplementedError, RuntimeError):
                return  # on Windows; or not in the main thread, where signals cannot come
