"""Two agree on a swap: asked, answered with one tap, and taken back while it is fresh."""

from collections.abc import Iterable
from dataclasses import replace

from domain.roster import Period
from domain.swaps import UNDO_WITHIN, Swap, SwapState, can_be_undone, changes, stands
from handlers.phrases import Voice
from handlers.roster import lookout, spoken
from handlers.screen import Button, Screen
from handlers.team import access, colleagues, pick
from handlers.turn import Turn
from storage.staff import Colleague

_SETTLED = {
    SwapState.ACCEPTED: "swap-settled",
    SwapState.DECLINED: "swap-settled",
    SwapState.WITHDRAWN: "swap-was-withdrawn",
    SwapState.UNDONE: "swap-was-undone",
}


async def act(turn: Turn, parts: list[str], _: int) -> None:
    """Answer, withdraw or undo a swap: `trade/<id>/<yes, no, back or undo>`."""
    await answer(turn, await turn.store.swaps.get(parts[0]), parts[1])


async def answer(turn: Turn, swap: Swap | None, what: str) -> None:
    """Do to a swap, as it was when it was read, what `what` says: yes, no, back or undo."""
    does = {"yes": _accept, "no": _decline, "back": _withdraw, "undo": _undo}.get(what)
    if swap is None or does is None or turn.member is None:
        return access.outdated(turn)
    if what != "undo" and swap.state is not SwapState.ASKED:
        return pick.show(turn, Screen(turn.voice(_SETTLED[swap.state])))
    if not _may(turn, swap, what):
        return access.refuse(turn, "swap-not-yours", f"trade {what}")
    return await does(turn, swap)


async def typed(turn: Turn, text: str) -> bool:
    """Take yes or no to the newest question, and what takes a swap back; False if it is neither."""
    if turn.member is None:
        return False
    means, member, swaps = turn.house.phrases.means, turn.member.id, turn.store.swaps
    if answered := turn.house.phrases.decided(turn.voice, text):
        return await _newest(turn, await swaps.asked_of(member), answered)
    if means(text, "button-swap-withdraw"):
        return await _newest(turn, await swaps.asked_by(member), "back")
    if means(text, "button-swap-undo"):
        return await _newest(turn, await swaps.made(member, turn.now - UNDO_WITHIN), "undo")
    return False


async def ask(turn: Turn, swap: Swap, others: Iterable[Colleague]) -> None:
    """Ask colleagues if they will; until one does nothing changes (S41)."""
    turn.write(turn.store.swaps.add(swap))
    turn.note("swap asked")
    team = await colleagues.by_id(turn)
    button = Button(turn.voice("button-swap-withdraw"), f"trade/{swap.id}/back")
    pick.show(turn, Screen(turn.voice("swap-sent"), ((button,),)))
    for who in others:
        voice = turn.house.phrases.voice(who.member.language)
        asked = replace(swap, taker=who.member.id)
        name = colleagues.name(team, voice, swap.giver)
        text = f"{voice('swap-asks', name=name)}\n\n{_lines(turn, team, voice, asked)}"
        yes = Button(voice("yes-no-yes"), f"trade/{swap.id}/yes")
        no = Button(voice("yes-no-no"), f"trade/{swap.id}/no")
        turn.inform(who, Screen(text, ((yes, no),)))


async def decree(turn: Turn, swap: Swap) -> None:
    """Let a lead's swap hold at once; both are told, and can undo it as if they had agreed."""
    made = now_is(turn, swap, SwapState.ACCEPTED)
    turn.write(turn.store.swaps.add(made), *map(turn.store.roster.change, changes(made)))
    turn.note("swap made")
    await _tell_both(turn, made, "swap-agreed")


def now_is(turn: Turn, swap: Swap, state: SwapState) -> Swap:
    """Return the swap in a state it came into now."""
    return replace(swap, state=state, changed_at=turn.now)


async def _accept(turn: Turn, swap: Swap) -> None:
    if access.is_leaving(turn):
        return None
    member = turn.member.id if turn.member else None
    made = replace(now_is(turn, swap, SwapState.ACCEPTED), taker=member)
    if not stands(made, await colleagues.roster(turn), turn.now):
        # The roster was read after the swap: what changed it may be another's yes to this one.
        turn.write(turn.store.swaps.unchanged(swap))
        return pick.show(turn, Screen(turn.voice("swap-changed")))
    turn.write(turn.store.swaps.settle(swap, made), *map(turn.store.roster.change, changes(made)))
    turn.note("swap accepted")
    return await _tell_both(turn, made, "swap-agreed")


