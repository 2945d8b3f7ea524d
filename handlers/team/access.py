"""Who of the team may press a button or give a command; whoever may not is refused and noted."""

import re
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from telegram import Update
from telegram.ext import CallbackQueryHandler, CommandHandler, filters

from domain.concern import round_of
from domain.people import StaffRole, Status
from handlers.screen import Screen, action
from handlers.turn import Context, Turn

Do = Callable[[Update, Context], Awaitable[None]]
Done = Callable[[Update, Context], Coroutine[Any, Any, None]]

# What may stand in the places of a button's action.
_PLACES = {"page": r"\d+", "number": r"\d+", "days": r"\d+"}


class May(StrEnum):
    """Who may do something."""

    TEAM = "team"
    OWNER = "owner"  # of the concern that the button names
    LEAD = "lead"


@dataclass(frozen=True)
class Press:
    """A button of the team: what it carries, as "take/{concern}", what it does, and who may.

    {concern} is a concern's id, {page}, {number} and {days} are numbers, anything else a word.
    {round} is the promise that ran when the button was drawn: once another one runs, it is
    outdated (domain/concern.py).
    """

    action: str
    do: Do
    may: May = May.TEAM

    @property
    def pattern(self) -> str:
        """Return the regular expression of what the button carries."""
        return "^" + re.sub(r"\{(\w+)\}", lambda m: _PLACES.get(m[1], r"\w+"), self.action) + "$"

    def handler(self) -> "CallbackQueryHandler[Context, None]":
        """Return the handler, which lets only those in who may."""
        return CallbackQueryHandler(_guarded(self), self.pattern)


class TeamCommand(CommandHandler[Context, None]):
    """A command of the team, and who may give it."""

    def __init__(self, names: tuple[str, ...], do: Done, may: May) -> None:
        super().__init__(list(names), do, filters=filters.UpdateType.MESSAGE)
        self.may = may


def command(names: tuple[str, ...], do: Do, may: May = May.TEAM) -> TeamCommand:
    """Return the handler of a command of the team."""

    async def guarded(update: Update, context: Context) -> None:
        if await allowed(context.turn, may, names[0]):
            await do(update, context)

    return TeamCommand(names, guarded, may)


async def allowed(turn: Turn, may: May, what: str, concern_id: str = "") -> bool:
    """Whether the speaker may; says kindly why not, and notes `what` was refused."""
    member = turn.member
    if member is None:
        paused = await turn.store.staff.paused_at(turn.person.chat_id)
        refuse(turn, "you-are-paused" if paused else "staff-only", what, concern_id)
    elif may is May.LEAD and member.role is not StaffRole.LEAD:
        refuse(turn, "leads-only", what, concern_id)
    elif may is May.OWNER and not await _owns(turn, concern_id):
        refuse(turn, "no-such-concern", what, concern_id)
    else:
        return True
    return False


def outdated(turn: Turn) -> None:
    """Answer a button whose words mean nothing here any more."""
    turn.reply(Screen(turn.voice("old-button-staff")))


def is_leaving(turn: Turn) -> bool:
    """Whether the speaker is leaving the team, and so takes nothing new; says so kindly."""
    leaving = turn.member is not None and turn.member.status is Status.LEAVING
    if leaving:
        turn.reply(Screen(turn.voice("leaving-no-new")))
    return leaving


def may_for(turn: Turn, member_id: str) -> bool:
    """Whether the speaker may act for a member: for themselves, or as a lead for anybody."""
    member = turn.member
    return member is not None and (member.id == member_id or member.role is StaffRole.LEAD)


def refuse(turn: Turn, key: str, what: str, concern_id: str = "") -> None:
    """Say why somebody may not, and note in the journal that it was refused."""
    turn.note(f"refused: {what}", concern_id or None)
    turn.reply(Screen(turn.voice(key)))


def _guarded(press: Press) -> Done:
    async def guarded(update: Update, context: Context) -> None:
        what, *rest = action(update)
        turn, concern_id = context.turn, rest[0] if "/{concern}" in press.action else ""
        if not await allowed(turn, press.may, what, concern_id):
            return None
        if press.action.endswith("/{round}") and not await _runs(turn, concern_id, rest[-1]):
            return outdated(turn)
        return await press.do(update, context)

    return guarded


async def _owns(turn: Turn, concern_id: str) -> bool:
    concern = await turn.store.concerns.get(concern_id)
    return concern is not None and turn.member is not None and concern.owner == turn.member.id


async def _runs(turn: Turn, concern_id: str, drawn: str) -> bool:
    concern = await turn.store.concerns.get(concern_id)
    return concern is None or round_of(concern) == drawn
