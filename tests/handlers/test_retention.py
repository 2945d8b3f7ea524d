"""Whatever happens: nothing that goes on is forgotten, and no month's figures move."""

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.concern import (
    Closing,
    Concern,
    Reaction,
    State,
    close,
    has_ended,
    is_open,
    react,
    reopen,
    see,
    take,
    withdraw,
)
from domain.figures import FEWEST, Hidden
from domain.people import Role
from domain.retention import ended, forgotten_on
from domain.undo import Undo, before, undone
from handlers import forgetting
from handlers.house import House
from handlers.team.figures import Section, sections
from handlers.team.months import Month
from handlers.turn import Turn
from storage.journal import Entry
from storage.routes import Route
from storage.staff import new_id
from tests.handlers.house import opened_house, turn_of

FIRST = date(2026, 11, 1)
BEGAN = datetime(2026, 11, 1, tzinfo=UTC)
NOW = datetime(2030, 1, 7, 9, tzinfo=UTC)
MONTHS = [Month(2026, 11).later(each) for each in range(8)]
played = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

quiet = pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")  # a house is long

Step = Callable[[Concern, date], Concern]
STEPS: dict[str, Step] = {
    "see": lambda concern, _: see(concern),
    "take": lambda concern, _: take(concern, "anna", over=True),
    "react": lambda concern, _: react(_annas(concern), "anna", Reaction.CALL),
    "close": lambda concern, today: (
        concern
        if has_ended(concern)
        else ended(close(_annas(concern), "anna", Closing.MANAGES), today)
    ),
    "withdraw": lambda concern, today: (
        concern if concern.state is State.WITHDRAWN else ended(withdraw(concern), today)
    ),
    "reopen": lambda concern, today: reopen(concern, today + timedelta(days=7)),
}


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """A house with nothing in it."""
    async with opened_house(tmp_path) as opened:
        yield opened


def _annas(concern: Concern) -> Concern:
    return replace(concern, owner="anna")


def _new(role: Role, received: datetime) -> Concern:
    day, concern = received.date(), new_id()
    return Concern(concern, f"Stille Bæk {concern}", role, False, received, day, day)


async def _stored(house: House, concern: Concern) -> Concern:
    route = Route(1, "da", True)
    await house.store.database.write(
        await house.store.concerns.add(concern, {}, route, f"code {concern.id}")
    )
    return concern


async def test_a_door_that_knows_nothing_of_a_concern_is_not_kept_longer_for_it(
    house: House,
) -> None:
    """Whoever came back by another way knows other concerns; a saved door counts as used."""
    concern = await _stored(house, _new(Role.RELATIVE, BEGAN))
    turn = await turn_of(house, NOW, None)
    turn.keep_other(replace(turn.person, concerns=("another",)))
    await house.store.database.write(*turn.effects())
    later = await turn_of(house, NOW + timedelta(days=100), None)
    await forgetting.leave_the_door(later, concern.id)
    assert later.effects() == []


steps = st.lists(
    st.tuples(st.integers(0, 250), st.sampled_from([*STEPS, "undo", "nothing"])), max_size=12
)


@quiet
@played
@given(happens=steps)
async def test_what_goes_on_is_never_forgotten(
    house: House, happens: list[tuple[int, str]]
) -> None:
    """The clock runs from the day it ended last; whatever was done, and how long ago."""
    store, days, today = house.store, house.service.retention_days, FIRST
    concern = await _stored(house, _new(Role.RELATIVE, datetime(2026, 11, 1, 9, tzinfo=UTC)))
    since: date | None = None
    undo: Undo | None = None
    for passed, what in [*happens, (days, "nothing")]:
        today += timedelta(days=passed)
        due = concern.id in await store.forgetting.due(today - timedelta(days=days), 1000)
        assert due == (since is not None and (today - since).days >= days)
        on = forgotten_on(concern, days)
        assert on == (since + timedelta(days=days) if since else None)
        if due:
            break
        moment = datetime(2026, 11, 1, tzinfo=UTC)
        after = (
            undone(concern, undo, "anna", moment)
            if what == "undo"
            else STEPS[what](concern, today)
            if what in STEPS
            else None
        )
        if after is None or after == concern:
            continue
        await store.database.write(
            store.concerns.save(concern, after), *store.forgetting.note_ends(today)
        )
        kept = Undo(concern.id, what, before(concern), concern.version + 1, "anna", NOW)
        undo = None if what == "withdraw" else kept  # nobody undoes what a reporter did
        began = has_ended(after) and (after.state is not concern.state)
        since = today if began else since if has_ended(after) else None
        found = await store.concerns.get(concern.id)
        assert found is not None
        concern = found
        assert not is_open(concern) or forgotten_on(concern, 0) is None
    await store.database.write(*store.forgetting.concern(concern.id, ended=False))


actions = st.sampled_from(
    [
        "taken",
        "reacted: call",
        "undone: reacted",
        "reopened",
        "withdrawn",
        "undone: closed",
        *(f"closed: {each}" for each in list(Closing)[:3]),
    ]
)
histories = st.tuples(
    st.sampled_from(Role),
    st.integers(0, 24 * 120).map(lambda hours: BEGAN + timedelta(hours=hours)),
    st.lists(st.tuples(st.integers(0, 900), actions), max_size=8),
)


@quiet
@played
@given(several=st.lists(histories, min_size=1, max_size=3), some=st.integers(1, FEWEST))
async def test_no_figure_moves_when_concerns_are_forgotten(
    house: House, several: list[tuple[Role, datetime, list[tuple[int, str]]]], some: int
) -> None:
    """Everything happens five times, so that no number is small enough to be hidden."""
    gone: list[str] = []
    for history in several:
        alike = [await _lived(house, *history) for _ in range(FEWEST)]
        gone += alike[:some]
    before = await _figures(house)
    assert not any(number is Hidden.UNDER for each in before for _, number in each.lines)
    for concern in gone:
        turn = Turn(house, NOW)
        await forgetting.forget(turn, concern)
        await house.store.database.write(*turn.effects())
        assert await house.store.concerns.get(concern) is None
        assert await house.store.journal.of(concern) == []
    assert await _figures(house) == before


async def _lived(house: House, role: Role, received: datetime, then: list[tuple[int, str]]) -> str:
    new, ended_on = _new(role, received), date(2028, 1, 1)
    over = replace(new, state=State.CLOSED, owner="anna", ended_on=ended_on)
    concern = await _stored(house, over)
    moment = received
    entries = [Entry(moment, "reporter", "received", concern.id)]
    for hours, action in then:
        moment += timedelta(hours=hours)
        entries.append(Entry(moment, "anna", action, concern.id))
    await house.store.database.write(*map(house.store.journal.note, entries))
    return concern.id


async def _figures(house: House) -> list[Section]:
    turn = await turn_of(house, NOW, None)
    return [each for month in MONTHS for each in await sections(turn, month)]
