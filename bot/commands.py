"""What the commands do: run the bot, check it, invite somebody, show the demo or every screen."""

import gc
import os
import shutil
import sys
from pathlib import Path

import typer

from bot import logs, progress
from bot.app import open_app
from bot.clock import MovableClock, SystemClock
from bot.config.errors import ConfigError
from bot.config.settings import Settings, load_to_show
from bot.console import answering, settings_of, settings_read, told
from bot.demo.facts import Facts
from bot.inviting import invitation
from bot.serving import serve, stopped_by_signal
from bot.telegram.client import TelegramBot
from domain.people import StaffRole
from storage.store import open_store


def run(config: Path) -> None:
    """Run the bot until it is told to stop."""
    settings = settings_of(config, os.environ.get("BROBYGGER_LOG", "INFO"))
    answering(_run(settings))


def leaflet(config: Path, output: Path, paper: str, bot: str) -> None:
    """Write a leaflet; `paper` is A5 or A4, `bot` its user name or empty: Telegram is asked."""
    logs.set_up("WARNING")
    from bot import leaflet as printing  # what draws the code, which no other command needs

    settings = told(lambda: load_to_show(config)) if bot else settings_of(config, "WARNING")
    username = bot.removeprefix("@") or answering(_username(settings))
    try:
        output.write_text(printing.leaflet(settings, username, paper), encoding="utf-8")
    except OSError as error:
        typer.echo(f"--output: {output} cannot be written ({error.strerror}).", err=True)
        raise typer.Exit(1) from None
    typer.echo(f"{output}: open it in a browser and print it on {paper}, without margins.")


def check(config: Path, *, for_machines: bool) -> int:
    """Print how everything is, as a table or as JSON; return the exit code."""
    from bot.check import looked_over  # every screen and word, which no other command needs
    from bot.check.finding import Finding, State, as_json, as_table, worst

    try:
        settings = settings_read(config, "ERROR")
        found = answering(looked_over(settings, SystemClock()))
        code = int(worst(found) is State.WRONG)
    except ConfigError as error:
        sentences = map(logs.discreet, error.mistakes)
        found = [Finding("configuration", State.WRONG, each) for each in sentences]
        code = 2
    terminal = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    width = shutil.get_terminal_size().columns if terminal else None
    typer.echo(as_json(found) if for_machines else as_table(found, width))
    return code


def invite(role: str, config: Path) -> None:
    """Print a link that lets one person join as a worker or a lead."""
    settings = settings_of(config, "WARNING")
    typer.echo(answering(_invite(settings, StaffRole(role))))


def demo(language: str, profile: str | None, port: int) -> None:
    """Show the whole service until it is told to stop."""
    logs.set_up("WARNING")
    answering(_demo(language, profile, port))


def sandbox(token: str, username: str, port: int) -> None:
    """Serve a Telegram for a bot of that token and name until it is told to stop."""
    logs.set_up("WARNING", token)
    answering(_sandbox(token, username, port))


def preview(config: Path | None, output: Path) -> None:
    """Write every screen to one file; without a configuration with the defaults."""
    logs.set_up("WARNING")
    from bot import preview as previewing  # every screen there is, which no other command needs

    settings = told(lambda: load_to_show(config))
    with progress.shown("Playing every screen"):
        said = answering(previewing.write(settings, output, SystemClock().now()))
    typer.echo(said)


async def _run(settings: Settings) -> None:
    stop = stopped_by_signal()
    with progress.shown("Opening the data, and bringing it to the newest schema") as so_far:
        app = await open_app(settings, SystemClock(), so_far)
    gc.freeze()  # what is loaded by now stays; walking through it took a sixth of all time
    await serve(app, stop)


async def _demo(language: str, profile: str | None, port: int) -> None:
    from bot.demo.playing import play  # a whole Telegram, which no other command needs

    facts = Facts.of(language, profile)
    await play(facts, port, stopped_by_signal(), typer.echo)


async def _sandbox(token: str, username: str, port: int) -> None:
    from bot.sandbox.server import Sandbox

    stop = stopped_by_signal()
    async with Sandbox(token, username, MovableClock(), port) as serving:
        typer.echo(f"A Telegram for one bot answers at {serving.url}; Ctrl-C ends it.")
        await stop.wait()


async def _username(settings: Settings) -> str:
    bot = TelegramBot(settings.token, settings.telegram.api_url)
    try:
        await bot.initialize()
        return bot.username
    finally:
        await bot.shutdown()


async def _invite(settings: Settings, role: StaffRole) -> str:
    store = await open_store(settings.storage.url, settings.keys.path, settings.keys.to_master())
    bot = TelegramBot(settings.token, settings.telegram.api_url)
    try:
        await bot.initialize()
        payload = await invitation(store, role, SystemClock().now())
    finally:
        await bot.shutdown()
        await store.close()
    return bot.start_link(payload)
