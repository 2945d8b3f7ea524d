"""The command line: what can be typed, and what it means.

What a command does is loaded when it is done: a shell that completes a word runs this module at
every press of Tab, and the whole bot takes a second to load.
"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.db_cli import db
from bot.options import ConfigFile

_TOKEN = "1:sandbox"  # noqa: S105 - a made-up one

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
    from bot import commands

    commands.run(config)


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
    from bot import commands

    commands.leaflet(config, output, paper, bot)


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
    from bot import commands

    raise typer.Exit(commands.check(config, for_machines=for_machines))


@cli.command()
def invite(
    role: Annotated[InvitedRole, typer.Option(help="What the invited person will be.")],
    config: ConfigFile = Path("config.toml"),
) -> None:
    """Print a link that lets one person join the team, within 15 minutes.

    Example: brobygger invite --config config.toml --role lead
    """
    from bot import commands

    commands.invite(role, config)


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
    from bot import commands

    commands.demo(language, profile, port)


@cli.command()
def sandbox(
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Where it answers; 0: anywhere.")
    ] = 8098,
    token: Annotated[str, typer.Option(help="The bot's token there; never a real one.")] = _TOKEN,
    username: Annotated[str, typer.Option(help="The bot's name there.")] = "sandbox_bot",
) -> None:
    """Serve a Telegram of one's own on this machine, for the tests of any bot.

    Example: brobygger sandbox --port 8098 --token 1:sandbox --username my_bot
    """
    from bot import commands

    commands.sandbox(token, username, port)


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
    from bot import commands

    commands.preview(config, output)
