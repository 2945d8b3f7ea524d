"""Which concerns are a person's own: raised or come back to, while the way back leads here."""

from domain.concern import Concern, State
from handlers.turn import Turn


async def concern(turn: Turn, concern_id: str) -> Concern | None:
    """Return a concern if it is the speaker's own, or None.

    It is theirs as long as its way back leads to this chat: not once the trace was cut, nor when
    somebody came back with the receipt elsewhere, nor when it was erased.
    """
    if concern_id not in turn.person.concerns:
        return None
    route = await turn.store.routes.of(concern_id)
    if route is None or route.chat_id != turn.person.chat_id:
        return None
    return await turn.store.concerns.get(concern_id)


async def half_gone(turn: Turn, concern_id: str) -> Concern | None:
    """Return a concern that the speaker was letting go of when the bot fell over, or None.

    Its keys are destroyed already; saying yes once more, or the same yes again, does the rest.
    """
    known = concern_id in turn.person.concerns
    if not known or not await turn.store.routes.was_cut_short(concern_id):
        return None
    return await turn.store.concerns.get(concern_id)


async def concerns(turn: Turn) -> list[Concern]:
    """Return every concern that is the speaker's own, newest first."""
    found = [await concern(turn, each) for each in reversed(turn.person.concerns)]
    return [each for each in found if each is not None]


async def going_on(turn: Turn) -> Concern | None:
    """Return the newest of them that the speaker has not taken back, or None.

    Whether the team has closed it makes no difference: that is not the speaker's to see.
    """
    known = await concerns(turn)
    return next((each for each in known if each.state is not State.WITHDRAWN), None)
