"""Asking to swap a duty: which one, and with whom; nothing changes until a colleague says yes."""

from dataclasses import dataclass
from datetime import datetime

from domain.duties import is_away_in, upcoming
from domain.people import StaffRole
from domain.roster import Period, Roster
from domain.swaps import Swap, SwapState, stands
from handlers.roster import agreeing, spoken
from handlers.screen import Button, Screen
from handlers.team import access, colleagues, pick
from handlers.turn import Turn
from storage.staff import Colleague, new_id

_ANYBODY = "0"  # in the place of a colleague's number
_PAGE = "page"  # in the place of a duty's start or a colleague's number: another page


@dataclass(frozen=True)
class _Asking:
    """A swap that is being asked for: whose duty, and the roster and the team as they are."""

    roster: Roster
    team: dict[str, Colleague]
    giver: Colleague

    @property
    def action(self) -> str:
        """Return how the actions of its buttons begin."""
        return f"swap/{self.giver.member.number}"

    def duty(self, member: str, start: str, now: datetime) -> Period | None:
        """Return the duty of a member that begins when a button says."""
        for each in upcoming(self.roster, member, now):
            if spoken.code(each.starts_at) == start:
                return Period(each.starts_at, each.ends_at)
        return None

    def others(self, given: Period) -> list[Colleague]:
        """Return the colleagues who could have a duty."""
        able = colleagues.able(self.team) - {self.giver.member.id}
        return [
            who
            for each, who in self.team.items()
            if each in able and not is_away_in(self.roster, each, given)
        ]


async def act(turn: Turn, parts: list[str], at: int) -> None:
    """Take one step: `swap/<number>`, `…/<start>`, `…/<colleague>`, `…/<their start>`."""
    (number, *rest), team = parts, await colleagues.by_id(turn)
    giver = colleagues.numbered(team, number)
    if giver is None:
        return access.outdated(turn)
    if not access.may_for(turn, giver.member.id):
        return access.refuse(turn, "leads-only", "swap")
    asking = _Asking(await colleagues.roster(turn), team, giver)
    if not rest or rest[0] == _PAGE:
        return _choose_duty(turn, asking, _number(rest[1:]), at if rest else 0)
    given = asking.duty(giver.member.id, rest[0], turn.now)
    if given is None:
        return pick.show(turn, Screen(turn.voice("swap-changed")))
    if len(rest) == 1 or rest[1] == _PAGE:
        return _choose_colleague(turn, asking, given, _number(rest[2:]), at)
    return await _ask(turn, asking, given, rest[1:])


async def typed(turn: Turn, text: str) -> bool:
    """Begin a swap if that was typed; False when it was something else."""
    if turn.member is None or not turn.house.phrases.means(text, "button-swap"):
        return False
    await act(turn, [str(turn.member.number)], 0)
    return True


def _choose_duty(turn: Turn, asking: _Asking, page: int, at: int) -> None:
    voice, zone, member = turn.voice, asking.roster.zone, asking.giver.member
    mine = upcoming(asking.roster, member.id, turn.now)
    buttons = [
        Button(spoken.label(voice, zone, each), f"{asking.action}/{spoken.code(each.starts_at)}")
        for each in mine
    ]
    rows = pick.paged(turn, buttons, page, f"{asking.action}/{_PAGE}")
    if turn.member and turn.member.id == member.id and member.role is StaffRole.LEAD:
        rows += ((Button(voice("button-swap-for"), "for/swap/0"),),)
    screen = Screen(voice("swap-which" if mine else "swap-no-duty"), rows)
    return pick.show(turn, screen, asking.action, at)


def _choose_colleague(turn: Turn, asking: _Asking, given: Period, page: int, at: int) -> None:
    """Ask who shall have the duty, and perhaps for which of theirs."""
    voice, action = turn.voice, f"{asking.action}/{spoken.code(given.starts_at)}"
    others = asking.others(given)
    if not others:
        return pick.show(turn, Screen(voice("swap-nobody")))
    gives, trades = [], []
    for who in others:
        name, number = colleagues.name(asking.team, voice, who.member.id), who.member.number
        gives.append(Button(name, f"{action}/{number}"))
        for each in upcoming(asking.roster, who.member.id, turn.now):
            if not is_away_in(asking.roster, asking.giver.member.id, each):
                label = f"{name}: {spoken.label(voice, asking.roster.zone, each)}"
                trades.append(Button(label, f"{action}/{number}/{spoken.code(each.starts_at)}"))
    anybody = Button(voice("button-swap-anybody"), f"{action}/{_ANYBODY}")
    rows = pick.paged(turn, [*gives, anybody, *trades], page, f"{action}/{_PAGE}")
    when = spoken.span(voice, asking.roster.zone, given)
    return pick.show(turn, Screen(voice("swap-with", span=when), rows), action, at)


async def _ask(turn: Turn, asking: _Asking, given: Period, rest: list[str]) -> None:
    """Ask a colleague, or all; what a lead swaps for somebody else holds at once."""
    taker = colleagues.numbered(asking.team, rest[0])
    giver, back = asking.giver.member.id, None
    if taker is not None and rest[1:]:
        back = asking.duty(taker.member.id, rest[1], turn.now)
    unknown = taker is None and rest[0] != _ANYBODY
    if unknown or (rest[1:] and back is None):
        return pick.show(turn, Screen(turn.voice("swap-changed")))
    member = taker.member.id if taker else None
    swap = Swap(new_id(), giver, member, given, back, SwapState.ASKED, turn.now)
    if taker is not None and not stands(swap, asking.roster, turn.now):
        return pick.show(turn, Screen(turn.voice("swap-changed")))
    if taker is not None and turn.member is not None and turn.member.id != giver:
        return await agreeing.decree(turn, swap)
    for former in await turn.store.swaps.asked_by(giver):
        if former.given == given:
            turn.write(
                turn.store.swaps.settle(former, agreeing.now_is(turn, former, SwapState.WITHDRAWN))
            )
    present = [each for each in asking.others(given) if not each.member.away]
    return await agreeing.ask(turn, swap, [taker] if taker else present)


def _number(words: list[str]) -> int:
    return int(words[0]) if words and words[0].isdecimal() else 0
