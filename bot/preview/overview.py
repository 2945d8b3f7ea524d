"""What a worker and a lead see at a glance, for the preview."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from bot.preview.album import Act, Album
from bot.preview.crew import Team
from domain.concern import Closing, Concern, Reaction, State
from domain.figures import About, Hidden
from domain.people import Role
from handlers import catalogue
from handlers.help import information
from handlers.screen import Screen
from handlers.team import figures, lead, typed
from handlers.team.months import Month
from handlers.turn import Turn
from handlers.work import alerts, blocking, closing, digest, follow_up, history, my_work, search
from handlers.work import timeline as timelines
from storage.journal import CLOCK, REPORTER

_LATER = timedelta(days=8)


async def chapters(album: Album, crew: Team, sent: Mapping[Role, Concern]) -> None:
    """Show lists, the day, searching, timelines, and everything a lead looks at."""
    album.begin("The team: at a glance")
    await _own(album, crew, sent)
    await _found(album, crew, sent)
    album.begin("The team: what a lead sees")
    await _promises(album, crew)
    await _figures(album, crew)


async def _own(album: Album, crew: Team, sent: Mapping[Role, Concern]) -> None:
    worker, partners = crew.worker_at, sent[Role.PARTNER].id
    await album.show(crew.lead_at, "My concerns: none", my_work.show)
    await album.show(worker, "My day: calm", digest.show)
    title = "What is kept of one of the team"
    await album.show(worker, title, lambda turn: information.show(turn, "privacy"))
    await album.happens(worker, lambda turn: alerts.take_concern(turn, partners))
    await album.happens(worker, lambda turn: follow_up.log(turn, partners, Reaction.CALL))
    await album.happens(worker, lambda turn: follow_up.plan(turn, partners, 7))
    await album.happens(worker, _marks_acute(sent[Role.RELATIVE]))
    await album.show(worker, "My concerns", my_work.show)
    await album.show(worker, "My concerns: put in order", my_work.order)
    await _later(album, crew, "My day", digest.show)


async def _found(album: Album, crew: Team, sent: Mapping[Role, Concern]) -> None:
    worker, partners = crew.worker_at, sent[Role.PARTNER]
    await album.happens(worker, lambda turn: _closes(turn, partners.id))
    for concern in sent.values():
        title = f"Found: {concern.role}"
        await album.show(worker, title, _finds(concern.nickname))
    for words in ("", "qqq"):
        await album.show(worker, f"Typed: Find {words}", _finds(words))
    await album.show(crew.lead_at, "A timeline", lambda turn: timelines.show(turn, partners))
    await album.show(crew.lead_at, "Block: ask", lambda turn: blocking.ask(turn, partners))
    await album.show(crew.lead_at, "Block: done", lambda turn: blocking.block(turn, partners))
    await album.show(crew.lead_at, "Block: lifted", lambda turn: blocking.lift(turn, partners))
    nobody = replace(partners, id="0")
    await album.show(crew.lead_at, "Block: no way", lambda turn: blocking.ask(turn, nobody))
    gone = replace(partners, state=State.CLOSED, ended_on=partners.promised_on)
    title = "A timeline: when it is forgotten"
    await album.show(crew.lead_at, title, lambda turn: timelines.show(turn, gone))
    await album.show(crew.lead_at, "All that a timeline can say", _words_of_the_journal)


async def _promises(album: Album, crew: Team) -> None:
    lead_at = crew.lead_at
    await album.show(lead_at, "What a member can do, for a lead", typed.menu)
    await album.show(lead_at, "The menu of a lead", lead.menu)
    await album.show(lead_at, "Past the promise: none", lead.overdue)
    await _later(album, crew, "Past the promise", lead.overdue)
    await album.show(lead_at, "The log", lead.audit)
    await album.show(lead_at, "Everybody can be reached", lead.reach)
    await crew.out_of_reach(album)
    await album.show(lead_at, "Out of reach", lead.reach)
    await crew.paused(album)
    await album.show(lead_at, "On pause", lead.reach)
    await crew.reachable(album)


async def _figures(album: Album, crew: Team) -> None:
    lead_at, month = crew.lead_at, Month.of(album.now.date())
    await album.show(lead_at, "Figures of a month", lambda turn: figures.show(turn, month))
    await album.show(lead_at, "Figures: a picture", lambda turn: figures.picture(turn, month))
    await album.show(lead_at, "Figures: a spreadsheet", lambda turn: figures.sheet(turn, month))
    await album.show(lead_at, "Figures: which month", figures.which)
    await album.show(lead_at, "Figures: on the picture, and instead of a number", _on_a_picture)


async def _later(album: Album, crew: Team, title: str, act: Act) -> None:
    """Show something as it is when the promise has run out."""
    now = album.now
    album.now = now + _LATER
    await album.show(crew.lead_at if "promise" in title else crew.worker_at, title, act)
    album.now = now


def _marks_acute(concern: Concern) -> Act:
    async def act(turn: Turn) -> None:
        before = await turn.store.concerns.get(concern.id)
        if before is not None:
            turn.write(turn.store.concerns.save(before, replace(before, acute=True)))

    return act


def _finds(words: str) -> Act:
    return lambda turn: search.find(turn, words)


async def _closes(turn: Turn, concern_id: str) -> None:
    concern = await turn.store.concerns.get(concern_id)
    if concern is not None:
        await closing.end(turn, concern, Closing.PARTNER)


def _words_of_the_journal(turn: Turn) -> None:
    keys = [each for each in catalogue.messages("da") if each.startswith("journal-")]
    actors = [history.who({}, turn.voice, each) for each in (REPORTER, CLOCK)]
    turn.reply(Screen("\n".join([*actors, *(turn.voice(key) for key in keys)])))


def _on_a_picture(turn: Turn) -> None:
    voice = turn.voice
    shown = [figures.spoken(voice, each) for each in (Hidden.UNDER, Hidden.ALSO, About(15))]
    turn.reply(Screen("\n".join([voice("figures-limit", of=7), *shown])))
