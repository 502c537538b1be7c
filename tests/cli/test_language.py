"""Which languages the environment asks for."""

from __future__ import annotations

import pytest

from reader.cli.language import wanted_languages


@pytest.mark.parametrize(
    ("environment", "languages"),
    [
        ({}, []),
        ({"LANG": "fr_FR.UTF-8"}, ["fr"]),
        ({"LANG": "fr"}, ["fr"]),
        ({"LANG": "ca_ES@valencia"}, ["ca"]),
        ({"LANG": "C.UTF-8", "LANGUAGE": "fr"}, []),
        ({"LANGUAGE": "fr"}, []),
        ({"LANG": "fr_CA.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, ["en"]),
        ({"LANG": "fr_CA.UTF-8", "LC_MESSAGES": "en_US.UTF-8", "LC_ALL": "de_DE"}, ["de"]),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": ""}, ["fr"]),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "POSIX"}, []),
        ({"LANG": "en_GB.UTF-8", "LANGUAGE": "oc:fr_FR::en"}, ["oc", "fr", "en", "en"]),
    ],
)
def test_languages_of_the_environment(environment: dict[str, str], languages: list[str]) -> None:
    """They are found where other programs find them, in the same order."""
    assert wanted_languages(environment) == languages
