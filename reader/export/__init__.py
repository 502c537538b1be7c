"""Export: posts as text, Markdown, HTML or JSON to keep, outside the archive.

Must not know screens, search, SQL, the environment or the clock: the same post gives the same bytes.
"""

from reader.export.files import file_name, folder_name, write_text, write_texts, write_words
from reader.export.formats import EXTENSIONS, FORMATS, Format, exported, format_of, has_other_ending
from reader.export.objects import post_object
from reader.export.plain import as_text

__all__ = [
    "EXTENSIONS",
    "FORMATS",
    "Format",
    "as_text",
    "exported",
    "file_name",
    "folder_name",
    "format_of",
    "has_other_ending",
    "post_object",
    "write_text",
    "write_texts",
    "write_words",
]
