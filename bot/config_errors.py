"""Mistakes in the configuration, one sentence each: the key, what is wrong, what is allowed."""

from typing import Any

from pydantic import BaseModel, ValidationError

# pydantic's error types, as sentences; {…} are values that pydantic gives with the error.
_WORDS = {
    "missing": "is missing",
    "literal_error": "is not known; allowed is {expected}",
    "string_type": "must be text in quotes",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "greater_than_equal": "is too small; allowed is {ge} or more",
    "less_than_equal": "is too large; allowed is {le} or less",
    "too_short": "has too few entries; allowed are {min_length} or more",
    "bool_parsing": "must be true or false",
}


class ConfigError(Exception):
    """The configuration cannot be used; `mistakes` holds one sentence for each mistake."""

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


def sentences(error: ValidationError, model: type[BaseModel]) -> list[str]:
    """Return one sentence per mistake; `model` is what was validated."""
    return [_sentence(dict(each), model) for each in error.errors(include_url=False)]


def _sentence(mistake: dict[str, Any], model: type[BaseModel]) -> str:
    place = [str(part) for part in mistake["loc"]]
    key = ".".join(place) or "config"
    if mistake["type"] == "extra_forbidden":
        return f"{key}: is not a known key; allowed here are {_known(model, place[:-1])}."
    words = _WORDS.get(mistake["type"])
    if words is not None:
        return f"{key}: {words.format(**mistake.get('ctx', {}))}."
    text = str(mistake["msg"]).removeprefix("Value error, ")
    return f"{key}: {text[:1].lower()}{text[1:]}."


def _known(model: type[BaseModel], place: list[str]) -> str:
    for part in place:
        annotation = model.model_fields[part].annotation if part in model.model_fields else None
        if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
            return "those of config.example.toml"
        model = annotation
    return ", ".join(sorted(model.model_fields))
