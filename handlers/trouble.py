"""Trouble: what is said when a message could not be handled."""

from domain.people import leads
from handlers import asking
from handlers.screen import Screen
from handlers.team import colleagues
from handlers.turn import Turn


async def tell(turn: Turn) -> None:
    """Tell the person kindly, if there is one, and the leads that somebody must look."""
    if turn.door is not None:
        asking.show_again(turn, turn.voice("trouble"))
    await _tell_leads(turn, "parked-lead")
    turn.note("parked an update")


async def journal_broken(turn: Turn, what: str) -> None:
    """Tell the leads that the journal is not as it was written."""
    await _tell_leads(turn, "journal-broken-lead")
    turn.note(f"found the journal broken: {what}")


async def no_backup(turn: Turn) -> None:
    """Tell the leads that no backup could be made."""
    await _tell_leads(turn, "no-backup-lead")
    turn.note("could not back up")


async def _tell_leads(turn: Turn, key: str) -> None:
    staff = await colleagues.by_id(turn)
    for lead in leads(colleagues.members(staff)):
        turn.tell(staff[lead.id], Screen(turn.house.phrases.voice(lead.language)(key)))
