"""Checks recorded calls against the Bot API's specification, as a file of it describes it."""

import json
import os
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Protocol

Json = dict[str, Any]
VARIABLE = "BROBYGGER_BOT_API_SPEC"
_SIMPLE: dict[str, type] = {"Integer": int, "String": str, "Boolean": bool, "True": bool}


class Call(Protocol):
    """One call of the Bot API, as the sandbox records it."""

    @property
    def method(self) -> str: ...
    @property
    def params(self) -> Json: ...


class BotApiSpec:
    """The methods and types there are, with their fields."""

    def __init__(self, methods: Json, types: Json) -> None:
        self._methods = methods
        self._types = types

    @classmethod
    def of(cls, file: Path) -> "BotApiSpec":
        """Read the specification's file."""
        whole = json.loads(file.read_text(encoding="utf-8"))
        return cls(whole["methods"], whole["types"])

    def mistakes(self, calls: Iterable[Call]) -> list[str]:
        """Return what is wrong with these calls, each mistake once."""
        found = (mistake for call in calls for mistake in self._call(call.method, call.params))
        return list(dict.fromkeys(found))

    def _call(self, method: str, params: Json) -> Iterator[str]:
        if method not in self._methods:
            yield f"{method} is not a method"
        else:
            yield from self._fields(method, self._methods[method].get("fields", []), params)

    def _fields(self, place: str, fields: list[Json], given: Json) -> Iterator[str]:
        known = {field["name"]: field for field in fields}
        for name in given.keys() - known.keys():
            yield f"{place}.{name} is not known"
        for name, field in known.items():
            if name in given:
                yield from self._value(f"{place}.{name}", field["types"], given[name])
            elif field["required"]:
                yield f"{place}.{name} is missing"

    def _value(self, place: str, types: list[str], value: Any) -> Iterator[str]:
        """Tell what is wrong with a value; of several allowed types one must fit."""
        tries = [list(self._one(place, each, value)) for each in types]
        if all(tries):
            yield from min(tries, key=len)

    def _one(self, place: str, kind: str, value: Any) -> Iterator[str]:
        if kind.startswith("Array of "):
            if not isinstance(value, list):
                yield f"{place} is not an array"
                return
            for each in value:
                yield from self._value(place, [kind.removeprefix("Array of ")], each)
        elif kind == "InputFile":
            if not isinstance(value, dict) or "file_name" not in value:
                yield f"{place} is not an uploaded file"
        elif kind in self._types and isinstance(value, dict):
            yield from self._object(place, self._types[kind], value)
        elif kind == "Float":
            if isinstance(value, bool) or not isinstance(value, int | float):
                yield f"{place} is not a number"
        elif kind not in _SIMPLE or type(value) is not _SIMPLE[kind]:
            yield f"{place} is not of the type {kind}"

    def _object(self, place: str, described: Json, value: Json) -> Iterator[str]:
        if described.get("subtypes"):
            yield from self._value(place, described["subtypes"], value)
        else:
            yield from self._fields(place, described.get("fields", []), value)


@cache
def specification() -> BotApiSpec | None:
    """Return the specification that the environment names, or None when it names none."""
    file = os.environ.get(VARIABLE)
    return BotApiSpec.of(Path(file)) if file else None
