"""The commands of `brobygger db`: what an operator does with the database and its keys."""

from pathlib import Path

import typer

from bot.console import ConfigFile, answering, settings_of
from bot.settings import Settings
from storage.journal_chain import Verdict
from storage.store import open_store

db = typer.Typer(
    help="The database and its keys: check, turn over, back up and put back.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@db.command()
def verify(config: ConfigFile = Path("config.toml")) -> None:
    """Say whether the journal is as it was written; ends with 1 if it is not.

    Example: brobygger db verify --config config.toml
    """
    verdict = answering(_verified(settings_of(config, "WARNING")))
    if verdict.broken is None:
        typer.echo(f"The journal has {verdict.entries} entries, all as they were written.")
        return
    typer.echo(f"The journal is not as it was written: {sentence(verdict)}", err=True)
    raise typer.Exit(1)


def sentence(verdict: Verdict) -> str:
    """Return what is wrong with the journal, in one sentence."""
    broken = verdict.broken
    if broken is None:
        return "nothing is wrong."
    last = f"; the last good one is of {broken.after:%Y-%m-%d %H:%M} UTC" if broken.after else ""
    return f"entry {broken.number} is {broken.kind}{last}."


async def _verified(settings: Settings) -> Verdict:
    store = await open_store(settings.storage.url, settings.keys.path)
    try:
        return await store.journal.chain.verify()
    finally:
        await store.close()
