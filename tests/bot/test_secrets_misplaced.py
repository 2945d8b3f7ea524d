"""A secret that somebody wrote in the wrong place of the configuration is never told back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from bot import logs
from bot.config.errors import ConfigError
from bot.config.settings import Settings, load
from tests.bot.command import Operator

TOKEN = "123456:AAmade-up_made-up_made-up_made-up"
NOWHERE = "http://127.0.0.1:9"
SECRETS = [TOKEN, "c0ffee00" * 8]


def _keys(model: type[BaseModel], place: str = "") -> Iterator[tuple[str, type[BaseModel]]]:
    for name, each in model.model_fields.items():
        inner = each.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            yield from _keys(inner, f"{place}{name}.")
        else:
            yield f"{place}{name}", model


KEYS = dict(_keys(Settings))


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("secret", SECRETS)
def test_no_mistake_tells_a_secret(tmp_path: Path, key: str, secret: str) -> None:
    assert KEYS[key].model_config["hide_input_in_errors"]
    for value in (f'"{secret}"', f'["{secret}"]'):
        assert secret not in _told(tmp_path, f"{key} = {value}")


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    key=st.sampled_from(sorted(KEYS)),
    around=st.text("abc:/@ æ.,-", max_size=5),
    secret=st.sampled_from(SECRETS),
)
def test_whatever_stands_around_it(tmp_path: Path, key: str, around: str, secret: str) -> None:
    assert secret not in _told(tmp_path, f'{key} = "{around} {secret} {around}"')


async def test_a_token_in_the_place_of_its_file_is_hidden_by_the_command(tmp_path: Path) -> None:
    operator = Operator(tmp_path, NOWHERE)
    operator.configures(f'telegram.token_file = "{TOKEN}"')
    ended = await operator.runs("run")
    assert ended.code == 2
    assert "telegram.token_file names [secret], from which no token can be read" in ended.err
    assert TOKEN not in ended.err


@pytest.mark.parametrize("secret", SECRETS)
async def test_a_key_in_the_place_of_its_command_is_hidden(tmp_path: Path, secret: str) -> None:
    operator = Operator(tmp_path, NOWHERE)
    operator.adds(f'[keys]\nmaster_command = ["{secret}"]')
    ended = await operator.runs("db", "verify")
    assert ended.code == 1
    assert "keys.master_command: [secret] gave no master key" in ended.err


def _told(folder: Path, toml: str) -> str:
    file = folder / "config.toml"
    file.write_text(toml, encoding="utf-8")
    try:
        return repr(load(file))
    except ConfigError as error:
        return "\n".join(logs.discreet(each) for each in error.mistakes)
