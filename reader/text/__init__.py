"""From a body and its marks to what can be shown: safe text, blocks, wrapped lines.

Must not know the archive, the terminal's colours, or any widget. Blocks and wrapping are imported when they
are first named: a command that prints lines needs neither them nor the tables of Rich that they measure with.
"""

from __future__ import annotations

from reader.later import later
from reader.text.lines import lines_of, lines_of_text
from reader.text.safe import Safe, safe, safe_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.text.cutting import Block, BlockKind, blocks
    from reader.text.wrapping import wrap

_LATER = {**dict.fromkeys(("Block", "BlockKind", "blocks"), "cutting"), "wrap": "wrapping"}

__all__ = ["Block", "BlockKind", "Safe", "blocks", "lines_of", "lines_of_text", "safe", "safe_line", "wrap"]

__getattr__ = later(__name__, _LATER)
