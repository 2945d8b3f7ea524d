"""The command line: run the bot, check it, invite somebody, show the demo or every screen."""

import gc
import os
import shutil
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot import logs, progress
from bot.app import open_app
from bot.clock import MovableClock, SystemClock
from bot.config.errors import ConfigError
from bot.config.settings import Settings, load_to_show
from bot.console import ConfigFile, answering, settings_of, settings_read, told
from bot.db_commands import db
from bot.demo.facts import TOKEN, Facts
from bot.inviting import invitation
from bot.serving import serve, stopped_by_signal
from bot.telegram.client import TelegramBot
from domain.people import StaffRole
from storage.store import open_store

cli = typer.Typer(
    name="brobygger",
    help="A Telegram bot for municipal outreach: anonymous concerns, a worker on duty, 7 days.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain words: no boxes and no colours
)
cli.add_typer(db, name="db")


class Language(StrEnum):
    """In which language the demo is shown."""

    DANISH = "da"
    ENGLISH = "en"


class Profile(StrEnum):
    """Whose facts the demo shows."""

    NYBORG = "nyborg"
    LEJRE = "lejre"


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
    from bot import leaflet as printing  # what draws the code, which no other command needs

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
    language: Annotated[Language, typer.Option(help="What the team reads.")] = Language.DANISH,
    profile: Annotated[
        Profile | None, typer.Option(help="Whose facts and promises; else of a made-up place.")
    ] = None,
) -> None:
    """Show the whole service on this machine, in a sandbox Telegram.

    Example: brobygger demo --port 8099 --language da --profile lejre
    """
    logs.set_up("WARNING")
    answering(_demo(language, profile, port))


@cli.command()
def sandbox(
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Where it answers; 0: anywhere.")
    ] = 8098,
    token: Annotated[str, typer.Option(help="The bot's token there; never a real one.")] = TOKEN,
    username: Annotated[str, typer.Option(help="The bot's name there.")] = "sandbox_bot",
) -> None:
    """Serve a Telegram of one's own on this machine, for the tests of any bot.

    Example: brobygger sandbox --port 8098 --token 1:sandbox --username my_bot
    """
    logs.set_up("WARNING", token)
    answering(_sandbox(token, username, port))


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
