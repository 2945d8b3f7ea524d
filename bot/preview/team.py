"""What the team sees, moment by moment, for the preview."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from bot.preview import troubles
from bot.preview.album import Act, Album, Person
from bot.preview.crew import Team
from bot.preview.people import WRITTEN, message
from domain.concern import Closing, Concern, Reaction, State
from domain.entry import Expected, Next
from domain.interview import Media
from domain.people import Role, StaffRole
from handlers import clearing, clock
from handlers.after_sending import return_visit
from handlers.help import acute
from handlers.phrases import Voice
from handlers.roster import duty
from handlers.screen import Screen
from handlers.team import colleagues, joining, lists, typed
from handlers.turn import Turn
from handlers.work import alerts, cards, follow_up, media, writing
from storage.invites import Invite
from storage.staff import Colleague, new_id

_NUDGES = (
    *("nudge-untaken", "nudge-day", "nudge-last-day"),
    *("nudge-overdue", "nudge-overdue-untaken", "nudge-follow-up"),
    *("news-words", "news-again", "news-worried", "news-renewed", "news-acute"),
)
_ENDINGS = ("ended-no", "ended-withdrawn", "ended-erased", "news-thanks")
_SENTENCES = (
    *("staff-edit", "old-button-staff", "for-reporters"),
    *("no-such-concern", "leads-only"),
)
_INVITATION = "preview"


async def chapters(
    album: Album, crew: Team, sent: Mapping[Role, Concern], allowed: frozenset[str]
) -> None:
    """Show everything the team reads; concerns sent by each role are worked on.

    `allowed` are the kinds of pictures and sounds that come with a concern.
    """
    pictures = [Media(each, "x") for each in sorted(allowed)]
    if pictures:
        await album.happens(crew.worker_at, _pictured(sent[Role.CITIZEN], pictures))
    album.begin("The team: a concern")
    await _opened(album, crew, sent)
    await _owned(album, crew, sent[Role.RELATIVE])
    await _written(album, crew, sent[Role.RELATIVE])
    album.begin("The team: reminders and news")
    await _reminded(album, crew, sent[Role.RELATIVE])
    album.begin("The team: duty and joining")
    await _on_duty(album, crew)
    await _joining(album, crew)


async def _opened(album: Album, crew: Team, sent: Mapping[Role, Concern]) -> None:
    """Show the alert, each role's words, and the list."""
    worker, one = crew.worker_at, sent[Role.RELATIVE]
    urgent = replace(one, acute=True)
    await album.show(worker, "Alert", _alerts(one, crew.worker))
    await album.show(worker, "Alert, marked urgent", _alerts(urgent, crew.worker))
    for role, concern in sent.items():
        await album.show(worker, f"Opened: {role}", _opens(concern))
    long = cards.in_pages([WRITTEN] * 60)
    await album.show(
        worker, "Opened: long", _draws(lambda voice: cards.opened(voice, one, long, 0, mine=False))
    )
    owned = replace(one, owner=crew.lead.member.id)
    free = replace(one, state=State.REACTED)
    found = {"some": [one, owned, free], "more than fit": [one] * 9, "none": []}
    for title, each in found.items():
        await album.show(worker, f"The list: {title}", _lists(each, crew.lead.member.name))


async def _owned(album: Album, crew: Team, concern: Concern) -> None:
    """Show what an owner does: take, react, follow up, close."""
    worker, lead = crew.worker_at, crew.lead_at
    mine = replace(concern, owner=crew.worker.member.id, state=State.TAKEN)
    acted = replace(mine, state=State.REACTED, reaction=Reaction.CALL)
    too_late = replace(lead, colleague=_as_worker(crew.lead))
    await album.show(lead, "Before it is taken: a reaction", _reacts(concern))
    await album.show(worker, "Taken", _takes(concern))
    await album.happens(worker, _takes(concern))
    await album.show(too_late, "Taken by somebody faster", _takes(concern))
    await album.show(too_late, "Opened, but taken by another", _opens(concern))
    await album.show(worker, "Opened by its owner", _opens(concern))
    await album.show(worker, "No pictures", lambda turn: media.show(turn, concern.id))
    for title, screen in (
        ("A reaction is noted", lambda voice: cards.reacted(voice, acted, Reaction.CALL)),
        ("The card has moved", lambda voice: cards.moved(voice, mine)),
        ("Close: how", lambda voice: cards.closings(voice, acted)),
        ("Closed", lambda voice: cards.closed(voice, replace(acted, closing=Closing.MANAGES))),
    ):
        await album.show(worker, title, _draws(screen))
    await album.show(worker, "Followed up in seven days", _plans(concern, 7))
    await album.show(worker, "No follow-up", _plans(concern, 0))