async def _decline(turn: Turn, swap: Swap) -> None:
    """Say no; where everybody was asked, the others still can say yes."""
    turn.note("swap declined")
    pick.show(turn, Screen(turn.voice("swap-no-thanks")))
    if swap.taker is None:
        return
    turn.write(turn.store.swaps.settle(swap, now_is(turn, swap, SwapState.DECLINED)))
    team = await colleagues.by_id(turn)
    if swap.giver in team:
        giver = team[swap.giver]
        voice = turn.house.phrases.voice(giver.member.language)
        name = colleagues.name(team, voice, swap.taker)
        again = Button(voice("button-swap"), f"swap/{giver.member.number}")
        turn.inform(giver, Screen(voice("swap-declined", name=name), ((again,),)))


async def _withdraw(turn: Turn, swap: Swap) -> None:
    turn.write(turn.store.swaps.settle(swap, now_is(turn, swap, SwapState.WITHDRAWN)))
    turn.note("swap withdrawn")
    pick.show(turn, Screen(turn.voice("swap-was-withdrawn")))
    team = await colleagues.by_id(turn)
    if swap.taker in team:
        voice = turn.house.phrases.voice(team[swap.taker].member.language)
        turn.inform(team[swap.taker], Screen(voice("swap-was-withdrawn")))


async def _undo(turn: Turn, swap: Swap) -> None:
    """Take a swap back within five minutes: everybody has their own duty again."""
    if not can_be_undone(swap, turn.now):
        settled = _SETTLED.get(swap.state, "swap-settled")
        return pick.show(turn, Screen(turn.voice(settled)))
    before = await colleagues.roster(turn)
    turn.write(
        turn.store.swaps.settle(swap, now_is(turn, swap, SwapState.UNDONE)),
        turn.store.roster.undo_swap(swap.id),
    )
    turn.note("swap undone")
    await _tell_both(turn, swap, "swap-was-undone")
    kept = tuple(each for each in before.changes if each.swap != swap.id)
    await lookout.look(turn, before, replace(before, changes=kept), swap.giver)
    return None


async def _tell_both(turn: Turn, swap: Swap, key: str) -> None:
    """Say what became of a swap to whoever speaks and to both whose duties it moves."""
    team = await colleagues.by_id(turn)
    for who in (team.get(swap.giver), team.get(swap.taker or "")):
        if who is not None and (turn.member is None or who.member.id != turn.member.id):
            voice = turn.house.phrases.voice(who.member.language)
            turn.inform(who, _outcome(turn, team, voice, (swap, key)))
    pick.show(turn, _outcome(turn, team, turn.voice, (swap, key)))


def _outcome(
    turn: Turn, team: dict[str, Colleague], voice: Voice, told: tuple[Swap, str]
) -> Screen:
    swap, key = told
    if key != "swap-agreed":
        return Screen(voice(key), ((Button(voice("button-duty"), "duty/show"),),))
    undo = Button(voice("button-swap-undo"), f"trade/{swap.id}/undo")
    return Screen(f"{voice(key)}\n\n{_lines(turn, team, voice, swap)}", ((undo,),))


def _lines(turn: Turn, team: dict[str, Colleague], voice: Voice, swap: Swap) -> str:
    """Return who has which duty once the swap holds: "Bo: fredag den 27. november kl. 8–16"."""
    moved: list[tuple[str | None, Period]] = [(swap.taker, swap.given)]
    moved += [(swap.giver, swap.back)] if swap.back else []
    zone = turn.house.service.times.zone
    return "\n".join(
        f"{colleagues.name(team, voice, who)}: {spoken.span(voice, zone, duty)}"
        for who, duty in moved
    )


def _may(turn: Turn, swap: Swap, what: str) -> bool:
    """Whether the speaker may answer, withdraw or undo a swap."""
    member = turn.member.id if turn.member else ""
    if what in ("yes", "no"):
        return member != swap.giver and swap.taker in (member, None)
    both = (swap.giver, swap.taker) if what == "undo" else (swap.giver,)
    return member in both or access.may_for(turn, swap.giver)


async def _newest(turn: Turn, found: list[Swap], what: str) -> bool:
    """Do what was typed with the newest of the swaps it can mean; False when there is none."""
    ahead = [each for each in found if each.given.starts_at > turn.now]
    if not ahead:
        return False
    await act(turn, [ahead[0].id, what], 0)
    return True
