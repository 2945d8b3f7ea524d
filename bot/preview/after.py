"""Everything a reporter sees once a concern is sent, moment by moment, for the preview."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from bot.preview.album import Act, Album, Person
from bot.preview.crew import Team
from bot.preview.people import MESSAGE, WRITTEN, asked_at, filled, newcomer
from domain.concern import Closing, Concern, Reaction, State
from domain.entry import Entry, EntryKind, Expected, Next, for_the_reporter
from domain.people import Role
from handlers.after_sending import asking_back, incoming, letters, mine, told
from handlers.raising import asking, sending
from handlers.turn import Turn
from handlers.work import alerts, meeting, writing


async def sent(album: Album, language: str, role: Role, team: Team) -> Concern:
    """Show a role's receipts and everything afterwards; return the concern that was sent."""
    person = await newcomer(album, language)
    await _receipts(album, person, role, team)
    await team.reachable(album)
    done = await album.happens(_at_summary(person, role), _submit)
    owner = replace(person, door=replace(done.person, version=1))
    (concern_id,) = done.person.concerns
    concern = await album.house.store.concerns.get(concern_id)
    if concern is None:
        raise LookupError("What was just sent must be there.")
    await _statuses(album, owner, concern, team)
    await _told(album, owner, concern, team)
    await _more_to_say(album, owner, concern)
    return concern


async def _receipts(album: Album, person: Person, role: Role, team: Team) -> None:
    """Show the receipt by who hears of the concern, and with danger."""
    at = _at_summary(person, role)
    await team.reachable(album)
    await album.show(at, "Receipt", _submit)
    for option in ("called", "cannot_call"):
        acute = _at_summary(person, role, danger="yes", acute=option)
        label = album.house.phrases.voice(person.door.language)(f"o-acute-{option}")
        await album.show(acute, f"Receipt: {label}", _submit)
    await team.off_duty(album)
    await album.show(at, "Receipt: nobody on duty", _submit)
    await team.out_of_reach(album)
    await album.show(at, "Receipt: the team is out of reach", _submit)


async def _statuses(album: Album, owner: Person, concern: Concern, team: Team) -> None:
    """Show how far the concern has come, in every state it can be in."""
    for title, each in _states(album, concern, team):
        await album.show(owner, f"Status: {title}", _acts("show", each))


def _states(album: Album, concern: Concern, team: Team) -> Iterator[tuple[str, Concern]]:
    late = concern.received_at.date() - timedelta(days=1)
    owned = replace(concern, owner=team.worker.member.id, state=State.TAKEN)
    reacted = replace(owned, state=State.REACTED, told_reacted=True)
    yield "not read", concern
    yield "read", replace(concern, state=State.SEEN)
    yield "taken", owned
    yield "late", replace(owned, told_on=late)
    for reaction in Reaction if concern.role is Role.CITIZEN else (Reaction.CALL,):
        yield f"reacted ({reaction})", replace(reacted, reaction=reaction)
    yield "closed", replace(reacted, state=State.CLOSED, closing=Closing.MANAGES)
    yield "withdrawn", replace(reacted, state=State.WITHDRAWN)


async def _told(album: Album, owner: Person, concern: Concern, team: Team) -> None:
    """Show what the reporter is told unasked."""
    at_work = team.looking_at(owner)
    mine_now = replace(concern, owner=team.worker.member.id, state=State.TAKEN)
    ended = replace(mine_now, state=State.REACTED, reaction=Reaction.CALL)
    await album.show(at_work, "Told: read", _opens(concern.id))
    for reaction in Reaction if concern.role is Role.CITIZEN else (Reaction.CALL,):
        after = replace(ended, reaction=reaction)
        await album.show(at_work, f"Told: reacted ({reaction})", _reaction(after))
    for what in ("yes", "no") if concern.role is Role.PARTNER else ():
        await album.show(team.worker_at, f"A meeting, {what}: sure?", _meeting(mine_now, what))
    if concern.role is Role.CITIZEN:
        over = replace(ended, state=State.CLOSED, closing=Closing.MANAGES)
        await album.show(at_work, "Told: closed", lambda turn: told.ended(turn, over))
    await album.show(at_work, "The promised day: the question", _asks_back(mine_now))
    await album.show(at_work, "The promised day has passed", _apologises(mine_now))
    await album.show(at_work, "Both, after an outage", _apologises_and_asks(mine_now))
    await album.show(at_work, "A worker writes", _writes(mine_now))
    await album.show(
        team.looking_at(owner, nameless=True), "A worker without a name writes", _writes(mine_now)
    )
    await album.show(owner, "Still worried, after a reaction", _acts("worried", ended))


