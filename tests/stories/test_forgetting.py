"""A concern that has ended is forgotten after its time, and one that has not never is."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from domain.retention import forgotten_on
from storage.columns import Instant, metadata
from storage.forgetting import noon_of
from storage.generations import KeyForgotten
from storage.journal import Entry
from storage.schema import alerts, cards, concerns, counts, doors, entries, journal, reminders
from tests.cast import Citizen, Lead, Relative, Worker, the_code
from tests.postgres import on_both_engines
from tests.stage import Stage

DAYS = 180


async def _closed(stage: Stage, anna: Worker, kim: Relative | Citizen) -> str:
    """Let a concern come to its end, and return its id."""
    await kim.raises_a_concern("Bænken ved stationen")
    for button in ("Tag", "Har ringet", "Åbn", "Afslut", "Klarer sig videre selv"):
        await anna.taps(button)
    await stage.everyone_looks()
    rows = await stage.app.store.database.read(select(concerns.c.id))
    return str(rows[-1].id)


async def _rows(stage: Stage, *tables: Any) -> list[int]:
    counted = [select(func.count()).select_from(each) for each in tables]
    return [(await stage.app.store.database.read(each))[0][0] for each in counted]


async def test_what_has_ended_is_forgotten_after_its_days_and_not_before(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    concern = await _closed(stage, anna, kim)
    await stage.time_passes(days=DAYS - 1)
    assert await stage.app.store.concerns.words(concern)
    await stage.time_passes(days=1, hours=2)
    assert await stage.app.store.concerns.get(concern) is None
    with pytest.raises(KeyForgotten):
        await stage.app.store.keyring.concern_key(concern)
    with pytest.raises(KeyForgotten):
        await stage.app.store.keyring.route_key(concern)
    assert await _rows(stage, concerns, alerts, entries, reminders) == [0, 0, 0, 0]
    about = select(cards.c.id).where(cards.c.id.not_like("prompt/%"))
    assert await stage.app.store.database.read(about) == []
    assert await stage.app.store.journal.of(concern) == []
    assert (await stage.app.store.journal.chain.verify()).broken is None
    assert (await stage.app.store.doors.at(kim.phone.person)).concerns == ()
    await stage.everyone_looks()
    await kim.says("/status")
    await kim.sees("kan ikke se en henvendelse fra dig")
    await anna.taps("Åbn")
    await stage.everyone_looks()
    # A turn may end just after the concern went: what was done stays, not about what.
    late = Entry(stage.clock.now(), "anna", "opened", concern)
    await stage.app.store.database.write(stage.app.store.journal.note(late))
    about = select(journal.c.concern).where(journal.c.concern.is_not(None))
    assert await stage.app.store.database.read(about) == [(concern,)]
    await stage.time_passes(hours=2)
    assert await stage.app.store.database.read(about) == []
    assert (await stage.app.store.journal.chain.verify()).broken is None


async def test_whoever_has_nothing_here_any_more_is_forgotten_too(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await _closed(stage, anna, kim)
    sam = await Relative.arrives(stage, "Sam")
    await sam.says("/start")
    await stage.everyone_looks()
    people = [stage.app.store.doors.tag(each.phone.person) for each in (kim, sam)]
    theirs = select(doors.c.tag).where(doors.c.tag.in_(people))
    assert len(await stage.app.store.database.read(theirs)) == 2
    await stage.time_passes(days=2)
    await stage.time_passes(days=DAYS + 1)
    await stage.everyone_looks()
    assert await stage.app.store.database.read(theirs) == []
    assert await _rows(stage, cards) == [0]


@on_both_engines
async def test_only_counts_are_left_of_it_and_the_figures_stay_the_same(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    for name in "abcdef":
        await _closed(stage, anna, await Relative.arrives(stage, name))
    await lone.says("Tal november 2026")
    before = (await lone.screen()).text
    assert "Pårørende" in before
    await stage.time_passes(days=DAYS, hours=2)
    assert await _rows(stage, concerns) == [0]
    rows = await stage.app.store.database.read(select(counts))
    assert {(row.month, row.name): row.number for row in rows} == {
        ("2026-11", "received: relative"): 6,
        ("2026-11", "waited: same_day"): 6,
        ("2026-11", "done: closed: manages"): 6,
    }
    await stage.everyone_looks()
    await lone.says("Tal november 2026")
    assert (await lone.screen()).text == before
    await stage.everyone_looks()


async def test_what_nobody_has_acknowledged_is_never_forgotten(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    code = the_code(await kim.raises_a_concern("Bænken ved stationen"))
    for _ in range(8):
        await stage.time_passes(days=100)
    await stage.everyone_looks()
    await kim.says(code)
    await kim.sees("ikke læst")
    (concern,) = await stage.app.store.concerns.open()
    assert await stage.app.store.concerns.words(concern.id)
    assert forgotten_on(concern, 0) is None


async def test_what_goes_on_is_never_forgotten_and_reopening_stops_the_clock(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    concern = await _closed(stage, anna, kim)
    await stage.time_passes(days=DAYS - 2)
    await kim.says("/bekymret")
    await stage.everyone_looks()
    await stage.time_passes(days=400)
    assert await stage.app.store.concerns.words(concern)
    await stage.everyone_looks()


async def test_reporters_see_how_long_it_is_kept_and_not_that_it_was_closed(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await _closed(stage, anna, kim)
    await kim.says("/status")
    await kim.sees("gemmer vi den i 180 dage")
    await kim.says("/data")
    await kim.sees("gemmer vi den i 180 dage")
    await kim.walks("/fortryd", "[Ja, jeg siger stop]")
    await stage.time_passes(hours=2)
    await stage.everyone_looks()
    await kim.says("/status")
    assert "Vi sletter alt om den lørdag den 22. maj" in (await kim.screen()).text
    await stage.everyone_looks()


async def test_a_citizen_sees_the_day_once_they_know_that_it_is_over(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Citizen.arrives(stage, "Kim")
    await _closed(stage, anna, kim)
    await stage.time_passes(hours=2)
    await stage.everyone_looks()
    await kim.says("/status")
    assert "Vi sletter alt om den lørdag den 22. maj" in (await kim.screen()).text
    await stage.everyone_looks()


async def test_the_team_sees_when_a_concern_will_be_forgotten(stage: Stage) -> None:
    anna, lone = await Worker.joins(stage, "Anna"), await Lead.joins(stage, "Lone")
    await _closed(stage, anna, await Relative.arrives(stage, "Kim"))
    await stage.time_passes(hours=2)
    await stage.everyone_looks()
    await lone.says(f"Forløb {await stage.nickname()}")
    await stage.everyone_looks()
    assert "slettes lørdag den 22. maj" in (await lone.card()).text
    await stage.everyone_looks()


async def test_of_what_citizens_do_only_the_day_is_kept(stage: Stage) -> None:
    """Every moment there is, and which of them are a citizen's."""
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await kim.walks("/mere", "Han er her igen")
    await anna.taps("Tag")
    await anna.taps("Har ringet")
    await kim.says("/status")
    await stage.time_passes(days=3)
    await stage.everyone_looks()
    assert await stage.state() == "reacted"
    columns = {
        str(column)
        for table in metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, Instant)
    }
    assert columns == set(_WHOSE)
    database = stage.app.store.database
    for row in await database.read(select(journal).where(journal.c.actor == "reporter")):
        assert row.at == noon_of(row.at.date())
    (row,) = await database.read(select(concerns.c.received_at))
    assert row.received_at == noon_of(row.received_at.date())
    for table, column in (("inbox", "received_at"),):
        moments = await database.read(select(metadata.tables[table].c[column]))
        assert moments
        assert {each[0].timetz().isoformat() for each in moments} == {"00:00:00+00:00"}
    rows = await database.read(select(doors.c.wakes_at))
    assert {row.wakes_at for row in rows} == {None}
    long_ago = reminders.c.due_at < stage.clock.now() - timedelta(days=2, hours=1)
    rows = await database.read(select(reminders).where(long_ago))
    assert rows == []


