"""Writing to files from the screen: this post, or all posts of these results, in the format that the name means."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType

from reader.text import Safe, safe, safe_line
from reader.tui.language import _, said
from reader.tui.phrases import counted, number
from reader.tui.reading.elsewhere import Elsewhere

if TYPE_CHECKING:
    from reader.tui.exporting import ExportPrompt
    from reader.tui.exporting.writing import Finding, Writing, Written


class Exporting(Elsewhere):
    """A desk from which posts are written to files."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "X",
            "export_results",
            "export these results",
            show=False,
            tooltip="Write each post that was found to a file; again, stop it",
            id="desk.export-results",
        ),
    ]

    _to_write: int | Finding | None = None
    _writing: Writing | None = None

    def action_export(self) -> None:
        """Ask where to write the post to."""
        post = self.post_meant()
        if post is not None:
            from reader.export import file_name

            self._to_write = post.id
            self.furniture.export.ask(Path(file_name(post)))

    def action_export_results(self) -> None:
        """Ask where to write the posts of the hits to, or those of a narrowed list; stop an export that goes on."""
        from reader.export import folder_name

        if self._writing is not None:
            self._writing.stop()
            return
        view = self.posts.view
        search = self.list_pane.search if self.list_pane.is_searching else None
        results = search.results if search is not None else None
        if search is not None and results is not None and results.hits:
            self._to_write, name = search.finding(), search.query_text
        elif search is None and view.is_narrowed and self.posts.count:
            ids = tuple(self.posts.ids)
            self._to_write, name = (lambda archive: ids), view.query or view.day
        else:
            self.say(Safe(_("There are no results to export: / searches.")))
            return
        self.furniture.export.ask(Path(folder_name(name)) / "*.txt")

    def on_export_prompt_asked(self, message: ExportPrompt.Asked) -> None:
        """Write what was asked for, beside the screen: it may be much."""
        from reader.tui.exporting.writing import Writing

        self.take_focus()
        wanted = self._to_write
        if wanted is None or self._writing is not None:
            return
        self._writing = writing = Writing(self._path)
        self._write(writing, wanted, message.path)

    def on_export_progress_stopped(self) -> None:
        """Stop the export."""
        if self._writing is not None:
            self._writing.stop()

    def stop_exporting(self) -> None:
        """Let no thread go on writing once the screen is gone."""
        if self._writing is not None:
            self._writing.stop()

    @work(thread=True, group="export")
    def _write(self, writing: Writing, wanted: int | Finding, path: Path) -> None:
        from reader.errors import ReaderError

        # In a thread that goes on when the screen is closed, nobody may be waited for.
        call = self.app.call_later

        def tell(files: int, posts: int) -> None:
            call(self.furniture.progress.tell, files, posts)

        try:
            if isinstance(wanted, int):
                written = writing.post(wanted, path)
            else:
                call(self.furniture.progress.begin)
                written = writing.posts(wanted, path, tell)
        except ReaderError as error:
            call(self._written, safe(said(error.sentence)), is_error=True)
        else:
            call(self._written, _words(written))

    def _written(self, sentence: Safe, *, is_error: bool = False) -> None:
        self._writing = None
        self.furniture.progress.end()
        self.say(sentence, is_error=is_error)


def _words(written: Written) -> Safe:
    """Where to, and how many; of how many where it was stopped before all were written."""
    where = safe_line(str(written.path.absolute()))
    if written.posts == 1 and written.files == 1:
        return Safe(_("Written to {}.").format(where))
    files = counted(written.files, "file")
    if written.files < written.posts or not written.posts:
        return Safe(_("Stopped: {} of {} written to {}.").format(files, number(written.posts), where))
    return Safe(_("Written to {}.").format(f"{where} ({files})"))
