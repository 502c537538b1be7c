"""Showing pictures in a terminal that no screen is drawn on: one at a time, as well as the terminal can.

Importing this asks the terminal what it can draw, so the screen must have been put aside before.
"""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import PIL.Image
from rich.console import Console
from rich.text import Text
from textual_image.renderable import Image

from reader.text import safe_line
from reader.tui.language import _
from reader.tui.phrases import cut
from reader.tui.pictures.finding import Picture

_LARGEST = 64_000_000
# What Pillow raises at files that are none, broken, or made to fill the memory.
_BROKEN = (
    OSError,
    ValueError,
    SyntaxError,
    PIL.Image.DecompressionBombError,
    PIL.Image.DecompressionBombWarning,
)
_ON = ("n", "j", " ", "\x1b[C", "\x1b[B")
_BACK = ("p", "k", "N", "\x1b[D", "\x1b[A")


def view(pictures: Sequence[Picture], at: int) -> None:
    """Show pictures, beginning with one of them, until another key than those that lead to the next is pressed."""
    console = Console()
    with _keys_at_once(), console.screen(hide_cursor=True):
        while True:
            _show(console, pictures[at], at + 1, len(pictures))
            key = _key()
            if key in _ON:
                at = min(at + 1, len(pictures) - 1)
            elif key in _BACK:
                at = max(at - 1, 0)
            else:
                return


def _show(console: Console, picture: Picture, place: int, count: int) -> None:
    console.clear()
    width, height = console.width, max(1, console.height - 2)
    try:
        image = _read(picture.path)
        # As large as it is, or as there is room for.
        as_it_is = console.measure(Image(image)).maximum
        as_high = console.measure(Image(image, width="auto", height=height)).maximum
        console.print(Image(image, width=max(1, min(as_it_is, as_high, width)), height="auto"))
        said: str = picture.caption
    except _BROKEN as error:
        said = _("{} cannot be shown: {}.").format(safe_line(picture.path.name), safe_line(str(error)))
    words = _("{} of {}").format(place, count) + (f" · {said}" if said else "")
    keys = _("n: next · p: before · Esc: back") if count > 1 else _("Esc: back")
    sys.stdout.write(f"\x1b[{console.height};1H")
    console.print(Text(cut(f"{words}   {keys}", width - 1)), end="")


def _read(path: Path) -> PIL.Image.Image:
    if path.stat().st_size > _LARGEST:
        raise ValueError(_("the file is very large"))
    with warnings.catch_warnings():
        warnings.simplefilter("error", PIL.Image.DecompressionBombWarning)
        with PIL.Image.open(path) as opened:
            return opened.convert("RGB")


@contextmanager
def _keys_at_once() -> Iterator[None]:
    """Have keys come without Enter, those too that come while a picture is drawn, and not write them."""
    if sys.platform == "win32":
        yield
        return
    import termios
    import tty

    descriptor = sys.stdin.fileno()
    before = termios.tcgetattr(descriptor)
    try:
        tty.setcbreak(descriptor, termios.TCSADRAIN)
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, before)


def _key() -> str:
    """One key; nothing where the terminal is gone."""
    if sys.platform == "win32":
        import msvcrt

        return msvcrt.getwch()
    try:
        return os.read(sys.stdin.fileno(), 16).decode("utf-8", "replace")
    except OSError:
        return ""
