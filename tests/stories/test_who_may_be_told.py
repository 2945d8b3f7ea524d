"""Who may be told what: a relative cannot tell one ending from another, in words or in time."""

from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest

from domain.concern import Closing, Reaction, State
from domain.disclosure import CitizenView, PartnerView, RelativeView
from domain.entry import Entry
from tests.cast import Relative, Worker
from tests.hand_clock import HandClock
from tests.stage import Stage

OUTCOMES = {Closing, Reaction, State, Entry}


def types_in(kind: Any) -> set[Any]:
    """Return every type that a view can hold, at any depth."""
    inside = {each for part in get_args(kind) for each in types_in(part)}
    if is_dataclass(kind):
        inside |= {each for hint in get_type_hints(kind).values() for each in types_in(hint)}
    return {kind, *inside}


def test_the_view_of_a_relative_or_a_partner_has_no_room_for_an_outcome() -> None:
    assert not types_in(RelativeView) & OUTCOMES
    assert not types_in(PartnerView) & OUTCOMES
    assert {each.name for each in fields(RelativeView)} == {
        *("received_on", "promised_on", "read", "reacted", "withdrawn", "quiet")
    }


def test_the_search_for_outcomes_would_find_one() -> None:
    assert types_in(CitizenView) & OUTCOMES == {Reaction}
    assert date in types_in(RelativeView)


# What some endings ask the worker before they end anything.
_ASKED_FIRST: dict[Closing | None, tuple[str, ...]] = {
    Closing.BRIDGED: ("Ja, borgeren har sagt ja", "Psykiatri", "Gem og afslut"),
    Closing.DUPLICATE: ("Slut uden at koble",),
}
_MOST_ASKED = max(map(len, _ASKED_FIRST.values()))


async def what_a_relative_sees(
    folder: Path, closing: Closing | None, *, early: bool = False, calls: bool = False
) -> list[Any]:
    """Play a concern that ends in one way (None: it goes on), and return all its reporter got.

    `early`: they write more before they are asked anything. `calls`: they say that it is urgent.
    """
    async with Stage(folder, HandClock()).open() as stage:
        anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
        await kim.raises_a_concern()
        await kim.taps("Jeg har gemt koden")
        await anna.taps("Tag")
        asked = _ASKED_FIRST.get(closing, ())
        # Whatever the worker is asked, the last tap falls on the same second.
        await stage.time_passes(seconds=5 * (_MOST_ASKED - len(asked)))
        if closing is None:
            await anna.taps("Åbn")
            await anna.taps("Har ringet")
        else:
            await anna.taps("Afslut")
            await anna.taps((await anna.card()).buttons[list(Closing).index(closing)])
            for answer in asked:
                await anna.taps(answer)
        await stage.time_passes(days=2)
        await kim.says("/status")
        if early:
            await kim.walks("Han har fået en hund", "/status")
        if calls:
            await kim.walks("/akut", "[Jeg kan ikke ringe]", "/status")
        await stage.time_passes(days=6)
        await kim.taps("Jeg er stadig bekymret")
        await kim.walks("/status", "/mere", "Han har en hund")
        await stage.time_passes(days=20)
        await stage.everyone_looks()
        chat = stage.sandbox.world.chat(kim.phone.person).visible()
        return [(each.date, _without_code(each.text)) for each in chat if each.by_bot]


def _without_code(text: str) -> str:
    return text.split("Din kode")[0]


async def test_all_closing_codes_look_alike_to_a_relative_and_like_going_on(
    tmp_path: Path,
) -> None:
    going_on = await what_a_relative_sees(tmp_path / "on", None)
    assert any("Er du stadig bekymret" in text for _, text in going_on)
    assert sum("Vi har nu reageret" in text for _, text in going_on) == 2
    for closing in Closing:
        assert await what_a_relative_sees(tmp_path / closing, closing) == going_on, closing


async def test_whoever_writes_more_cannot_tell_closed_from_going_on(tmp_path: Path) -> None:
    going_on = await what_a_relative_sees(tmp_path / "on", None, early=True)
    assert any("Vi reagerer senest onsdag den 2. december" in text for _, text in going_on)
    for closing in (Closing.NOT_FOUND, Closing.REFUSED):
        closed = await what_a_relative_sees(tmp_path / closing, closing, early=True)
        assert closed == going_on, closing


async def test_whoever_says_it_is_urgent_cannot_tell_closed_from_going_on(tmp_path: Path) -> None:
    going_on = await what_a_relative_sees(tmp_path / "on", None, calls=True)
    assert any("Teamet har fået besked om, at det haster" in text for _, text in going_on)
    closed = await what_a_relative_sees(tmp_path / "closed", Closing.NOT_FOUND, calls=True)
    assert closed == going_on


Steps = tuple[str, ...]

