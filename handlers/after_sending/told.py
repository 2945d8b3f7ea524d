"""What the one who raised a concern is told of it: nothing that their view does not hold."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from domain.concern import Concern, State, is_open
from domain.disclosure import CitizenView, PartnerView, RelativeView, view
from domain.people import Role
from handlers.phrases import Voice
from handlers.screen import Button, Screen
from handlers.team import colleagues
from handlers.turn import Turn
from storage.routes import Route


async def seen_by_reporter(turn: Turn, concern: Concern) -> RelativeView:
    """Return the view of a concern that belongs to the one who raised it."""
    staff, service = await colleagues.by_id(turn), turn.house.service
    owner = colleagues.name(staff, turn.voice, concern.owner) if concern.owner else ""
    return view(concern, owner, service.times.zone, tells_reaction=service.tells_reaction)


def status(voice: Voice, seen: RelativeView, today: date) -> str:
    """Return how far a concern has come, in the words its view allows; `today` is a local day."""
    lines = [voice("status-received", date=seen.received_on)]
    if seen.withdrawn:
        kind = "citizen" if isinstance(seen, CitizenView) else "other"
        return "\n\n".join([*lines, voice(f"status-withdrawn-{kind}")])
    lines.append(voice("status-read" if seen.read else "status-unread"))
    if isinstance(seen, PartnerView | CitizenView) and seen.worker:
        lines.append(voice("status-worker", owner=seen.worker))
    return "\n\n".join([*lines, _promise(voice, seen, today)])


def kept(turn: Turn, concern: Concern, seen: RelativeView) -> str:
    """Return how long the concern is kept: until a day, if its reporter knows that it ended."""
    days = turn.house.service.retention_days
    if not seen.ended:
        return turn.voice("status-kept", days=days)
    ended_on = concern.ended_on or turn.local_day
    return turn.voice("status-forgotten-on", date=ended_on + timedelta(days=days))


def buttons(voice: Voice, concern: str, actions: Iterable[str]) -> tuple[Button, ...]:
    """Return a button for each thing the reporter can do with a concern of theirs."""
    return tuple(Button(voice(f"button-mine-{each}"), f"mine/{concern}/{each}") for each in actions)


def is_quiet(turn: Turn, concern: Concern) -> bool:
    """Whether the municipality lets the reporter hear of no reaction."""
    return concern.role is not Role.CITIZEN and not turn.house.service.tells_reaction


async def reaction(turn: Turn, concern: Concern) -> None:
    """Tell the reporter that somebody has reacted, once it can no longer be undone.

    A citizen hears how. Anybody else hears the same sentence whatever it was and however the
    concern ends, if the municipality tells it at all (domain.md 5): once, until they have
    something new promised, for a second time would show that the team took it up again.
    """
    if is_open(concern) or concern.state is State.WITHDRAWN or is_quiet(turn, concern):
        return
    if concern.role is not Role.CITIZEN:
        if not concern.told_reacted:
            await push(turn, concern, "told-reacted")
    elif concern.reaction is not None:
        await push(turn, concern, f"told-{concern.reaction}")
    # If somebody undoes or reopens it just now, this turn runs again and tells nothing.
    turn.write(turn.store.concerns.unchanged(concern))
    turn.write(turn.store.concerns.tell(replace(concern, told_reacted=True)))


async def ended(turn: Turn, concern: Concern) -> None:
    """Tell a citizen that their contact is over, and how to get in touch again."""
    if concern.state is State.CLOSED and concern.role is Role.CITIZEN:
        await push(turn, concern, "status-closed", "wanting")


async def push(
    turn: Turn, concern: Concern, key: str, *actions: str, before: str = ""
) -> Route | None:
    """Send the reporter a notice without any value in it, if they may be written to.

    `actions` are what it offers to do with the concern, one button each; `before` is what stands
    before it. Returns the way it went, or None when there was none.
    """
    route = await turn.store.routes.of(concern.id)
    if route is None or not route.may_write:
        return None
    voice = turn.house.phrases.voice(route.language)
    rows = tuple((each,) for each in buttons(voice, concern.id, actions))
    text = "\n\n".join(voice(each) for each in (before, key) if each)
    turn.post(route.chat_id, Screen(text, rows), concern.id, repeatable=False)
    return route


def _promise(voice: Voice, seen: RelativeView, today: date) -> str:
    if isinstance(seen, CitizenView) and seen.closed:
        return voice("status-closed")
    if isinstance(seen, CitizenView) and seen.reaction is not None:
        return voice(f"told-{seen.reaction}")
    if seen.reacted:
        return voice("told-reacted")
    if today > seen.promised_on and seen.quiet:
        return voice("status-quiet")
    key = "status-promise" if today <= seen.promised_on else "status-promise-past"
    return voice(key, date=seen.promised_on)
