"""A sentence for the user, which remembers what it was made of, so that the screens can say it in another language.

It is the English text itself wherever nobody asks for more. Knows nothing of languages.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Self


class Sentence(str):
    """A text with its template and the values that were put into it."""

    template: str
    values: tuple[str, ...]

    def __new__(cls, template: str, /, *values: object) -> Self:
        """Put values into the places (`{}`) of a template."""
        made = super().__new__(cls, template.format(*values))
        # As words: an error that is kept would keep everything alive that it came through.
        made.template = template
        made.values = tuple(value if isinstance(value, str) else str(value) for value in values)
        return made