async def _more_to_say(album: Album, owner: Person, concern: Concern) -> None:
    """Show everything that can be done with the concern, and where more words go."""
    voice = album.house.phrases.voice(owner.door.language)
    idle = replace(owner, door=replace(owner.door, expected=None))
    await _the_code(album, owner)
    for next_, kind in ((Next.ADD, "more"), (Next.CORRECT, "correct"), (Next.ANSWER, "answer")):
        door = replace(owner.door, expected=Expected(next_, concern.id))
        taken = _takes(WRITTEN)
        label = voice(f"button-mine-{kind}")
        await album.show(replace(owner, door=door), f"{label}: written", taken)
    await album.show(idle, "An edited message", _amends(concern))
    await album.show(idle, "Words nobody asked for", _takes(WRITTEN))
    both = replace(idle, door=replace(idle.door, concerns=(concern.id, concern.id)))
    await album.show(both, "Two concerns: which one", lambda turn: mine.choose(turn, "show"))
    await album.show(both, "Two concerns: words nobody asked for", _takes(WRITTEN))
    await album.happens(idle, _enters(concern))
    for what in mine.ACTS:
        if what not in ("show", "erase_yes"):
            await album.show(idle, voice(f"button-mine-{what}"), _acts(what, concern))


async def erased(album: Album, language: str, role: Role, team: Team) -> None:
    """Show what is left once a concern is erased; one of its own, for its key is gone then."""
    person = await newcomer(album, language)
    await team.reachable(album)
    done = await album.happens(_at_summary(person, role), _submit)
    concern = await album.house.store.concerns.get(done.person.concerns[0])
    if concern is not None:
        label = album.house.phrases.voice(language)("button-mine-erase_yes")
        owner = replace(person, door=done.person)
        await album.show(owner, label, _acts("erase_yes", concern))


async def _the_code(album: Album, owner: Person) -> None:
    expected = owner.door.expected
    end = expected.words if expected else ""
    await album.show(owner, "The code: typed back", _takes(end))
    await album.show(owner, "The code: wrong", _takes("AAAAA"))
    await album.show(
        owner, "The code: kept", lambda turn: asking.show_again(turn, turn.voice("code-kept"))
    )


def _at_summary(person: Person, role: Role, **given: str) -> Person:
    return asked_at(person, filled(person.door.language or "", role, **given))


async def _submit(turn: Turn) -> None:
    interview = turn.person.interview
    if interview is not None:
        await sending.submit(turn, interview)


def _acts(what: str, concern: Concern) -> Act:
    return lambda turn: mine.ACTS[what](turn, concern)


def _opens(concern_id: str) -> Act:
    return lambda turn: alerts.open_concern(turn, concern_id)


def _reaction(after: Concern) -> Act:
    return lambda turn: told.reaction(turn, after)


def _meeting(concern: Concern, what: str) -> Act:
    return lambda turn: meeting.answer(turn, concern, what)


def _asks_back(concern: Concern) -> Act:
    return lambda turn: asking_back.ask(turn, concern)


def _apologises(concern: Concern) -> Act:
    return lambda turn: asking_back.apologise(turn, _promised_yesterday(concern))


def _apologises_and_asks(concern: Concern) -> Act:
    return lambda turn: asking_back.ask(turn, _promised_yesterday(concern), late=True)


def _promised_yesterday(concern: Concern) -> Concern:
    return replace(concern, told_on=concern.received_at.date() - timedelta(days=1))


def _writes(concern: Concern) -> Act:
    async def act(turn: Turn) -> None:
        turn.keep(replace(turn.person, expected=Expected(Next.CONFIRM, concern.id, WRITTEN)))
        await writing.send(turn, concern)

    return act


def _takes(text: str) -> Act:
    return lambda turn: incoming.take(turn, text, MESSAGE)


def _amends(concern: Concern) -> Act:
    return lambda turn: letters.amend(turn, concern, WRITTEN, MESSAGE)


def _enters(concern: Concern) -> Act:
    async def act(turn: Turn) -> None:
        for entry in for_the_reporter(Entry(each, WRITTEN, turn.local_day) for each in EntryKind):
            if entry.kind in (EntryKind.WORRIED, EntryKind.CALM):
                entry = replace(entry, words="")
            turn.write(await turn.store.concerns.enter(concern.id, entry))

    return act
