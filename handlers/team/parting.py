"""Somebody is not in the team any more: nothing stays with them, and nothing waits for them."""

from dataclasses import replace

from domain.concern import Concern, has_ended
from domain.deadlines import Rung
from domain.handover import keep
from domain.people import Member, Status
from handlers.roster import laying_down
from handlers.screen import Screen
from handlers.team import colleagues
from handlers.turn import Turn
from handlers.work import cards
from storage.staff import Colleague


async def gone(turn: Turn, colleague: Colleague) -> None:
    """Take a member out of the team: no duty, no offer, no word on their cards, no way to them.

    Only id, name and number are kept. What they press or type from now on is a stranger's.
    """
    member = colleague.member
    turn.write(turn.store.staff.forget(member))
    await laying_down.for_good(turn, member.id)
    await return_offers(turn, member)
    voice = turn.house.phrases.voice(member.language)
    for card in await turn.store.concerns.every_card_of(member.id):
        turn.redraw(colleague, Screen(voice("gone")), card)
    turn.tell(colleague, Screen(voice("gone-goodbye")))
    turn.note(f"gone: {member.id}")
    await _forget_what_was_asked(turn, colleague)


async def when_done(turn: Turn, member: str | None, settled: Concern) -> None:
    """Let somebody go who was leaving, now that `settled`, their last concern, is not theirs."""
    colleague = (await colleagues.by_id(turn)).get(member or "")
    if colleague is None or colleague.member.status is not Status.LEAVING:
        return
    rest = [each for each in await owned(turn, colleague.member) if each.id != settled.id]
    # If another of them is settled just now, this turn runs again and finds that it was the last.
    turn.write(*map(turn.store.concerns.unchanged, rest))
    if not rest:
        await gone(turn, colleague)


async def owned(turn: Turn, member: Member) -> list[Concern]:
    """Return a member's concerns that have not ended."""
    return [each for each in await turn.store.concerns.owned_by(member.id) if not has_ended(each)]


async def return_offers(turn: Turn, member: Member) -> None:
    """Give back what was offered to somebody who leaves or is paused; its owner hears of it."""
    staff = await colleagues.by_id(turn)
    for concern in await turn.store.concerns.offered():
        if concern.offered_to != member.id:
            continue
        after = keep(concern)
        turn.write(turn.store.concerns.save(concern, after))
        turn.write(turn.store.reminders.cancel(concern.id, (Rung.OFFER,)))
        await colleagues.redraw(turn, after, but=(member.id,))
        owner = staff[concern.owner or ""]
        voice = turn.house.phrases.voice(owner.member.language)
        turn.tell(owner, cards.nudge(voice, after, "offer-declined"), after.id)


async def _forget_what_was_asked(turn: Turn, colleague: Colleague) -> None:
    """Forget words of theirs that waited for a next step."""
    own = turn.colleague is not None and turn.colleague.chat_id == colleague.chat_id
    if own:
        turn.keep(replace(turn.person, expected=None))
        return
    door = await turn.store.doors.at(colleague.chat_id)
    if door.expected is not None:
        turn.keep_other(replace(door, expected=None))
