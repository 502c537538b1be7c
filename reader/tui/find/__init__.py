"""Finding words in what is open: a line to type in, and the way from one match to the next.

Must not know the archive or its search: it looks at the texts on the screen.
"""
