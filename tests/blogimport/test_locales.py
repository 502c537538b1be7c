"""The language of a locale."""

from __future__ import annotations

import pytest

from blogimport.locales import language_of_locale


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("fr-FR", "fr"),
        ("EN_us", "en"),
        ("de", "de"),
        ("", None),
        ("C.UTF-8", None),
        ("fil-PH", None),
        ("french", None),
    ],
)
def test_language(locale: str, language: str | None) -> None:
    """What stands before the country is the language; one of three letters is not taken for one of two."""
    assert language_of_locale(locale) == language
