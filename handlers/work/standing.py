"""How a concern stands, on the card of each member: whose it is, and not a word of it."""

from collections.abc import Callable

from domain.concern import Concern, State, has_ended, is_open
from domain.handover import ANYONE, may_answer
from domain.people import Member, Role, StaffRole
from handlers.phrases import Voice
from handlers.screen import Button, Screen
from handlers.work import cards

Called = Callable[[str | None], str]  # a member's id to what they are called


def card(voice: Voice, concern: Concern, member: Member, called: Called) -> Screen:
    """Return a member's card as the concern stands now."""
    if concern.state is State.WITHDRAWN:
        key = "ended-no" if concern.role is Role.CITIZEN else "ended-withdrawn"
        return cards.ended(voice, concern, key)
    if has_ended(concern):
        return closed(voice, concern, member)
    if concern.owner == member.id:
        return _own(voice, concern, called)
    if may_answer(concern, member):
        return _offered(voice, concern, called(concern.owner))
    if concern.owner is not None:
        return cards.taken_by(voice, concern, called(concern.owner))
    return cards.nudge(voice, concern, "line-free" if is_open(concern) else "free-reacted")


def closed(voice: Voice, concern: Concern, member: Member) -> Screen:
    """Return what stays of a card; whoever closed the concern and the leads can reopen it."""
    shown = cards.closed(voice, concern)
    again = (Button(voice("button-reopen"), f"reopen/{concern.id}"),)
    rows = shown.rows if concern.owner == member.id else ()
    return Screen(shown.text, (again, *rows) if may_reopen(concern, member) else ())


def may_reopen(concern: Concern, member: Member) -> bool:
    """Whether a member may take up a concern that the team closed."""
    known = concern.owner == member.id or member.role is StaffRole.LEAD
    return concern.state is State.CLOSED and known


def colleagues_to_choose(
    voice: Voice, concern: Concern, named: list[tuple[int, str]]
) -> tuple[tuple[Button, ...], ...]:
    """Return whom a concern can be offered, as buttons: members by number and name, or anyone."""
    anyone = Button(voice("button-pass-anyone"), f"pass/{concern.id}/{ANYONE}")
    one_by_one = tuple((Button(name, f"pass/{concern.id}/{at}"),) for at, name in named)
    return (*one_by_one, (anyone,))


def _own(voice: Voice, concern: Concern, called: Called) -> Screen:
    """Return the owner's card; the words come when they open it."""
    if is_open(concern) or concern.reaction is None:
        shown = cards.nudge(voice, concern, "taken")
    else:
        shown = cards.reacted(voice, concern, concern.reaction)
    text = shown.text
    if concern.offered_to is not None:
        everybody = concern.offered_to == ANYONE
        name = voice("everybody") if everybody else called(concern.offered_to)
        text = voice("offered", nickname=concern.nickname, name=name)
    opens = Button(voice("button-open"), f"open/{concern.id}/0")
    return Screen(text, ((opens,), *cards.owners(voice, concern)))


def _offered(voice: Voice, concern: Concern, owner: str) -> Screen:
    lines = [voice("offer", nickname=concern.nickname, owner=owner)]
    if is_open(concern):
        lines.append(voice("offer-date", date=concern.promised_on))
    buttons = (
        Button(voice("button-accept"), f"offer/{concern.id}/yes"),
        Button(voice("button-decline"), f"offer/{concern.id}/no"),
    )
    return Screen("\n\n".join(lines), (buttons,))
