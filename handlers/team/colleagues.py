"""The team as a turn sees it: who is told of a concern, and on which card."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from domain.concern import Concern
from domain.people import Member, Status
from domain.roster import Roster
from handlers.phrases import Voice
from handlers.team import cards
from handlers.turn import Turn
from storage.concerns import Alert
from storage.staff import Colleague, new_id


async def by_id(turn: Turn) -> dict[str, Colleague]:
    """Return everybody who is or was in the team by member id, as the roster has them now."""
    staff = await turn.store.staff.all()
    now = await roster(turn, staff)
    on_duty = now.on_duty(turn.now)
    return {
        each.member.id: replace(
            each,
            member=replace(
                each.member,
                on_duty=each.member.id in on_duty,
                away=now.is_away(each.member.id, turn.now),
            ),
        )
        for each in staff
    }


async def roster(turn: Turn, staff: Sequence[Colleague] | None = None) -> Roster:
    """Return the duty roster from now on: what is stored, and the configuration's weekly plan.

    A name in that plan that nobody in the team has stands for nobody.
    """
    service = turn.house.service
    known = await turn.store.staff.all() if staff is None else staff
    called = {each.member.name.casefold(): each.member.id for each in known if _takes_part(each)}
    configured = (
        replace(each, member=called.get(each.member.casefold(), "")) for each in service.duty.weekly
    )
    stored = await turn.store.roster.since(turn.now)
    return Roster(
        zone=service.times.zone,
        weekly=(*(each for each in configured if each.member), *stored.weekly),
        shifts=stored.shifts,
        absences=stored.absences,
        changes=stored.changes,
        closed_days=service.times.closed_days,
    )


def _takes_part(colleague: Colleague) -> bool:
    return colleague.member.status is not Status.GONE


def members(team: dict[str, Colleague]) -> list[Member]:
    """Return the team's members."""
    return [each.member for each in team.values()]


def name(team: dict[str, Colleague], voice: Voice, member: str | None) -> str:
    """Return how a member is called; one who never said is called by number."""
    if member is None or member not in team:
        return voice("somebody")
    known = team[member].member
    return known.name or voice("member-number", number=known.number)


def alert(
    turn: Turn, concern: Concern, told: Iterable[Colleague], unmanned: Collection[Member] = ()
) -> None:
    """Alert colleagues to a concern, each on a card of their own, without a word of it.

    `unmanned` are those who hear in the same alert that nobody can be told on duty.
    """
    for colleague in told:
        voice = turn.house.phrases.voice(colleague.member.language)
        card = f"alert/{new_id()}"
        turn.write(turn.store.concerns.alert(concern.id, colleague.member.id, card))
        screen = cards.alert(voice, concern, unmanned=colleague.member in unmanned)
        turn.alert(colleague, screen, card, concern.id)


async def redraw_others(turn: Turn, concern: Concern, but: str) -> None:
    """Show everybody else who was told that the concern is taken; its words leave their cards."""
    team = await by_id(turn)
    for alerted in await turn.store.concerns.alerts(concern.id):
        if alerted.member == but or alerted.member not in team:
            continue
        colleague = team[alerted.member]
        voice = turn.house.phrases.voice(colleague.member.language)
        screen = cards.taken_by(voice, concern, name(team, voice, concern.owner))
        turn.redraw(colleague, screen, alerted.card)


def card_of(alerts: Iterable[Alert], member: str) -> str | None:
    """Return the card on which a member was told, or None."""
    return next((each.card for each in alerts if each.member == member), None)
