"""What is told when those on duty cannot be reached, or the bot was away, for the preview."""

from dataclasses import replace
from datetime import timedelta

from bot.preview.album import Act, Album
from bot.preview.crew import Team
from domain.concern import Concern, State
from domain.deadlines import Rung
from handlers.screen import Screen
from handlers.team import colleagues
from handlers.turn import Turn
from handlers.work import late


async def chapters(album: Album, crew: Team, concern: Concern) -> None:
    """Show the lead's alert and the reporter's sentence; a concern of anybody will do."""
    album.begin("The team: nobody on duty can be reached")
    await album.show(crew.lead_at, "The lead: alert", _alerts(concern, crew))
    await album.show(crew.lead_at, "The receipt then says", _says("receipt-duty-out-of-reach"))
    album.begin("The team: after an outage")
    await album.show(crew.worker_at, "All that came due, in one message", _told_late(concern, crew))


def _alerts(concern: Concern, crew: Team) -> Act:
    told = crew.lead
    return lambda turn: colleagues.alert(turn, concern, [told], [told.member])


def _says(key: str) -> Act:
    def act(turn: Turn) -> None:
        turn.reply(Screen(turn.voice(key)))

    return act


def _told_late(concern: Concern, crew: Team) -> Act:
    """Show every line that such a message can have, and that there are more."""
    free = replace(concern, owner=None, state=State.RECEIVED)
    own = replace(concern, owner=crew.worker.member.id, state=State.TAKEN)
    reacted = replace(own, state=State.REACTED)
    today = concern.received_at.date()
    passed = today - timedelta(days=1)
    due = [
        *((replace(each, promised_on=passed), Rung.OVERDUE) for each in (own, free)),
        *((replace(each, promised_on=today), Rung.DAY7) for each in (own, free)),
        *((each, Rung.DAY3) for each in (replace(own, acute=True), free)),
        (reacted, Rung.FOLLOW_UP),
        (own, Rung.SNOOZED),
        (replace(reacted, owner=None), Rung.UNOWNED),
    ]
    many = due + [(own, Rung.DAY3)] * late.LINES

    def act(turn: Turn) -> None:
        turn.inform(crew.worker, late.digest(turn.voice, many, turn.local_day))

    return act
