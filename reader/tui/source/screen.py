"""The raw dump of a post: every line with its role, what was guessed, what was left out, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from reader.archive import (
    Archive,
    DumpFacts,
    Interrupted,
    Span,
    dumps_of,
    next_left_out,
    next_part,
    open_archive,
    spans_between,
    spans_of_post,
)
from reader.errors import ArchiveError
from reader.models import Guesses, Post
from reader.text import Safe, safe_line
from reader.tui.asking import Asking, Stoppable
from reader.tui.comments.reasons import field_name
from reader.tui.keyline import KeyLine
from reader.tui.language import _
from reader.tui.lineview import InkScreen
from reader.tui.phrases import GUESS_SIGN, counted, number
from reader.tui.remarks import remark
from reader.tui.source.accounts import AccountsView, accounts
from reader.tui.source.inspection import Inspection
from reader.tui.source.matching import Target, line_with, offset_with
from reader.tui.source.pages import PAGE, Page, Pages
from reader.tui.source.view import SourceView, role_words

_WIDE = 120
# How far around a post what was left out is listed, in lines.
_AROUND = 1_000
_MOST_BLANK = 1_000
# The lines of a part that are looked through for the words that were on the screen.
_MOST_COMPARED = 5_000


class SourceScreen(InkScreen[Target | None]):
    """One dump of one post; it ends with the place in a post that was chosen, or None."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"ink--role-{role}" for role in ("title", "meta", "body", "comment", "furniture")
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "i",
            "accounts",
            "guessed, left out",
            tooltip="All that was guessed and all that was left out",
            id="source-screen.guessed-left-out",
        ),
        Binding(
            "d",
            "dump",
            "other dump",
            show=False,
            tooltip="Where several dumps hold the post",
            id="source-screen.other-dump",
        ),
        Binding("escape,s", "close", "back to the post", show=False, id="source-screen.back-to-the-post"),
        Binding("tab", "app.focus_next", "Next pane", show=False, id="source-screen.next-pane"),
        Binding("shift+tab", "app.focus_previous", "Pane before", show=False, id="source-screen.pane-before"),
    ]

    def __init__(
        self, path: Path, asking: Asking, post: Post, *, comment: int | None = None, words: str = ""
    ) -> None:
        """Show where a post comes from, at one of its comments, or at some words of its body."""
        super().__init__()
        self._path = path
        self._asking = asking
        self._post = post
        self._comment = comment
        self._words = words
        self._dumps: list[DumpFacts] = []
        self._place = 0
        self._own: list[Span] = []
        self._pages: Pages | None = None
        self._fetching = Stoppable()
        self._wanted: set[int] = set()

    def compose(self) -> ComposeResult:
        """The dump, beside it what was guessed and left out, below it the line in full."""
        yield Static("", id="source-heading", markup=False)
        with Horizontal(id="source-desk"):
            yield SourceView(self._fetched, id="source")
            yield AccountsView(id="accounts")
        yield Inspection(id="line")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Open the dump that the text is from."""
        self._dumps = self._asking.ask(lambda archive: dumps_of(archive, self._post.id)) or []
        self.query_one(AccountsView).display = self.app.size.width >= _WIDE
        if self._dumps:
            self._open(0)
        self.query_one(SourceView).focus(scroll_visible=False)

    def on_unmount(self) -> None:
        """Let no thread go on asking."""
        self._fetching.stop()
        if self._pages is not None:
            self._pages.archive.close()

    @property
    def dump(self) -> DumpFacts | None:
        """The dump that is shown."""
        return self._dumps[self._place] if self._dumps else None

    def _open(self, place: int) -> None:
        self._fetching.stop()
        try:
            archive = open_archive(self._path)
        except ArchiveError as error:
            self._asking.failed(error)
            return
        if self._pages is not None:
            self._pages.archive.close()
        self._place = place
        dump = self._dumps[place]
        self._pages = Pages(archive, dump)
        self._own = self._ask(lambda archive: spans_of_post(archive, dump.id, self._post.id))
        self._head(dump)
        self.query_one(AccountsView).show(())
        self._account(self._pages, dump)
        part = self._part_asked_for()
        self.query_one(SourceView).show(dump.lines, self._post.id, part.first if part is not None else 1)
        if part is not None and self._words and part.comment is None:
            self._find_words([span for span in self._own if span.role == "body"])

    def _ask(self, question: Callable[[Archive], list[Span]]) -> list[Span]:
        return self._asking.ask(question) or []

    def _part_asked_for(self) -> Span | None:
        """The first lines of the comment, or of the body."""
        if self._comment is not None:
            return next((span for span in self._own if span.comment == self._comment), None)
        texts = [span for span in self._own if span.role == "body"] if self._words else []
        return next(iter(texts or self._own), None)

    def _head(self, dump: DumpFacts) -> None:
        facts = [
            safe_line(dump.name),
            safe_line(remark(dump.format)),
            counted(dump.lines, "line"),
            _size(dump.size),
        ]
        facts += [safe_line(dump.encoding), safe_line(dump.captured), safe_line(dump.url)]
        several = (
            "  " + _("({} of {} dumps, d: the next)").format(self._place + 1, len(self._dumps))
            if len(self._dumps) > 1
            else ""
        )
        self.query_one("#source-heading", Static).update(
            Safe(" · ".join(fact for fact in facts if fact) + several)
        )

    # Fetching

    def _fetched(self, line: int) -> Page | None:
        """A page that is at hand; what is not is fetched in a thread."""
        pages = self._pages
        if pages is None:
            return None
        page = pages.kept(line)
        if page is None and (line - 1) // PAGE not in self._wanted:
            self._wanted.add((line - 1) // PAGE)
            self._fetch(pages, line)
        return page

    @work(thread=True, group="source")
    def _fetch(self, pages: Pages, line: int) -> None:
        try:
            with self._fetching.asking(pages.archive):
                pages.fetch(line)
        except Interrupted:
            return
        except ArchiveError as error:
            self.app.call_from_thread(self._asking.failed, error)
            return
        finally:
            self._wanted.discard((line - 1) // PAGE)
        self.app.call_from_thread(self._has_come)

    def _has_come(self) -> None:
        self.query_one(SourceView).redraw()
        self._inspect()

    @work(thread=True, exclusive=True, group="accounts")
    def _account(self, pages: Pages, dump: DumpFacts) -> None:
        """List what was guessed, and what was left out around the post."""
        first = min((span.first for span in self._own), default=1)
        last = max((span.last for span in self._own), default=dump.lines)
        try:
            with self._fetching.asking(pages.archive):
                around = spans_between(
                    pages.archive, dump.id, max(1, first - _AROUND), min(last, first + _AROUND) + _AROUND
                )
                left_out = [(span, pages.words_of(span)) for span in around if span.role == "furniture"]
        except Interrupted:
            return
        except ArchiveError as error:
            self.app.call_from_thread(self._asking.failed, error)
            return
        found = accounts(self._post, dump, self._own, [(span, words) for span, words in left_out if words])
        self.app.call_from_thread(self.query_one(AccountsView).show, found)

    @work(thread=True, exclusive=True, group="words")
    def _find_words(self, parts: list[Span]) -> None:
        """Put the cursor on the line that the words on the screen were from."""
        pages = self._pages
        if pages is None:
            return
        numbers = [line for span in parts for line in range(span.first, span.last + 1)][:_MOST_COMPARED]
        try:
            lines = [pages.fetch(line).text(line) for line in numbers]
        except (ArchiveError, Interrupted):
            return
        found = numbers[line_with(self._words, lines)]
        self.app.call_from_thread(self.query_one(SourceView).jump_to, found)

    # What the cursor is on

    @on(SourceView.Moved)
    def _moved(self) -> None:
        self._inspect()

    def _inspect(self) -> None:
        line = self.query_one(SourceView).cursor
        page = self._fetched(line)
        dump = self.dump
        if page is None or dump is None:
            return
        span = page.span(line)
        facts = [_("line {} of {}").format(number(line), number(dump.lines)), role_words(span) or _("blank")]
        guesses: Guesses = {}
        if span is not None and span.post == self._post.id:
            guesses = self._guesses_of(span.comment)
            facts.append(safe_line(self._post.title) or _("untitled"))
        elif span is not None and span.post is not None:
            facts.append(_("of another post, {}").format(span.post))
        told = " · ".join(
            GUESS_SIGN + _("{}: {}").format(field_name(field), safe_line(remark(why)))
            for field, why in guesses.items()
        )
        self.query_one(Inspection).show(Safe(" · ".join(facts)), Safe(told), page.text(line))

    def _guesses_of(self, comment: int | None) -> Guesses:
        if comment is None:
            return self._post.guesses
        return next((one.guesses for one in self._post.comments if one.position == comment), {})

    # Keys

    @on(SourceView.WantsPart)
    def _to_part(self, message: SourceView.WantsPart) -> None:
        view, dump, pages = self.query_one(SourceView), self.dump, self._pages
        if dump is None or pages is None:
            return
        question = next_left_out if message.left_out else next_part
        line = view.cursor
        now = next(iter(self._ask(lambda archive: spans_between(archive, dump.id, line, line))), None)
        # Runs of blank lines are no parts that anybody looks for.
        for _attempt in range(_MOST_BLANK):
            found = self._asking.ask(partial(_after, question, dump.id, line, message.step))
            if found is None:
                return
            line = found
            span = self._asking.ask(partial(_span_with_words, pages, dump.id, line))
            if span is not None and (message.left_out or now is None or _whose(span) != _whose(now)):
                view.jump_to(line)
                return

    @on(AccountsView.Opened)
    def _to_line(self, message: AccountsView.Opened) -> None:
        view = self.query_one(SourceView)
        view.jump_to(message.line)
        view.focus(scroll_visible=False)

    @on(SourceView.Chosen)
    def _chosen(self) -> None:
        line = self.query_one(SourceView).cursor
        page = self._fetched(line)
        span = page.span(line) if page is not None else None
        if page is None or span is None or span.post is None:
            self.notify(_("This line became no part of a post."), markup=False)
            return
        text = page.text(line)
        post = self._post
        if span.post != post.id:
            other = self._asking.ask(lambda archive: archive.post(span.post or 0))
            if other is None:
                return
            post = other
        if span.comment is not None:
            self.dismiss(Target(post.id, comment=span.comment))
        else:
            self.dismiss(Target(post.id, offset=offset_with(text, post.body) if span.role == "body" else 0))

    def action_accounts(self) -> None:
        """Show or hide what was guessed and left out; on a narrow screen, in the place of the dump."""
        view, list_view = self.query_one(SourceView), self.query_one(AccountsView)
        list_view.display = not list_view.display
        view.display = not list_view.display or self.app.size.width >= _WIDE
        (list_view if list_view.display else view).focus(scroll_visible=False)

    def action_dump(self) -> None:
        """To the next of the dumps that hold the post."""
        if len(self._dumps) > 1:
            self._open((self._place + 1) % len(self._dumps))

    def action_close(self) -> None:
        """Back to where one came from."""
        self.dismiss(None)


def _after(
    question: Callable[..., int | None], dump_id: int, line: int, step: int, archive: Archive
) -> int | None:
    return question(archive, dump_id, line, step=step)


def _span_with_words(pages: Pages, dump_id: int, line: int, archive: Archive) -> Span | None:
    """The run that a line is in, where it is more than blank lines."""
    spans = spans_between(archive, dump_id, line, line)
    return spans[0] if spans and pages.words_of(spans[0]) else None


def _whose(span: Span) -> tuple[str, int | None, int | None]:
    return span.role, span.post, span.comment


def _size(count: int) -> str:
    """`12 kB`."""
    if count < 10_000:
        return counted(count, "byte")
    if count < 10_000_000:
        return _("{} kB").format(number(count // 1000))
    return _("{} MB").format(number(count // 1_000_000))
