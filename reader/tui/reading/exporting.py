"""Writing to files from the screen: this post, or all posts of these results, in the format that the name means."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType

from reader.text import Safe, safe, safe_line
from reader.tui.language import _, said
from reader.tui.phrases import counted
from reader.tui.reading.elsewhere import Elsewhere

if TYPE_CHECKING:
    from reader.tui.exporting import ExportPrompt

_ALL_HITS = 1000


class Exporting(Elsewhere):
    """A desk from which posts are written to files."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "X",
            "export_results",
            "export these results",
            show=False,
            tooltip="Write each post that was found to a file",
            id="desk.export-results",
        ),
    ]

    _ids: Sequence[int] = ()

    def action_export(self) -> None:
        """Ask where to write the post to."""
        post = self.post_meant()
        if post is not None:
            from reader.export import file_name

            self._ids = (post.id,)
            self.furniture.export.ask(Path(file_name(post)))

    def action_export_results(self) -> None:
        """Ask where to write the posts of the hits to."""
        from reader.export import folder_name

        search = self.list_pane.search if self.list_pane.is_searching else None
        results = search.results if search is not None else None
        if search is None or results is None or not results.hits:
            self.say(Safe(_("There are no results to export: / searches.")))
            return
        self._ids = tuple(dict.fromkeys(hit.id for hit in results.hits))
        self.furniture.export.ask(Path(folder_name(search.query_text)) / "*.txt")

    def on_export_prompt_asked(self, message: ExportPrompt.Asked) -> None:
        """Write what was asked for, beside the screen: it may be much."""
        self.take_focus()
        self._write(tuple(self._ids), message.path)

    @work(thread=True, group="export")
    def _write(self, ids: Sequence[int], path: Path) -> None:
        from reader.archive import open_archive
        from reader.errors import ReaderError
        from reader.export import format_of, write_text, write_texts

        try:
            with open_archive(self._path) as archive:
                if path.name.startswith("*"):
                    written = write_texts(
                        (archive.post(one) for one in ids), path.parent, form=format_of(path)
                    )
                    where, what = path.parent, f" ({counted(len(written), 'file')})"
                else:
                    write_text(archive.post(ids[0]), path, form=format_of(path))
                    where, what = path, ""
        except ReaderError as error:
            self.app.call_from_thread(self.say, safe(said(error.sentence)), is_error=True)
        else:
            sentence = _("Written to {}.").format(f"{safe_line(str(where.absolute()))}{what}")
            self.app.call_from_thread(self.say, Safe(sentence))