async def _written(album: Album, crew: Team, concern: Concern) -> None:
    """Show a worker writing to the reporter, and answering a partner."""
    worker = crew.worker_at
    mine = replace(concern, owner=crew.worker.member.id, state=State.TAKEN)
    asks = _expecting(worker, Expected(Next.ASK, concern.id))
    sure = _expecting(worker, Expected(Next.CONFIRM, concern.id, WRITTEN))
    await album.show(worker, "Write to the reporter", lambda turn: writing.begin(turn, mine))
    await album.show(
        asks, "Write: seen before it is sent", lambda turn: writing.take(turn, WRITTEN)
    )
    await album.show(sure, "Write: sent", lambda turn: writing.send(turn, mine))
    await album.show(sure, "Write: dropped", lambda turn: writing.drop(turn))
    await album.show(asks, "Write: a CPR number", lambda turn: writing.take(turn, "010203-1234"))
    long = "x" * 3001
    await album.show(asks, "Write: too long", lambda turn: writing.take(turn, long))
    for key in ("reporter-unasked", "reporter-out-of-reach"):
        await album.show(worker, "Write: not possible", _ended(mine, key))


async def _reminded(album: Album, crew: Team, concern: Concern) -> None:
    """Show reminders, news and how concerns end from the reporter's side."""
    worker, mine = crew.worker_at, replace(concern, owner=crew.worker.member.id)
    for key in _NUDGES:
        each = concern if "untaken" in key else mine
        await album.show(worker, f"Reminder: {key.replace('-', ' ')}", _nudges(each, key))
    for key in _ENDINGS:
        await album.show(worker, f"The reporter: {key.replace('-', ' ')}", _ended(mine, key))
    lead = replace(crew.worker_at, looks_at=crew.lead.chat_id)
    gone = crew.worker.member.id
    await album.show(lead, "The lead: out of reach", lambda turn: clock.unreachable(turn, gone))
    await troubles.show(album, lead)
    await album.show(lead, "The lead: many codes", return_visit.tell_leads)
    await album.show(lead, "The lead: old numbers", acute.remind_to_check)


async def _on_duty(album: Album, crew: Team) -> None:
    """Show duty, and what a member is answered otherwise."""
    worker = crew.worker_at
    await album.show(worker, "Who is on duty", duty.show)
    await album.show(worker, "On duty", lambda turn: duty.change(turn, on=True))
    await album.show(worker, "Off duty", lambda turn: duty.change(turn, on=False))
    await album.show(worker, "What a member can do", typed.menu)
    for text in ("?? ??", "Kald mig Bo", "Call me Bo"):
        await album.show(worker, f"Typed: {text}", _types(text))
    for key in _SENTENCES:
        await album.show(worker, key.replace("-", " ").capitalize(), _says(key))
    await album.show(worker, "Clear the chat", clearing.ask)


async def _joining(album: Album, crew: Team) -> None:
    """Show an invitation used: by a worker, by a lead, twice, and an unknown one."""
    new = replace(crew.worker_at, colleague=None)
    new = replace(new, door=replace(new.door, language=crew.worker.member.language))
    for role in StaffRole:
        code = f"{_INVITATION} {role} {new.door.language}"
        await album.happens(new, _invites(role, code))
        await album.show(new, f"Joined: {role}", _accepts(code))
    await album.show(crew.worker_at, "In the team already", _accepts(_INVITATION))
    await album.show(new, "An invitation that is used", _accepts(_INVITATION))


def _as_worker(colleague: Colleague) -> Colleague:
    """Return the colleague without a lead's right to take over."""
    return replace(colleague, member=replace(colleague.member, role=StaffRole.WORKER))


def _expecting(person: Person, expected: Expected) -> Person:
    return replace(person, door=replace(person.door, expected=expected))


def _pictured(concern: Concern, pictures: list[Media]) -> Act:
    async def act(turn: Turn) -> None:
        turn.write(await turn.store.concern_media.add(concern.id, pictures))

    return act


def _alerts(concern: Concern, told: Colleague) -> Act:
    return lambda turn: colleagues.alert(turn, concern, [told])


def _opens(concern: Concern) -> Act:
    return lambda turn: alerts.open_concern(turn, concern.id)


def _takes(concern: Concern) -> Act:
    return lambda turn: alerts.take_concern(turn, concern.id)


def _reacts(concern: Concern) -> Act:
    return lambda turn: follow_up.log(turn, concern.id, Reaction.CALL)


def _plans(concern: Concern, days: int) -> Act:
    return lambda turn: follow_up.plan(turn, concern.id, days)


def _lists(found: list[Concern], owner: str) -> Act:
    page = lists.page(found, 0)
    names = [owner if each.owner else "" for each in page.shown]
    return _draws(lambda voice: cards.listing(voice, page, names))


def _nudges(concern: Concern, key: str) -> Act:
    return _draws(lambda voice: cards.nudge(voice, concern, key))


def _ended(concern: Concern, key: str) -> Act:
    return _draws(lambda voice: cards.ended(voice, concern, key))


def _draws(screen: Callable[[Voice], Screen]) -> Act:
    return lambda turn: turn.reply(screen(turn.voice))


def _types(text: str) -> Act:
    return lambda turn: typed.words(turn, message(turn, text=text))


def _says(key: str) -> Act:
    return lambda turn: turn.reply(Screen(turn.voice(key)))


def _invites(role: StaffRole, code: str) -> Act:
    expires = timedelta(days=1)
    invited = Invite(new_id(), role)
    return lambda turn: turn.write(turn.store.invites.invite(invited, code, turn.now + expires))


def _accepts(code: str) -> Act:
    return lambda turn: joining.accept(turn, code)
