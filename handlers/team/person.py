"""One of the team, as a lead sees them: put on pause, let in again, made a lead or a worker."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from telegram import Update

from domain.concern import has_ended
from domain.one_time import Lock, is_open
from domain.people import StaffRole, Status, is_last_lead, may_take_over
from handlers.roster import laying_down
from handlers.screen import Button, Screen, action, tapped_message
from handlers.team import another_owner, codes, colleagues, parting, said, team_list
from handlers.team.access import May, allowed, outdated
from handlers.turn import Context, Turn
from handlers.work import cards
from storage.staff import Colleague

Team = dict[str, Colleague]


async def tapped(update: Update, context: Context) -> None:
    """Show somebody, or change what they are, from a button: `person/<member>/<show, pause …>`."""
    turn, (_, member, what) = context.turn, action(update)
    staff = await colleagues.by_id(turn)
    if member not in staff or staff[member].member.status is Status.GONE:
        return turn.reply(Screen(turn.voice("no-such-member")))
    return await _do(turn, staff, member, what, tapped_message(update))


async def typed(turn: Turn, text: str) -> bool:
    """Do what a lead typed: a name alone, or a button's words and a name; False otherwise."""
    staff = await colleagues.by_id(turn)
    for what in ("show", *_ACTS):
        name = text if what == "show" else said.words_behind(turn, text, f"button-person-{what}")
        meant = colleagues.called(staff, turn.voice, name or "")
        if not meant or (what == "show" and _may_mean_themselves(turn)):
            continue
        if not await allowed(turn, May.LEAD, "person"):
            return True
        if len(meant) > 1:  # two of the same name: only a button says which
            await team_list.show(turn)
        else:
            await _do(turn, staff, meant[0].member.id, what)
        return True
    return False


async def _do(turn: Turn, staff: Team, member: str, what: str, at: int = 0) -> None:
    """Do it and show the person as they are now; `at` is the message that shows them."""
    if what != "show":
        if what not in _offered(turn, staff[member]):
            return outdated(turn)
        if what in ("pause", "worker") and is_last_lead(
            staff[member].member, colleagues.members(staff)
        ):
            return turn.reply(Screen(turn.voice("last-lead")))
        if what == "key" and not is_open(_lock(turn), turn.now):
            return codes.ask(turn)  # or a shut chat would open itself with a secret of its own
        staff = {**staff, member: await _ACTS[what](turn, staff, staff[member])}
    screen = await _screen(turn, staff, member)
    return turn.rewrite(screen, at) if at else turn.reply(screen)


async def _pause(turn: Turn, staff: Team, colleague: Colleague) -> Colleague:
    """Shut somebody out until let in again: words leave their phone, others hear what waits."""
    member = replace(colleague.member, status=Status.PAUSED, on_duty=False)
    paused = replace(colleague, member=member)
    _save(turn, colleague, paused)
    turn.write(turn.store.roster.end_duty(member.id, turn.now))
    await laying_down.for_now(turn, member.id)
    turn.note(f"paused: {member.id}")
    await parting.return_offers(turn, member)
    door = await turn.store.doors.at(colleague.chat_id)
    if door.expected is not None:  # words begun for a concern go nowhere now
        turn.keep_other(replace(door, expected=None))
    voice = turn.house.phrases.voice(member.language)
    turn.tell(colleague, Screen(voice("you-are-paused")))
    for concern, card in await turn.store.concerns.cards_of(member.id):
        turn.redraw(colleague, cards.hidden(voice, concern), card)
    await another_owner.search(turn, staff, member.id)
    return paused


async def _resume(turn: Turn, staff: Team, colleague: Colleague) -> Colleague:
    """Let somebody in again."""
    member = replace(colleague.member, status=Status.ACTIVE, away=False)
    back = replace(colleague, member=member)
    turn.write(turn.store.staff.save(back))
    turn.note(f"let in again: {member.id}")
    voice = turn.house.phrases.voice(member.language)
    button = Button(voice("button-show-open"), "list")
    turn.tell(colleague, Screen(voice("you-are-back"), ((button,),)))
    return back


