"""Export: posts as text to keep, outside the archive.

Must not know screens, search, SQL, the environment or the clock.
"""

from reader.export.files import file_name, write_text, write_texts
from reader.export.plain import as_text

__all__ = ["as_text", "file_name", "write_text", "write_texts"]
