"""The weekly plan: seen by all, and changed in chat except what stands in the configuration."""

from dataclasses import replace

from domain.people import StaffRole
from domain.roster import Roster, Weekly
from handlers.phrases import Voice
from handlers.roster import lookout, spoken
from handlers.screen import Button, Screen
from handlers.team import access, colleagues, pick
from handlers.turn import Turn
from storage.staff import Colleague


async def act(turn: Turn, _: list[str], at: int) -> None:
    """Show the weekly plan: `plan`."""
    pick.show(turn, await _screen(turn, "plan-head", await colleagues.roster(turn)))


async def typed(turn: Turn, text: str) -> bool:
    """Show the plan if that was typed; False when it was something else."""
    if not turn.house.phrases.means(text, "button-plan"):
        return False
    await act(turn, [], 0)
    return True


async def choose(turn: Turn, parts: list[str], at: int) -> None:
    """Show what the speaker may take off the plan: `weeks/<page>`."""
    roster, team = await colleagues.roster(turn), await colleagues.by_id(turn)
    mine = [each for each in roster.weekly if each.id and access.may_for(turn, each.member)]
    buttons = [Button(line(turn.voice, team, each), f"unweek/{each.id}") for each in mine]
    if not buttons:
        return pick.show(turn, Screen(turn.voice("plan-nothing-to-remove")))
    rows = pick.paged(turn, buttons, int(parts[0]), "weeks")
    return pick.show(turn, Screen(turn.voice("plan-remove"), rows), "weeks", at)


async def remove(turn: Turn, parts: list[str], _: int) -> None:
    """Take a weekly duty off the plan: `unweek/<id>`."""
    before = await colleagues.roster(turn)
    rule = next((each for each in before.weekly if each.id == parts[0]), None)
    if rule is None:
        return pick.show(turn, Screen(turn.voice("plan-gone")))
    if not access.may_for(turn, rule.member):
        return access.refuse(turn, "leads-only", "unweek")
    turn.write(turn.store.roster.unplan(rule.id))
    turn.note("weekly duty removed")
    after = replace(before, weekly=tuple(each for each in before.weekly if each != rule))
    await changed(turn, after, rule, ("plan-removed", "plan-removed-you"))
    await lookout.look(turn, before, after, rule.member)
    return None


async def changed(turn: Turn, after: Roster, rule: Weekly, keys: tuple[str, str]) -> None:
    """Show the plan as it is now; the member whose duty changed is told, unless they speak.

    `keys` are what the speaker is told, and what that member is.
    """
    pick.show(turn, await _screen(turn, keys[0], after))
    team = await colleagues.by_id(turn)
    who = team.get(rule.member)
    if who is not None and (turn.member is None or turn.member.id != rule.member):
        voice = turn.house.phrases.voice(who.member.language)
        text = f"{voice(keys[1])}\n\n{spoken.weekly(voice, rule)}"
        turn.inform(who, Screen(text, ((Button(voice("button-plan"), "plan"),),)))


def line(voice: Voice, team: dict[str, Colleague], rule: Weekly) -> str:
    """Return who has a weekly duty and when: "Anna: man.–fre. kl. 8–16"."""
    return f"{colleagues.name(team, voice, rule.member)}: {spoken.weekly(voice, rule)}"


async def _screen(turn: Turn, head: str, roster: Roster) -> Screen:
    team, voice = await colleagues.by_id(turn), turn.voice
    order = sorted(roster.weekly, key=lambda each: (min(each.weekdays), each.start))
    lines = [
        line(voice, team, each) if each.id else voice("plan-fixed", rule=line(voice, team, each))
        for each in order
    ]
    text = "\n\n".join((voice(head), "\n".join(lines) or voice("plan-none")))
    return Screen(text, _buttons(turn, roster))


def _buttons(turn: Turn, roster: Roster) -> tuple[tuple[Button, ...], ...]:
    voice, member = turn.voice, turn.member
    if member is None:
        return ()
    rows = [(Button(voice("button-week-add"), f"week/{member.number}/0"),)]
    if member.role is StaffRole.LEAD:
        rows.append((Button(voice("button-week-for"), "for/week/0"),))
    if any(each.id and access.may_for(turn, each.member) for each in roster.weekly):
        rows.append((Button(voice("button-week-remove"), "weeks/0"),))
    return tuple(rows)
