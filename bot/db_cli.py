"""The commands of `brobygger db`: what can be typed, and what it means."""

from pathlib import Path
from typing import Annotated

import typer

from bot.options import ConfigFile

db = typer.Typer(
    help="The database and its keys: verify, rekey, back up, restore, see what is parked.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

_CONFIG = Path("config.toml")


@db.command()
def verify(config: ConfigFile = _CONFIG) -> None:
    """Say whether the journal is as it was written; ends with 1 if it is not.

    Example: brobygger db verify --config config.toml
    """
    from bot import db_commands

    db_commands.verify(config)


@db.command()
def rekey(
    config: ConfigFile = _CONFIG,
    master: Annotated[
        bool, typer.Option("--master", help="Make a new master key as well, in its file.")
    ] = False,
) -> None:
    """Begin new keys, beside a bot that runs: it seals everything anew and destroys the old.

    Example: brobygger db rekey --config config.toml --master
    """
    from bot import db_commands

    db_commands.rekey(config, master=master)


@db.command()
def backup(
    config: ConfigFile = _CONFIG,
    to: Annotated[Path | None, typer.Option(help="Folder of the data's backup.")] = None,
    keys_to: Annotated[Path | None, typer.Option(help="Folder of the keys' backup.")] = None,
) -> None:
    """Back up the data and the keys into two folders, beside a bot that runs.

    Example: brobygger db backup --to /backup/data --keys-to /elsewhere/keys
    """
    from bot import db_commands

    db_commands.backup(config, to, keys_to)


@db.command()
def parked(
    config: ConfigFile = _CONFIG,
    retry: Annotated[bool, typer.Option("--retry", help="Try all of it once more.")] = False,
    discard: Annotated[bool, typer.Option("--discard", help="Delete all of it.")] = False,
) -> None:
    """Count what could not be handled; try it again or delete it, beside a bot that runs.

    Example: brobygger db parked --retry
    """
    from bot import db_commands

    db_commands.parked(config, retry=retry, discard=discard)


@db.command()
def restore(
    data: Annotated[Path, typer.Argument(help="The backup of the data.")],
    keys: Annotated[
        Path | None, typer.Argument(help="The backup of the keys, if those are lost too.")
    ] = None,
    config: ConfigFile = _CONFIG,
) -> None:
    """Put backups where nothing lies: the data, and the keys if those are lost too.

    Example: brobygger db restore data-20261126T020000Z.backup keys-20261126T020000Z.backup
    """
    from bot import db_commands

    db_commands.restore(data, keys, config)


@db.command()
def restored(config: ConfigFile = _CONFIG) -> None:
    """Go on from an older database that was put back by other means, with no bot running.

    The journal goes on from its end; what was cut or forgotten since stays so.

    Example: brobygger db restored --config config.toml
    """
    from bot import db_commands

    db_commands.restored(config)