_UNTOUCHED: Steps = ("", "", "", "", "")
_CALLED: Steps = ("Har ringet", "", "", "", "")
_CLOSED: Steps = ("Har ringet", "Afslut", "Flyttet eller død", "", "")
_REOPENED: Steps = ("Har ringet", "Afslut", "Flyttet eller død", "Genåbn", "")
_CALLED_AGAIN: Steps = (*_REOPENED[:4], "Har ringet")
_UNDONE: Steps = ("Har ringet", "Fortryd", "Afslut", "Flyttet eller død", "Fortryd")


async def what_looks_show(
    folder: Path, steps: Steps, *, between: float = 20 * 3600, tells: bool = True
) -> list[Any]:
    """Play a concern whose worker takes these steps ("" is none); return all its reporter got.

    They look after every step, `between` seconds lie before the next, and write more in the end.
    """
    service = {"tell_reaction": tells, "municipality": "Prøve Kommune"}
    async with Stage(folder, HandClock(), service=service).open() as stage:
        anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
        await kim.raises_a_concern()
        await kim.taps("Jeg har gemt koden")
        await anna.taps("Tag")
        for step in steps:
            await (anna.taps(step) if step else stage.time_passes(seconds=5))
            await kim.walks("/status")
            await stage.time_passes(seconds=between)
        for days in (1, 3, 5):
            await stage.time_passes(days=days)
            await kim.walks("/status", "/mere", "Han fryser", "/se", "/hent")
        await stage.time_passes(days=12)
        await stage.everyone_looks()
        chat = stage.sandbox.world.chat(kim.phone.person).visible()
        return [(each.date, _without_code(each.text)) for each in chat if each.by_bot]


async def test_whoever_was_told_of_a_reaction_cannot_see_that_it_was_reopened(
    tmp_path: Path,
) -> None:
    called = await what_looks_show(tmp_path / "called", _CALLED)
    assert any("Vi har nu reageret" in text for _, text in called)
    for name, steps in (("reopened", _REOPENED), ("again", _CALLED_AGAIN)):
        assert await what_looks_show(tmp_path / name, steps) == called, name


async def test_a_step_that_was_undone_was_never_to_be_seen(tmp_path: Path) -> None:
    untouched = await what_looks_show(tmp_path / "untouched", _UNTOUCHED, between=20)
    assert any("Det er vores fejl" in text for _, text in untouched)
    assert await what_looks_show(tmp_path / "undone", _UNDONE, between=20) == untouched


async def test_where_reactions_are_not_told_nothing_shows_that_there_was_one(
    tmp_path: Path,
) -> None:
    untouched = await what_looks_show(tmp_path / "untouched", _UNTOUCHED, tells=False)
    for name, steps in (("closed", _CLOSED), ("again", _CALLED_AGAIN)):
        assert await what_looks_show(tmp_path / name, steps, tells=False) == untouched, name


async def test_on_day_seven_the_reporter_is_asked_once_and_yes_reaches_the_worker(
    stage: Stage,
) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await anna.taps("Tag")
    await anna.taps("Har ringet")
    await stage.time_passes(days=7, hours=5)
    await kim.sees("Er du stadig bekymret?")
    await kim.taps("Jeg er stadig bekymret")
    await kim.sees("mandag den 7. december")
    await anna.sees("stadig gerne høre fra os", "mandag den 7. december")
    await stage.time_passes(days=4)
    await anna.sees("venter stadig")
    await anna.says("Har ringet")
    await stage.time_passes(days=30)
    await anna.sees("Noteret")
    await kim.sees("Vi har nu reageret")


async def test_no_longer_worried_is_noted_and_nothing_more(stage: Stage) -> None:
    anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
    await kim.raises_a_concern()
    await anna.taps("Tag")
    await anna.taps("Har ringet")
    await stage.time_passes(days=7, hours=5)
    await kim.taps("Nej, ikke længere")
    await kim.sees("Tak, fordi du svarede")
    await anna.taps("Åbn")
    assert "Er ikke længere bekymret" in (await anna.card()).text
    await stage.everyone_looks()


async def test_a_broken_promise_is_told_honestly_with_another_way(tmp_path: Path) -> None:
    service = {"municipality": "Prøve Kommune", "phone": "99 01 02 80"}
    async with Stage(tmp_path, HandClock(), service=service).open() as stage:
        anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
        await kim.raises_a_concern()
        await anna.taps("Tag")
        await stage.time_passes(days=7, hours=5)
        await kim.sees("stadig bekymret")
        await stage.time_passes(days=1)
        await kim.sees("Det er vores fejl", "99 01 02 80")
        await stage.everyone_looks()


@pytest.mark.parametrize("told", [True, False])
async def test_the_municipality_decides_if_a_reaction_is_told_at_all(
    tmp_path: Path, told: bool
) -> None:
    async with Stage(tmp_path, HandClock(), service={"tell_reaction": told}).open() as stage:
        anna, kim = await Worker.joins(stage, "Anna"), await Relative.arrives(stage, "Kim")
        await kim.raises_a_concern()
        await anna.taps("Tag")
        await kim.sees("læst")
        await anna.taps("Har ringet")
        await stage.time_passes(minutes=5)
        await kim.says("/status")
        assert ("reageret" in await kim.sees()) is told
        await stage.everyone_looks()
