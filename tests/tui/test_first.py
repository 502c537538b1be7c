"""The screen of those who have no archive yet."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from reader.tui.first import FirstApp

from .screens import looks_like

SIZES = ((200, 50), (120, 30), (80, 24), (60, 20))


def test_first_run_looks_as_it_should() -> None:
    """What to do stands in the middle, at each width; the keys that there are stand at the foot."""

    async def run() -> None:
        app = FirstApp(Path("/home/anne/archive.db"), Path("/home/anne/.local/archive.db"), has_sample=True)
        async with app.run_test(size=SIZES[0]) as pilot:
            for size in SIZES:
                await pilot.resize_terminal(*size)
                await pilot.pause()
                await looks_like(pilot, f"first-{size[0]}x{size[1]}")  # type: ignore[arg-type]  # a pilot of another app

    asyncio.run(run())


@pytest.mark.parametrize(("key", "opens"), [("enter", True), ("q", False), ("escape", False)])
def test_keys_of_the_first_run(key: str, opens: bool) -> None:
    """Enter opens the sample, q and Esc leave."""

    async def run() -> bool | None:
        app = FirstApp(Path("/a.db"), Path("/b.db"), has_sample=True)
        async with app.run_test() as pilot:
            await pilot.press(key)
        return app.return_value

    assert asyncio.run(run()) is opens
