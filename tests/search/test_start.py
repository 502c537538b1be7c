"""Starting a search costs little."""

from __future__ import annotations

import subprocess
import sys


def test_import_is_light() -> None:
    """Importing search loads no screen, no SQLite tool, and no reader of dates."""
    code = "import sys, reader.search; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert not {"textual", "rich", "sqlite_utils", "dateparser", "sqlite3"} & set(done.stdout.split())
    assert "reader" in done.stdout.split()
