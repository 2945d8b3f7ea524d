"""The journal is read at every start: if somebody changed it, log and leads are told."""

import logging
from functools import partial

from bot.turns import Turns
from handlers import trouble
from storage.store import Store

_log = logging.getLogger(__name__)


async def check(turns: Turns, store: Store) -> None:
    """Verify the journal; what is wrong with it is told once, and the bot goes on."""
    broken = (await store.journal.chain.verify()).broken
    if broken is None:
        return
    # Before anything is added behind a cut end: where it was cut is noted.
    await store.journal.chain.anchor()
    _log.error(
        "The journal is not as it was written (entry %s is %s). Somebody may have changed the "
        "database: run `brobygger db verify`, and look at who can reach the machine.",
        broken.number,
        broken.kind,
    )
    found = f"{broken.kind} {broken.number}"
    if await store.marks.get("journal broken") != found:
        told = store.marks.set("journal broken", found)
        await turns.run(None, partial(trouble.journal_broken, what=broken.kind), told)
