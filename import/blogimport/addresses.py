"""The parts of an address that a dump holds, which may be none."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

_NONE = SplitResult("", "", "", "", "")


def split_address(address: str) -> SplitResult:
    """The parts of an address; all of them empty for what is no address (« http://[zoe »)."""
    try:
        return urlsplit(address.strip())
    except ValueError:
        return _NONE
