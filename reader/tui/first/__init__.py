"""What is shown where there is no archive yet: how to make one, and the sample to look at.

Must not know how an archive is opened.
"""

from reader.tui.first.app import FirstApp

__all__ = ["FirstApp"]
