"""The dates of an export, as ISO 8601, in the blog's own time wherever it is stated."""

from __future__ import annotations

from blogimport.stamps import stamp_of, stamp_of_mail


def local_or_gmt(local: str, gmt: str, feed: str = "") -> str | None:
    """The date as the blog showed it, else that of Greenwich with its offset, else the feed's."""
    found = stamp_of(local)
    if found is not None:
        return found
    found = stamp_of(gmt)
    if found is not None:
        return f"{found}+00:00" if "T" in found and not _has_offset(found) else found
    return stamp_of_mail(feed)


def _has_offset(date: str) -> bool:
    return date[-6] in "+-" and ":" in date[-6:]
