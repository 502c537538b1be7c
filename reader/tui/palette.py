"""The command palette: every action, the looks, and posts by their title."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.binding import ActiveBinding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from reader import models
from reader.archive import Archive, Order, open_archive
from reader.errors import ArchiveError
from reader.search import search
from reader.text import safe_line
from reader.tui import themes
from reader.tui.language import _, capitalized, later
from reader.tui.phrases import counted, date_in_words
from reader.tui.posts import PostList
from reader.tui.posts.list import ORDERS

if TYPE_CHECKING:
    from reader.tui.app import ReaderApp

_POSTS = 12
_SHORTEST = 2
_LOOKS = {"charcoal": later("charcoal"), "paper": later("paper"), "terminal": later("terminal")}


class Commands(Provider):
    """What can be done where the focus is."""

    async def discover(self) -> Hits:
        """Everything."""
        for words, key, run in self._commands():
            yield DiscoveryHit(_with_key(Content(words), key), run, text=words)

    async def search(self, query: str) -> Hits:
        """What is called something like the query."""
        matcher = self.matcher(query)
        for words, key, run in self._commands():
            score = matcher.match(words)
            if score > 0:
                yield Hit(score, _with_key(matcher.highlight(words), key), run, text=words)

    def _commands(self) -> Iterable[tuple[str, str, Callable[[], object]]]:
        """The words of each command, its key, and what it does. All words are the program's own."""
        seen = set()
        for active in self.screen.active_bindings.values():
            binding = active.binding
            words = capitalized(_(binding.description))
            if words and not binding.system and words not in seen:
                seen.add(words)
                yield words, self.app.get_key_display(binding), partial(self._run, active)
        for order, words in ORDERS.items():
            yield _("Order: {}").format(_(words)), "", partial(self._order, order)
        for theme in themes.ALL:
            yield (
                _("Look: {}").format(_(_LOOKS[theme.name])),
                "",
                partial(setattr, self.app, "theme", theme.name),
            )
        if self._reader.folders.config is not None:
            yield _("Keys: a file to change them in"), "", self._reader.action_write_keys

    @property
    def _reader(self) -> ReaderApp:
        return cast("ReaderApp", self.app)

    def _order(self, order: Order) -> None:
        self.screen.query_one(PostList).show_order(order)

    async def _run(self, active: ActiveBinding) -> None:
        await self.app.run_action(active.binding.action, active.node)


def _with_key(words: Content, key: str) -> Content:
    return Content.assemble(words, (f"  {key}", "$muted"))


class BlogsByName(Provider):
    """Blogs whose name holds what was typed: the list shows their posts alone."""

    async def search(self, query: str) -> AsyncIterator[Hit]:
        """The blogs with something like the query in their name."""
        if len(query.strip()) < _SHORTEST:
            return
        matcher = self.matcher(query)
        for name, posts in self._reader.asking.ask(lambda archive: archive.blogs()) or ():
            words = f"{safe_line(name)} · {counted(posts, 'post')}"
            score = matcher.match(words) if name else 0
            if name and score > 0:
                yield Hit(score, Content(words), partial(self._reader.show_blog, name), text=words)

    @property
    def _reader(self) -> ReaderApp:
        return cast("ReaderApp", self.app)


class PostsByTitle(Provider):
    """Posts whose title holds what was typed."""

    async def startup(self) -> None:
        """Open an archive for this palette alone: it is asked in a thread."""
        self._archive: Archive | None = None
        try:
            self._archive = open_archive(self._reader.path)
        except ArchiveError as error:
            self._reader.asking.failed(error)

    async def shutdown(self) -> None:
        """Close it."""
        if self._archive is not None:
            self._archive.close()

    async def search(self, query: str) -> AsyncIterator[Hit]:
        """The newest posts with these words in their title."""
        if self._archive is None or len(query.strip()) < _SHORTEST:
            return
        words = " ".join(f"title:{word}" for word in query.split())
        try:
            results = await asyncio.to_thread(
                search, self._archive, f"in:posts {words}", limit=_POSTS, as_typed=True
            )
        except ArchiveError as error:
            self._reader.asking.failed(error)
            return
        for hit in results.hits:
            yield self._command(hit)

    def _command(self, hit: models.Hit) -> Hit:
        facts = (safe_line(hit.title), date_in_words(hit.published, time=False))
        words = " · ".join(fact for fact in facts if fact)
        return Hit(0.5, Content(words), partial(self._reader.open_post, hit.id), text=words)

    @property
    def _reader(self) -> ReaderApp:
        return cast("ReaderApp", self.app)
