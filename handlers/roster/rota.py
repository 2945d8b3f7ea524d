"""Everything about the duty roster that a member taps or types, and where it is done."""

from collections.abc import Awaitable, Callable

from telegram import Update

from domain.people import Status
from handlers.roster import absence, agreeing, duty, gaps, plan, swaps, week
from handlers.screen import Button, Screen, action, tapped_message
from handlers.team import colleagues, pick
from handlers.team.access import May, allowed, outdated
from handlers.turn import Context, Turn


async def tapped(update: Update, context: Context) -> None:
    """Do what a button of the roster means: its first word says where."""
    verb, *parts = action(update)
    await ACTS[verb](context.turn, parts, tapped_message(update))


async def typed(turn: Turn, text: str) -> bool:
    """Do what was typed about the roster; False when it was something else.

    First what stands on the buttons shown last, then an answer in one's own words, then words
    that always mean the same.
    """
    if chosen := pick.typed(turn, text):
        await do(turn, chosen)
        return True
    verb, *parts = pick.question(turn).split("/")
    if verb in _ANSWERED and await _ANSWERED[verb](turn, parts, text):
        return True
    for way in _WAYS:
        if await way(turn, text):
            return True
    return False


async def do(turn: Turn, chosen: str) -> None:
    """Do what a button of the roster carries, as if it were tapped; a lead's only for a lead."""
    verb, *parts = chosen.split("/")
    if verb not in LEADS or await allowed(turn, May.LEAD, verb):
        await ACTS[verb](turn, parts, 0)


async def _for_whom(turn: Turn, parts: list[str], at: int) -> None:
    """Let a lead choose a colleague to act for: `for/<swap, away or week>`."""
    team, chosen = await colleagues.by_id(turn), _FOR.get(parts[0])
    if chosen is None or turn.member is None:
        return outdated(turn)
    buttons = [
        Button(colleagues.name(team, turn.voice, each), chosen.format(who.member.number))
        for each, who in team.items()
        if who.member.status is Status.ACTIVE and each != turn.member.id
    ]
    rows = pick.paged(turn, buttons, int(parts[1]), f"for/{parts[0]}")
    key = "for-whom" if buttons else "swap-nobody"
    return pick.show(turn, Screen(turn.voice(key), rows), "for", at)


# What a lead does for a colleague, whose number comes into the button's action.
_FOR = {"swap": "swap/{}", "away": "away/{}/show", "week": "week/{}/0"}
LEADS = {"for", "gapfor", "gapto"}
ACTS: dict[str, Callable[[Turn, list[str], int], Awaitable[None]]] = {
    "duty": duty.act,
    "gaps": gaps.show,
    "gap": gaps.take,
    "gapfor": gaps.choose,
    "gapto": gaps.give,
    "plan": plan.act,
    "week": week.act,
    "weeks": plan.choose,
    "unweek": plan.remove,
    "away": absence.act,
    "unaway": absence.cancel,
    "swap": swaps.act,
    "trade": agreeing.act,
    "for": _for_whom,
}
_ANSWERED = {"away": absence.answered, "week": week.answered}
_WAYS = (duty.typed, gaps.typed, plan.typed, absence.typed, swaps.typed, agreeing.typed)
