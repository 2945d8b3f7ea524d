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
    staff = await colleagues.by_id(turn)
    for lead in leads(colleagues.members(staff)):
        voice = turn.house.phrases.voice(lead.language)
        turn.tell(staff[lead.id], Screen(voice("parked-lead")))
    turn.note("parked an update")
