"""Mistakes in the configuration, one sentence each: the key, what is wrong, what is allowed."""

from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel, ValidationError

# pydantic's error types, as sentences; {…} are values that pydantic gives with the error.
_WORDS = {
    "missing": "is missing; it must be given here",
    "literal_error": "is not known; allowed is {expected}",
    "string_too_short": "is empty; it must be given here",
    "string_type": "must be text in quotes",
    "path_type": "must be text in quotes, the path of a file",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
    "greater_than_equal": "is too small; allowed is {ge} or more",
    "less_than_equal": "is too large; allowed is {le} or less",
    "too_short": "has too few entries; allowed is {min_length} or more",
    "list_type": "must be a list in square brackets",
    "frozen_set_type": "must be a list in square brackets",
    "model_type": "must be a section with keys of its own",
}


class ConfigError(Exception):
    """The configuration cannot be used; `mistakes` holds one sentence for each mistake."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


def sentences(error: ValidationError, model: type[BaseModel]) -> list[str]:
    """Return one sentence per mistake; `model` is what was validated."""
    return [_sentence(dict(each), model) for each in error.errors(include_url=False)]


def unknown_variables(names: Iterable[str], prefix: str, model: type[BaseModel]) -> list[str]:
    """Return one sentence per environment variable that names a section there is not."""
    ours = [each for each in sorted(names) if each.startswith(prefix) and "__" in each]
    sections = {each: each.removeprefix(prefix).split("__")[0].lower() for each in ours}
    return [
        f"{name} names no known section; allowed here are {_known(model, [])}."
        for name, section in sections.items()
        if section not in model.model_fields
    ]


def not_json(error: Exception, prefix: str) -> str:
    """Return the sentence for a list in the environment that cannot be read."""
    section = str(error).split('"')[1]  # pydantic-settings names it nowhere else
    return (
        f"{section} has a value in {prefix}{section.upper()}… that cannot be read; "
        "allowed for a list in the environment is JSON, like [6, 7]."
    )


def _sentence(mistake: dict[str, Any], model: type[BaseModel]) -> str:
    place = [str(part) for part in mistake["loc"]]
    key = ".".join(place)
    if mistake["type"] == "extra_forbidden":
        return f"{key} is not a known key; allowed here are {_known(model, place[:-1])}."
    words = _WORDS.get(mistake["type"])
    if words is not None:
        return f"{key} {words.format(**mistake.get('ctx', {}))}."
    return f"{key} {str(mistake['msg']).removeprefix('Value error, ')}."


def _known(model: type[BaseModel], place: list[str]) -> str:
    for part in place:
        annotation = model.model_fields[part].annotation if part in model.model_fields else None
        if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
            return "those of config.example.toml"
        model = annotation
    return ", ".join(sorted(model.model_fields))
