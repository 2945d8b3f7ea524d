"""The lookout: what a change leaves without anybody on duty, and who is told, so as to fill it."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from domain.people import Member, StaffRole, everyone, leads
from domain.roster import Period, Roster, gaps
from handlers.phrases import Voice
from handlers.roster import spoken
from handlers.screen import Button, Screen
from handlers.team import colleagues
from handlers.turn import Turn
from storage.staff import Colleague

_SHOWN = 3  # gaps that a message offers at once; the rest stand in the list


@dataclass(frozen=True)
class Left:
    """What a change leaves: whether nobody has the duty any more, and gaps that were not there."""

    emptied: bool
    gaps: list[Period]


def gaps_of(turn: Turn, roster: Roster, able: Collection[str]) -> list[Period]:
    """Return the gaps of the next two weeks; none without a plan that could have any (S41)."""
    if not roster.is_planned():
        return []
    service = turn.house.service
    return gaps(roster, service.duty.hours, service.times, able, turn.now)


async def look(turn: Turn, before: Roster, after: Roster, member: str) -> Left:
    """Tell who can help what a change to `member`'s duty leaves empty, but not themselves (S41).

    If nobody has the duty any more, everyone at work hears it and can take it with one tap; of
    gaps to come, the leads, who can take each with one.
    """
    team = await colleagues.by_id(turn)
    able = colleagues.able(team)
    known = gaps_of(turn, before, able)
    left = Left(
        emptied=bool(able & before.on_duty(turn.now)) and not able & after.on_duty(turn.now),
        gaps=[each for each in gaps_of(turn, after, able) if each not in known],
    )
    people = [replace(m, away=after.is_away(m.id, turn.now)) for m in colleagues.members(team)]
    for each in _told(people, left):
        if each.id != member:
            _tell(turn, team, each, left, member)
    return left


def back(roster: Roster, member: str, now: datetime) -> Roster:
    """Return the roster once a member who is away has come back to work."""
    ended = {a for a in roster.absences if a.member == member and a.starts_at <= now}
    return replace(roster, absences=tuple(a for a in roster.absences if a not in ended))


def take_button(turn: Turn, voice: Voice, gap: Period) -> Button:
    """Return the button that puts whoever presses it on duty in a gap."""
    when = spoken.label(voice, turn.house.service.times.zone, gap)
    return Button(voice("button-gap-take", span=when), f"gap/{spoken.codes(gap)}")


def _told(people: list[Member], left: Left) -> list[Member]:
    if left.emptied:
        return everyone(people)
    return leads(people) if left.gaps else []


def _tell(turn: Turn, team: dict[str, Colleague], to: Member, left: Left, member: str) -> None:
    voice = turn.house.phrases.voice(to.language)
    said, rows = [], []
    if left.emptied:
        said.append(voice("duty-emptied"))
        rows.append((Button(voice("button-duty-on"), "duty/on"),))
    if left.gaps and (to.role is StaffRole.LEAD or not left.emptied):
        said.append(voice("gaps-new", name=colleagues.name(team, voice, member)))
        rows += [(take_button(turn, voice, each),) for each in left.gaps[:_SHOWN]]
        rows.append((Button(voice("button-gaps"), "gaps/0"),))
    turn.inform(team[to.id], Screen("\n\n".join(said), tuple(rows)))
