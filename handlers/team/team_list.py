"""The team in a list: for everybody who is in it and has the duty, for a lead also the rest."""

from collections.abc import Sequence

from telegram import Update

from domain.people import Member, StaffRole, Status
from handlers.phrases import Voice
from handlers.screen import Button, Screen, action, in_rows, tapped_message
from handlers.team import colleagues, inviting, lists
from handlers.turn import Context, Turn
from storage.staff import Colleague

_LISTED = 20  # people on one page


async def tapped(update: Update, context: Context) -> None:
    """Turn to a page of the team: `team/<page>`."""
    _, page = action(update)
    await show(context.turn, int(page), at=tapped_message(update))


async def command(update: Update, context: Context) -> None:
    """Answer /team."""
    await show(context.turn)


async def typed(turn: Turn, text: str) -> bool:
    """Show the team if that was typed, perhaps with a page's number; False otherwise."""
    words, _, last = text.rpartition(" ")
    number = int(last) if last.isdecimal() and len(last) < 3 else 1
    if not turn.house.phrases.means(words if last.isdecimal() else text, "button-team"):
        return False
    await show(turn, number - 1)
    return True


async def show(turn: Turn, page: int = 0, at: int = 0) -> None:
    """List the team, in order of joining; a lead meets first whoever cannot be reached.

    `at` is a list to turn the page of; 0 for a new one.
    """
    staff = await colleagues.by_id(turn)
    leads = turn.member is not None and turn.member.role is StaffRole.LEAD
    team = [each for each in colleagues.members(staff) if each.status is not Status.GONE]
    if leads:
        team.sort(key=lambda each: (each.reachable, each.number))
    part = lists.page(team, max(page, 0), _LISTED)
    lines = [_line(turn.voice, staff, each, leads=leads) for each in part.shown]
    rows = _buttons(turn, staff, part.shown) if leads else ()
    text = lists.text(turn.voice, part, "\n".join([turn.voice("team-head"), *lines]))
    return lists.show(turn, Screen(text, (*rows, *lists.turning(turn.voice, part, "team"))), at)


def states(voice: Voice, member: Member) -> str:
    """Return what a lead sees of a member: what they are, and what keeps them from work."""
    found = {
        "duty": member.on_duty,
        "away": member.away and member.status is not Status.PAUSED,
        "paused": member.status is Status.PAUSED,
        "leaving": member.status is Status.LEAVING,
        "unreachable": not member.reachable,
    }
    return ", ".join(voice(f"state-{each}") for each in (member.role, *filter(found.get, found)))


def _line(voice: Voice, staff: dict[str, Colleague], member: Member, *, leads: bool) -> str:
    name = colleagues.name(staff, voice, member.id)
    if leads:
        return voice("team-line", name=name, state=states(voice, member))
    duty = voice("state-duty")
    return voice("team-line", name=name, state=duty) if member.on_duty else name


def _buttons(
    turn: Turn, staff: dict[str, Colleague], page: Sequence[Member]
) -> tuple[tuple[Button, ...], ...]:
    people = [
        Button(colleagues.name(staff, turn.voice, each.id), f"person/{each.id}/show")
        for each in page
    ]
    return (*in_rows(people, 2), *in_rows(list(inviting.buttons(turn)), 2))
