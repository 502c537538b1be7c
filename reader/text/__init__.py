"""From a body and its marks to what can be shown: safe text, blocks, wrapped lines.

Must not know the archive, the terminal's colours, or any widget. Blocks and wrapping are imported when they
are first named: a command that prints lines needs neither them nor the tables of Rich that they measure with.
"""

from __future__ import annotations

from reader.text.lines import lines_of, lines_of_text
from reader.text.safe import Safe, safe, safe_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.text.cutting import Block, BlockKind, blocks
    from reader.text.wrapping import wrap

_LATER = {**dict.fromkeys(("Block", "BlockKind", "blocks"), "cutting"), "wrap": "wrapping"}

__all__ = ["Block", "BlockKind", "Safe", "blocks", "lines_of", "lines_of_text", "safe", "safe_line", "wrap"]


def __getattr__(name: str) -> object:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    globals()[name] = found
    return found
