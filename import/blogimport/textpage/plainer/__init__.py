"""Dumps that an extractor wrote in a way of its own, as plain lines: Markdown, and what text browsers write.

Line numbers are kept: each plain line knows the lines of the dump that it was. Must not know what the lines say, nor
any platform.
"""

from blogimport.textpage.plainer.around import roles_within, with_head
from blogimport.textpage.plainer.marking import with_marks
from blogimport.textpage.plainer.page import Head, PlainLine, PlainPage
from blogimport.textpage.plainer.telling import plain_page

__all__ = ["Head", "PlainLine", "PlainPage", "plain_page", "roles_within", "with_head", "with_marks"]
