"""Leaving the team: by oneself, once others have taken over, or removed by a lead."""

from telegram import Update

from domain.concern import Concern, take
from domain.deadlines import Rung
from domain.handover import ANYONE
from domain.people import Status, is_last_lead
from handlers.roster import laying_down
from handlers.screen import Button, Screen, action, tapped_message
from handlers.team import access, colleagues, parting, said, team_list
from handlers.turn import Context, Turn
from handlers.work import handover
from storage.staff import Colleague


async def command(update: Update, context: Context) -> None:
    """Answer /forlad."""
    await ask(context.turn)


async def tapped(update: Update, context: Context) -> None:
    """Ask, leave or stay from a button: `leave/<ask, yes or no>`."""
    turn, (_, what) = context.turn, action(update)
    if what == "ask":
        return await ask(turn)
    turn.unbutton(tapped_message(update))
    if what == "yes":
        return await leave(turn)
    return turn.reply(Screen(turn.voice("leave-stayed")))


async def remove_tapped(update: Update, context: Context) -> None:
    """Ask, remove or not from a button: `remove/<member>/<ask, yes or no>`."""
    turn, (_, member, what) = context.turn, action(update)
    staff = await colleagues.by_id(turn)
    if what == "ask":
        return await ask_to_remove(turn, staff.get(member))
    turn.unbutton(tapped_message(update))
    if what == "yes":
        return await remove(turn, staff.get(member))
    return turn.reply(Screen(turn.voice("remove-not")))


async def typed(turn: Turn, text: str) -> bool:
    """Do what was typed about leaving and removing; False when it was something else."""
    means = turn.house.phrases.means
    if means(text, "button-leave"):
        await ask(turn)
    elif means(text, "button-leave-yes"):
        await leave(turn)
    elif means(text, "button-leave-no"):
        turn.reply(Screen(turn.voice("leave-stayed")))
    else:
        return await _removed(turn, text)
    return True


async def ask(turn: Turn) -> None:
    """Say what leaving means, and ask once."""
    colleague = turn.me
    if await _is_last_lead(turn, colleague):
        return turn.reply(Screen(turn.voice("last-lead")))
    own = await parting.owned(turn, colleague.member)
    text = turn.voice("leave-ask")
    if own:
        text = f"{text}\n\n{turn.voice('leave-ask-owned', number=len(own))}"
    rows = tuple(
        (Button(label, f"leave/{what}"),)
        for label, what in (
            (turn.voice("button-leave-yes"), "yes"),
            (turn.voice("button-leave-no"), "no"),
        )
    )
    return turn.reply(Screen(text, rows))


async def leave(turn: Turn) -> None:
    """Let the speaker go at once, or as soon as others have accepted what is theirs."""
    colleague = turn.me
    if await _is_last_lead(turn, colleague):
        return turn.reply(Screen(turn.voice("last-lead")))
    own = await parting.owned(turn, colleague.member)
    if not own:
        return await parting.gone(turn, colleague)
    member = colleague.member
    turn.write(turn.store.staff.leaves(member))
    await laying_down.for_good(turn, member.id)
    turn.note("leaving")
    await parting.return_offers(turn, member)
    others = [each for each in await colleagues.by_id(turn) if each != member.id]
    for concern in own:
        after = await handover.offer_to(turn, concern, ANYONE)
        await colleagues.redraw(turn, after, but=others)
    return turn.reply(Screen(turn.voice("leaving", number=len(own))))


async def ask_to_remove(turn: Turn, colleague: Colleague | None) -> None:
    """Say what removing somebody means for the lead who asks, and ask once."""
    if not await _can_be_removed(turn, colleague) or colleague is None:
        return
    member = colleague.member
    name = colleagues.name({member.id: colleague}, turn.voice, member.id)
    text, own = turn.voice("remove-ask", name=name), await parting.owned(turn, member)
    if own:
        text = f"{text}\n\n{turn.voice('remove-ask-owned', number=len(own))}"
    rows = tuple(
        (Button(label, f"remove/{member.id}/{what}"),)
        for label, what in (
            (turn.voice("button-remove-yes"), "yes"),
            (turn.voice("button-remove-no"), "no"),
        )
    )
    turn.reply(Screen(text, rows))


async def remove(turn: Turn, colleague: Colleague | None) -> None:
    """Take somebody out of the team: the lead's word is enough, and the lead takes over."""
    if not await _can_be_removed(turn, colleague) or colleague is None:
        return
    member = colleague.member
    own = await parting.owned(turn, member)
    for concern in own:
        await _take_over(turn, concern)
    await parting.gone(turn, colleague)
    turn.note(f"removed: {member.id}")
    name = colleagues.name({member.id: colleague}, turn.voice, member.id)
    turn.reply(Screen(turn.voice("removed", name=name, number=len(own))))


async def _take_over(turn: Turn, concern: Concern) -> None:
    """Give a concern to the speaker; every card agrees."""
    lead = turn.me
    after = take(concern, lead.member.id, over=True)
    turn.write(turn.store.concerns.save(concern, after))
    turn.write(turn.store.reminders.cancel(concern.id, (Rung.OFFER,)))
    turn.note("taken over", concern.id)
    await colleagues.redraw(turn, after, but=(lead.member.id,))
    await colleagues.bring_card(turn, after, [lead])


async def _removed(turn: Turn, text: str) -> bool:
    """Handle "Fjern <name>" and "Ja, fjern <name>", of a lead."""
    for key, do in (("button-remove", ask_to_remove), ("button-remove-yes", remove)):
        name = said.words_behind(turn, text, key)
        if name is None:
            continue
        if await access.allowed(turn, access.May.LEAD, "remove"):
            staff = await colleagues.by_id(turn)
            called = colleagues.called(staff, turn.voice, name)
            if len(called) > 1:  # two of the same name: only a button says which
                await team_list.show(turn)
            else:
                await do(turn, called[0] if called else None)
        return True
    return False


async def _can_be_removed(turn: Turn, colleague: Colleague | None) -> bool:
    """Whether somebody is there to be removed by the speaker; says kindly why not."""
    if colleague is None or colleague.member.status is Status.GONE:
        turn.reply(Screen(turn.voice("nobody-called-so")))
    elif colleague.member.id == turn.me.member.id:
        await ask(turn)
    elif turn.me.member.status is Status.LEAVING:  # they cannot take over what would be left
        turn.reply(Screen(turn.voice("leaving-no-removing")))
    elif await _is_last_lead(turn, colleague):
        turn.reply(Screen(turn.voice("last-lead")))
    else:
        return True
    return False


async def _is_last_lead(turn: Turn, colleague: Colleague) -> bool:
    staff = await colleagues.by_id(turn)
    return is_last_lead(colleague.member, colleagues.members(staff))
