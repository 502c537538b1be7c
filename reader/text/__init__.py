"""From a body and its marks to what can be shown: safe text, blocks, wrapped lines.

Must not know the archive, the terminal's colours, or any widget.
"""

from reader.text.blocks import Block, BlockKind, blocks
from reader.text.lines import lines_of
from reader.text.safe import Safe, safe, safe_line
from reader.text.wrap import wrap

__all__ = ["Block", "BlockKind", "Safe", "blocks", "lines_of", "safe", "safe_line", "wrap"]