async def _lead(turn: Turn, staff: Team, colleague: Colleague) -> Colleague:
    return _become(turn, colleague, StaffRole.LEAD)


async def _worker(turn: Turn, staff: Team, colleague: Colleague) -> Colleague:
    changed = _become(turn, colleague, StaffRole.WORKER)
    await _hide_others(turn, staff, changed)
    return changed


async def _hide_others(turn: Turn, staff: Team, colleague: Colleague) -> None:
    """Empty the cards of what somebody may not read any more, now that they lead nobody."""
    member = colleague.member
    for concern, card in await turn.store.concerns.cards_of(member.id):
        owner = staff.get(concern.owner or "")
        if concern.owner != member.id and not may_take_over(
            member, owner.member if owner else None
        ):
            turn.redraw(colleague, await colleagues.card(turn, concern, colleague), card)


def _become(turn: Turn, colleague: Colleague, role: StaffRole) -> Colleague:
    changed = replace(colleague, member=replace(colleague.member, role=role))
    _save(turn, colleague, changed)
    turn.note(f"made {role}: {colleague.member.id}")
    voice = turn.house.phrases.voice(colleague.member.language)
    turn.tell(colleague, Screen(voice(f"you-are-{role}")))
    return changed


async def _key(turn: Turn, staff: Team, colleague: Colleague) -> Colleague:
    """Take somebody's secret away: they are handed a new one when they next need it."""
    changed = replace(colleague, lock=None)
    turn.write(turn.store.staff.save(changed))
    turn.note(f"secret taken back: {colleague.member.id}")
    voice = turn.house.phrases.voice(colleague.member.language)
    turn.tell(colleague, Screen(voice("secret-renewed")))
    return changed


_ACTS: dict[str, Callable[[Turn, Team, Colleague], Awaitable[Colleague]]] = {
    "pause": _pause,
    "resume": _resume,
    "lead": _lead,
    "worker": _worker,
    "key": _key,
}


def _is_me(turn: Turn, colleague: Colleague) -> bool:
    return turn.colleague is not None and turn.colleague.member.id == colleague.member.id


def _lock(turn: Turn) -> Lock | None:
    return turn.colleague.lock if turn.colleague else None


def _save(turn: Turn, before: Colleague, after: Colleague) -> None:
    """Store a change that may take a lead away; never the last one, whoever else acts just now."""
    leads = before.member.role is StaffRole.LEAD
    save = turn.store.staff.step_down if leads else turn.store.staff.save
    turn.write(save(after))


def _offered(turn: Turn, colleague: Colleague) -> list[str]:
    """Return what a lead can do with somebody as they are now."""
    member = colleague.member
    found = {
        "pause": member.status is Status.ACTIVE,
        "resume": member.status is Status.PAUSED,
        "lead": member.role is StaffRole.WORKER,
        "worker": member.role is StaffRole.LEAD,
        "key": turn.house.service.unlocks_for is not None and not _is_me(turn, colleague),
    }
    return [each for each in _ACTS if found[each]]


async def _screen(turn: Turn, staff: Team, member: str) -> Screen:
    owned = await turn.store.concerns.owned_by(member)
    text = turn.voice(
        "person",
        name=colleagues.name(staff, turn.voice, member),
        state=team_list.states(turn.voice, staff[member].member),
        number=len([each for each in owned if not has_ended(each)]),
    )
    rows = [
        (Button(turn.voice(f"button-person-{each}"), f"person/{member}/{each}"),)
        for each in _offered(turn, staff[member])
    ]
    remove = Button(turn.voice("button-remove"), f"remove/{member}/ask")
    return Screen(text, (*rows, (remove,)))


def _may_mean_themselves(turn: Turn) -> bool:
    """Whether a name alone may be the speaker's own: a worker's, or of one who has none yet."""
    return turn.member is None or turn.member.role is not StaffRole.LEAD or not turn.member.name