# Whose time each moment is, and why it may be exact.
_WHOSE = {
    "inbox.not_before": "the machine's: when to try again",
    "inbox.received_at": "a citizen's: the day",
    "outbox.not_before": "the machine's: when to try again",
    "doors.wakes_at": "a citizen's: the hour, while a draft waits",
    "concerns.received_at": "a citizen's: exact while a deadline needs it, then the day",
    "reminders.due_at": "from a citizen's: while it waits; fired ones go",
    "journal.at": "the team's, and of citizens the day",
    "invites.expires_at": "the team's",
    "undos.expires_at": "the team's",
    "shifts.starts_at": "the team's",
    "shifts.ends_at": "the team's",
    "absences.starts_at": "the team's",
    "absences.ends_at": "the team's",
    "duty_changes.starts_at": "the team's",
    "duty_changes.ends_at": "the team's",
    "swaps.starts_at": "the team's",
    "swaps.ends_at": "the team's",
    "swaps.back_starts_at": "the team's",
    "swaps.back_ends_at": "the team's",
    "swaps.changed_at": "the team's",
    "handshakes.starts_at": "the team's",
    "handshakes.ends_at": "the team's",
    "handshakes.due_at": "the team's",
}


@on_both_engines
async def test_after_a_cut_no_row_leads_from_the_chat_to_the_concern(stage: Stage) -> None:
    """With every key there is: what can be unsealed names one or the other, never both."""
    kim = await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern("Bænken ved stationen")
    (concern,) = await stage.app.store.concerns.open()
    assert concern.id in await _everything_about(stage, kim.phone.person)
    await kim.walks("/slip", "[Ja, slip sporet]")
    await stage.everyone_looks()
    assert concern.id not in await _everything_about(stage, kim.phone.person)
    assert str(kim.phone.person) in await _everything_about(stage, kim.phone.person)


