"""What the head and the name of a post file tell of its post."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from blogimport.locales import language_of_locale
from blogimport.markup import plain
from blogimport.postfile.values import Value, text_of
from blogimport.readings import Withheld
from blogimport.stamps import stamp

_DATED = re.compile(r"(?P<day>\d{4}-\d{1,2}-\d{1,2})(?:-(?P<slug>.+))?")
_LANGUAGE_ENDING = re.compile(r"[.](?P<code>[a-z]{2})(?:-[a-zA-Z]{2})?$")
_DRAFTS = re.compile(r"_?drafts?|brouillons?", re.IGNORECASE)
# Folders of one post with its pictures, in which the post itself always has the same name.
_BUNDLES = ("index", "_index", "readme")
_NO = frozenset(("false", "no", "off", "0"))
_YES = frozenset(("true", "yes", "on", "1"))
_SHOWN = frozenset(("", "publish", "published", "public", "featured"))


@dataclass(frozen=True, slots=True)
class Facts:
    """A head, and the name of the file that it stands in."""

    values: Mapping[str, Value]
    name: str

    def text(self, *names: str) -> str:
        """What stands under the first of some names that has a text."""
        return next((text for name in names if (text := text_of(self.values.get(name)))), "")

    @property
    def stem(self) -> str:
        """The name that a program would make the address of: without folder, day, language and ending."""
        path = PurePosixPath(self.name)
        stem = _LANGUAGE_ENDING.sub("", path.stem)
        if stem.lower() in _BUNDLES and path.parent.name:
            stem = path.parent.name
        return stem

    @property
    def slug(self) -> str:
        """What the post is called in addresses."""
        stated = self.text("slug", "basename", "post_name")
        dated = _DATED.fullmatch(self.stem)
        return stated or (dated["slug"] or "" if dated else self.stem)

    def title(self) -> tuple[str | None, str | None]:
        """The title, and the reason where the file states none."""
        stated = plain(self.text("title"))
        if stated:
            return stated, None
        words = " ".join(re.split(r"[-_ ]+", self.slug)).strip()
        return (words, "made of the name of the file") if words else (None, None)

    def published(self) -> tuple[str | None, str | None]:
        """The day of publication, and the reason where only another day is told."""
        language = self.language()
        for name in ("date", "publishdate", "published_at", "published", "pubdate", "created", "created_at"):
            found = stamp(self.text(name), language)
            if found is not None:
                return found, None
        dated = _DATED.fullmatch(self.stem)
        if dated is not None:
            year, month, day = dated["day"].split("-")
            found = stamp(f"{year}-{month:>02}-{day:>02}")
            if found is not None:
                return found, None
        for name in ("lastmod", "modified", "updated", "last_modified_at"):
            found = stamp(self.text(name), language)
            if found is not None:
                return found, "the date of its last change"
        return None, None

    def author(self) -> str | None:
        """Who wrote it."""
        for name in ("author", "authors", "by"):
            found = _named(self.values.get(name))
            if found:
                return found
        return None

    def url(self) -> str | None:
        """The address, or the path, of the page that was made of it."""
        for name in ("permalink", "url", "save_as", "link"):
            address = self.text(name)
            is_web = address.startswith(("http://", "https://"))
            # `:year/:title` and `{slug}` are patterns for many addresses.
            if is_web or (address and name != "link" and ":" not in address and "{" not in address):
                return address
        return None

    def language(self) -> str | None:
        """The language that the head or the name states."""
        stated = language_of_locale(self.text("lang", "language", "locale"))
        if stated is not None:
            return stated
        ending = _LANGUAGE_ENDING.search(PurePosixPath(self.name).stem)
        return ending["code"] if ending else None

    def categories(self) -> tuple[str, ...]:
        """The categories."""
        return _labels(self.values.get("category"), is_one=True) or _labels(self.values.get("categories"))

    def tags(self) -> tuple[str, ...]:
        """The tags."""
        return _labels(self.values.get("tag"), is_one=True) or _labels(
            self.values.get("tags") or self.values.get("keywords")
        )

    def withheld(self) -> Withheld | None:
        """Why the blog did not show it."""
        folders = PurePosixPath(self.name).parts[:-1]
        state = self.text("status").lower()
        published = self.text("published").lower()
        if self.text("draft").lower() in _YES or any(_DRAFTS.fullmatch(folder) for folder in folders):
            return "draft"
        # Jekyll goes by this alone; a state beside it is what an importer has left of another program's.
        if published in _YES:
            return None
        if published in _NO or state in ("draft", "pending", "future", "auto-draft"):
            return "draft"
        return None if state in _SHOWN else state

    def comments_open(self) -> bool | None:
        """Whether the head says that one may comment."""
        stated = self.text("comments", "comment_status", "allow_comments").lower()
        return True if stated in (*_YES, "open") else False if stated in (*_NO, "closed") else None

    def names(self) -> Iterator[str]:
        """Under what else other dumps may know the post."""
        if self.slug:
            yield f"slug:{self.slug}"
        for name in ("guid", "wordpress_url", "original_url", "canonical_url", "permalink"):
            address = self.text(name)
            if address.startswith(("http://", "https://")):
                yield f"url:{address}"
        for name in ("aliases", "redirect_from"):
            value = self.values.get(name)
            for one in value if isinstance(value, list) else [value]:
                path = text_of(one).strip("/")
                if path and "{" not in path:
                    yield f"url:{path}" if "://" in path else f"path:{path}"


def _named(value: Value) -> str | None:
    """A person, who may stand there as a text, a list or with several properties."""
    if isinstance(value, list):
        names = [name for one in value if (name := _named(one))]
        return ", ".join(names) or None
    if isinstance(value, dict):
        return next(
            (name for key in ("display_name", "name", "nick", "login") if (name := text_of(value.get(key)))),
            None,
        )
    return plain(text_of(value)) or None


def _labels(value: Value, *, is_one: bool = False) -> tuple[str, ...]:
    """Labels, which may be a list, or one text with commas or spaces between them."""
    if isinstance(value, str):
        text = value.strip().strip("[]")
        parts = text.split(",") if "," in text or is_one else text.split()
    elif isinstance(value, list):
        parts = [
            one if isinstance(one, str) else text_of(one.get("name")) if isinstance(one, dict) else ""
            for one in value
        ]
    else:
        return ()
    names = (plain(part.strip().strip("\"'")) for part in parts)
    return tuple(dict.fromkeys(name for name in names if name))
