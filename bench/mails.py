"""Texts as mails, which are all that notmuch searches; it is Xapian with a command line."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

_HEAD = (
    "From: {author} <x@example.org>\nSubject: {title}\nMessage-ID: <{number}@x>\n"
    "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n"
)


class Mails:
    """A folder of mails with the index that notmuch makes of it."""

    def __init__(self, folder: Path) -> None:
        self._mails = folder / "mails"
        (self._mails / "cur").mkdir(parents=True)
        config = folder / "notmuch"
        config.write_text(
            f"[database]\npath={self._mails}\n[user]\nname=x\nprimary_email=x@example.org\n", "utf-8"
        )
        self.environment = {**os.environ, "NOTMUCH_CONFIG": str(config)}

    def add(self, number: int, body: str, *, title: str | None = None, author: str | None = None) -> None:
        """Write a text as a mail."""
        head = _HEAD.format(number=number, title=title or "-", author=author or "x")
        (self._mails / "cur" / f"{number}:2,").write_text(f"{head}{body}\n", "utf-8")

    def index(self) -> int:
        """Have notmuch read the mails; how many bytes its index has."""
        subprocess.run(["notmuch", "new", "--quiet"], env=self.environment, check=True, capture_output=True)
        return sum(file.stat().st_size for file in (self._mails / ".notmuch").rglob("*") if file.is_file())

    def found(self, query: str) -> set[int]:
        """The numbers of the texts that notmuch finds."""
        command = ["notmuch", "search", "--output=messages", "--", query]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)
        return {int(line.removeprefix("id:").split("@")[0]) for line in done.stdout.splitlines()}
