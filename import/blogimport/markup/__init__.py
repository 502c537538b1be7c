"""HTML, a page or a fragment, to plain text with marks.

Must not know any dump format or platform, never fetches an address, and never runs out of stack.
"""

from blogimport.markup.bodies import Body, body_of, plain
from blogimport.markup.markdown import html_of_markdown
from blogimport.markup.parsing import Element, tree_of
from blogimport.markup.walking import Layout, laid_out

__all__ = ["Body", "Element", "Layout", "body_of", "html_of_markdown", "laid_out", "plain", "tree_of"]
