"""Trouble: what is said when a message could not be handled."""

from datetime import timedelta

from domain.people import leads
from handlers.raising import asking
from handlers.screen import Screen
from handlers.team import colleagues
from handlers.turn import Turn

_IN_HOURS = 120  # minutes from which on hours say enough
TELEGRAM_KEEPS = timedelta(days=1)  # what people write while nobody takes it


async def tell(turn: Turn) -> None:
    """Tell the person kindly, if there is one, and the leads that somebody must look."""
    if turn.door is not None:
        asking.show_again(turn, turn.voice("trouble"))
    await tell_leads(turn, "parked-lead")
    turn.note("parked an update")


async def journal_broken(turn: Turn, what: str) -> None:
    """Tell the leads that the journal is not as it was written."""
    await tell_leads(turn, "journal-broken-lead")
    turn.note(f"found the journal broken: {what}")


async def no_backup(turn: Turn) -> None:
    """Tell the leads that no backup could be made."""
    await tell_leads(turn, "no-backup-lead")
    turn.note("could not back up")


async def telegram_is_back(turn: Turn, away: timedelta) -> None:
    """Tell the leads how long Telegram could not be reached, and what may be lost by that."""
    minutes = round(away / timedelta(minutes=1))
    if minutes < _IN_HOURS:
        await tell_leads(turn, "telegram-back-minutes-lead", minutes=minutes)
    else:
        key = "telegram-back-hours-lead" if away < TELEGRAM_KEEPS else "telegram-back-long-lead"
        await tell_leads(turn, key, number=round(minutes / 60))
    turn.note("reached Telegram again")


async def tell_leads(turn: Turn, key: str, **facts: int) -> None:
    """Tell the leads one sentence, each in their own language."""
    staff = await colleagues.by_id(turn)
    for lead in leads(colleagues.members(staff)):
        voice = turn.house.phrases.voice(lead.language)
        turn.tell(staff[lead.id], Screen(voice(key, **facts)))
