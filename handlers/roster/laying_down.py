"""Somebody has no duty any more: theirs are taken off, and others hear what that leaves to them."""

from dataclasses import replace

from domain.duties import is_away_in, without
from domain.roster import LOOK_AHEAD, Absence, Period, Roster
from domain.swaps import SwapState, returns
from handlers.roster import agreeing, lookout, spoken
from handlers.screen import Button, Screen
from handlers.team import colleagues
from handlers.turn import Turn


async def for_good(turn: Turn, member: str) -> None:
    """Take somebody who leaves the team out of every plan, and their swaps to come back.

    Whoever has a duty of their own again hears it, and of what is left empty whoever can help.
    """
    before = await colleagues.roster(turn)
    after = without(before, member)
    turn.write(*turn.store.roster.forget(member))
    for swap in await turn.store.swaps.made(member, turn.now - 2 * LOOK_AHEAD):
        returned = returns(swap, member, turn.now)
        if returned is None:
            continue
        undone = agreeing.now_is(turn, swap, SwapState.UNDONE)
        turn.write(turn.store.swaps.settle(swap, undone), turn.store.roster.undo_swap(swap.id))
        after = replace(after, changes=tuple(c for c in after.changes if c.swap != swap.id))
        await _tell(turn, after, member, returned)
    await lookout.look(turn, before, after, member)


async def for_now(turn: Turn, member: str) -> None:
    """Tell whoever can help what somebody leaves empty who is put on pause."""
    before = await colleagues.roster(turn)
    after = replace(before, absences=(*before.absences, Absence(member, turn.now)))
    await lookout.look(turn, before, after, member)


async def _tell(turn: Turn, after: Roster, member: str, returned: tuple[str, Period]) -> None:
    """Tell a colleague that a duty which `member` had taken over is theirs again."""
    (owner, span), team = returned, await colleagues.by_id(turn)
    if owner not in colleagues.able(team) or is_away_in(after, owner, span):
        return  # it is nobody's now, and the leads hear of the gap
    voice = turn.house.phrases.voice(team[owner].member.language)
    name, when = colleagues.name(team, voice, member), spoken.span(voice, after.zone, span)
    button = Button(voice("button-duty"), "duty/show")
    text = voice("swap-yours-again", name=name, span=when)
    turn.inform(team[owner], Screen(text, ((button,),)))
