"""The kinds of values in the configuration, each with its sentence for a wrong one."""

import contextlib
import re
from datetime import date, datetime, time
from pathlib import Path
from typing import Annotated
from zoneinfo import available_timezones

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    InstanceOf,
    PlainSerializer,
    SecretStr,
)
from pydantic_settings import NoDecode
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError


class Section(BaseModel):
    """A part of the configuration: no unknown key is let in, and no error repeats a value."""

    model_config = ConfigDict(extra="forbid", hide_input_in_errors=True)


def read_token(file: Path) -> SecretStr:
    """Return the token a file holds; a ValueError says that there is none in it."""
    try:
        return _token(SecretStr(file.read_text(encoding="utf-8").strip()))
    except (OSError, ValueError):
        raise ValueError(
            f"names {file}, from which no token can be read; allowed is a text file that holds it"
        ) from None


def _token(value: SecretStr) -> SecretStr:
    token = value.get_secret_value()
    if not token or any(each.isspace() or each in "/?#" for each in token):
        raise ValueError("is empty or has spaces or slashes; allowed is a token from BotFather")
    return value


def _token_file(value: Path) -> Path:
    read_token(value)
    return value


def _day(value: object) -> date:
    if isinstance(value, str):
        with contextlib.suppress(ValueError):
            return date.fromisoformat(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise ValueError("is not a day; allowed is one like 2026-12-24")


def _time_of_day(value: object) -> time:
    if isinstance(value, str):
        with contextlib.suppress(ValueError):
            return datetime.strptime(value, "%H:%M").time()  # noqa: DTZ007 - wall clock is meant
    if isinstance(value, time):
        return value
    raise ValueError('is not a time of day; allowed is one like "20:00"')


def _web_address(value: str) -> str:
    if not value.startswith(("http://", "https://")):
        raise ValueError("is not a web address; allowed is one that begins with https://")
    return value.rstrip("/")


def _web_page(value: str) -> str:
    if value:
        _web_address(value)
    return value


def _mail_address(value: str) -> str:
    if value and "@" not in value:
        raise ValueError("is not an e-mail address; allowed is one like post@example.org")
    return value


def _zone(value: str) -> str:
    if value not in available_timezones():
        raise ValueError("is not a time zone; allowed is a name like Europe/Copenhagen")
    return value


def _database_address(value: object) -> URL:
    with contextlib.suppress(ArgumentError, ValueError):
        url = value if isinstance(value, URL) else make_url(str(value))
        if _is_file(url) or _is_server(url):
            return url
    raise ValueError(
        "is not a database this version knows; allowed is sqlite+aiosqlite:/// and a file, or "
        "postgresql+asyncpg://user:password@server/database (with what is neither a letter nor "
        "a digit in the password written like %40)"
    )


def _is_file(url: URL) -> bool:
    return url.drivername == "sqlite+aiosqlite" and url.database not in (None, "", ":memory:")


def _is_server(url: URL) -> bool:
    """Whether it is a whole address; a part of a password never passes for something else."""
    return (
        url.drivername == "postgresql+asyncpg"
        and re.fullmatch(r"[\w.-]+", url.database or "") is not None
        and re.fullmatch(r"[\w.:-]*", url.host or "") is not None
        and bool(url.host or "host" in url.query)
        and url.query.keys() <= {"host", "ssl", "passfile"}
    )


Token = Annotated[SecretStr, AfterValidator(_token)]
TokenFile = Annotated[Path, AfterValidator(_token_file)]
Day = Annotated[date, BeforeValidator(_day)]
TimeOfDay = Annotated[time, BeforeValidator(_time_of_day)]
MailAddress = Annotated[str, AfterValidator(_mail_address)]
WebPage = Annotated[str, AfterValidator(_web_page)]
WebAddress = Annotated[str, AfterValidator(_web_address)]
Zone = Annotated[str, AfterValidator(_zone)]
# Printed or written out, a database's address hides its password.
DatabaseAddress = Annotated[
    InstanceOf[URL],
    NoDecode,
    BeforeValidator(_database_address),
    PlainSerializer(str, return_type=str),
]
