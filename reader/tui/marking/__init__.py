"""Marks on the screen: the keys that leave them, and the line in which notes and tags are written.

Must not know how marks are kept. The keys (`keys`) are there when the program starts; the line (`prompt`) comes later.
"""
