"""YAML, TOML and JSON as plain values: texts, lists and dictionaries, each text as it stands in the file."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from typing import Any, TypeAlias

import yaml

Value: TypeAlias = "str | list[Value] | dict[str, Value] | None"

# More than any head has; lists that hold each other may stand for many more.
_MOST = 100_000
_DEEPEST = 60
_KEY = re.compile(r"(?P<key>[\w-]{1,40})\s*[:=]\s*(?P<rest>.*)")
_QUOTES = "\"'"


class NoValues(Exception):
    """What was given is not in the language that it should be in."""


def of_yaml(text: str) -> Value:
    """The value of a document in YAML; every scalar stays a text, so that « 2005 » and « no » are what they say.

    Raises:
        NoValues: where it is none.
    """
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        node = yaml.compose(text, Loader=loader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise NoValues(str(error)) from error
    return _Counted().of_node(node, 0)


def of_toml(text: str) -> Value:
    """The value of a document in TOML.

    Raises:
        NoValues: where it is none.
    """
    try:
        return _Counted().of_value(tomllib.loads(text.replace("\r\n", "\n"), parse_float=str), 0)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise NoValues(str(error)) from error


def of_json(text: str) -> Value:
    """The value of a document in JSON.

    Raises:
        NoValues: where it is none.
    """
    try:
        return _Counted().of_value(json.loads(text, parse_float=str, parse_int=str), 0)
    except (ValueError, RecursionError) as error:
        raise NoValues(str(error)) from error


def of_lines(text: str) -> dict[str, Value]:
    """What stands as `key: value` on lines of its own, for a document that is almost in a language."""
    found: dict[str, Value] = {}
    for line in text.splitlines():
        match = _KEY.match(line)
        if match is not None:
            value = match["rest"].strip()
            if len(value) > 1 and value[0] in _QUOTES and value[0] == value[-1]:
                value = value[1:-1]
            found.setdefault(match["key"], value)
    return found


class _Counted:
    """Makes plain values, and not more of them than a person writes."""

    def __init__(self) -> None:
        self._made = 0

    def of_node(self, node: Any, depth: int) -> Value:
        """The value of a node of YAML."""
        self._count(depth)
        if isinstance(node, yaml.ScalarNode):
            value: str = node.value
            return None if not value and node.style is None else value
        if isinstance(node, yaml.SequenceNode):
            return [self.of_node(child, depth + 1) for child in node.value]
        if isinstance(node, yaml.MappingNode):
            pairs = [(self.of_node(key, depth + 1), value) for key, value in node.value]
            return {str(key): self.of_node(value, depth + 1) for key, value in pairs}
        return None

    def of_value(self, value: Any, depth: int) -> Value:
        """The value of something that another parser has made."""
        self._count(depth)
        if isinstance(value, Mapping):
            return {str(key): self.of_value(child, depth + 1) for key, child in value.items()}
        if isinstance(value, list):
            return [self.of_value(child, depth + 1) for child in value]
        if isinstance(value, bool):
            return "true" if value else "false"
        return None if value is None else str(value)

    def _count(self, depth: int) -> None:
        self._made += 1
        if self._made > _MOST or depth > _DEEPEST:
            raise NoValues("it holds itself, or more than anybody writes")


def text_of(value: Value) -> str:
    """A value as a text on one line; "" where it is none."""
    return " ".join(value.split()) if isinstance(value, str) else ""
