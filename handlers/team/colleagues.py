"""The team as a turn sees it: who is told of a concern, and on which card."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from domain.concern import Concern, has_ended
from domain.people import Member, Status, belongs
from domain.roster import Absence, Roster
from handlers.phrases import Voice
from handlers.screen import Screen
from handlers.turn import Turn
from handlers.work import cards, standing
from storage.concerns import Alert
from storage.staff import Colleague, new_id


async def by_id(turn: Turn) -> dict[str, Colleague]:
    """Return everybody who is or was in the team by member id, as the roster has them now.

    It is read once in a turn, however many concerns that is about.
    """
    if turn.team is None:
        turn.team = await _by_id(turn)
    return dict(turn.team)


async def _by_id(turn: Turn) -> dict[str, Colleague]:
    staff = await turn.store.staff.all()
    now = await roster(turn, staff)
    on_duty = now.on_duty(turn.now)
    unproven = await turn.store.handshakes.unproven(turn.now)
    return {
        each.member.id: replace(
            each,
            member=replace(
                each.member,
                on_duty=each.member.id in on_duty,
                away=now.is_away(each.member.id, turn.now),
                unproven=each.member.id in unproven,
            ),
        )
        for each in staff
    }


async def roster(
    turn: Turn, staff: Sequence[Colleague] | None = None, since: datetime | None = None
) -> Roster:
    """Return the duty roster: what is stored from now on, or `since`, and the configured plan.

    A name in that plan that nobody in the team has stands for nobody. Whoever is on pause is
    not at work.
    """
    service = turn.house.service
    known = await turn.store.staff.all() if staff is None else staff
    called = {each.member.name.casefold(): each.member.id for each in known if _takes_part(each)}
    configured = (
        replace(each, member=called.get(each.member.casefold(), "")) for each in service.duty.weekly
    )
    stored = await turn.store.roster.since(since or turn.now)
    paused = [each.member.id for each in known if each.member.status is Status.PAUSED]
    return Roster(
        zone=service.times.zone,
        weekly=(*(each for each in configured if each.member), *stored.weekly),
        shifts=stored.shifts,
        absences=(*stored.absences, *(Absence(each, turn.now) for each in paused)),
        changes=stored.changes,
        closed_days=service.times.closed_days,
    )


async def owned(turn: Turn, concern_id: str) -> Concern | None:
    """Return a concern that the speaker owns and that has not ended, or None."""
    concern = await turn.store.concerns.get(concern_id)
    if concern is None or turn.member is None or concern.owner != turn.member.id:
        return None
    return None if has_ended(concern) else concern


def _takes_part(colleague: Colleague) -> bool:
    return colleague.member.status in (Status.ACTIVE, Status.PAUSED)


def members(team: dict[str, Colleague]) -> list[Member]:
    """Return the team's members."""
    return [each.member for each in team.values()]


def able(team: dict[str, Colleague]) -> set[str]:
    """Return the members who can be reached and take part, whether or not they are away now."""
    return {each.id for each in members(team) if each.reachable and each.status is Status.ACTIVE}


def numbered(team: dict[str, Colleague], number: str) -> Colleague | None:
    """Return the member of that number who takes part: how a button names a colleague."""
    active = (each for each in team.values() if each.member.status is Status.ACTIVE)
    return next((each for each in active if str(each.member.number) == number), None)


def called(team: dict[str, Colleague], voice: Voice, said: str) -> list[Colleague]:
    """Return everybody in the team who is called what somebody typed; two can have one name."""
    meant = said.casefold().strip(" .!?")
    here = (each for each in team.values() if each.member.status is not Status.GONE)
    return [each for each in here if name(team, voice, each.member.id).casefold() == meant]


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


async def redraw(turn: Turn, concern: Concern, but: Collection[str] = ()) -> None:
    """Show on every member's card how the concern stands now; its words leave all of them.

    `but` are those whose cards are drawn elsewhere in this turn.
    """
    team = await by_id(turn)
    for alerted in await turn.store.concerns.alerts(concern.id):
        colleague = team.get(alerted.member)
        if colleague and alerted.member not in but and belongs(colleague.member):
            turn.redraw(colleague, _card(turn, team, concern, colleague), alerted.card)


async def bring_card(turn: Turn, concern: Concern, told: Iterable[Colleague]) -> None:
    """Send colleagues their card of a concern at the end of their chats, without a word of it.

    It says how the concern stands now. A card that they have already is emptied.
    """
    team, known = await by_id(turn), await turn.store.concerns.alerts(concern.id)
    for colleague in told:
        older = card_of(known, colleague.member.id)
        place = older or f"alert/{new_id()}"
        if older is None:
            turn.write(turn.store.concerns.alert(concern.id, colleague.member.id, place))
        else:
            voice = turn.house.phrases.voice(colleague.member.language)
            turn.redraw(colleague, cards.moved(voice, concern), older)
        turn.alert(colleague, _card(turn, team, concern, colleague), place, concern.id)


async def card(turn: Turn, concern: Concern, colleague: Colleague) -> Screen:
    """Return a colleague's card as the concern stands now, without a word of it."""
    return _card(turn, await by_id(turn), concern, colleague)


def _card(turn: Turn, team: dict[str, Colleague], concern: Concern, colleague: Colleague) -> Screen:
    voice = turn.house.phrases.voice(colleague.member.language)
    return standing.card(voice, concern, colleague.member, partial(name, team, voice))


def card_of(alerts: Iterable[Alert], member: str) -> str | None:
    """Return the card on which a member was told, or None."""
    return next((each.card for each in alerts if each.member == member), None)
