"""Links: by their number or the mouse; in place where the archive has the post, else only after asking."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from reader.text import Safe, safe, safe_line
from reader.tui.language import _
from reader.tui.reading.opening import Opening

if TYPE_CHECKING:
    from reader.tui.comments import CommentsView
    from reader.tui.links.asking import Answer
    from reader.tui.links.prompt import LinkPrompt
    from reader.tui.post import PostView


class Following(Opening):
    """A desk on which links are followed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                str(digit),
                f"link({digit})",
                "Follow the link with this number",
                show=False,
                id=f"link.number-{digit}",
            )
            for digit in range(1, 10)
        ),
        Binding(
            "left_square_bracket,alt+left",
            "step_back",
            "Back to the post before",
            show=False,
            id="desk.history-back",
        ),
        Binding(
            "right_square_bracket,alt+right",
            "step_forward",
            "Forward again",
            show=False,
            id="desk.history-forward",
        ),
    ]

    @property
    def links(self) -> Sequence[str]:
        """The addresses that have a number where the keys go."""
        if self._furniture is None or self._post is None or self.place == "list":
            return ()
        return self._furniture.comments.links if self.place == "comments" else self._furniture.post.links

    def action_link(self, digit: int) -> None:
        """Begin with a digit to name a link."""
        if not self.links:
            self.say(Safe(_("There are no links here.")))
        else:
            self.furniture.link.ask(self.links, str(digit))

    def on_link_prompt_chosen(self, message: LinkPrompt.Chosen) -> None:
        """Follow a link, or copy its address."""
        self.furniture.link.close()
        self.take_focus()
        if message.copies:
            self._copy(message.address)
        else:
            self.follow(message.address)

    def on_post_view_link_clicked(self, message: PostView.LinkClicked) -> None:
        """Follow a link of the post."""
        self.follow(message.address)

    def on_comments_view_link_clicked(self, message: CommentsView.LinkClicked) -> None:
        """Follow a link of a comment."""
        self.follow(message.address)

    def follow(self, address: str) -> None:
        """Open the post that has an address; ask what to do with one that is not in the archive."""
        from reader.tui.links.addresses import openable, same_page, why_not

        found = self._asking.ask(lambda archive: archive.post_id_of_address(same_page(address)))
        if found is not None:
            self.open_post(found)
            return
        outside = openable(address)
        if outside is None:
            self.say(safe(why_not(address)))
            return
        from reader.tui.links.asking import LeavingScreen

        def answered(answer: Answer | None) -> None:
            if answer == "open":
                self.app.open_url(outside)
            elif answer == "copy":
                self._copy(outside)

        self.app.push_screen(LeavingScreen(safe_line(outside)), answered)

    def _copy(self, address: str) -> None:
        self.app.copy_to_clipboard(safe_line(address))
        self.say(Safe(_("The address is copied.")))
