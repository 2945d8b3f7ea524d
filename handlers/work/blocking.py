"""Blocking: a lead lets nothing more in from whoever wrote a concern, for a while."""

from datetime import date, timedelta

from telegram import Update

from domain.concern import Concern
from handlers.screen import Button, Screen, action, tapped_message
from handlers.team import access, said
from handlers.team.access import May
from handlers.turn import Context, Turn
from handlers.work import search


async def tapped(update: Update, context: Context) -> None:
    """Ask, block or lift: `block/<concern>/<ask, yes or lift>`."""
    turn, (_, concern_id, what) = context.turn, action(update)
    concern = await turn.store.concerns.get(concern_id)
    if concern is None or what not in _WAYS:
        return access.refuse(turn, "no-such-concern", "block", concern_id)
    if what != "ask":
        turn.unbutton(tapped_message(update))
    return await _WAYS[what](turn, concern)


async def typed(turn: Turn, text: str) -> bool:
    """Ask about, or lift, the block of a concern whose nickname follows; False otherwise."""
    for key, way in (("button-block", ask), ("button-unblock", lift), ("button-block-yes", block)):
        words = said.words_behind(turn, text, key)
        if words is None and not turn.house.phrases.means(text, key):
            continue
        if await access.allowed(turn, May.LEAD, "block"):
            concern = said.which(turn, text, key, await search.known(turn))
            if concern is None:
                turn.reply(Screen(turn.voice("no-such-concern")))
            else:
                await way(turn, concern)
        return True
    return False


async def ask(turn: Turn, concern: Concern) -> None:
    """Say what a block does, and ask once; the same place lifts it.

    Whether one holds is not said: with two concerns of one person it would show that they are.
    """
    if await turn.store.routes.of(concern.id) is None:
        return turn.reply(Screen(turn.voice("block-no-way", nickname=concern.nickname)))
    yes = Button(turn.voice("button-block-yes"), f"block/{concern.id}/yes")
    text = turn.voice("block-ask", nickname=concern.nickname, date=_until(turn))
    return turn.reply(Screen(text, ((yes,), _lifting(turn, concern))))


async def block(turn: Turn, concern: Concern) -> None:
    """Block whoever wrote the concern; who that is nobody sees."""
    route = await turn.store.routes.of(concern.id)
    if route is None:
        return turn.reply(Screen(turn.voice("block-no-way", nickname=concern.nickname)))
    turn.write(turn.store.blocks.block(route.chat_id, _until(turn)))
    turn.note("blocked the sender", concern.id)
    text = turn.voice("block-holds", nickname=concern.nickname, date=_until(turn))
    return turn.reply(Screen(text, (_lifting(turn, concern),)))


async def lift(turn: Turn, concern: Concern) -> None:
    """Let everything in again from whoever wrote the concern."""
    route = await turn.store.routes.of(concern.id)
    if route is None:
        return turn.reply(Screen(turn.voice("block-no-way", nickname=concern.nickname)))
    turn.write(turn.store.blocks.lift(route.chat_id))
    turn.note("unblocked the sender", concern.id)
    return turn.reply(Screen(turn.voice("block-lifted", nickname=concern.nickname)))


def _lifting(turn: Turn, concern: Concern) -> tuple[Button, ...]:
    return (Button(turn.voice("button-unblock"), f"block/{concern.id}/lift"),)


def _until(turn: Turn) -> date:
    return turn.local_day + timedelta(days=turn.house.service.block_days)


_WAYS = {"ask": ask, "yes": block, "lift": lift}
