"""What the team sees of the duty roster, for the preview: gaps, plan, absence and swaps."""

from dataclasses import replace
from datetime import time, timedelta

from bot.preview.album import Act, Album
from bot.preview.crew import Team
from domain.duties import upcoming
from domain.roster import Absence, Change, Weekly, Weeks
from domain.service import Duty
from handlers.roster import laying_down, lookout, plan, rota, spoken
from handlers.screen import Screen
from handlers.team import colleagues
from handlers.turn import Turn

_DAYS = frozenset(range(7))
_RULES = (
    Weekly("Anna", _DAYS, time(16), time(22), id="a"),
    Weekly("Lone", _DAYS, time(22), time(6), Weeks.ODD, id="b"),
    Weekly("Lone", _DAYS, time(22), time(6), Weeks.EVEN, id="c"),
)
_FIXED = Duty(weekly=(Weekly("Anna", _DAYS, time(8), time(9)),))
_AWAY = timedelta(days=30), timedelta(days=34)
_SAID = (
    *(
        "gap-filled",
        "gaps-none",
        "plan-nothing-to-remove",
        "plan-gone",
        "away-gone",
        "swap-was-withdrawn",
    ),
    *("swap-settled", "swap-changed", "swap-not-yours", "swap-no-duty", "swap-nobody"),
)


async def chapters(album: Album, crew: Team) -> None:
    """Show the roster without a plan, then with one, which is taken away again afterwards."""
    album.begin("The team: the duty roster")
    await crew.off_duty(album)
    await album.show(crew.worker_at, "Gaps: no plan yet", _taps("gaps/0"))
    await album.show(crew.worker_at, "The weekly plan: none", _taps("plan"))
    await album.happens(crew.lead_at, _plans)
    await _planned(album, crew)
    await _gaps(album, crew)
    await _away(album, crew)
    await _swapped(album, crew)
    for key in _SAID:
        await album.show(crew.worker_at, key.replace("-", " ").capitalize(), _says(key))
    await album.happens(crew.lead_at, _unplans)
    await crew.reachable(album)


async def _planned(album: Album, crew: Team) -> None:
    """Show the duty and the plan, and how a weekly duty comes on it and off."""
    worker, lead = crew.worker_at, crew.lead_at
    await album.show(worker, "The duty: now, next, one's own", _taps("duty/show"))
    await album.show(lead, "The weekly plan", _fixed)
    for title, action in (
        ("A weekly duty: the days", "week/1/5"),
        ("A weekly duty: the hours", "week/1/5/go"),
        ("A weekly duty: the weeks", "week/1/5/08001600"),
        ("A weekly duty: on the plan", "week/1/5/08001600/every"),
        ("A weekly duty: which to remove", "weeks/0"),
        ("A weekly duty: off the plan", "unweek/a"),
    ):
        await album.show(worker, title, _taps(action))
    theirs = replace(lead, looks_at=worker.door.chat_id)
    await album.show(theirs, "A lead plans for a worker", _taps("week/1/5/08001600/every"))
    await album.show(theirs, "A lead removes a worker's duty", _taps("unweek/a"))
    await album.show(lead, "A lead: for whom", _taps("for/week/0"))


async def _gaps(album: Album, crew: Team) -> None:
    """Show the list of gaps, and how one is filled."""
    worker, lead = crew.worker_at, crew.lead_at
    await album.show(lead, "Gaps", _taps("gaps/0"))
    await album.show(worker, "A gap is taken", _fills("gap/{}"))
    await album.show(lead, "A lead: which gap", _taps("gapfor/0"))
    await album.show(lead, "A lead: who takes the gap", _fills("gapto/{}"))
    for title, speaks, reads in (("a worker", lead, worker), ("a lead", worker, lead)):
        hears = replace(speaks, looks_at=reads.door.chat_id)
        await album.show(hears, f"The duty is empty: what {title} hears", _emptied)


