"""The orders that a list of posts can have."""

from __future__ import annotations

from typing import Literal

Order = Literal["newest", "oldest", "title", "comments", "blog"]
