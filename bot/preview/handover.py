"""A concern that changes hands, steps that are undone, and people who leave, for the preview."""

from dataclasses import replace

from bot.preview.album import Act, Album, Person
from bot.preview.crew import Team
from domain.concern import Closing, Concern, Reaction, State
from domain.handover import ANYONE
from domain.people import Status
from handlers.screen import Screen
from handlers.team import colleagues, leaving, parting
from handlers.turn import Turn
from handlers.work import cards, handover, unanswered, undoing
from storage.staff import Colleague


async def chapters(album: Album, crew: Team, concern: Concern) -> None:
    """Show the concern, which the worker owns, change hands; then who leaves the team."""
    album.begin("The team: a concern changes hands")
    await _offered(album, crew, concern)
    await _answered(album, crew, concern)
    await _put_back(album, crew, concern)
    album.begin("The team: leaving it")
    await _left(album, crew)
    await _removed(album, crew)


async def _offered(album: Album, crew: Team, concern: Concern) -> None:
    worker, name = crew.worker_at, concern.nickname
    voice = album.house.phrases.voice(crew.worker.member.language)
    passes, to = f"{voice('button-pass')} {name}", voice("pass-to")
    anyone = f"{passes} {to} {voice('button-pass-anyone')}"
    await album.show(worker, "Pass on: to whom", _passes(passes))
    await album.show(worker, "Offered to one", _passes(f"{passes} {to} Lone"))
    await album.show(worker, "Offered to everybody", _passes(anyone))
    await album.show(_seen_by(worker, crew.lead), "The offer", _passes(anyone))
    await crew.out_of_reach(album)
    await album.show(worker, "Pass on: nobody can be reached", _passes(passes))
    await crew.reachable(album)
    await album.show(crew.lead_at, "An offer that is over", _answers(concern))
    offered = replace(concern, owner=crew.worker.member.id, offered_to=ANYONE)
    await album.show(worker, "An offer unanswered", lambda turn: unanswered.remind(turn, offered))
    await album.happens(worker, _passes(anyone))


async def _answered(album: Album, crew: Team, concern: Concern) -> None:
    lead, id_ = crew.lead_at, concern.id
    giver = _seen_by(lead, crew.worker)
    await album.show(lead, "Declined", _answers(concern, accepts=False))
    await album.show(giver, "The giver: declined", _answers(concern, accepts=False))
    await album.show(lead, "Accepted", _answers(concern))
    await album.show(giver, "The giver: accepted", _answers(concern))
    await album.happens(lead, _answers(concern))
    await album.show(lead, "Undone", lambda turn: undoing.take_back(turn, id_))
    await album.show(giver, "The giver: undone", lambda turn: undoing.take_back(turn, id_))
    await album.happens(lead, lambda turn: undoing.take_back(turn, id_))
    await album.show(lead, "Too late to undo", lambda turn: undoing.take_back(turn, id_))


async def _put_back(album: Album, crew: Team, concern: Concern) -> None:
    lead = crew.lead_at
    mine = replace(concern, owner=crew.lead.member.id, state=State.REACTED, reaction=Reaction.CALL)
    free, ended = replace(mine, owner=None), replace(mine, state=State.CLOSED)
    ended = replace(ended, closing=Closing.MANAGES)
    await album.show(crew.worker_at, "Put back", _puts_back(concern))
    await album.show(lead, "Free again, after a reaction", _stands(free, crew.lead))
    await album.show(
        lead,
        "Taken, after a reaction",
        lambda turn: turn.reply(cards.taken(turn.voice, mine, ["…"])),
    )
    await album.show(lead, "Closed, and can be reopened", _stands(ended, crew.lead))


async def _left(album: Album, crew: Team) -> None:
    worker, lead = crew.worker_at, crew.lead_at
    new = replace(crew.worker.member, id="new", name="Bo", number=99)
    newcomer = replace(worker, colleague=replace(crew.worker, member=new))
    parts = replace(crew.worker, member=replace(new, status=Status.LEAVING))
    await album.show(newcomer, "Leave: sure?", leaving.ask)
    await album.show(lead, "The last lead", leaving.ask)
    await album.show(worker, "Leave: with concerns", leaving.ask)
    await album.show(worker, "Leave: they are offered", leaving.leave)
    for title, key in (
        ("Stays", "leave-stayed"),
        ("No new ones", "leaving-no-new"),
        ("No removing", "leaving-no-removing"),
    ):
        await album.show(worker, f"Leave: {title.casefold()}", _says(key))
    await album.show(worker, "Gone", lambda turn: parting.gone(turn, parts))
    await album.show(worker, "Gone: what stays of a card", _says("gone"))


async def _removed(album: Album, crew: Team) -> None:
    lead, gone = crew.lead_at, crew.worker
    await album.show(lead, "Remove: sure?", lambda turn: leaving.ask_to_remove(turn, gone))
    await album.show(lead, "Removed", lambda turn: leaving.remove(turn, gone))
    await album.show(lead, "Remove: not", _says("remove-not"))
    await album.show(lead, "Remove: nobody", lambda turn: leaving.ask_to_remove(turn, None))


def _seen_by(person: Person, other: Colleague) -> Person:
    """Return a person at work while another's chat is looked at."""
    return replace(person, looks_at=other.chat_id)


def _passes(text: str) -> Act:
    return lambda turn: handover.typed(turn, text)


def _answers(concern: Concern, *, accepts: bool = True) -> Act:
    async def act(turn: Turn) -> None:
        now = await turn.store.concerns.get(concern.id)
        if now is not None:
            await handover.answer(turn, now, accepts=accepts)

    return act


def _puts_back(concern: Concern) -> Act:
    async def act(turn: Turn) -> None:
        now = await turn.store.concerns.get(concern.id)
        if now is not None:
            await handover.put_back(turn, now)

    return act


def _stands(concern: Concern, colleague: Colleague) -> Act:
    async def act(turn: Turn) -> None:
        turn.reply(await colleagues.card(turn, concern, colleague))

    return act


def _says(key: str) -> Act:
    return lambda turn: turn.reply(Screen(turn.voice(key)))
