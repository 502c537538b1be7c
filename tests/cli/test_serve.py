"""`reader serve`, in a real browser and without one; and the screen where there is no archive."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from reader.marks import open_marks

from .conftest import Run
from .test_screen import COMMAND, TIMEOUT, Terminal

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-port=0",
)
# Far longer than anything takes; a test that waits so long has failed.
_PATIENCE = 120.0


def free_port() -> int:
    """A port where nobody listens."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def wait(condition: Any, what: str) -> Any:
    """Wait for something that another process does."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        found = condition()
        if found:
            return found
        time.sleep(0.1)
    raise AssertionError(what)


@pytest.fixture
def served(sample_archive: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a server with the sample in it."""
    port = free_port()
    environment = {**os.environ, "READER_MARKS": str(tmp_path / "marks.db"), "HOME": str(tmp_path)}
    command = [str(COMMAND), "--archive", str(sample_archive), "serve", "--port", str(port)]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE) as server:
        try:
            wait(lambda: answer(f"http://127.0.0.1:{port}/") is not None, "the server never answered")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


_FETCHED = "performance.getEntriesByType('resource').map(entry => entry.name)"


def answer(address: str, **headers: str) -> tuple[int, str] | None:
    """The status and the text of a page; None where nobody listens."""
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=10) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, ""
    except OSError:  # nobody listens, or who does has not the time to answer
        return None


@pytest.mark.slow
def test_only_its_own_pages_are_answered(served: str) -> None:
    """The page names nothing that lies elsewhere; other sites and other names get no answer."""
    status, page = answer(served) or (0, "")
    assert status == 200
    assert page.count("http") == page.count(served)
    assert (answer(served, Origin="http://evil.example") or (0,))[0] == 403
    assert (answer(served, Host="evil.example") or (0,))[0] == 403
    assert (answer(f"{served}/ws", Origin="http://evil.example") or (0,))[0] == 403
    assert (answer(served, Origin=served) or (0,))[0] == 200


@pytest.mark.slow
def test_the_same_screen_in_a_browser(served: str, tmp_path: Path) -> None:
    """In Chromium the archive opens, a key opens a post, and nothing is fetched from elsewhere."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("there is no Chromium on this machine")
    profile = tmp_path / "profile"
    browser = subprocess.Popen(
        [chromium, *_FLAGS, f"--user-data-dir={profile}", "about:blank"], stderr=subprocess.DEVNULL
    )
    try:
        note = profile / "DevToolsActivePort"
        port = wait(lambda: note.exists() and note.read_text().split("\n")[0], "Chromium never started")
        fetched = asyncio.run(_read_a_post(f"http://127.0.0.1:{port}", served, tmp_path / "marks.db"))
    finally:
        browser.terminate()
        browser.wait(_PATIENCE)

    own = (served, served.replace("http", "ws"), "data:", "about:", "blob:")
    assert [address for address in fetched if not address.startswith(own)] == []
    assert any(address.endswith("textual.js") for address in fetched)


async def _read_a_post(tools: str, page: str, marks: Path) -> list[str]:
    """Open the page, press Enter until a post is marked as read; the addresses of all that was fetched."""
    import aiohttp

    fetched: list[str] = []
    async with aiohttp.ClientSession() as session:
        async with session.put(f"{tools}/json/new?about:blank") as response:
            target = await response.json()
        async with session.ws_connect(target["webSocketDebuggerUrl"], max_msg_size=0) as socket_:
            numbers = count(1)
            answers: dict[int, asyncio.Future[Any]] = {}

            async def ask(method: str, **parameters: Any) -> Any:
                number = next(numbers)
                answers[number] = asyncio.get_running_loop().create_future()
                await socket_.send_json({"id": number, "method": method, "params": parameters})
                return await asyncio.wait_for(answers[number], _PATIENCE)

            async def listen() -> None:
                async for message in socket_:
                    told = json.loads(message.data)
                    if told.get("id") in answers:
                        answers[told["id"]].set_result(told.get("result"))
                    if told.get("method") == "Network.requestWillBeSent":
                        fetched.append(told["params"]["request"]["url"])

            listening = asyncio.create_task(listen())
            await ask("Network.enable")
            await ask("Page.enable")
            await ask("Page.navigate", url=page)
            end = time.monotonic() + _PATIENCE
            while time.monotonic() < end:
                await asyncio.sleep(0.5)
                await ask("Runtime.evaluate", expression="document.querySelector('textarea')?.focus()")
                for kind in ("keyDown", "keyUp"):
                    await ask(
                        "Input.dispatchKeyEvent",
                        type=kind,
                        key="Enter",
                        code="Enter",
                        windowsVirtualKeyCode=13,
                        text="\r",
                    )
                if _has_read(marks):
                    # What the page itself knows of: a busy browser tells of requests late, or of some not at all.
                    known = await ask("Runtime.evaluate", expression=_FETCHED, returnByValue=True)
                    listening.cancel()
                    return [*fetched, *known["result"]["value"]]
    raise AssertionError(f"no post was opened; fetched: {fetched}")


def _has_read(path: Path) -> bool:
    if not path.exists():
        return False
    marks = open_marks(path, lambda: "")
    try:
        return bool(marks.read_keys())
    finally:
        marks.close()


def test_serve_needs_an_archive(run: Run) -> None:
    """Without an archive there is nothing to serve; a port is a number."""
    ran = run("serve", "--archive", "nowhere.db")
    assert (ran.status, "no archive" in ran.err) == (2, True)
    assert run("serve", "--port", "70000").status == 2


def test_serve_without_its_library(run: Run, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the extra is not installed, a sentence says how to have it."""
    monkeypatch.setitem(sys.modules, "reader.tui.web", None)
    ran = run("serve", "--archive", archive)

    assert ran.status == 2
    assert "[serve]" in ran.err


def test_a_port_that_is_taken(run: Run, archive: Path) -> None:
    """Where another program listens already, that is said."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        ran = run("serve", "--archive", archive, "--port", listener.getsockname()[1])

    assert ran.status == 2
    assert "Nobody can listen" in ran.err


def test_first_run(tmp_path: Path) -> None:
    """Without an archive the screen says how to make one, and Enter opens the sample."""
    environment = {"XDG_DATA_HOME": str(tmp_path / "data"), "HOME": str(tmp_path), "READER_ARCHIVE": ""}
    terminal = Terminal([str(COMMAND)], environment, folder=tmp_path)
    try:
        terminal.wait_for(lambda written: "reader import" in written)
        terminal.press("\r")
        terminal.wait_for(lambda written: "14 posts" in written or "posts" in written)
        terminal.press("q")
        terminal.wait_for(lambda written: written.count("\x1b[?1049l") == 2)
        assert terminal.run.wait(TIMEOUT) == 0
    finally:
        terminal.close()
