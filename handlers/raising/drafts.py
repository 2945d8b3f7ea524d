"""Unfinished conversations: reminded of once, then wiped."""

from dataclasses import replace

from domain.drafts import wakes_at
from handlers.raising import asking
from handlers.screen import Button, Screen
from handlers.turn import Turn


async def wake(turn: Turn) -> None:
    """Remind the speaker of their unfinished interview, or wipe one that waited long enough.

    They are told beforehand when it will be wiped; the wiping itself sends nothing.
    """
    person, interview = turn.person, turn.person.interview
    if interview is None or person.wakes_at is None or person.wakes_at > turn.now:
        return None  # they have just gone on
    if interview.role is None or interview.reminded:
        turn.keep(replace(person, interview=None, awaits_edit=0))
        turn.unbutton_card(asking.prompt(turn))
        return turn.note("draft wiped")
    reminded = replace(interview, reminded=True)
    turn.keep(replace(person, interview=reminded))
    turn.note("reminded of a draft")
    return turn.reply(_reminder(turn, interview.id, interview.at))


def _reminder(turn: Turn, interview: str, at: str) -> Screen:
    service, person = turn.house.service, turn.person
    end = wakes_at(person.interview, turn.now, service.drafts, service.times) or turn.now
    local = end.astimezone(service.times.zone)
    text = turn.voice("draft-waits", date=local.date(), time=local.time())
    rows = [
        (Button(turn.voice(f"button-{name}"), f"c/{interview}/{at}/{name}"),)
        for name in ("resume", "fresh", "wipe")
    ]
    return Screen(text, tuple(rows))
