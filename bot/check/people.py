"""What concerns people: the team, gaps in its duty, the numbers to call, and unread languages."""

from datetime import datetime

from bot.app import facts_to_say
from bot.check.finding import Finding, State
from bot.config.sections import SHIPPED_ON
from bot.config.settings import Settings
from bot.preview import NAMES
from domain.languages import COMPLETE, LANGUAGES, UNREVIEWED
from domain.people import StaffRole, Status
from domain.service import Service, is_old
from handlers.house import House
from handlers.phrases import Phrases
from handlers.roster import lookout
from handlers.team import colleagues
from handlers.turn import Turn
from storage.store import Store


async def team(store: Store) -> Finding:
    """Say who can be told of a concern: how many, and never who."""
    able = [
        each.member
        for each in await store.staff.all()
        if each.member.status is Status.ACTIVE and each.member.reachable
    ]
    leads = sum(each.role is StaffRole.LEAD for each in able)
    if not able:
        said = "Nobody has joined yet: brobygger invite --role lead."
        return Finding("team", State.NOTE, said)
    if not leads:
        return Finding("team", State.WRONG, "No lead can be reached: brobygger invite --role lead.")
    said = f"{len(able) - leads} workers and {leads} leads can be reached."
    return Finding("team", State.OK, said)


async def duty(store: Store, settings: Settings, now: datetime) -> Finding:
    """Say when in the next two weeks nobody has the duty."""
    service = settings.to_service()
    phrases = Phrases(facts_to_say(service), service.language, settings.service.texts)
    turn = Turn(House(store, phrases, service), now)
    roster, people = await colleagues.roster(turn), await colleagues.by_id(turn)
    if not roster.is_planned():
        said = "There is no plan: a concern goes to whoever takes the duty in chat, or to all."
        return Finding("duty", State.NOTE, said)
    gaps = lookout.gaps_of(turn, roster, colleagues.able(people))
    if not gaps:
        return Finding("duty", State.OK, "Somebody has the duty at every hour of two weeks.")
    starts, ends = (
        each.astimezone(service.times.zone) for each in (gaps[0].starts_at, gaps[0].ends_at)
    )
    said = (
        f"Nobody has the duty {len(gaps)} times in two weeks, first on {starts:%Y-%m-%d} from "
        f"{starts:%H:%M} to {ends:%H:%M}: the leads can fill it in chat."
    )
    return Finding("duty", State.NOTE, said)


def crisis_numbers(service: Service, now: datetime) -> Finding:
    """Say which numbers of the acute card nobody has looked up for long, or ever."""
    today = now.astimezone(service.times.zone).date()
    old = [each.number for each in service.crisis if is_old(each, today)]
    if old:
        said = f"acute.numbers: see that {', '.join(old)} is right, and set checked_on to that day."
        return Finding("crisis numbers", State.WRONG, said)
    shipped = [each.number for each in service.crisis if each.checked_on == SHIPPED_ON]
    if shipped:
        said = (
            f"acute.numbers: {', '.join(shipped)} came with Brobygger; see that each is right "
            "before anybody needs it, and set checked_on to that day."
        )
        return Finding("crisis numbers", State.NOTE, said)
    oldest = min(each.checked_on for each in service.crisis)
    said = f"The oldest checked_on is {oldest}; look at them all again within 180 days."
    return Finding("crisis numbers", State.OK, said)


def languages() -> Finding:
    """Say which languages no person has read yet."""
    unread = ", ".join(NAMES[each] for each in UNREVIEWED)
    empty = [NAMES[each] for each in LANGUAGES if each not in (*COMPLETE, *UNREVIEWED)]
    said = f"No person has read these yet: {unread}. No text of its own: {', '.join(empty)}."
    return Finding("languages", State.NOTE, said)