async def _everything_about(stage: Stage, chat: int) -> str:
    """Return what every readable row says that names a chat: its clear and its sealed values."""
    store = stage.app.store
    tables = {
        "doors": ("doors", "tag"),
        "inbox": ("inbox", "update_id"),
        "outbox": ("outbox", "lane"),
        "cards": ("cards", "id"),
        "chat_messages": ("chat messages", "id"),
        "staff": ("staff", "id"),
    }
    said = []
    for name, (purpose, named_by) in tables.items():
        for row in await store.database.read(select(metadata.tables[name])):
            if row.sealed is not None:
                place = f"{name}/{row._mapping[named_by]}"
                plain = store.keyring.unseal(purpose, place, row.sealed)
                whole = f"{dict(row._mapping)} {plain}"
                said += [whole] if str(chat) in whole or store.doors.tag(chat) in whole else []
    for row in await store.database.read(select(concerns)):
        route = await store.routes.of(row.id)
        said += [f"{row.id} {route}"] if route and route.chat_id == chat else []
    return "\n".join(said)


async def test_whoever_asks_what_we_hold_can_delete_it_by_tapping(stage: Stage) -> None:
    kim = await Relative.arrives(stage, "Kim")
    await kim.walks("/start", "[Dansk]", "/stop", "[Slet mine svar]")
    await kim.walks("/data", "[Slet sprog og svar]", "[Ja, slet sprog og svar]")
    await stage.everyone_looks()
    assert await stage.app.store.database.read(select(doors)) == []


async def test_one_of_the_team_has_nothing_of_a_reporters_to_delete(stage: Stage) -> None:
    anna = await Worker.joins(stage, "Anna")
    await anna.says("Slet sprog og svar")
    await anna.sees("Det er for dem, der skriver til os")
    assert await stage.app.store.staff.at(anna.phone.person) is not None
