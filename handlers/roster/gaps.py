"""Gaps in the duty of the next two weeks: taken with one tap, or given to a colleague by a lead."""

from dataclasses import replace

from domain.duties import is_away_in, within
from domain.people import StaffRole
from domain.roster import Change, Period
from domain.typed import says
from handlers.phrases import Voice
from handlers.roster import handshake, lookout, spoken
from handlers.screen import Button, Screen
from handlers.team import access, colleagues, pick
from handlers.turn import Turn
from storage.staff import Colleague


async def show(turn: Turn, parts: list[str], at: int) -> None:
    """Show a page of the gaps, each a button that takes it: `gaps/<page>`."""
    found = await _gaps(turn)
    if not found:
        planned = (await colleagues.roster(turn)).is_planned()
        return pick.show(turn, _none(turn, "gaps-none" if planned else "gaps-no-plan"))
    buttons = [lookout.take_button(turn, turn.voice, each) for each in found]
    rows = pick.paged(turn, buttons, int(parts[0]), "gaps")
    if turn.member and turn.member.role is StaffRole.LEAD:
        rows += ((Button(turn.voice("button-gap-give"), "gapfor/0"),),)
    return pick.show(
        turn, Screen(turn.voice("gaps-head"), rows), "gaps", at if int(parts[0]) else 0
    )


async def choose(turn: Turn, parts: list[str], at: int) -> None:
    """Let a lead choose the gap for a colleague: `gapfor/<page>`."""
    zone, found = turn.house.service.times.zone, await _gaps(turn)
    if not found:
        return pick.show(turn, _none(turn, "gaps-none"))
    buttons = [
        Button(spoken.label(turn.voice, zone, each), f"gapto/{spoken.codes(each)}")
        for each in found
    ]
    rows = pick.paged(turn, buttons, int(parts[0]), "gapfor")
    return pick.show(turn, Screen(turn.voice("gap-which"), rows), "gapfor", at)


async def take(turn: Turn, parts: list[str], _: int) -> None:
    """Put whoever speaks on duty in a gap: `gap/<span>`."""
    asked = spoken.decoded(parts[0])
    if asked is None or turn.colleague is None:
        return access.outdated(turn)
    return await _put(turn, asked, turn.colleague)


async def give(turn: Turn, parts: list[str], at: int) -> None:
    """Let a lead put a colleague on duty in a gap: `gapto/<span>`, then `…/<number>`."""
    asked, team = spoken.decoded(parts[0]), await colleagues.by_id(turn)
    who = colleagues.numbered(team, parts[1]) if len(parts) > 1 else None
    if asked is None or (len(parts) > 1 and who is None):
        return access.outdated(turn)
    if who is not None:
        return await _put(turn, asked, who)
    able, roster = colleagues.able(team), await colleagues.roster(turn)
    rows = tuple(
        (Button(colleagues.name(team, turn.voice, each), f"gapto/{parts[0]}/{one.member.number}"),)
        for each, one in team.items()
        if each in able and not is_away_in(roster, each, asked)
    )
    when = spoken.span(turn.voice, turn.house.service.times.zone, asked)
    return pick.show(turn, Screen(turn.voice("gap-who", span=when), rows), "gapto", at)


async def typed(turn: Turn, text: str) -> bool:
    """Do what was typed about gaps; False when it was something else."""
    if turn.house.phrases.means(text, "button-gaps"):
        await show(turn, ["0"], 0)
        return True
    for gap in await _gaps(turn) if turn.colleague else []:
        if turn.colleague and says(text, lookout.take_button(turn, turn.voice, gap).label):
            await _put(turn, gap, turn.colleague)
            return True
    return False


async def _put(turn: Turn, asked: Period, who: Colleague) -> None:
    """Put somebody on duty in what is still empty of a span; they are told unless they speak."""
    speaks = turn.member is not None and turn.member.id == who.member.id
    if speaks and access.is_leaving(turn):
        return None
    parts, team = within(await _gaps(turn), asked), await colleagues.by_id(turn)
    if not parts:
        return pick.show(turn, _none(turn, "gap-filled"))
    roster, member = await colleagues.roster(turn), who.member.id
    if any(is_away_in(roster, member, each) for each in parts):
        name = colleagues.name(team, turn.voice, member)
        return pick.show(turn, Screen(turn.voice("gap-away", name=name)))
    filled = tuple(Change(each.starts_at, each.ends_at, member) for each in parts)
    turn.write(*map(turn.store.roster.change, filled))
    turn.note("gap filled")
    pick.show(turn, _filled(turn, turn.voice, team, (member, parts[0])))
    if speaks and parts[0].starts_at <= turn.now:
        after = replace(roster, changes=(*roster.changes, *filled))
        await handshake.taken(turn, roster, after, member)
    if not speaks:
        voice = turn.house.phrases.voice(who.member.language)
        turn.inform(who, _filled(turn, voice, team, (member, parts[0])))
    return None


def _filled(
    turn: Turn, voice: Voice, team: dict[str, Colleague], duty: tuple[str, Period]
) -> Screen:
    member, span = duty
    name = colleagues.name(team, voice, member)
    when = spoken.span(voice, turn.house.service.times.zone, span)
    rows = ((Button(voice("button-gaps"), "gaps/0"), Button(voice("button-duty"), "duty/show")),)
    return Screen(voice("gap-taken", name=name, span=when), rows)


async def _gaps(turn: Turn) -> list[Period]:
    able = colleagues.able(await colleagues.by_id(turn))
    return lookout.gaps_of(turn, await colleagues.roster(turn), able)


def _none(turn: Turn, key: str) -> Screen:
    button = Button(turn.voice("button-plan"), "plan")
    return Screen(turn.voice(key), ((button,),))
