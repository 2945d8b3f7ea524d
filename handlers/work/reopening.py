"""Reopening: whoever closed a concern, or a lead, takes it up again; its reporter is not told."""

from dataclasses import replace

from telegram import Update

from domain.concern import Concern
from domain.people import Status
from handlers.after_sending import asking_back
from handlers.screen import Screen, action, tapped_message
from handlers.team import access, said
from handlers.turn import Context, Turn
from handlers.work import alerts, cards, standing


async def tapped(update: Update, context: Context) -> None:
    """Reopen from a button: `reopen/<concern>`."""
    turn, (_, concern_id) = context.turn, action(update)
    concern = await turn.store.concerns.get(concern_id)
    if concern is None:
        return turn.reply(Screen(turn.voice("no-such-concern")))
    return await again(turn, concern, tapped_message(update))


async def typed(turn: Turn, text: str) -> bool:
    """Reopen the concern whose nickname was typed; False for anything else."""
    if not turn.house.phrases.means(text, "button-reopen") and not said.words_behind(
        turn, text, "button-reopen"
    ):
        return False
    closed = await turn.store.concerns.closed()
    mine = [each for each in closed if turn.member and standing.may_reopen(each, turn.member)]
    concern = said.which(turn, text, "button-reopen", mine)
    concern = concern or said.which(turn, text, "button-reopen", closed)
    if concern is None:
        turn.reply(Screen(turn.voice("no-such-concern")))
    else:
        await again(turn, concern)
    return True


async def again(turn: Turn, concern: Concern, at: int = 0) -> None:
    """Give a closed concern to the speaker (S34, S66); only a promise that was kept begins anew."""
    member = turn.member
    if member is None or not standing.may_reopen(concern, member):
        return access.refuse(turn, "no-such-concern", "reopen", concern.id)
    if member.status is Status.LEAVING:
        return access.refuse(turn, "leaving-no-new", "reopen", concern.id)
    kept = concern.reaction is not None
    promised_on = asking_back.new_day(turn) if kept else concern.promised_on
    mine = replace(concern, owner=member.id)
    after = await asking_back.renew(turn, concern, mine, promised_on)
    await alerts.tell_former(turn, concern, after)
    words = await turn.store.concerns.words(concern.id)
    entries = await turn.store.concerns.entries(concern.id)
    text = cards.pages(turn.voice, after, words, entries)
    return await alerts.show_on_card(turn, after, cards.taken(turn.voice, after, text), at)
