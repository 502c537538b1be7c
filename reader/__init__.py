"""A terminal reader for the archives of blogs that are no longer there."""

__version__ = "0.1.0"
