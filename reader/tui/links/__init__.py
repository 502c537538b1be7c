"""Following links: inside the archive in place, outside of it only after asking.

Must not know how posts are drawn, nor open any address by itself.
"""
