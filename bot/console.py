"""What every command shares: settings are read, work is run, and mistakes are one sentence."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

import typer
from sqlalchemy.exc import SQLAlchemyError
from telegram.error import InvalidToken, TelegramError

from bot import logs
from bot.config.errors import ConfigError
from bot.config.settings import Settings, load
from bot.demo.facts import NoProfile
from bot.sandbox.errors import SandboxError
from bot.telegram.reaching import Refused
from bot.telegram.webhook import CannotListen
from storage.database import StorageError
from storage.leadership import LeadershipLost

Result = TypeVar("Result")


class CannotWrite(Exception):
    """A file cannot be written; the sentence says which and why."""


# What says in its own words what is wrong and what to do.
_SENTENCES = (
    StorageError,
    SandboxError,
    Refused,
    CannotListen,
    LeadershipLost,
    CannotWrite,
    NoProfile,
)


def settings_of(config: Path, log_level: str) -> Settings:
    """Read the configuration and begin to log; mistakes are told, and end the process."""
    return told(lambda: settings_read(config, log_level))


def settings_read(config: Path, log_level: str) -> Settings:
    """Read the configuration and begin to log; raises ConfigError."""
    settings = load(config)
    secret = [settings.keys.master, settings.watch.heartbeat_url]
    given = [each.get_secret_value() for each in secret if each]
    logs.set_up(log_level, settings.token, *given, settings.storage.url.password or "")
    return settings


def told(read: Callable[[], Settings]) -> Settings:
    """Read settings; mistakes in them are told, and end the process."""
    try:
        return read()
    except ConfigError as error:
        for mistake in error.mistakes:
            typer.echo(logs.discreet(mistake), err=True)
        raise typer.Exit(2) from None


def answering(work: Coroutine[Any, Any, Result]) -> Result:
    """Run the work; what goes wrong is one sentence and an exit code, never a traceback."""
    try:
        return asyncio.run(work)
    except _SENTENCES as error:
        sentence = str(error)
    except InvalidToken:
        sentence = "telegram.token: Telegram does not know this token; copy it from BotFather."
    except TelegramError:
        sentence = "telegram.api_url: Telegram cannot be reached there; check it and the network."
    except SQLAlchemyError as error:
        sentence = f"storage.url: the database cannot be used ({type(error).__name__})."
    typer.echo(logs.discreet(sentence), err=True)
    raise typer.Exit(1)
