"""The command line: run the bot, check it, invite somebody, show the demo or every screen."""

import asyncio
import logging
import os
import shutil
import signal
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot import demo as demonstration
from bot import leaflet as printing
from bot import logs, progress, systemd
from bot import preview as previewing
from bot.app import App, open_app
from bot.check import looked_over
from bot.check.finding import Finding, State, as_json, as_table, worst
from bot.clock import SystemClock
from bot.config_errors import ConfigError
from bot.console import ConfigFile, answering, settings_of, settings_read, told
from bot.db_commands import db
from bot.settings import Settings, load_to_show
from bot.telegram_bot import TelegramBot
from domain.people import INVITATION_LASTS, StaffRole
from handlers.team.joining import PREFIX
from storage.invites import Invite, new_code
from storage.staff import new_id
from storage.store import open_store

_log = logging.getLogger(__name__)

_LAST_MOMENT = 10  # seconds after which nothing holds the end up any more

cli = typer.Typer(
    name="brobygger",
    help="A Telegram bot for municipal outreach: anonymous concerns, a worker on duty, 7 days.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain words: no boxes and no colours
)
cli.add_typer(db, name="db")


class InvitedRole(StrEnum):
    """Who can be invited."""

    WORKER = "worker"
    LEAD = "lead"


class Paper(StrEnum):
    """What a leaflet is printed on."""

    A5 = "A5"
    A4 = "A4"


@cli.command()
def run(config: ConfigFile = Path("config.toml")) -> None:
    """Run the bot until it is told to stop (SIGTERM or Ctrl-C).

    Example: brobygger run --config config.toml
    """
    settings = settings_of(config, os.environ.get("BROBYGGER_LOG", "INFO"))
    answering(_run(settings))


@cli.command()
def leaflet(
    config: ConfigFile = Path("config.toml"),
    output: Annotated[Path, typer.Option(help="The HTML file to write.")] = Path("leaflet.html"),
    paper: Annotated[Paper, typer.Option(help="What it is printed on.")] = Paper.A5,
    bot: Annotated[
        str, typer.Option(help="The bot's user name; else Telegram is asked for it.")
    ] = "",
) -> None:
    """Write a leaflet to print, in Danish and English, with a code that opens the chat.

    Example: brobygger leaflet --config config.toml --paper A4 --output leaflet.html
    """
    logs.set_up("WARNING")
    settings = told(lambda: load_to_show(config)) if bot else settings_of(config, "WARNING")
    username = bot.removeprefix("@") or answering(_username(settings))
    try:
        output.write_text(printing.leaflet(settings, username, paper), encoding="utf-8")
    except OSError as error:
        typer.echo(f"--output: {output} cannot be written ({error.strerror}).", err=True)
        raise typer.Exit(1) from None
    typer.echo(f"{output}: open it in a browser and print it on {paper}, without margins.")


@cli.command()
def check(
    config: ConfigFile = Path("config.toml"),
    for_machines: Annotated[
        bool, typer.Option("--json", help="Print JSON, for whatever watches this machine.")
    ] = False,
) -> None:
    """Look everything over, changing nothing; ends with 1 if something is wrong.

    Example: brobygger check --config config.toml --json
    """
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
    raise typer.Exit(code)


@cli.command()
def invite(
    role: Annotated[InvitedRole, typer.Option(help="What the invited person will be.")],
    config: ConfigFile = Path("config.toml"),
) -> None:
    """Print a link that lets one person join the team, within 15 minutes.

    Example: brobygger invite --config config.toml --role lead
    """
    settings = settings_of(config, "WARNING")
    typer.echo(answering(_invite(settings, StaffRole(role))))


@cli.command()
def demo(
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Where the page is shown; 0: anywhere.")
    ] = 8099,
) -> None:
    """Show the whole service on this machine, in a sandbox Telegram.

    Example: brobygger demo --port 8099
    """
    logs.set_up("WARNING")
    answering(_demo(port))


@cli.command()
def preview(
    config: Annotated[
        Path | None, typer.Option("--config", help="Whose facts and texts; else the defaults.")
    ] = None,
    output: Annotated[Path, typer.Option(help="The HTML file to write.")] = Path("preview.html"),
) -> None:
    """Write every screen, in every language, to one file.

    Example: brobygger preview --config config.toml --output preview.html
    """
    logs.set_up("WARNING")
    settings = told(lambda: load_to_show(config))
    with progress.shown("Playing every screen"):
        said = answering(previewing.write(settings, output, SystemClock().now()))
    typer.echo(said)


async def _run(settings: Settings) -> None:
    stop = stopped_by_signal()
    with progress.shown("Opening the data, and bringing it to the newest schema"):
        app = await open_app(settings, SystemClock())
    await serve(app, stop)


async def _demo(port: int) -> None:
    stop = stopped_by_signal()
    async with demonstration.prepared(port, typer.echo) as app:
        await serve(app, stop)


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
    code, invited = new_code(), Invite(new_id(), role)
    try:
        await bot.initialize()
        expires_at = SystemClock().now() + INVITATION_LASTS
        await store.database.write(store.invites.invite(invited, code, expires_at))
    finally:
        await bot.shutdown()
        await store.close()
    return bot.start_link(f"{PREFIX}{code}")


async def serve(app: App, stop: asyncio.Event) -> None:
    """Run the app until it shall stop, also while Telegram cannot be reached yet."""
    starting = asyncio.create_task(app.start())
    stopping = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait([starting, stopping], return_when=asyncio.FIRST_COMPLETED)
        if starting.done():
            await starting
            _log.info("Running as @%s.", app.bot.username)
            await app.run_until(stopping)
            _log.info("Stopping.")
    finally:
        systemd.notify("STOPPING=1")
        starting.cancel()
        stopping.cancel()
        await asyncio.gather(starting, stopping, return_exceptions=True)
        await app.stop()


def stopped_by_signal() -> asyncio.Event:
    """Return an event that is set when the process is asked to end; it then ends in any case."""
    stop = asyncio.Event()

    def asked() -> None:
        stop.set()
        # The system ends what even a cut-off cannot: a thread that hangs in a disk or a name.
        signal.alarm(_LAST_MOMENT)

    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, asked)
    return stop
