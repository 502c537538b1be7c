"""Take the README's pictures of the real app on the sample archive: `python docs/pictures/make.py`."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

from reader.tui.app import ReaderApp

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent
# Textual's pictures fetch their font from the net; a README should fetch nothing.
_FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


async def _picture(size: tuple[int, int], look: str, *keys: str) -> str:
    """The screen after some keys; `…` waits for what a thread brings."""
    app = ReaderApp(ROOT / "archive.db")
    async with app.run_test(size=size) as pilot:
        app.theme = look
        await pilot.pause(0.5)
        for key in keys:
            await pilot.pause(0.8) if key == "…" else await pilot.press(key)
        await pilot.pause(0.8)
        return app.export_screenshot(title="reader")


_DOWN = ["down"] * 8

PICTURES = {
    # The list, a post and its comments.
    "reading": lambda: _picture((140, 38), "charcoal", *_DOWN, "enter"),
    # The same in the light look, with the comments of one person in the accent and the reasons of a guess.
    "paper": lambda: _picture((140, 38), "paper", *_DOWN, "enter", "…", "c", "j", "a", "i"),
    # Hits as they come while a word is typed.
    "search": lambda: _picture((100, 28), "charcoal", "/", *"farine"),
    # A dump with the role of each line.
    "source": lambda: _picture((130, 34), "charcoal", "enter", "…", "c", "j", "s"),
}


def main() -> None:
    """Write each picture beside this file."""
    for name, picture in PICTURES.items():
        (FOLDER / f"{name}.svg").write_text(_FONT_FACE.sub("", asyncio.run(picture())), "utf-8")


if __name__ == "__main__":
    main()
