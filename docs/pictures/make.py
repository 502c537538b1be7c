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


async def reading() -> str:
    """The list, a post and its comments."""
    app = ReaderApp(ROOT / "archive.db")
    async with app.run_test(size=(140, 38)) as pilot:
        await pilot.pause(0.5)
        for _ in range(8):
            await pilot.press("down")
        await pilot.press("enter")
        await pilot.pause(0.8)
        return app.export_screenshot(title="reader")


async def searching() -> str:
    """Hits as they come while a word is typed."""
    app = ReaderApp(ROOT / "archive.db")
    async with app.run_test(size=(100, 28)) as pilot:
        await pilot.pause(0.5)
        await pilot.press("slash", *"farine")
        await pilot.pause(1.0)
        return app.export_screenshot(title="reader")


def main() -> None:
    """Write each picture beside this file."""
    for name, picture in (("reading", reading), ("search", searching)):
        (FOLDER / f"{name}.svg").write_text(_FONT_FACE.sub("", asyncio.run(picture())), "utf-8")


if __name__ == "__main__":
    main()
