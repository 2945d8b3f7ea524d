"""Who is in the team, invitations, pauses and one-time codes, for the preview."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from bot.preview.album import Act, Album, Person
from bot.preview.crew import Team
from bot.preview.people import message
from domain.concern import Concern
from domain.one_time import Lock
from domain.people import Member, Role, StaffRole, Status
from handlers.phrases import Voice
from handlers.screen import Screen
from handlers.team import codes, inviting, joining, team_list, typed
from handlers.turn import Turn
from handlers.work import cards
from storage.invites import Invite
from storage.one_time import code_at
from storage.staff import new_id

_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105 - a made-up one
_HOURS = timedelta(hours=8)


async def chapters(album: Album, crew: Team, sent: Mapping[Role, Concern]) -> None:
    """Show the team as a lead and as a worker see it, and what a lead can do with each."""
    album.begin("The team: who is in it")
    await _listed(album, crew)
    await _invited(album, crew)
    await _changed(album, crew, sent[Role.RELATIVE])
    album.begin("The team: one-time codes")
    await _codes(album, crew)


async def _listed(album: Album, crew: Team) -> None:
    await album.show(crew.worker_at, "The team, as a worker sees it", team_list.show)
    await album.show(crew.lead_at, "The team, as a lead sees it", team_list.show)
    worker = crew.worker.member
    for title, member in (
        ("away", replace(worker, away=True)),
        ("on pause", replace(worker, status=Status.PAUSED)),
        ("leaving, and out of reach", replace(worker, status=Status.LEAVING, reachable=False)),
    ):
        await album.show(crew.lead_at, f"A line: {title}", _line(member))
    await album.show(crew.lead_at, "One of the team", _types(crew.worker.member.name))
    await album.show(crew.lead_at, "Somebody who has left", _says("no-such-member"))


async def _invited(album: Album, crew: Team) -> None:
    lead = crew.lead_at
    for role in StaffRole:
        await album.show(lead, f"Invite: {role}", _invites(role))
        code, invited = f"by the lead {role}", Invite(new_id(), role, crew.lead.member.id)
        await album.happens(lead, _stores(invited, f"{code} {album.language}"))
        new = replace(crew.worker_at, colleague=None, looks_at=crew.lead.chat_id)
        accepts = _accepts(f"{code} {album.language}")
        await album.show(new, f"The lead: an invitation is used by a {role}", accepts)
    await album.show(lead, "Invite: taken back", _types_label("button-uninvite"))
    await album.show(lead, "Invite: too late", _says("invite-over"))


async def _changed(album: Album, crew: Team, concern: Concern) -> None:
    """Show a pause and a change of role, to the lead and to whom it is about."""
    name = crew.worker.member.name
    about = replace(crew.lead_at, looks_at=crew.worker.chat_id)
    for what in ("pause", "lead"):
        act = _types_label(f"button-person-{what}", name)
        await album.show(crew.lead_at, f"The lead: {what}", act)
        await album.show(about, f"Told: {what}", act)
    for what in ("you-are-back", "you-are-worker", "last-lead"):
        await album.show(crew.worker_at, what.replace("-", " ").capitalize(), _says(what))
    for title, screen in (
        ("A card while on pause", lambda voice: cards.hidden(voice, concern)),
        ("An owner is missing", lambda voice: cards.nudge(voice, concern, "needs-owner")),
    ):
        await album.show(crew.worker_at, title, _draws(screen))


async def _codes(album: Album, crew: Team) -> None:
    """Show codes asked for, right, wrong and too many; a house that asks for them is looked at."""
    house = album.house
    album.house = replace(house, service=replace(house.service, unlocks_for=_HOURS))
    right, shut = code_at(_SECRET, album.now), album.now + timedelta(minutes=15)
    known = _locked(crew.worker_at, Lock(_SECRET))
    await album.show(crew.worker_at, "The first time", codes.ask)
    await album.show(known, "A code is asked for", codes.ask)
    await album.show(known, "The code is right", _types(right))
    await album.show(known, "The code is wrong", _types(_wrong(right)))
    last = _locked(crew.worker_at, Lock(_SECRET, wrong=4))
    await album.show(_locked(crew.worker_at, Lock(_SECRET, shut_until=shut)), "Shut", codes.ask)
    lead = replace(last, looks_at=crew.lead.chat_id)
    await album.show(lead, "The lead: too many wrong codes", _types(_wrong(right)))
    opened = _locked(crew.lead_at, Lock(_SECRET, open_until=shut))
    about = replace(opened, looks_at=crew.worker.chat_id)
    renewed = _types_label("button-person-key", crew.worker.member.name)
    await album.show(opened, "The lead: a new code app", renewed)
    await album.show(about, "Told: a new code app", renewed)
    album.house = house


def _locked(at: Person, lock: Lock) -> Person:
    if at.colleague is None:
        raise LookupError("Only a member gives codes.")
    return replace(at, colleague=replace(at.colleague, lock=lock))


def _wrong(right: str) -> str:
    return "000000" if right != "000000" else "111111"


def _line(member: Member) -> Act:
    def act(turn: Turn) -> None:
        state = team_list.states(turn.voice, member)
        turn.reply(Screen(turn.voice("team-line", name=member.name, state=state)))

    return act


def _invites(role: StaffRole) -> Act:
    return lambda turn: inviting.invite(turn, role)


def _stores(invited: Invite, code: str) -> Act:
    hour = timedelta(hours=1)
    return lambda turn: turn.write(turn.store.invites.invite(invited, code, turn.now + hour))


def _accepts(code: str) -> Act:
    return lambda turn: joining.accept(turn, code)


def _types(text: str) -> Act:
    return lambda turn: typed.words(turn, message(turn, text=text))


def _types_label(key: str, name: str = "") -> Act:
    return lambda turn: typed.words(turn, message(turn, text=f"{turn.voice(key)} {name}".strip()))


def _draws(screen: Callable[[Voice], Screen]) -> Act:
    return lambda turn: turn.reply(screen(turn.voice))


def _says(key: str) -> Act:
    return lambda turn: turn.reply(Screen(turn.voice(key)))
