"""The team as a turn sees it: who is told of a concern, and on which card."""

from collections.abc import Iterable

from domain.concern import Concern
from domain.people import Member
from handlers.phrases import Voice
from handlers.team import cards
from handlers.turn import Turn
from storage.concerns import Alert
from storage.staff import Colleague, new_id


async def by_id(turn: Turn) -> dict[str, Colleague]:
    """Return the whole team by member id."""
    return {each.member.id: each for each in await turn.store.staff.all()}


def members(team: dict[str, Colleague]) -> list[Member]:
    """Return the team's members."""
    return [each.member for each in team.values()]


def name(team: dict[str, Colleague], voice: Voice, member: str | None) -> str:
    """Return how a member is called; one who never said is called by number."""
    if member is None or member not in team:
        return voice("somebody")
    known = team[member].member
    return known.name or voice("member-number", number=known.number)


def alert(turn: Turn, concern: Concern, told: Iterable[Colleague]) -> None:
    """Alert colleagues to a concern, each on a card of their own, without a word of it."""
    for colleague in told:
        voice = turn.house.phrases.voice(colleague.member.language)
        card = f"alert/{new_id()}"
        turn.write(turn.store.concerns.alert(concern.id, colleague.member.id, card))
        turn.alert(colleague, cards.alert(voice, concern), card, concern.id)


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
