"""Auditing: what has gone missing is put back, and the leads hear of it."""

from domain.obligations import missing
from handlers import trouble
from handlers.turn import Turn


async def put_back(turn: Turn, concern_id: str) -> bool:
    """Put back the reminders a concern must have and has not; whether there were any."""
    concern = await turn.store.concerns.get(concern_id)
    if concern is None:
        return False
    service, reminders = turn.house.service, turn.store.reminders
    standing = (await reminders.standing(turn.now, [concern_id])).get(concern_id, set())
    lost = missing(concern, standing, turn.now, service.ladder, service.times)
    if not lost:
        return False
    turn.write(turn.store.concerns.unchanged(concern))  # if it changes just now, this runs again
    turn.write(*reminders.schedule(concern_id, lost))
    turn.note("reminders put back", concern_id)
    await _tell(turn, "audit-put-back-lead")
    return True


async def stuck(turn: Turn) -> None:
    """Tell the leads that something waits which should not."""
    if await _tell(turn, "audit-stuck-lead"):
        turn.note("found something stuck")


async def _tell(turn: Turn, key: str) -> bool:
    """Tell the leads of one kind of finding, unless they were today; the log has every one."""
    mark, today = f"told {key}", turn.local_day.isoformat()
    if await turn.store.marks.get(mark) == today:
        return False
    turn.write(turn.store.marks.set(mark, today))
    await trouble.tell_leads(turn, key)
    return True