async def _away(album: Album, crew: Team) -> None:
    """Show an absence noted, by oneself and by a lead, and taken back."""
    worker, lead = crew.worker_at, crew.lead_at
    theirs = replace(lead, looks_at=worker.door.chat_id)
    await album.show(lead, "Absence", _taps("away/2/show"))
    await album.show(worker, "Absence: until which day", _taps("away/1/till"))
    later, before = (album.now + timedelta(days=each) for each in (3, -3))
    for title, what in (
        ("today", "today"),
        ("until back", "open"),
        ("until a day", f"{later:%Y%m%d}"),
        ("a day that has passed", f"{before:%Y%m%d}"),
        ("back", "back"),
    ):
        await album.show(worker, f"Absence: {title}", _taps(f"away/1/{what}"))
    await album.show(theirs, "Absence, noted by a lead", _taps("away/1/today"))
    await album.happens(worker, _announces)
    await album.show(worker, "Absence, announced", _taps("away/1/show"))
    await album.show(worker, "Absence, taken back", _taps("unaway/preview"))
    await album.happens(worker, _taps("unaway/preview"))
    await album.happens(worker, _taps("away/1/open"))
    await album.show(worker, "Absence, under way", _taps("away/1/show"))
    await album.show(worker, "A gap while away", _fills("gap/{}"))
    await album.happens(worker, _taps("away/1/back"))


async def _swapped(album: Album, crew: Team) -> None:
    """Show a swap from the first tap until it is undone."""
    worker, lead = crew.worker_at, crew.lead_at
    await album.show(lead, "A swap: which duty", _taps("swap/2"))
    await album.show(worker, "A swap: with whom", _swaps("swap/1/{}"))
    await album.show(worker, "A swap: asked", _swaps("swap/1/{}/2"))
    asked = replace(worker, looks_at=lead.door.chat_id)
    await album.show(asked, "A swap: the question", _swaps("swap/1/{}/2"))
    turn = await album.happens(worker, _swaps("swap/1/{}/2"))
    swap = (await turn.store.swaps.asked_by("Anna"))[0].id
    refused = replace(lead, looks_at=worker.door.chat_id)
    await album.show(lead, "A swap: no", _taps(f"trade/{swap}/no"))
    await album.show(refused, "A swap: the asker hears no", _taps(f"trade/{swap}/no"))
    await album.show(lead, "A swap: agreed", _taps(f"trade/{swap}/yes"))
    await album.happens(lead, _taps(f"trade/{swap}/yes"))
    await album.show(refused, "A swap: whoever took the duty leaves", _leaves("Lone"))
    await album.show(lead, "A swap: undone", _taps(f"trade/{swap}/undo"))
    await album.happens(lead, _taps(f"trade/{swap}/undo"))


def _taps(action: str) -> Act:
    return lambda turn: rota.do(turn, action)


def _leaves(member: str) -> Act:
    return lambda turn: laying_down.for_good(turn, member)


async def _plans(turn: Turn) -> None:
    turn.write(*map(turn.store.roster.plan, _RULES))


async def _unplans(turn: Turn) -> None:
    turn.write(*(turn.store.roster.unplan(each.id) for each in _RULES))


async def _fixed(turn: Turn) -> None:
    """Show the plan with a duty that stands in the configuration."""
    service = replace(turn.house.service, duty=_FIXED)
    turn.house = replace(turn.house, service=service)
    await plan.act(turn, [], 0)


async def _emptied(turn: Turn) -> None:
    """Let whoever speaks go off duty, of which the others hear."""
    roster, member = await colleagues.roster(turn), turn.member.id if turn.member else ""
    on_duty = Change(turn.now, turn.now + timedelta(days=14), comes=member)
    await lookout.look(turn, replace(roster, changes=(on_duty,)), roster, member)


async def _announces(turn: Turn) -> None:
    first, last = (turn.now + each for each in _AWAY)
    turn.write(turn.store.roster.be_away(Absence("Anna", first, last, "preview")))


def _fills(action: str) -> Act:
    """Return what fills the first gap; its span comes into the action."""

    async def act(turn: Turn) -> None:
        able = colleagues.able(await colleagues.by_id(turn))
        first = lookout.gaps_of(turn, await colleagues.roster(turn), able)[0]
        await rota.do(turn, action.format(spoken.codes(first)))

    return act


def _swaps(action: str) -> Act:
    """Return what swaps the worker's next duty; its start comes into the action."""

    async def act(turn: Turn) -> None:
        first = upcoming(await colleagues.roster(turn), "Anna", turn.now)[0]
        await rota.do(turn, action.format(spoken.code(first.starts_at)))

    return act


def _says(key: str) -> Act:
    return lambda turn: turn.reply(Screen(turn.voice(key)))
