"""What a lead is told when the bot itself is in trouble, for the preview."""

from datetime import timedelta
from functools import partial

from bot.preview.album import Album, Person
from handlers import trouble


async def show(album: Album, lead: Person) -> None:
    """Show every sentence of this kind."""
    await album.show(lead, "The lead: a message is parked", trouble.tell)
    changed = partial(trouble.journal_broken, what="changed")
    await album.show(lead, "The lead: the journal was changed", changed)
    await album.show(lead, "The lead: no backup", trouble.no_backup)
    for key in ("audit-put-back-lead", "audit-stuck-lead"):
        name = key.removesuffix("-lead").replace("-", " ")
        await album.show(lead, f"The lead: {name}", partial(trouble.tell_leads, key=key))
    for minutes in (20, 600, 1800):
        back = partial(trouble.telegram_is_back, away=timedelta(minutes=minutes))
        await album.show(lead, f"The lead: Telegram was away for {minutes} minutes", back)
